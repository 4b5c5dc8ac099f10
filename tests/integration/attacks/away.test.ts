import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { plain } from '@/tests/support/factories/columns'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Taking away: what one worker could take from another agency by a verb and an id of their own
// choosing. Asked with the app's own login, past every screen.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const sam = () => place.people.sam
/** A statement as one of the workers, with the app's login: its rows, or how it failed. */
const says = (who: Worker, sql: string, ...values: unknown[]) =>
  place
    .as(who, ({ db }) => db.$queryRawUnsafe<Record<string, unknown>[]>(sql, ...values))
    .catch((error: unknown) => (error as Error).name)
const opens = async (who: Worker, person = sam()) =>
  (await says(who, 'select 1 from person where id = $1::uuid', person)).length === 1
const called = (verb: string) => `select ${verb}`

beforeEach(async () => {
  await place.look(`update conflict set ends_at = now() - interval '1 minute'`)
  await place.look(`update limited_access set ended_at = now() - interval '1 minute'
    where ended_at is null`)
  await place.look(`delete from taking_away`)
})

describe('barring', () => {
  const bar = (who: Worker, whom: string, person = sam()) =>
    says(who, `${called(`people.declare_conflict($1::uuid, $2::uuid, 'related')`)}`, whom, person)

  test('another agency’s worker keeps what they had until somebody else agrees', async () => {
    await bar('priya', place.users.tom)
    expect(await opens('tom')).toBe(true)
  })

  test('nobody who is not on the form’s own list is barred or asked about', async () => {
    expect(await bar('priya', place.users.lou)).toBe('Refused')
    expect(await bar('priya', randomUUID())).toBe('Refused')
    expect(await bar('priya', place.users.olu)).toBe('Refused')
    expect(await place.look('select 1 from conflict where ends_at is null')).toEqual([])
  })

  test('oneself and one’s own colleague: at once', async () => {
    await bar('priya', place.users.ben)
    expect(await opens('ben')).toBe(false)
    await bar('priya', place.users.priya)
    expect(await opens('priya')).toBe(false)
  })

  test('a colleague who works for another agency too is not one’s own', async () => {
    const id = randomUUID()
    await place.look(
      `insert into membership (id, user_id, agency_id, role, starts_at)
       values ($1, $2, $3, 'practitioner', '2020-01-01')`,
      [id, place.users.ben, place.agencies.housing],
    )
    await bar('priya', place.users.ben)
    expect(await opens('ben')).toBe(true)
    await place.look(`update membership set ends_at = now() - interval '1 day' where id = $1`, [id])
  })
})

describe('limited access', () => {
  const limit = (who: Worker, users: string[]) =>
    says(
      who,
      `select people.limit_access($1::uuid, 'risk', '2999-01-01'::date, $2::uuid[])`,
      sam(),
      users,
    )
  const named = async () =>
    (
      await place.look<{ id: string }>(
        `select n.user_id as id from limited_access l join limited_access_named n
         on n.limited_access_id = l.id where l.ended_at is null`,
      )
    ).map(({ id }) => id)
  const change = (who: Worker, user: string, add: boolean) =>
    says(who, `select people.name_on_limited($1::uuid, $2::uuid, $3, 'why')`, sam(), user, add)

  test('names nobody who is not on the form’s list', async () => {
    expect(await limit('priya', [place.users.lou])).toBe('Refused')
    await limit('priya', [place.users.tom])
    for (const user of [place.users.lou, place.users.olu, randomUUID()])
      expect(await change('priya', user, true)).toBe('Refused')
    expect(await named()).not.toContain(place.users.lou)
  })

  test('the custodian stays, whoever asks; the database holds it too', async () => {
    await limit('priya', [place.users.tom, place.users.ben])
    for (const who of ['priya', 'tom', 'cass'] as const)
      expect(await change(who, place.users.cass, false)).toBe('Refused')
    expect(await named()).toContain(place.users.cass)
    await expect(
      place.look('delete from limited_access_named where user_id = $1', [place.users.cass]),
    ).rejects.toMatchObject({ code: '23514' })
    await expect(
      place.look('update limited_access set custodian_id = null where ended_at is null'),
    ).rejects.toMatchObject({ code: '23502' })
  })

  test('another agency’s worker stays named until somebody else agrees', async () => {
    await limit('priya', [place.users.tom, place.users.ben])
    await change('priya', place.users.tom, false)
    expect(await named()).toContain(place.users.tom)
    expect(await opens('tom')).toBe(true)
  })

  test('no worker opens a limited record to everybody by themselves', async () => {
    await limit('priya', [place.users.tom])
    await says('tom', `select people.end_limited_access($1::uuid, 'safe now')`, sam())
    expect(await opens('dana')).toBe(false)
  })

  test('a place without a custodian limits nobody; the last custodian cannot leave', async () => {
    await limit('priya', [place.users.tom])
    const leave = `update membership set ends_at = now() where id = $1`
    await expect(place.look(leave, [place.memberships.cass])).rejects.toThrow(/custodian/)
    await place.look('update limited_access set ended_at = now() where ended_at is null')
    await place.look(leave, [place.memberships.cass])
    expect(await limit('priya', [place.users.tom])).toBe('Refused')
    await place.look('update membership set ends_at = null where id = $1', [place.memberships.cass])
  })
})

