import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import { keepSearch } from '@/lib/search/commands'
import { getSearch } from '@/lib/search/page'
import { parseSearch } from '@/lib/search/parse'
import { askBeyond, findEnded, findMine, searchBeyond } from '@/lib/search/queries'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Answers that are not a list of people: found among those one's work has ended with, known
// elsewhere, shut; and how often one may ask.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  const [probation] = await place.look<{ id: string; class: number }>(
    `select r.id, (select id from entry_class where agency_id = r.agency_id limit 1) as class
     from record r where person_id = $1`,
    [place.people.alex],
  )
  const give = (table: string, columns: string, values: unknown[]) =>
    place.look(
      `insert into ${table} (id, person_id, record_id, agency_id, team_id, class_id, categories,
         given_by, ${columns})
       values (gen_random_uuid(), $1, $2, $3, $4, $5, '{identity}', $6,
         ${values.map((_, at) => `$${at + 7}`).join(', ')})`,
      [
        ...[place.people.alex, probation?.id, place.agencies.probation, place.teams.probation],
        ...[probation?.class, place.users.priya, ...values],
      ],
    )
  await give('person_name', 'given, family, sort_key, norm', ['Alex', 'Quaye', 'Q', 'ALEX QUAYE'])
  await give('birth', 'year, month, day', [1981, 5, 6])
  await give('identifier', 'type, value, norm, check_state', [
    ...['crn', 'X123456', 'X123456', 'ok'],
  ])
  await give('reach', 'kind, value, norm', ['mobile', '07700 900321', '07700900321'])
  await give('address', 'lines, postcode, norm', ['1 Some Street', 'ZW7 5DT', 'ZW75DT'])
})
afterAll(() => place.close())
beforeEach(() => place.look(`delete from audit_event where kind like 'search-%'`))

const mine = (who: Worker, typed: string) =>
  place.as(who, async (scope) => (await findMine(scope, parseSearch(typed))).length)
const ended = (who: Worker, typed: string) =>
  place.as(who, async (scope) => (await findEnded(scope, parseSearch(typed))).length)
const beyond = (who: Worker, typed: string) =>
  place
    .as(who, (scope) => askBeyond(scope, parseSearch(typed)))
    .then(() => place.as(who, (scope) => searchBeyond(scope, parseSearch(typed))))

test('one’s own people are found by what one reads of them', async () => {
  for (const typed of ['Alex', 'quaye', 'Aleks Quay', 'ZW7 5DT', '07700 900321', 'X123456']) {
    expect(await mine('priya', typed), typed).toBe(1)
  }
  expect(await mine('priya', '06/05/1981')).toBe(1)
  expect(await mine('priya', '05/06/1981')).toBe(1)
  expect(await mine('priya', 'ZW7 5DS')).toBe(0)
  expect(await mine('tom', 'Alex Quaye 06/05/1981')).toBe(0)
})

describe('people whose work has ended', () => {
  beforeAll(() =>
    place.look(
      `with gone as (update involvement set ends_on = current_date - 30 where person_id = $1 returning 1)
       update person_access set ends_at = now() - interval '29 days' where person_id = $1`,
      [place.people.alex],
    ),
  )
  afterAll(() =>
    place.look(
      `with back as (update involvement set ends_on = null where person_id = $1 returning 1)
       update person_access set ends_at = null where person_id = $1`,
      [place.people.alex],
    ),
  )

  test('are found by name, with a birth beside it, or by our own number', async () => {
    for (const typed of ['Alex Quaye', 'Quaye', 'Alex 1981', 'Alex Quaye 06/05/1981', 'X123456']) {
      expect(await ended('priya', typed), typed).toBe(1)
    }
    for (const typed of ['Alex 1982', 'Alex Zimmermann', 'X123457']) {
      expect(await ended('priya', typed), typed).toBe(0)
    }
  })

  test('never by where they live or a telephone, nor does either change anything', async () => {
    for (const typed of ['ZW7 5DT', 'ZW7 5DT 1981', '07700 900321', '06/05/1981', '1981']) {
      expect(await ended('priya', typed), typed).toBe(0)
    }
    expect(await ended('priya', 'Quaye ZW7 5DT')).toBe(await ended('priya', 'Quaye ZW7 5DS'))
  })

  test('are nobody to another agency, and to nobody once access is limited', async () => {
    expect(await ended('tom', 'Alex Quaye')).toBe(0)
  })
})

