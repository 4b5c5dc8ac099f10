import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { listContactReaders } from '@/lib/contacts/queries'
import { openPerson } from '@/lib/people/queries'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// A role that is closed since a password was set by a link, or has ended, opens nothing. What is
// said and decided of who reads, knows and agrees leaves it out; what it has read stays read.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const sam = () => place.people.sam
const set = (who: Worker, change: string) =>
  place.look(`update membership set ${change} where id = $1`, [place.memberships[who]])
const over = [
  ['closed', `waits_since = now() - interval '1 hour'`],
  ['ended', `ends_at = now() - interval '1 hour'`],
] as const
beforeEach(() => place.look('update membership set waits_since = null, ends_at = null'))

test.each(over)('a role that is %s is no reader of a person', async (_how, change) => {
  const readers = async () =>
    place.as('priya', async ({ db }) => [
      ...(await db.$queryRaw<{ name: string }[]>`
        select name from access.readers_of(${sam()}::uuid)`),
      ...(await db.$queryRaw<{ name: string }[]>`
        select name from access.who_will_read(${sam()}::uuid, '{justice}', 'agreed')`),
    ])
  const times = async () => (await readers()).filter(({ name }) => name === 'tom').length
  expect(await times()).toBe(2)
  await set('tom', change)
  expect(await times()).toBe(0)
})

test.each(over)('nothing waits for the word of a role that is %s', async (_how, change) => {
  const ask = () =>
    place.as(
      'priya',
      ({ db }) => db.$queryRaw`
        select people.declare_conflict(${place.users.tom}::uuid, ${sam()}::uuid, 'related')`,
    )
  await set('cass', change)
  await expect(ask()).rejects.toThrow('Nobody here can agree to this yet')
  await set('cass', 'waits_since = null, ends_at = null')
  await ask()
  await place.look('delete from taking_away')
})

test.each(over)('what a role that is %s has read is told to who gave it', async (_how, change) => {
  const contact = randomUUID()
  await place.as('priya', async ({ db }) => {
    await db.$executeRaw`
      insert into contact (id, person_id, categories, happened_on, kind, outcome)
      values (${contact}::uuid, ${sam()}::uuid, '{justice}', '2026-01-01', 'visit', 'kept')`
  })
  await place.as('tom', (scope) => openPerson(scope, sam(), 'timeline'))
  await set('tom', change)
  const readers = await place.as('priya', (scope) => listContactReaders(scope, contact))
  expect(readers).toMatchObject([{ name: 'tom', sawWords: true }])
})

test('a limited record is given to a custodian whose role is open', async () => {
  const next = randomUUID()
  await place.look(`insert into app_user (id, name, email) values ($1, 'kit', 'kit@example.org')`, [
    next,
  ])
  await place.look(
    `insert into membership (id, user_id, agency_id, role, starts_at)
     values (gen_random_uuid(), $1, $2, 'custodian', now())`,
    [next, place.agencies.clinic],
  )
  await set('cass', `waits_since = now() - interval '1 hour'`)
  await place.as(
    'priya',
    ({ db }) => db.$queryRaw`
      select people.limit_access(${sam()}::uuid, 'risk', '2999-01-01'::date,
        ${[place.users.ben]}::uuid[])`,
  )
  expect(await place.look('select custodian_id as id from limited_access')).toEqual([{ id: next }])
})
