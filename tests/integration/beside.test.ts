import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getBeside } from '@/lib/people/beside'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Sam is known to probation, housing and the clinic, Alex to probation alone. Both have the same
// telephone number, given by probation, and the matcher thinks that they may be one person.
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
