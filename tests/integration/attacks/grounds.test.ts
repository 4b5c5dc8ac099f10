import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Refused } from '@/lib/errors'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What a statement of one's own gives and changes from an archive, a referral or urgent access, and
// what it can bring back.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const run = (who: Worker, sql: string, values: unknown[] = []) =>
  place
    .as(who, ({ db }) => db.$executeRawUnsafe(sql, ...values))
    .catch((error: unknown) => (error instanceof Refused ? 'refused' : String(error)))
const grounds = () =>
  place
    .look<{ ground: string }>(
      `select ground from person_access where person_id = $1 and agency_id = $2
       and now() >= starts_at and (ends_at is null or now() < ends_at) order by 1`,
      [place.people.sam, place.agencies.probation],
    )
    .then((rows) => rows.map(({ ground }) => ground))

const warning: [string, string, string] = [
  'warning',
  'kind, told, headline, starts_on, lapses_on',
  `'other', 'yes', 'x', now(), now()`,
]
const given: [string, string, string][] = [
  ['choice', 'kind, said_on, how', `'objection', now(), 'in person'`],
  ['protected_name', 'reason, set_on', `'x', now()`],
  ['own_words', 'words, said_on', `'not theirs', now()`],
  ['safe_contact', 'channel, allowed', `'phone', 'no'`],
  ['birth', 'year', '1960'],
  ['address', 'lines', `'1 Example Street'`],
  warning,
  ['death', 'source, confirmed_by', `'family', 'a nurse'`],
]
const contact: [string, string, string] = [
  ...['contact', 'happened_on, kind, outcome'],
  `now() - interval '2 years', 'visit', 'kept'`,
] as [string, string, string]

const gives = (who: Worker, [table, columns, values]: [string, string, string]) =>
  run(
    who,
    `insert into ${table} (id, person_id, ${columns}) values ($1::uuid, $2::uuid, ${values})`,
    [randomUUID(), place.people.sam],
  )

describe('from an archive', () => {
  beforeEach(async () => {
    await place.look(`delete from person_access where ground in ('archive', 'worker')`)
    await place.look('delete from involvement_worker')
    await place.look(
      `insert into involvement_worker (id, person_id, record_id, agency_id, team_id, given_by,
         categories, involvement_id, user_id, worker_name, starts_on)
       select gen_random_uuid(), i.person_id, i.record_id, i.agency_id, i.team_id, i.given_by,
         i.categories, i.id, $3, 'Priya', current_date - 30 from involvement i
       where i.person_id = $1 and i.agency_id = $2`,
      [place.people.sam, place.agencies.probation, place.users.priya],
    )
    await place.look(
      `update involvement set ends_on = current_date - 3 where person_id = $1 and agency_id = $2`,
      [place.people.sam, place.agencies.probation],
    )
    await place.as(
      'priya',
      ({ db }) => db.$queryRaw`select access.open_archive(${place.people.sam}::uuid, 'x')`,
    )
    expect(await grounds()).toEqual(['archive'])
  })

  test.each([
    ['involvement_worker', `ends_on = '2030-01-01'`],
    ['involvement_worker', 'ends_on = null'],
    ['involvement', `ends_on = '2030-01-01'`],
    ['involvement', 'ends_on = null'],
  ])('no work comes back: %s, %s', async (table, change) => {
    await run('priya', `update ${table} set ${change} where person_id = $1::uuid`, [
      place.people.sam,
    ])
    expect(await grounds()).toEqual(['archive'])
  })

  test.each([...given, contact])('gives no %s', async (...row) => {
    expect(await gives('priya', row)).toBe('refused')
  })
})

describe.each(['referral', 'urgent'])('on a %s alone', (ground) => {
  beforeAll(async () => {
    const { people, teams, agencies, users } = place
    await place.look('delete from person_access where agency_id = $1', [agencies.landlord])
    await place.look(
      `insert into record (id, person_id, agency_id, confirmed)
       select gen_random_uuid(), $1::uuid, $2::uuid, true
       where not exists (select 1 from record where person_id = $1::uuid and agency_id = $2::uuid)`,
      [people.sam, agencies.landlord],
    )
    await place.look(
      `insert into person_access (id, person_id, viewer, agency_id, ground, opens)
       values (gen_random_uuid(), $1, $2, $3, $4, 'shared')`,
      [
        ...[people.sam, ground === 'urgent' ? `u:${users.lou}` : `t:${teams.landlord}`],
        ...[agencies.landlord, ground],
      ],
    )
  })

  test.each(given)('nobody gives a %s', async (...row) => {
    expect(await gives('lou', row)).toBe('refused')
  })

  test('and what happened is recorded all the same, as by oneself and not by a feed', async () => {
    expect(await gives('lou', contact)).toBe(1)
    expect(await gives('lou', ['contact', `${contact[1]}, source`, `${contact[2]}, 'feed'`])).toBe(
      'refused',
    )
  })
})

describe('what was taken back or has ended', () => {
  const rows: [string, string, string, string][] = [
    ['contact', contact[1], contact[2], 'withdrawn_at'],
    ['choice', 'kind, said_on, how', `'objection', now(), 'in person'`, 'withdrawn_at'],
    ['address', 'lines', `'1 Example Street'`, 'until_on'],
    ['person_name', 'given, family, sort_key, norm', `'A', 'B', 'B A', 'A B'`, 'used_until'],
    ['own_words', 'words, said_on', `'tea', now()`, 'ended_on'],
    [...warning, 'ended_at'],
  ]

  test.each(rows)('%s: comes back by no statement, and ends no later than now', async (...row) => {
    const [table, columns, values, column] = row
    const id = randomUUID()
    const { sam } = place.people
    expect(
      await run(
        'tom',
        `insert into ${table} (id, person_id, ${columns}) values ($1::uuid, $2::uuid, ${values})`,
        [id, sam],
      ),
    ).toBe(1)
    const now = async () =>
      (
        await place.look<{ then: string | null; later: boolean }>(
          `select ${column}::text as then, ${column} > now() as later from ${table} where id = $1`,
          [id],
        )
      )[0]
    await run('tom', `update ${table} set ${column} = '2095-01-01' where id = $1::uuid`, [id])
    const ended = await now()
    expect(ended).toMatchObject({ then: expect.any(String) as string, later: false })
    await run('tom', `update ${table} set ${column} = null where id = $1::uuid`, [id])
    await run('tom', `update ${table} set ${column} = '2001-01-01' where id = $1::uuid`, [id])
    expect(await now()).toEqual(ended)
  })

  test('no colleague rewrites the headline of a contact', async () => {
    for (const change of [`outcome = 'x'`, `kind = 'x'`, `happened_on = now()`, 'major = true'])
      await expect(
        place.as('tom', ({ db }) => db.$executeRawUnsafe(`update contact set ${change}`)),
        change,
      ).rejects.toThrow()
  })
})
