import { ask, askOne, rolesInForce } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

type Limited = { id: string; given: string; family: string }

const limited = () =>
  askOne<Limited>(
    `select l.person_id as id, n.given, n.family from limited_access l
     join person_name n on n.person_id = l.person_id
     where l.ended_at is null and n.family <> '' order by l.person_id limit 1`,
  )

/** Somebody who works for a team that works with them, and is not named. */
const notNamed = (personId: string) =>
  ask<{ name: string }>(
    `select u.name from involvement i join membership_team mt on mt.team_id = i.team_id
     join ${rolesInForce} m on m.id = mt.membership_id and m.role = 'practitioner'
     join app_user u on u.id = m.user_id
     where i.person_id = $1 and u.ended_at is null
       and (select count(*) from membership o where o.user_id = u.id) = 1
       and not exists (select 1 from limited_access l
         join limited_access_named n on n.limited_access_id = l.id
         where l.person_id = $1 and n.user_id = u.id)
     union select 'Priya Shah' limit 3`,
    [personId],
  )

test('somebody with limited access is answered like nobody at all', async ({ as }) => {
  const { id, given, family } = await limited()
  const nobody = '01890000-0000-7000-8000-00000000dead'
  for (const { name } of await notNamed(id)) {
    const page = await as(name)
    for (const path of ['', '/timeline', '/details', '/sharing', '/history', '/contacts/new']) {
      const [real, none] = await Promise.all(
        [id, nobody].map((one) => page.request.get(`/people/${one}${path}`)),
      )
      expect(real?.status(), `${name} ${path}`).toBe(404)
      expect(none?.status()).toBe(404)
      await page.goto(`/people/${id}${path}`)
      const words = await page.getByRole('main').innerText()
      expect(words).not.toContain(family)
      await page.goto(`/people/${nobody}${path}`)
      expect(await page.getByRole('main').innerText()).toBe(words)
    }
    await page.goto('/people')
    await page.getByRole('main').getByRole('searchbox').fill(`${given} ${family}`)
    await page.getByRole('main').getByRole('button', { name: 'Find' }).click()
    await expect(page.getByText(/matches? “|you work with/).first()).toBeVisible()
    await expect(page.locator(`a[href="/people/${id}"]`)).toHaveCount(0)
  }
})