describe('known beyond', () => {
  const asked = 'X123456'

  test('somebody whose referral one’s team once turned down is still known', async () => {
    expect(await beyond('lou', asked)).toBe('somebody')
    const access = randomUUID()
    await place.look(
      `insert into person_access (id, person_id, viewer, agency_id, ground, opens, starts_at, ends_at)
       values ($1, $2, $3, $4, 'referral', 'shared', now() - interval '2 years', now() - interval '1 year')`,
      [access, place.people.alex, `t:${place.teams.landlord}`, place.agencies.landlord],
    )
    expect(await beyond('lou', asked)).toBe('somebody')
    await place.look('delete from person_access where id = $1', [access])
  })

  test('whoever may be under 18 is nobody', async () => {
    const born = (year: number, day: number | null) =>
      place.look('update birth set year = $2, day = $3 where person_id = $1', [
        ...[place.people.alex, year, day],
      ])
    await born(new Date().getUTCFullYear() - 17, 6)
    expect(await beyond('lou', asked)).toBe('nobody')
    await born(1981, 6)
    expect(await beyond('lou', asked)).toBe('somebody')
  })
})

test('who may be under 18: the days around an eighteenth birthday, and dates known in part', async () => {
  const [answers] = await place.look<Record<string, boolean>>(
    `with d as (select access.today() as t),
       b as (select (t - interval '18 years')::date as whole, (t - interval '18 years' + interval '1 day')::date as after,
         (t - interval '18 years' - interval '1 day')::date as before from d),
       p as (select b.*, array[extract(year from whole)::int, extract(month from whole)::int,
           extract(day from whole)::int] as w, array[extract(year from after)::int, extract(month from after)::int,
           extract(day from after)::int] as a, array[extract(year from before)::int,
           extract(month from before)::int, extract(day from before)::int] as z from b)
     select access.may_be_minor(w[1], w[2], w[3]) as today, access.may_be_minor(a[1], a[2], a[3]) as tomorrow,
       access.may_be_minor(z[1], z[2], z[3]) as yesterday, access.is_minor(a[1], a[2], a[3]) as "surely tomorrow",
       access.is_minor(w[1], w[2], w[3]) as "surely today",
       access.may_be_minor(w[1], 12, null) as december, access.may_be_minor(w[1], null, null) as "the year",
       access.is_minor(w[1], null, null) as "surely the year", access.is_minor(w[1] + 1, null, null) as "the next",
       access.may_be_minor(w[1] - 1, null, null) as "the year before",
       access.may_be_minor(null, 5, 6) as unknown from p`,
  )
  const month = new Date().toLocaleDateString('en-GB', {
    timeZone: 'Europe/London',
    month: 'numeric',
    day: 'numeric',
  })
  const lastDay = month === '31/12'
  expect(answers).toEqual({
    ...{ today: false, tomorrow: true, yesterday: false },
    ...{ 'surely tomorrow': true, 'surely today': false },
    ...{ december: !lastDay, 'the year': !lastDay, 'the year before': false },
    ...{ 'surely the year': false, 'the next': true, unknown: false },
  })
})

test('the four places that ask take the same day', async () => {
  const { alex } = place.people
  const [was] = await place.look<{ decides: boolean; careful: boolean }>(
    `select people.custodian_decides($1) as decides, $1 in (select identity.careful()) as careful`,
    [alex],
  )
  expect(was).toEqual({ decides: false, careful: false })
  for (const [days, child] of [
    [1, true],
    [0, false],
  ] as const) {
    await place.look(
      `update birth b set year = extract(year from d)::int, month = extract(month from d)::int,
         day = extract(day from d)::int
       from (select access.today() - interval '18 years' + make_interval(days => $2) as d) x
       where person_id = $1`,
      [alex, days],
    )
    const [now] = await place.look<{ decides: boolean; careful: boolean }>(
      `select people.custodian_decides($1) as decides, $1 in (select identity.careful()) as careful`,
      [alex],
    )
    expect(now).toEqual({ decides: child, careful: child })
    expect(await beyond('lou', 'X123456')).toBe(child ? 'nobody' : 'somebody')
  }
  await place.look('update birth set year = 1981, month = 5, day = 6 where person_id = $1', [alex])
})

