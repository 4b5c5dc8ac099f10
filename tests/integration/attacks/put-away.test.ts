import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Whoever has the app's login can put a session away, or take up another, in the middle of a
// statement: what was asked at its start is remembered, what is asked of each row is asked anew.
let place: WorkingPlace
const [contact, alexContact] = [randomUUID(), randomUUID()]
beforeAll(async () => {
  place = await workingPlace()
  const { users, agencies, people, teams } = place
  await place.look(
    `insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens)
     select gen_random_uuid(), r.person_id, r.id, 'u:' || $1, r.agency_id, 'worker', 'shared'
     from record r where r.agency_id = $2`,
    [users.vi, agencies.probation],
  )
  // Alex's first, of whom nothing is hidden: with them a statement learns what it remembers.
  for (const [person, id] of [
    [people.alex, alexContact],
    [people.sam, contact],
  ])
    await place.look(
      `with head as (select r.person_id, r.id as record_id, r.agency_id, $2::uuid as team_id,
         $3::uuid as given_by from record r where r.person_id = $1::uuid and r.agency_id = $4),
       c as (insert into contact (id, person_id, record_id, agency_id, team_id, given_by, categories,
         happened_on, kind, outcome) select $5::uuid, h.*, '{justice}', current_date - 3, 'visit', 'kept'
         from head h)
       select 1`,
      [person, teams.probation, users.priya, agencies.probation, id],
    )
  // What an agency gave itself it keeps; Sam's is housing's, and open to probation until protected.
  for (const [person, team, giver, agency] of [
    [people.alex, teams.probation, users.priya, agencies.probation],
    [people.sam, teams.housing, users.tom, agencies.housing],
  ])
    await place.look(
      `insert into address (id, person_id, record_id, agency_id, team_id, given_by, categories, lines)
       select gen_random_uuid(), r.person_id, r.id, r.agency_id, $2::uuid, $3::uuid, '{housing}',
         '1 Hidden Row' from record r where r.person_id = $1::uuid and r.agency_id = $4`,
      [person, team, giver, agency],
    )
  await place.look(
    `insert into contact_words (id, person_id, record_id, agency_id, team_id, given_by, categories,
       audience, contact_id, words)
     select gen_random_uuid(), c.person_id, c.record_id, c.agency_id, c.team_id, c.given_by,
       c.categories, 'named', c.id, 'Between us' from contact c where c.id = $1`,
    [contact],
  )
  await place.as(
    'dana',
    ({ db }) => db.$queryRaw`
      select people.protect_whereabouts(${people.sam}::uuid, 'x', current_date + 90,
        array[${teams.clinic}::uuid])`,
  )
})
afterAll(() => place.close())

const tried = (who: Worker, sql: string, values: unknown[] = []) =>
  place
    .as(who, ({ db }) => db.$queryRawUnsafe<object[]>(sql, ...values))
    .then((rows) => rows.length)
    .catch((error: unknown) => (error instanceof Refused ? 'refused' : String(error)))

const trail = async () =>
  (
    await place.look<{ n: string }>(
      `select count(*) as n from audit_event where table_name in ('contact', 'identifier', 'warning',
       'contact_words') and actor_id is null`,
    )
  )[0]?.n

describe.each([
  ['away', () => ''],
  ['for another', () => place.tokens.lou],
  ['for a colleague’s', () => place.tokens.ben],
])('a session put %s in the middle of a statement', (_what, token) => {
  let before: string | undefined
  beforeEach(async () => {
    await place.look('update contact set withdrawn_at = null')
    before = await trail()
  })
  const then = () => `set_config('app.session', '${token()}', true) is not null`
  const second = () => `case when person_id = '${place.people.alex}' then true else ${then()} end`

  test('forges no header', async () => {
    const { people, agencies, teams, users } = place
    const rows = `(values (1, 'justice', now()), (2, 'safety', '2020-01-01')) v(n, about, at)`
    const [record] = await place.look<{ id: string }>(
      'select id from record where person_id = $1 and agency_id = $2',
      [people.sam, agencies.probation],
    )
    expect(
      await tried(
        'priya',
        `insert into contact (id, person_id, record_id, agency_id, team_id, given_by, given_at,
           categories, happened_on, kind, outcome)
         select gen_random_uuid(), '${people.sam}', '${record?.id ?? ''}', '${agencies.probation}',
           '${teams.clinic}', '${users.priya}', at, array[about], current_date, 'visit', 'kept'
         from ${rows} where case when n = 1 then true else ${then()} end returning id`,
      ),
    ).toBe('refused')
    expect(await trail()).toBe(before)
  })

  test('hides no typing by hand', async () => {
    const { people, agencies, teams, users } = place
    await place.look('update record set by_hand = false')
    expect(
      await tried(
        'priya',
        `insert into identifier (id, person_id, record_id, agency_id, team_id, given_by, type, value,
           norm, check_state, categories)
         select gen_random_uuid(), r.person_id, r.id, '${agencies.probation}', '${teams.probation}',
           '${users.priya}', 'local', 'ZZ1', 'ZZ1', 'ok', '{identity}'
         from (select id, person_id, row_number() over (order by person_id = '${people.sam}') as n from record
           where agency_id = '${agencies.probation}' offset 0) r
         where case when n = 1 then true else ${then()} end returning id`,
      ),
    ).toBe('refused')
    expect(await place.look(`select 1 from identifier where value = 'ZZ1'`)).toEqual([])
  })

  test('lets a volunteer withdraw no contact that they cannot read whole', async () => {
    await tried('vi', `update contact set withdrawn_at = now() where ${second()} returning id`)
    expect(
      await place.look(`select 1 from contact where id = $1 and withdrawn_at is not null`, [
        contact,
      ]),
    ).toEqual([])
    expect(await trail()).toBe(before)
  })

  test('shows no protected address', async () => {
    expect(await tried('priya', `select 1 from address where ${second()}`)).toBeLessThan(2)
  })

  test('adds nothing to what somebody else narrowed', async () => {
    const { users } = place
    expect(
      await tried(
        'ben',
        `insert into contact_place (id, person_id, record_id, agency_id, team_id, given_by,
           categories, contact_id, place)
         select gen_random_uuid(), c.person_id, c.record_id, c.agency_id, c.team_id, '${users.ben}',
           '{justice}', c.id, 'x'
         from (select * from contact where id in ($1::uuid, $2::uuid) order by id = $2::uuid offset 0) c
         where case when c.id = $1::uuid then true else ${then()} end returning id`,
        [alexContact, contact],
      ),
    ).toBe('refused')
  })
})
