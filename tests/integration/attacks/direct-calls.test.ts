import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// Somebody with the app's login and a volunteer's token calls the policies' own questions, with ids
// of their choosing and no row before them. None may tell what their policies would not.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  await place.look(
    `insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens)
     select gen_random_uuid(), r.person_id, r.id, 'u:' || $1, r.agency_id, 'worker', 'shared'
     from record r where r.agency_id = $2 and r.person_id = $3`,
    [place.users.vi, place.agencies.probation, place.people.sam],
  )
  for (const [agency, category] of [
    ['housing', 'housing'],
    ['clinic', 'mental_health'],
    ['probation', 'justice'],
  ] as const) {
    await give(agency, 'contact', 'happened_on, kind, outcome', `now(), 'visit', 'kept'`, category)
  }
})
afterAll(() => place.close())
afterEach(async () => {
  await place.look('delete from protected_name')
  await place.look('delete from choice')
})

const give = (
  agency: keyof WorkingPlace['agencies'],
  table: string,
  columns: string,
  values: string,
  category: string,
  whom: keyof WorkingPlace['people'] = 'sam',
) =>
  place.look<{ id: string }>(
    `insert into ${table} (id, person_id, record_id, agency_id, team_id, given_by, categories, ${columns})
     select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by, '{${category}}', ${values}
     from involvement where person_id = $1 and agency_id = $2 returning id`,
    [place.people[whom], place.agencies[agency]],
  )

/** What a call answers, for these sets of values, to one of the workers. */
const answers = (who: Worker, call: string, sets: unknown[][]) =>
  place.as(who, async ({ db }) => {
    const said: unknown[] = []
    for (const values of sets) {
      const [row] = await db.$queryRawUnsafe<{ said: unknown }[]>(
        `select (${call})::text as said`,
        ...values,
      )
      said.push(row?.said)
    }
    return said
  })

const recordOf = async (whom: 'sam' | 'alex', agency: keyof WorkingPlace['agencies']) => {
  const rows = await place.look<{ id: string }>(
    'select id from record where person_id = $1 and agency_id = $2',
    [place.people[whom], place.agencies[agency]],
  )
  return rows[0]?.id ?? ''
}
const classOf = async (agency: keyof WorkingPlace['agencies'], category: string) => {
  const rows = await place.look<{ id: number }>(
    'select id from entry_class where agency_id = $1 and categories = $2',
    [place.agencies[agency], [category]],
  )
  return rows[0]?.id ?? 0
}

describe('a protected name', () => {
  const protect = () =>
    give('clinic', 'protected_name', 'reason, set_on', `'She has a new name.', now()`, 'identity')
  const everyAgency = () =>
    Object.values(place.agencies).map((agency) => [place.people.sam, agency, randomUUID()])
  const may = 'access.may_name($1::uuid, $2::uuid, $3::uuid)'

  test('is confirmed by no words that are typed: the question takes none', async () => {
    const [row] = await place.look<{ takes: string }>(
      `select string_agg(pg_get_function_identity_arguments(oid), ';') as takes from pg_proc
       where proname = 'may_name' and pronamespace = 'access'::regnamespace`,
    )
    expect(row?.takes.replaceAll(/\w+ uuid/g, 'uuid')).toBe('uuid, uuid, uuid')
  })

  test.each(['vi', 'priya', 'tom'] as const)('is not told to %s to be there', async (who) => {
    const before = await answers(who, may, everyAgency())
    await protect()
    expect(await answers(who, may, everyAgency())).toEqual(before)
  })

  test('is confirmed by no name that one gives oneself to be asked about', async () => {
    await give(
      'clinic',
      'person_name',
      'given, family, sort_key, norm',
      `'Fay', 'Walker', 'WALKER', 'FAY WALKER'`,
      'identity',
    )
    await protect()
    const typed = (called: string) =>
      give(
        'probation',
        'person_name',
        'given, family, sort_key, norm, given_at',
        `'A', 'B', 'B', '${called}', now()`,
        'identity',
      )
    const guesses = [...(await typed('FAY WALKER')), ...(await typed('ANN OTHER'))]
    const said = await answers(
      'priya',
      may,
      guesses.map(({ id }) => [place.people.sam, place.agencies.housing, id]),
    )
    expect(said).toEqual(['true', 'true'])
  })
})