describe('whereabouts', () => {
  test('a protection names no team that the form does not offer', async () => {
    const protect = (team: string) =>
      says(
        'priya',
        `select people.protect_whereabouts($1::uuid, 'risk', '2999-01-01'::date, $2::uuid[])`,
        sam(),
        [team],
      )
    expect(await protect(place.teams.landlord)).toBe('Refused')
    expect(await protect(randomUUID())).toBe('Refused')
  })

  test('another agency’s protection is not ended by a team that it names', async () => {
    await says(
      'tom',
      `select people.protect_whereabouts($1::uuid, 'risk', '2999-01-01'::date, $2::uuid[])`,
      sam(),
      [place.teams.probation],
    )
    await says('priya', `select people.end_protected_whereabouts($1::uuid, 'safe')`, sam())
    expect(
      await place.look('select 1 from protected_whereabouts where ended_at is null'),
    ).toHaveLength(1)
    await says('tom', `select people.end_protected_whereabouts($1::uuid, 'safe')`, sam())
    expect(await place.look('select 1 from protected_whereabouts where ended_at is null')).toEqual(
      [],
    )
  })
})

test('a cohort that another agency put somebody into is not left without a second word', async () => {
  const [member] = await place.look<{ id: string }>(
    'select id from cohort_member where ends_at is null',
  )
  await says('priya', `select sharing.leave_cohort($1::uuid, $2::uuid, 'why')`, sam(), member?.id)
  expect(await place.look('select 1 from cohort_member where ends_at is null')).toHaveLength(1)
})

test('words for named people are shown to nobody whom the form does not offer', async () => {
  const id = randomUUID()
  await says(
    'priya',
    `insert into contact (id, person_id, happened_on, kind, outcome, audience)
     values ($1::uuid, $2::uuid, '2026-01-01', 'visit', 'met', 'named')`,
    id,
    sam(),
  )
  for (const user of [place.users.lou, randomUUID()])
    expect(await says('priya', 'select work.name_readers($1::uuid, $2::uuid[])', id, [user])).toBe(
      'Refused',
    )
})

describe('a death', () => {
  test('recorded by one agency ends nobody else’s work and no other appointment', async () => {
    await place.look(
      `insert into appointment (id, person_id, record_id, agency_id, team_id, given_by, starts_at, kind)
       select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by,
         now() + interval '2 days', 'visit' from involvement where person_id = $1`,
      [sam()],
    )
    await says(
      'priya',
      `insert into death (id, person_id, source, confirmed_by)
       values (gen_random_uuid(), $1::uuid, $2, $3)`,
      sam(),
      ...Object.values(plain.death ?? {}),
    )
    const open = await place.look<{ agency_id: string }>(
      'select agency_id from involvement where person_id = $1 and ends_on is null',
      [sam()],
    )
    expect(open.map(({ agency_id }) => agency_id).sort()).toEqual(
      [place.agencies.housing, place.agencies.clinic].sort(),
    )
    const booked = await place.look<{ agency_id: string }>(
      'select agency_id from appointment where outcome is null',
    )
    expect(booked).toHaveLength(2)
  })
})
