import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Teams that enforce or decide benefits get nothing of others by screen, whatever opens the person
// to them: they ask the holder's information officer. Safety, own words and identity too.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  const give = async (who: Worker, sql: string) =>
    place.as(who, ({ db }) => db.$executeRawUnsafe(sql, place.people.sam))
  await give(
    'priya',
    `insert into own_words (id, person_id, words, said_on)
     values (gen_random_uuid(), $1::uuid, 'Ring me first', '2026-01-01')`,
  )
  await give(
    'priya',
    `insert into safe_contact (id, person_id, channel, allowed)
     values (gen_random_uuid(), $1::uuid, 'visit', 'no')`,
  )
  await give(
    'dana',
    `insert into own_words (id, person_id, words, said_on)
     values (gen_random_uuid(), $1::uuid, 'Theirs', '2026-01-01')`,
  )
})
afterAll(() => place.close())

const tables = ['own_words', 'safe_contact', 'person_name', 'involvement', 'protected_whereabouts']
/** How many rows of others the worker reads about Sam, by table. */
const reads = async (who: Worker) => {
  const found: Record<string, number> = {}
  for (const table of tables) {
    const rows = await place.as(who, ({ db }) =>
      db.$queryRawUnsafe<{ n: number }[]>(
        `select count(*)::int as n from ${table} where person_id = $1::uuid
           and agency_id <> access.my_agency()`,
        place.people.sam,
      ),
    )
    found[table] = rows[0]?.n ?? 0
  }
  return found
}
const none = Object.fromEntries(tables.map((table) => [table, 0]))
const become = (does: string) =>
  place.look('update team set function = $1 where id = $2', [does, place.teams.clinic])

describe.each(['enforcement', 'benefit_decision'])('a team of %s', (does) => {
  test('that works with the person reads its own entries and no others', async () => {
    await become('support')
    expect(await reads('dana')).toMatchObject({ own_words: 1, safe_contact: 1 })
    await become(does)
    expect(await reads('dana')).toEqual(none)
    const own = await place.as('dana', ({ db }) =>
      db.ownWords.count({ where: { personId: place.people.sam } }),
    )
    expect(own).toBe(1)
  })

  test('nor by a name on a limited record, nor by urgent access', async () => {
    await become(does)
    const [limit] = await place.look<{ id: string }>(
      `insert into limited_access (id, person_id, record_id, agency_id, team_id, given_by, categories,
         reason, set_on, review_on, custodian_id)
       select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by, '{safety}', 'why',
         '2026-01-01', '2999-01-01', $1 from involvement where person_id = $2 and agency_id = $3
       returning id`,
      [place.users.cass, place.people.sam, place.agencies.probation],
    )
    await place.look(
      'insert into limited_access_named (limited_access_id, user_id) values ($1, $2)',
      [limit?.id, place.users.dana],
    )
    const opened = await place.as('dana', ({ db }) =>
      db.person.count({ where: { id: place.people.sam } }),
    )
    expect(opened).toBe(1)
    expect(await reads('dana')).toEqual(none)
    await place.look('update limited_access set ended_at = now()')
    await place.look(
      `insert into urgent_access (id, person_id, user_id, membership_id, reason, categories,
         starts_at, ends_at)
       values (gen_random_uuid(), $1, $2, $3, 'why', $4, now() - interval '1 minute',
         now() + interval '1 hour')`,
      [place.people.sam, place.users.dana, place.memberships.dana, ['justice', 'identity']],
    )
    expect(await reads('dana')).toEqual(none)
    await place.look('delete from person_access where ground = $1', ['urgent'])
  })

  test('nor a placement that others decided, nor ends one; its own it reads', async () => {
    const sam = place.people.sam
    const placed = () =>
      place.as(
        'dana',
        ({ db }) =>
          db.$queryRaw<
            { id: string }[]
          >`select id from cohort_member where person_id = ${sam}::uuid`,
      )
    const leave = (member: string) =>
      place.as(
        'dana',
        ({ db }) =>
          db.$queryRaw`select sharing.leave_cohort(${sam}::uuid, ${member}::uuid, 'why') as waits`,
      )
    await become('support')
    const [theirs] = await placed()
    await become(does)
    expect(await placed()).toEqual([])
    const nothing = 'They are not in this cohort now.'
    for (const member of [theirs?.id ?? '', randomUUID()])
      await expect(leave(member)).rejects.toThrow(nothing)
    const [own] = await place.as(
      'dana',
      ({ db }) =>
        db.$queryRaw<{ id: string }[]>`
          select sharing.join_cohort(${sam}::uuid, ${place.agreement}::uuid, null) as id`,
    )
    expect(await placed()).toEqual([own])
    await place.look('delete from cohort_member where id = $1', [own?.id])
  })
})
