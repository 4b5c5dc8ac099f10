import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { parseSearch } from '@/lib/search/parse'
import { findMine } from '@/lib/search/queries'
import { protectName, protectWhereabouts } from '@/lib/states/commands'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What a search does not find tells as much as what it finds: whatever one reads of somebody finds
// them alike, whether or not another side hides something; and what one does not read finds nobody.
let place: WorkingPlace
const sam = () => place.people.sam
const give = (agency: keyof WorkingPlace['agencies'], table: string, columns: string, of: string) =>
  place.look(
    `insert into ${table} (id, person_id, record_id, agency_id, team_id, given_by, categories, given_at,
       ${columns}) select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by,
       '{identity}', now(), ${of} from involvement where person_id = $1 and agency_id = $2`,
    [sam(), place.agencies[agency]],
  )
const name = (agency: keyof WorkingPlace['agencies'], given: string, family: string) =>
  give(
    agency,
    'person_name',
    'given, family, sort_key, norm',
    `'${given}', '${family}', '${family.toUpperCase()}', '${`${given} ${family}`.toUpperCase()}'`,
  )
const become = (agency: keyof WorkingPlace['agencies'], does: string) =>
  place.look('update team set function = $1 where id = $2', [does, place.teams[agency]])

beforeAll(async () => {
  place = await workingPlace()
  await place.look(
    `insert into agreement_term
     select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(),
       'giver_agency_id', a.id))).* from agreement_term t cross join agency a
     where t.category = 'identity' and a.key in ('housing', 'clinic')`,
  )
  await place.look('delete from person_name where person_id = $1', [sam()])
  await name('clinic', 'Fay', 'Walker')
  await name('probation', 'Sam', 'Example')
  await name('housing', 'Sam', 'Example')
  for (const [agency, postcode, mobile] of [
    ['clinic', 'ZW7 5DT', '07700900321'],
    ['probation', 'ZW9 1AA', '07700900654'],
  ] as const) {
    await give(agency, 'address', 'lines, postcode', `'1 Some Street', '${postcode}'`)
    await give(agency, 'reach', 'kind, value, norm', `'mobile', '${mobile}', '${mobile}'`)
  }
})
afterAll(() => place.close())
beforeEach(async () => {
  await place.look(`delete from audit_event where kind like 'search-%'`)
  await place.look('update protected_name set ended_at = now() where ended_at is null')
  await place.look('update protected_whereabouts set ended_at = now() where ended_at is null')
})

/** All that a search shows, in its order. */
const found = (who: Worker, typed: string) =>
  place.as(who, (scope) => findMine(scope, parseSearch(typed)))
const ids = async (who: Worker, typed: string) =>
  (await found(who, typed)).map(({ personId }) => personId)

describe('a name that another side protects', () => {
  const protect = () =>
    place.as('tom', (scope) => protectName(scope, { personId: sam(), reason: 'A new name.' }))

  test('takes none from a search that the page still shows', async () => {
    const why = async () =>
      (await found('priya', 'Fay Walker')).map(({ personId, reasons, bits }) => ({
        ...{ personId, reasons, bits },
      }))
    const before = await why()
    expect(before).toMatchObject([{ personId: sam() }])
    await protect()
    expect(await why()).toEqual(before)
  })

  test('finds nobody by what it hides, as by a wrong one, beside what is seen too', async () => {
    await place.as('dana', (scope) =>
      protectName(scope, { personId: sam(), reason: 'A new name.' }),
    )
    expect(await ids('priya', 'Fay Walker')).toEqual([])
    expect(await ids('tom', 'Fay Walker')).toEqual([])
    for (const known of ['', ' Example', ' Sam'])
      expect(await found('priya', `Fay Walker${known}`), known).toEqual(
        await found('priya', `Zzyzxq Qyxwvu${known}`),
      )
  })

  test('costs the database no more than a wrong one', async () => {
    await place.as('dana', (scope) =>
      protectName(scope, { personId: sam(), reason: 'A new name.' }),
    )
    const pages = (words: string[]) =>
      place.as('tom', async ({ db }) => {
        const rows = await db.$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
          `explain (analyze, buffers, timing off, summary off)
           select * from people.names_like_for_test($1::text[])`,
          words,
        )
        return Number(/shared hit=(\d+)/.exec(rows.map((row) => row['QUERY PLAN']).join(' '))?.[1])
      })
    // What the app may not ask by itself, asked as find_mine asks it.
    await place.look(
      `create function people.names_like_for_test(words text[]) returns setof uuid
       language sql stable security definer set search_path = pg_catalog, public, pg_temp
       as $$ select person_id from people.names_like(words, '{}') $$`,
    )
    await place.look('grant execute on function people.names_like_for_test(text[]) to public')
    const cost = [Infinity, Infinity]
    for (let time = 0; time < 6; time += 1)
      for (const [at, words] of [
        ['FAY', 'WALKER'],
        ['ZZYZXQ', 'QYXWVU'],
      ].entries())
        cost[at] = Math.min(cost[at] ?? Infinity, await pages(words))
    expect(cost[0]).toBeGreaterThan(0)
    expect(cost[0]).toBe(cost[1])
  })
})

describe.each(['enforcement', 'benefit_decision'])(
  'protected whereabouts, and a team of %s',
  (does) => {
    const protect = (who: Worker) =>
      place.as(who, (scope) =>
        protectWhereabouts(scope, {
          personId: sam(),
          reason: 'A partner',
          teams: [],
          reviewOn: '2990-01-01',
        }),
      )
    const own = ['ZW7 5DT', '07700 900321', 'ZW7 5DT Walker', '07700 900321 Walker']
    const hidden = ['ZW9 1AA', '07700 900654']
    const wrong = ['ZE3 9JZ', '07700 900999']

    test('finds by what its own agency gave, as where nothing is protected', async () => {
      await become('clinic', does)
      const before = await Promise.all(own.map((typed) => found('dana', typed)))
      for (const one of before) expect(one).toMatchObject([{ personId: sam() }])
      expect(before[0]?.[0]?.reasons.length).toBeGreaterThan(0)
      await protect('priya')
      expect(
        await place.as('dana', ({ db }) =>
          db.protectedWhereabouts.count({ where: { endedAt: null } }),
        ),
      ).toBe(0)
      expect(await Promise.all(own.map((typed) => found('dana', typed)))).toEqual(before)
    })

    test('finds nobody by what others gave, as by a wrong one', async () => {
      await become('clinic', does)
      await protect('priya')
      for (const [at, typed] of hidden.entries())
        for (const known of ['', ' Walker', ' ZW7 5DT', ' 07700 900321'])
          expect(await found('dana', `${typed}${known}`), `${typed}${known}`).toEqual(
            await found('dana', `${wrong[at]}${known}`),
          )
    })

    test('nor does anybody find by a place who may read that it is protected', async () => {
      await become('clinic', 'clinical')
      await protect('priya')
      for (const typed of [...own.slice(0, 2), ...hidden]) {
        expect(await ids('dana', typed), typed).toEqual([])
        expect(await ids('priya', typed), typed).toEqual([])
      }
      // The agency's own protection is its own to read, whatever its teams are for.
      await become('clinic', does)
      await protect('dana')
      expect(await ids('dana', 'ZW7 5DT')).toEqual([])
    })
  },
)
