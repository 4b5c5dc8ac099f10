import { plantCanaries, someoneWho } from '@/tests/support/pages/canary'
import { ask } from '@/tests/support/pages/database'
import { readPage } from '@/tests/support/pages/forms/read-forms'
import { expect, test } from '@/tests/support/pages/journey'
import { addressOf, addressParts, builtRoutes } from '@/tests/support/pages/routes'

// What an address would tell by being there: of nobody, and of somebody who is not the reader's.
const nobody = '01890000-0000-7000-8000-00000000dead'
// A link to set a password says in words that it is no longer one; what anybody may read of the
// directory is data, and answers in data.
const open = /^\/(set-password|readiness|services|organizations|calendar|figures)\//

for (const role of ['practitioner', 'manager', 'administrator', 'officer', 'steward', 'custodian'])
  test(`a ${role} finds nothing at the id of nobody, in the same words everywhere`, async ({
    as,
  }) => {
    test.slow()
    const page = await as(await someoneWho(role))
    const parts = await addressParts(await plantCanaries())
    const answer = async (path: string) => {
      const got = await page.request.get(path, { maxRedirects: 0 })
      return { status: got.status(), words: (await readPage(page, await got.text())).text }
    }
    const unknown = await answer(`/people/${nobody}`)
    expect(unknown.status).toBe(404)
    const wrong: string[] = []
    for (const route of builtRoutes().filter((each) => !open.test(each)))
      for (const [part, name = ''] of route.matchAll(/\[(\w+)Id\]/g)) {
        const path = addressOf(route, { ...parts, [`${name}Id`]: nobody })
        const { status, words } = await answer(path)
        if (status !== 404 || words !== unknown.words) wrong.push(`${status} ${route} (${part})`)
      }
    expect(wrong).toEqual([])
  })

test('of somebody who is not the reader’s, every page says what it says of nobody', async ({
  as,
}) => {
  const reader = 'Priya Shah'
  const page = await as(reader)
  const [other] = await ask<{ id: string }>(
    `select p.id from person p where not exists (select 1 from person_access a
         where a.person_id = p.id and a.agency_id = (select agency_id from membership m
           join app_user u on u.id = m.user_id where u.name = $1 limit 1))
       and not exists (select 1 from involvement i where i.person_id = p.id and i.agency_id =
         (select agency_id from membership m join app_user u on u.id = m.user_id
          where u.name = $1 limit 1))
       -- Whom a link has emptied leads those who knew them to where they are now.
       and exists (select 1 from record r where r.person_id = p.id) order by p.id limit 1`,
    [reader],
  )
  const parts = await addressParts(await plantCanaries())
  const text = async (path: string) => {
    const got = await page.request.get(path, { maxRedirects: 0 })
    return `${got.status()} ${(await readPage(page, await got.text())).text}`
  }
  for (const route of builtRoutes().filter((each) => each.startsWith('/people/[personId]'))) {
    const at = (personId: string) => addressOf(route, { ...parts, personId })
    expect(await text(at(other?.id ?? '')), route).toBe(await text(at(nobody)))
    expect(await text(at(nobody)), route).toMatch(/^404 /)
  }
})
