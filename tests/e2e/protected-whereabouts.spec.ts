import { plantCanaries, readersNotNamed } from '@/tests/support/pages/canary'
import { ask, rolesInForce } from '@/tests/support/pages/database'
import { expect, test } from '@/tests/support/pages/journey'

const tabs = [
  '',
  ...[
    '/timeline',
    '/timeline?show=changes',
    '/needs',
    '/team',
    '/warnings',
    '/dates',
    '/plan',
    '/details',
    '/sharing',
  ],
  ...['/history', '/together', '/archive', '/contacts/new'],
]

const forms: Record<string, string>[] = [{}, { rsc: '1' }]

test('where somebody is stays with the teams that were named', async ({ as }) => {
  test.slow()
  const { personId, locating } = await plantCanaries()
  const contacts = await ask<{ id: string }>(
    `select c.id from contact c join contact_place p on p.contact_id = c.id
     where c.person_id = $1 order by c.id desc limit 6`,
    [personId],
  )
  const paths = [...tabs, ...contacts.map(({ id }) => `/contacts/${id}`)]
  const readers = await readersNotNamed(personId)
  expect(readers.length).toBeGreaterThan(1)
  for (const { name, team } of readers) {
    const page = await as(name)
    for (const path of paths) {
      for (const headers of forms) {
        const answer = await page.request.get(`/people/${personId}${path}`, { headers })
        expect(answer.status(), `${name} ${path}`).toBeLessThan(500)
        const text = await answer.text()
        for (const word of locating) {
          const isTheirOwn = team === word
          expect(text.includes(word) && !isTheirOwn, `${name}, ${team}: ${path}: ${word}`).toBe(
            false,
          )
        }
      }
    }
    const overview = await page.request.get(`/people/${personId}`)
    expect(await overview.text(), `${name} may open the person`).toContain('Vellichor')
  }
})

test('the teams that were named do see it', async ({ as }) => {
  const { personId } = await plantCanaries()
  const named = await ask<{ name: string }>(
    `select distinct u.name from protected_whereabouts p
     join protected_whereabouts_team x on x.protected_whereabouts_id = p.id
     join person_access a on a.person_id = p.person_id and a.viewer = 't:' || x.team_id
     join membership_team mt on mt.team_id = x.team_id
     join ${rolesInForce} m on m.id = mt.membership_id and m.role <> 'limited'
     join app_user u on u.id = m.user_id and u.ended_at is null
     where p.person_id = $1 and p.ended_at is null and not a.held
       and (select count(*) from membership o where o.user_id = u.id) = 1 limit 1`,
    [personId],
  )
  expect(named).toHaveLength(1)
  const page = await as(named[0]?.name ?? '')
  const answer = await page.request.get(`/people/${personId}/details`)
  expect(await answer.text()).toContain('Quarrelstone')
})

test('an address or number that is protected finds nobody', async ({ as }) => {
  const { personId } = await plantCanaries()
  const [reader] = await readersNotNamed(personId)
  const page = await as(reader?.name ?? '')
  for (const typed of ['ZW97 9QX', 'Quarrelstone']) {
    await page.goto('/people')
    await page.getByRole('main').getByRole('searchbox').fill(typed)
    await page.getByRole('main').getByRole('button', { name: 'Find' }).click()
    await expect(page.getByText(/Nobody you work with matches/)).toBeVisible()
    await expect(page.getByRole('link', { name: /Vellichor/ })).toHaveCount(0)
  }
})