describe('shut', () => {
  const shut = (who: Worker, personId: string) =>
    place.as(who, async ({ db }) => {
      const [row] = await db.$queryRaw<
        { shut: boolean }[]
      >`select access.shut(${personId}::uuid) as shut`
      return row?.shut
    })

  test('is said of nobody that one has nothing to do with, whatever their state', async () => {
    const { alex, sam } = place.people
    expect(await shut('lou', alex)).toBe(await shut('lou', randomUUID()))
    await place.look(
      `insert into limited_access (id, person_id, record_id, agency_id, team_id, given_by,
         categories, reason, set_on, review_on, custodian_id)
       select gen_random_uuid(), person_id, id, agency_id, $2, $3, '{safety}', 'x', current_date,
         current_date + 30, $4
       from record where person_id = $1`,
      [alex, place.teams.probation, place.users.priya, place.users.cass],
    )
    expect(await shut('lou', alex)).toBe(await shut('lou', randomUUID()))
    expect(await shut('lou', sam)).toBe(await shut('lou', randomUUID()))
    expect(await shut('olu', alex)).toBe(await shut('olu', randomUUID()))
    expect(await ended('priya', 'Alex Quaye')).toBe(0)
    await place.look(
      `update limited_access set ended_at = now() - interval '1 second' where person_id = $1`,
      [alex],
    )
    expect(await shut('priya', sam)).toBe(false)
  })

  test('says nothing without a session', async () => {
    const [row] = await place.look<{ alex: boolean; nobody: boolean }>(
      'select access.shut($1) as alex, access.shut($2) as nobody',
      [place.people.alex, randomUUID()],
    )
    expect(row?.alex).toBe(row?.nobody)
  })
})

describe('how often', () => {
  test('a search among one’s own people is counted and logged, without its words', async () => {
    expect(await mine('priya', 'Alex Quaye')).toBeGreaterThanOrEqual(0)
    await place.as('priya', async (scope) => {
      await keepSearch(scope, 'Alex Quaye')
      await getSearch(scope, null)
    })
    const rows = await place.look<{ line: string }>(
      `select to_jsonb(a)::text as line from audit_event a where kind = 'search-own' and actor_id = $1`,
      [place.users.priya],
    )
    expect(rows).toHaveLength(2)
    expect(rows.map(({ line }) => line).join()).not.toMatch(/quaye/i)
  })

  test('past two hundred an hour nothing is looked for, and the page says so', async () => {
    await place.look(
      `insert into audit_event (kind, actor_id, row_hash) select kind, $1, '\\x00'
       from generate_series(1, 200), unnest(array['search-own', 'search-ended']) kind`,
      [place.users.priya],
    )
    await expect(mine('priya', 'Alex')).rejects.toBeInstanceOf(Refused)
    await expect(ended('priya', 'Alex')).rejects.toBeInstanceOf(Refused)
    const page = await place.as('priya', async (scope) => {
      await keepSearch(scope, 'Alex Quaye')
      return getSearch(scope, null)
    })
    expect(page).toMatchObject({ tooMany: true, mine: [], ended: [] })
  })
})

test('a search ends with its session', async () => {
  await place.as('tom', (scope) => keepSearch(scope, 'Sam'))
  expect(await place.as('tom', (scope) => getSearch(scope, null))).toMatchObject({ typed: 'Sam' })
  const other = await place.as('tom', (scope) =>
    getSearch({ ...scope, viewer: { ...scope.viewer, sessionId: randomUUID() } }, null),
  )
  expect(other).toBeNull()
})
