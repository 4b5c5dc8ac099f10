import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getDetails } from '@/lib/facts/queries'
import { openOverview } from '@/lib/people/queries'
import { openTogether } from '@/lib/people/together'
import { connected } from '@/scripts/connection.mjs'
import { plain } from '@/tests/support/factories/columns'
import { insertRows } from '@/tests/support/factories/rows'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

// What gives a service or a changed name away without naming either: a number that is one service's
// own, a birth without its name, the day of an appointment shown to two pairs of eyes. Lou's agency
// works with Sam; Priya's may not know.
let place: WorkingPlace
const sam = () => place.people.sam

async function give(rows: [string, string[], object][]): Promise<string[]> {
  const ids: string[] = []
  await connected(place.adminUrl, async (client) => {
    const { rows: found } = await client.query<{ id: string }>(
      `select id from record where person_id = $1 and agency_id = $2`,
      [sam(), place.agencies.landlord],
    )
    const record_id = found[0]?.id ?? randomUUID()
    const ours = { person_id: sam(), agency_id: place.agencies.landlord }
    if (!found[0]) {
      await insertRows(client, 'record', [{ id: record_id, ...ours, confirmed: true }])
    }
    for (const [table, categories, more] of rows) {
      const id = randomUUID()
      ids.push(id)
      const header = {
        ...ours,
        record_id,
        team_id: place.teams.landlord,
        given_by: place.users.lou,
      }
      await insertRows(client, table, [{ ...header, ...plain[table], categories, id, ...more }])
    }
  })
  return ids
}

/** A row like another, but for what is said; as a new party and its term would be written. */
const copied = (table: string, where: string, changed: Record<string, string>) =>
  `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid()${Object.entries(
    changed,
  )
    .map(([column, value]) => `, '${column}', '${value}'`)
    .join('')}))).* from ${table} t where ${where} limit 1`

beforeAll(async () => {
  place = await workingPlace()
  const { probation, landlord } = place.agencies
  // Who somebody is goes to everybody; that anybody works with them, and in what, does not.
  await connected(place.adminUrl, async (client) => {
    await client.query(
      copied('agreement_party', `agency_id = '${probation}'`, { agency_id: landlord }),
    )
    await client.query(
      copied('agreement_term', `giver_agency_id = '${probation}' and category = 'identity'`, {
        giver_agency_id: landlord,
      }),
    )
  })
  await give([['involvement', ['housing'], { starts_on: '2024-01-01' }]])
})
afterAll(() => place.close())

test('a service’s own number is read by those who may know that the service is there', async () => {
  await give([
    ['identifier', ['identity'], { type: 'local', value: 'QUARTZ1', norm: 'QUARTZ1' }],
    ['identifier', ['identity'], { type: 'crn', value: 'QUARTZ2', norm: 'QUARTZ2' }],
    ['identifier', ['identity'], { type: 'nino', value: 'AB123456C', norm: 'AB123456C' }],
  ])
  const details = JSON.stringify(await place.as('priya', (scope) => getDetails(scope, sam())))
  expect(details).not.toContain('QUARTZ')
  expect(details).toContain('AB123456C')
})

test('while a name is protected, no birth, number or address of the other side stands without one', async () => {
  await give([
    ['birth', ['identity'], { year: 1977, month: 7, day: 7 }],
    ['reach', ['identity'], { kind: 'email', value: 'fay.quartz@mail.example', norm: 'x' }],
    ['person_name', ['identity'], { given: 'Fay', family: 'Quartz' }],
    ['protected_name', ['identity'], {}],
  ])
  const [details, overview] = await place.as('priya', async (scope) => [
    JSON.stringify(await getDetails(scope, sam())),
    JSON.stringify(await openOverview(scope, sam())),
  ])
  for (const said of [details, overview]) {
    expect(said).not.toMatch(/1977|quartz|AB123456C/i)
  }
  const theirs = JSON.stringify(await place.as('lou', (scope) => getDetails(scope, sam())))
  expect(theirs).toMatch(/fay\.quartz/)
})

test('nothing about domestic abuse is on the page for two pairs of eyes', async () => {
  await give([
    ['appointment', ['domestic_abuse'], { starts_at: new Date(Date.now() + 86_400_000) }],
    ['plan_action', ['domestic_abuse'], { words: 'QUARTZ action' }],
    ['plan_goal', ['domestic_abuse'], { words: 'QUARTZ goal' }],
    ['safe_contact', ['safety'], { note: 'Ring before ten', allowed: 'yes', channel: 'phone' }],
  ])
  const opened = await place.as('lou', (scope) => openTogether(scope, sam()))
  expect(opened?.dates).toEqual([])
  expect(opened).not.toBeNull()
  expect(JSON.stringify(opened)).not.toContain('QUARTZ')
})
