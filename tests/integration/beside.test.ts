import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getBeside } from '@/lib/people/beside'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Sam is known to probation, housing and the clinic, Alex to probation alone. Both have the same
// telephone number, given by probation, and National Insurance number, and the matcher thinks that
// they may be one person.
let place: WorkingPlace
const { sam, alex } = { sam: 'sam', alex: 'alex' } as const

beforeAll(async () => {
  place = await workingPlace()
  const recordOf = async (who: 'sam' | 'alex') =>
    (
      await place.look<{ id: string }>(
        'select id from record where person_id = $1 and agency_id = $2',
        [place.people[who], place.agencies.probation],
      )
    )[0]?.id
  const [one, other] = [await recordOf(sam), await recordOf(alex)]
  for (const [record, who] of [
    [one, sam],
    [other, alex],
  ] as const)
    await place.look(
      `insert into reach (id, person_id, record_id, agency_id, team_id, given_by, kind, value, norm)
       values ($1, $2, $3, $4, $5, $6, 'mobile', '07700 900123', '07700900123')`,
      [
        ...[randomUUID(), place.people[who], record],
        ...[place.agencies.probation, place.teams.probation, place.users.priya],
      ],
    )
  for (const [record, who] of [
    [one, sam],
    [other, alex],
  ] as const)
    await place.look(
      `insert into identifier (id, person_id, record_id, agency_id, team_id, given_by, type, value,
         norm, check_state) values ($1, $2, $3, $4, $5, $6, 'nino', 'QQ123456C', 'QQ123456C', 'ok')`,
      [
        ...[randomUUID(), place.people[who], record],
        ...[place.agencies.probation, place.teams.probation, place.users.priya],
      ],
    )
  await place.look(
    `insert into link_candidate (id, record_a, record_b, for_role, bits, levels, why)
     values (gen_random_uuid(), least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid), 'steward',
       4, '[]', 'why')`,
    [one, other],
  )
})
afterAll(() => place.close())

const beside = (who: Worker, person: 'sam' | 'alex') =>
  place.as(who, (scope) => getBeside(scope, place.people[person]))

test('whoever works with both sees a possible other record, and a shared number', async () => {
  const number = '07700 900123'
  expect(await beside('priya', sam)).toEqual({
    records: [place.people.alex],
    numbers: [{ person: place.people.alex, number }],
  })
  expect(await beside('priya', alex)).toEqual({
    records: [place.people.sam],
    numbers: [{ person: place.people.sam, number }],
  })
})

test('whoever works with one of them learns nothing of the other', async () => {
  const nothing = { records: [], numbers: [] }
  expect(await beside('tom', sam)).toEqual(nothing)
  expect(await beside('dana', sam)).toEqual(nothing)
  expect(await beside('lou', alex)).toEqual(nothing)
})

test('a number that ended is shared no more', async () => {
  await place.look(`update reach set ended_on = '2024-01-01' where person_id = $1`, [
    place.people.alex,
  ])
  expect((await beside('priya', sam)).numbers).toEqual([])
  await place.look(`update reach set ended_on = null where person_id = $1`, [place.people.alex])
})

test('nothing is said where whereabouts are protected on either side, even to those named', async () => {
  await place.look(
    `insert into protected_whereabouts (id, person_id, record_id, agency_id, team_id, given_by,
       reason, set_on, review_on)
     select gen_random_uuid(), r.person_id, r.id, r.agency_id, $2, $3, 'r', '2026-01-01',
       '2030-01-01' from record r where r.person_id = $1`,
    [place.people.alex, place.teams.probation, place.users.priya],
  )
  for (const who of [sam, alex])
    expect(await beside('priya', who)).toEqual({ records: [], numbers: [] })
})

test('what the reader may not read holds nothing back, and brings nothing up', async () => {
  const before = await beside('priya', sam)
  await place.look('delete from protected_whereabouts')
  const shown = await beside('priya', sam)
  expect(shown.records).toEqual([place.people.alex])
  expect(before.records).toEqual([])
  // A harm link, a bar and a changed name of the other side: states that Priya may not read.
  const header = `select gen_random_uuid(), r.person_id, r.id, r.agency_id, $2, $3`
  const clinic = [place.people.sam, place.teams.clinic, place.users.dana]
  await place.look(
    `insert into harm_link (id, person_id, record_id, agency_id, team_id, given_by, kind,
       other_record_id) ${header}, 'harmed', (select id from record where person_id = $4)
     from record r where r.person_id = $1 and r.agency_id = $5`,
    [...clinic, place.people.alex, place.agencies.clinic],
  )
  await place.look(
    `insert into protected_name (id, person_id, record_id, agency_id, team_id, given_by, reason,
       set_on) ${header}, 'r', '2026-01-01' from record r
     where r.person_id = $1 and r.agency_id = $4`,
    [...clinic, place.agencies.clinic],
  )
  await place.look(
    `insert into conflict (id, user_id, person_id, reason, declared_by)
     values (gen_random_uuid(), $1, $2, 'related', $1)`,
    [place.users.tom, place.people.alex],
  )
  expect(await beside('priya', sam)).toEqual(shown)
  expect(await beside('priya', alex)).toMatchObject({ records: [place.people.sam] })
  // Nothing that she may read says that they are alike: then the matcher's finding is not told.
  await place.look(`delete from identifier where person_id = $1`, [place.people.alex])
  expect((await beside('priya', sam)).records).toEqual([])
})
