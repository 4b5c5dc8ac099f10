import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Scope } from '@/lib/db'
import { matchWaiting } from '@/lib/identity/match'
import { newPersonSchema } from '@/lib/identity/new-person-schema'
import { workerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { addColleague, csv, makePlace, setUpPlace, takeIn } from '@/tests/support/transfer'
import type { Place } from '@/tests/support/transfer'

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let housing: Place
let health: Place
let worker: Place
let as: <T>(place: Place, work: (scope: Scope) => Promise<T>) => Promise<T>
let people: typeof import('@/lib/identity/new-person')

beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  await setUpPlace(client)
  housing = await makePlace(client, 'housing')
  health = await makePlace(client, 'health')
  worker = await addColleague(client, housing, 'practitioner')
  // Read when the first scope is opened.
  process.env.DATABASE_URL_APP = database.appUrl
  process.env.NEXTAUTH_SECRET = 'only for this test, and thirty-two letters long'
  const { withScope } = await import('@/lib/db')
  people = await import('@/lib/identity/new-person')
  as = (place, work) => withScope(place.token, work)
})
afterAll(async () => {
  await Promise.all([client.end(), login.end()])
  await database.drop()
})

const typed = (values: object) =>
  newPersonSchema.parse({ came: 'present', team: housing.team, ...values })

test('a person added is found at once, under a folded name, with part of a date', async () => {
  const zofia = typed({ given: 'Zofia', family: 'O’Brien-Łukasik', birth: '1971-04' })
  const id = await as(worker, (scope) => people.addPerson(scope, zofia))
  const found = await as(worker, (scope) =>
    people.findLikely(scope, typed({ given: 'Zofia', family: 'OBrien Lukasik', birth: '1971' })),
  )
  expect(found.map(({ personId }) => personId)).toEqual([id])
  const { rows } = await client.query(
    `select n.norm, n.sort_key, b.year, b.month, b.day from person_name n
     join birth b on b.person_id = n.person_id where n.person_id = $1`,
    [id],
  )
  expect(rows[0]).toMatchObject({ year: 1971, month: 4, day: null })
  expect(rows[0]).toMatchObject({ norm: expect.stringContaining('LUKASIK') })
})

test('somebody another agency knows is added in the same words; the rest goes to the job', async () => {
  await takeIn(
    client,
    workerScope(login),
    health,
    csv(
      'Row Ref,Family Name,Given Names,DOB,Postcode',
      'M1,Brocklehurst,William,18/05/1967,CV4 9PT',
    ),
  )
  const known = typed({ given: 'William', family: 'Brocklehurst', birth: '1967-05-18' })
  const unknown = typed({ given: 'Ptolemy', family: 'Xanthopoulos', birth: '1951-02-03' })
  for (const person of [known, unknown]) {
    expect(await as(worker, (scope) => people.findLikely(scope, person))).toEqual([])
    expect(await as(worker, (scope) => people.addPerson(scope, person))).toMatch(/^[0-9a-f-]{36}$/)
  }
  const counts = await matchWaiting(workerScope(login))
  expect(counts.looked).toBeGreaterThanOrEqual(3)
  expect(counts.linked + counts.suggested).toBeGreaterThan(0)
})

test('somebody under 18 is refused in words, unless an agreement covers them', async () => {
  const year = new Date().getUTCFullYear()
  const young = typed({ given: 'Tom', family: 'Young', birth: `${year - 15}-01-01` })
  await expect(as(worker, (scope) => people.addPerson(scope, young))).rejects.toThrow('under 18')
  const maybe = typed({ given: 'Tom', family: 'Young', birth: String(year - 18) })
  expect(await as(worker, (scope) => people.addPerson(scope, maybe))).toBeTruthy()
})

test('a person without a name is the team’s alone, has no keys and is never matched', async () => {
  const id = await as(worker, (scope) =>
    people.addUnnamed(scope, {
      ...{ described: 'red coat, small dog', where: 'by the station' },
      ...{ seenOn: '2026-11-01', team: housing.team },
    }),
  )
  await matchWaiting(workerScope(login))
  const { rows } = await client.query(
    `select (select count(*)::int from record_key k join record r on r.id = k.record_id
       where r.person_id = $1) as keys,
       (select audience from unnamed where person_id = $1) as audience`,
    [id],
  )
  expect(rows).toEqual([{ keys: 0, audience: 'team' }])
})

test('only a practitioner or manager of the team adds; the archive opens where we worked', async () => {
  const person = typed({ given: 'Ann', family: 'Other' })
  await expect(as(housing, (scope) => people.addPerson(scope, person))).rejects.toThrow()
  const elsewhere = { ...person, team: health.team }
  await expect(as(worker, (scope) => people.addPerson(scope, elsewhere))).rejects.toThrow()
  const { rows } = await client.query<{ person_id: string; agency_id: string }>(
    `select person_id, agency_id from record where local_ref = 'M1' or origin = 'worker'`,
  )
  const ours = rows.find(({ agency_id }) => agency_id === housing.agency)?.person_id ?? ''
  await as(worker, (scope) => people.openArchive(scope, { person: ours, reason: 'a complaint' }))
  await expect(
    as(worker, (scope) =>
      people.openArchive(scope, { person: health.agency, reason: 'a complaint' }),
    ),
  ).rejects.toThrow()
})