describe('what somebody said against', () => {
  const object = () =>
    give('clinic', 'choice', 'kind, said_on, how', `'objection', now(), 'in person'`, 'plan')
  const granted = 'access.granted($1::uuid, $2::uuid, $3::int)'
  const shared = 'access.shared($1::uuid, $2::uuid, $3::int, 3)'

  test('is not told by what a grant would open, where there is none', async () => {
    const asked = async () => [
      [place.people.sam, await recordOf('sam', 'housing'), await classOf('housing', 'housing')],
      [place.people.sam, await recordOf('sam', 'probation'), await classOf('housing', 'housing')],
    ]
    const before = await answers('vi', granted, await asked())
    await object()
    expect(await answers('vi', granted, await asked())).toEqual(before)
  })

  test('is not told by a kind of entry on a record that is not its giver’s', async () => {
    const asked = async () => [
      [place.people.sam, await recordOf('sam', 'probation'), await classOf('housing', 'housing')],
      [place.people.sam, await recordOf('sam', 'clinic'), await classOf('housing', 'housing')],
      [place.people.sam, await recordOf('alex', 'probation'), await classOf('housing', 'housing')],
      [place.people.sam, randomUUID(), await classOf('housing', 'housing')],
    ]
    expect(new Set(await answers('vi', shared, await asked()))).toEqual(new Set(['false']))
    const real = [place.people.sam, await recordOf('sam', 'housing')]
    const own = [...real, await classOf('housing', 'housing')]
    expect(await answers('vi', shared, [own])).toEqual(['true'])
  })
})

test('a record of somebody else is no more than one that does not exist', async () => {
  const sure = 'access.link_sure($1::uuid, $2::uuid)'
  const asked = [
    [place.people.sam, await recordOf('alex', 'probation')],
    [place.people.sam, randomUUID()],
  ]
  expect(await answers('tom', sure, asked)).toEqual(['false', 'false'])
})

describe('of what was taken back about somebody else’s person one is told as of none', () => {
  test.each([
    ['contact', 'happened_on, kind, outcome', `now(), 'visit', 'kept'`, 'stands($1::uuid, 1)'],
    [
      'need_rating',
      'domain, state, rated_on, withdrawn_why',
      `'housing', 'current', now(), 'mistake'`,
      'rating_stands($1::uuid)',
    ],
    [
      'assessment',
      'tool, assessed_on, total, withdrawn_why',
      `'ndta', now(), 10, 'mistake'`,
      'assessment_stands($1::uuid)',
    ],
  ] as const)('%s', async (table, columns, values, call) => {
    const told = (who: Worker, of?: { id: string }) =>
      answers(who, `access.${call}`, [[of?.id], [randomUUID()]])
    const [gone] = await give(
      'probation',
      table,
      `${columns}, withdrawn_at`,
      `${values}, now()`,
      'justice',
      'alex',
    )
    expect(await told('tom', gone)).toEqual(['true', 'true'])
    expect(await told('priya', gone)).toEqual(['false', 'true'])
  })
})

test('an entry of one’s own agency about somebody not open to one is no entry', async () => {
  const [hidden] = await give(
    'probation',
    'contact',
    'happened_on, kind, outcome',
    `now(), 'visit', 'kept'`,
    'justice',
    'alex',
  )
  const whole = `access.reads_whole($2, $1::uuid)`
  const asked = [
    [hidden?.id, 'contact'],
    [randomUUID(), 'contact'],
    [place.memberships.priya, 'membership'],
  ]
  expect(await answers('vi', whole, asked)).toEqual(['false', 'false', 'false'])
})

test('two records that hidden facts make a pair are no pair to somebody who cannot read them', async () => {
  const paired = `select string_agg(p::text, ',') from identity.paired($1::uuid) p`
  const pair = [await recordOf('sam', 'probation'), await recordOf('alex', 'probation')].sort()
  await place.look(
    `insert into link_candidate (id, record_a, record_b, for_role, bits, levels, why)
     values (gen_random_uuid(), $1, $2, 'steward', 20, '{}', 'a number')`,
    pair,
  )
  expect(await answers('priya', paired, [[place.people.sam]])).toEqual([null])
  const number = (whom: 'sam' | 'alex') =>
    give(
      'probation',
      'identifier',
      'type, value, norm, check_state',
      `'crn', 'X1', 'X1', 'ok'`,
      'identity',
      whom,
    )
  await number('sam')
  await number('alex')
  expect(await answers('priya', paired, [[place.people.sam]])).toEqual([place.people.alex])
})
