import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { beforeSignIn } from '@/lib/db'
import { Unfit } from '@/lib/errors'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Somebody who holds the app's login and a signed-in worker's token, and writes SQL of their own.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  // The volunteer has somebody of their own, as they have once a manager has named them.
  await place.look(
    `insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens)
     select gen_random_uuid(), r.person_id, r.id, 'u:' || $1, r.agency_id, 'worker', 'shared'
     from record r where r.agency_id = $2`,
    [place.users.vi, place.agencies.probation],
  )
})
afterAll(() => place.close())

const attempt = async (who: Worker, sql: string, values: unknown[]): Promise<string> => {
  try {
    await place.as(who, ({ db }) => db.$executeRawUnsafe(sql, ...values))
    return 'done'
  } catch (error) {
    if (error instanceof Unfit) return error.code === '42501' ? 'refused' : error.code
    return String(error)
  }
}
const insert = (table: string, columns: string, values: string) =>
  `insert into ${table} (id, person_id, ${columns}) values ($1::uuid, $2::uuid, ${values})`

describe('what a role gives on no screen, it gives by no statement either', () => {
  const rows: [string, string, string][] = [
    ['death', 'source, confirmed_by', `'me', 'me'`],
    ['choice', 'kind, said_on, how', `'objection', now(), 'in person'`],
    ['own_words', 'words, said_on', `'not theirs', now()`],
    ['safe_contact', 'channel, allowed', `'phone', 'only'`],
    ['birth', 'year', '1960'],
    ['person_name', `kind, given, family, sort_key, norm`, `'legal', 'A', 'B', 'B A', 'A B'`],
    ['identifier', 'type, value, norm, check_state', `'crn', 'X000001', 'X000001', 'ok'`],
    ['need_rating', 'domain, state, rated_on', `'housing', 'need', now()`],
    ['warning', 'kind, headline, starts_on, lapses_on', `'other', 'x', now(), now()`],
    ['protected_name', 'reason, set_on', `'x', now()`],
  ]

  test.each(rows)('a volunteer gives no %s', async (table, columns, values) => {
    const { alex } = place.people
    const before = await count(table)
    expect(await attempt('vi', insert(table, columns, values), [randomUUID(), alex])).toBe(
      'refused',
    )
    expect(await count(table)).toBe(before)
  })

  const byFunctionsAlone: [string, string, string][] = [
    ['referral', 'reason', `'x'`],
    ['harm_link', 'kind', `'partner'`],
    ['unnamed', 'description', `'somebody'`],
    ['limited_access', 'reason, set_on, review_on', `'x', now(), now()`],
    ['protected_whereabouts', 'reason, set_on, review_on', `'x', now(), now()`],
    ['involvement', 'starts_on', 'now()'],
  ]

  test.each(byFunctionsAlone)('nobody gives a %s by hand', async (table, columns, values) => {
    const { alex } = place.people
    const before = await count(table)
    expect(await attempt('mo', insert(table, columns, values), [randomUUID(), alex])).toBe(
      'refused',
    )
    expect(await count(table)).toBe(before)
  })

  test('what a volunteer does on the screen still goes in: a contact with its words', async () => {
    const id = randomUUID()
    const contact = insert('contact', 'happened_on, kind, outcome', `now(), 'visit', 'kept'`)
    expect(await attempt('vi', contact, [id, place.people.alex])).toBe('done')
    const words = insert('contact_words', 'contact_id, words', `'${id}', 'She was well.'`)
    expect(await attempt('vi', words, [randomUUID(), place.people.alex])).toBe('done')
  })

  const count = async (table: string) =>
    (await place.look<{ n: string }>(`select count(*) as n from ${table}`))[0]?.n
})

test('no terms of one’s own making open a row: a level is all that may be named', async () => {
  const asked = (what: string) =>
    attempt('tom', `select access.${what}`, []).then((answer) => answer !== 'done')
  expect(await asked(`shared(gen_random_uuid(), gen_random_uuid(), 1, '{}'::jsonb)`)).toBe(true)
  expect(await asked(`shared(gen_random_uuid(), gen_random_uuid(), 1, 4)`)).toBe(false)
  expect(await asked(`decide(access.me(), gen_random_uuid(), gen_random_uuid(), 1, 4)`)).toBe(true)
})

describe('an administrator alone', () => {
  const change = (team: string, what: { does: string; implies: boolean }) =>
    place.as(
      'ada',
      ({ db }) => db.$queryRaw`
      select admin.keep_team(${team}::uuid, 'A team', ${what.does}, '{justice}', null, null,
        ${what.implies})`,
    )

  test.each(['enforcement', 'benefit_decision'])(
    'makes no %s team one that is shared with',
    async (does) => {
      const team = place.teams.probation
      await place.look('update team set function = $2 where id = $1', [team, does])
      await expect(change(team, { does: 'support', implies: false })).rejects.toThrow('new team')
      await change(team, { does, implies: false })
      await place.look(`update team set function = 'dual' where id = $1`, [team])
    },
  )

  test('does not make a place’s name one that may be read', async () => {
    const team = place.teams.probation
    await change(team, { does: 'dual', implies: true })
    await expect(change(team, { does: 'dual', implies: false })).rejects.toThrow('new team')
    await place.look('update team set implies_place = false where id = $1', [team])
  })
})

test('the token of a session that ended over an hour ago plants no words', async () => {
  const ended = (ago: string) =>
    place.look(
      `update session set ended_at = now() - $2::interval where token_hash = sha256(convert_to($1, 'UTF8'))`,
      [place.tokens.dana, ago],
    )
  await ended('61 minutes')
  expect(await beforeSignIn.keepWords(place.tokens.dana, 'contact', '', { words: 'x' })).toBe(false)
  await ended('50 minutes')
  expect(await beforeSignIn.keepWords(place.tokens.dana, 'contact', '', { words: 'x' })).toBe(true)
})

describe('a team that was only sent a referral decides nothing for those who work with the person', () => {
  beforeAll(() =>
    place.look(
      `insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens)
       select gen_random_uuid(), r.person_id, r.id, 't:' || $1, $2, 'referral', 'shared'
       from record r where r.person_id = $3 limit 1`,
      [place.teams.landlord, place.agencies.landlord, place.people.sam],
    ),
  )
  const verbs: [string, string][] = [
    ['limits access', `people.limit_access($1::uuid, 'x', current_date + 90, '{}')`],
    ['protects whereabouts', `people.protect_whereabouts($1::uuid, 'x', current_date + 90, '{}')`],
    ['bars a worker', `people.declare_conflict($2::uuid, $1::uuid, 'harm')`],
    ['puts them into a cohort', `sharing.join_cohort($1::uuid, $2::uuid, null)`],
  ]

  test.each(verbs)('%s', async (_what, call) => {
    const values = call.includes('$2')
      ? [place.people.sam, call.includes('cohort') ? place.agreement : place.users.tom]
      : [place.people.sam]
    expect(await attempt('lou', `select ${call}`, values)).toMatch(/CT404|no such person|NotFound/)
  })

  test('records a death', async () => {
    const death = insert('death', 'source, confirmed_by', `'family', 'a nurse'`)
    expect(await attempt('lou', death, [randomUUID(), place.people.sam])).toBe('refused')
  })

  test('and opens the person all the same, to answer it', async () => {
    const rows = await place.as('lou', ({ db }) => db.person.findMany({ select: { id: true } }))
    expect(rows.map(({ id }) => id)).toContain(place.people.sam)
  })
})
