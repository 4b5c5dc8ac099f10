import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What somebody whose work has ended could open of what others hold, from their own old record.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())
beforeEach(async () => {
  await place.look('delete from person_access where ground in ($1, $2)', ['archive', 'worker'])
  await place.look(
    `update involvement set ends_on = current_date - 3 where person_id = $1 and agency_id = $2`,
    [place.people.sam, place.agencies.probation],
  )
  await place.as(
    'priya',
    ({ db }) => db.$queryRaw`select access.open_archive(${place.people.sam}::uuid, 'a complaint')`,
  )
})

const grounds = async (who: Worker) =>
  place.as(who, async ({ db }) =>
    (await db.personAccess.findMany({ where: { personId: place.people.sam } })).map(
      ({ ground, opens }) => `${ground} ${opens}`,
    ),
  )
const start = (came: string, worker: string | null = null) =>
  place.as(
    'priya',
    ({ db }) => db.$executeRaw`
      select work.start_involvement(${place.people.sam}::uuid, ${place.teams.probation}::uuid, ${came},
        ${worker}::uuid, false)`,
  )

test('from an archive nobody starts work by saying that they were there', async () => {
  expect(await grounds('priya')).toEqual(['archive own'])
  for (const came of ['present', 'appointment', 'feed', 'referral'])
    await expect(start(came), came).rejects.toThrow('Work starts again')
  expect(await grounds('priya')).toEqual(['archive own'])
})

test('nor is anybody named as a worker of what has ended', async () => {
  const [one] = await place.look<{ id: string }>(
    'select id from involvement where person_id = $1 and agency_id = $2',
    [place.people.sam, place.agencies.probation],
  )
  await expect(
    place.as(
      'priya',
      ({ db }) => db.$executeRaw`
        select work.add_worker(${one?.id ?? ''}::uuid, ${place.users.priya}::uuid, true)`,
    ),
  ).rejects.toThrow()
  expect(await grounds('priya')).toEqual(['archive own'])
})

test('nor does a referral to oneself, or an appointment, written by hand', async () => {
  const { sam } = place.people
  for (const insert of [
    (by: { db: Parameters<Parameters<typeof place.as>[1]>[0]['db'] }) => by.db.$executeRaw`
      insert into referral (id, person_id, to_team_id, reason, sent_at)
      values (gen_random_uuid(), ${sam}::uuid, ${place.teams.probation}::uuid, 'x', now())`,
    (by: { db: Parameters<Parameters<typeof place.as>[1]>[0]['db'] }) => by.db.$executeRaw`
      insert into appointment (id, person_id, starts_at, kind, outcome)
      values (gen_random_uuid(), ${sam}::uuid, now(), 'visit', 'kept')`,
  ])
    await expect(place.as('priya', insert)).rejects.toThrow()
  expect(await grounds('priya')).toEqual(['archive own'])
})

test.each([
  ['made before and kept today', '3 days', 'kept', true],
  ['made before and missed', '3 days', 'not_seen', false],
  ['made today', '0 days', 'kept', false],
])('an appointment %s', async (_which, ago, outcome, starts) => {
  await place.look(
    `insert into appointment (id, person_id, record_id, agency_id, team_id, given_by, given_at, starts_at, kind,
       outcome)
     select gen_random_uuid(), r.person_id, r.id, r.agency_id, $3, $4, now() - $5::interval,
       greatest((now() at time zone 'Europe/London')::date::timestamp at time zone 'Europe/London',
         now() - interval '1 minute'), 'visit', $6
     from record r where r.person_id = $1 and r.agency_id = $2`,
    [
      ...[place.people.sam, place.agencies.probation, place.teams.probation, place.users.priya],
      ...[ago, outcome],
    ],
  )
  if (starts) await start('appointment', place.users.priya)
  else await expect(start('appointment')).rejects.toThrow('Work starts again')
  expect((await grounds('priya')).includes('involvement shared')).toBe(starts)
  await place.look('delete from appointment')
  await place.look('delete from involvement_worker')
  await place.look(
    `delete from person_access where source_id in (select id from involvement where starts_on = current_date)`,
  )
  await place.look(`delete from involvement where starts_on = current_date`)
})

test('whether there is one is told to whoever may open it, and of nobody else’s', async () => {
  const { sam } = place.people
  const there = async (who: Worker, person: string) =>
    (
      await place.as(
        who,
        ({ db }) => db.$queryRaw<{ ok: boolean }[]>`
          select access.has_archive(${person}::uuid) as ok`,
      )
    )[0]?.ok
  expect(await there('priya', sam)).toBe(true)
  expect(await there('priya', '01890000-0000-7000-8000-00000000dead')).toBe(false)
  await place.look(
    `insert into conflict (id, user_id, person_id, reason, declared_by)
     values (gen_random_uuid(), $1, $2, 'family', $1)`,
    [place.users.priya, sam],
  )
  expect(await there('priya', sam)).toBe(false)
  await place.look('delete from conflict where person_id = $1', [sam])
})

test('nobody reads an archive and takes back that they opened it', async () => {
  await place.look('delete from person_access where ground = $1', ['archive'])
  await place.look('delete from access_log')
  const count = async (db: Parameters<Parameters<typeof place.as>[1]>[0]['db']) =>
    (await db.personName.findMany({ where: { personId: place.people.sam } })).length
  const [inside, logged] = await place.as('priya', async ({ db }) => {
    await db.$queryRaw`select access.open_archive(${place.people.sam}::uuid, 'a complaint')`
    const ground = await db.$queryRaw<{ ground: string | null }[]>`
      select access.open_person(${place.people.sam}::uuid, 'overview') as ground`
    return [await count(db), ground[0]?.ground]
  })
  expect([inside, logged]).toEqual([0, null])
  expect(await place.as('priya', ({ db }) => count(db))).toBeGreaterThan(0)
  expect(await place.look('select page, ground from access_log')).toEqual([
    { page: 'archive', ground: 'archive' },
  ])
})
