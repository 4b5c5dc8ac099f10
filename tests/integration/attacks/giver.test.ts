import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getCaseload } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { getTimeline, listTimelineAgencies } from '@/lib/contacts/timeline'
import { getDetails } from '@/lib/facts/queries'
import { openOverview } from '@/lib/people/queries'
import { openTogether } from '@/lib/people/together'
import { listChoices, listReaders } from '@/lib/sharing/queries'
import { listInvolved } from '@/lib/team/queries'
import { getToday } from '@/lib/today/queries'
import { listWarnings } from '@/lib/warnings/queries'
import { connected } from '@/scripts/connection.mjs'
import { plain } from '@/tests/support/factories/columns'
import { insertRows } from '@/tests/support/factories/rows'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// That a service works with somebody, learned from what else of it is open to everybody: a
// warning, their own words, how to reach them, a contact about safety, a name. Lou's agency works
// with Sam and is in no agreement with anybody.
let place: WorkingPlace
const involvement = randomUUID()

beforeAll(async () => {
  place = await workingPlace()
  await connected(place.adminUrl, async (client) => {
    const record_id = randomUUID()
    const person_id = place.people.sam
    const head = {
      person_id,
      record_id,
      agency_id: place.agencies.landlord,
      team_id: place.teams.landlord,
      given_by: place.users.lou,
    }
    const give = (table: string, categories: string[], more = {}) =>
      insertRows(client, table, [
        { ...head, ...plain[table], categories, id: randomUUID(), ...more },
      ])
    await client.query(
      `update agency set name = 'QUARTZ House', desk_phone = '0QUARTZ1' where id = $1`,
      [place.agencies.landlord],
    )
    await client.query(`update team set name = 'QUARTZ team', phone = '0QUARTZ2' where id = $1`, [
      place.teams.landlord,
    ])
    await client.query(`update app_user set name = 'QUARTZ Lou' where id = $1`, [place.users.lou])
    await insertRows(client, 'record', [
      { id: record_id, person_id, agency_id: place.agencies.landlord, confirmed: true },
    ])
    await give('involvement', ['housing'], { id: involvement, starts_on: '2024-01-01' })
    await give('involvement_worker', ['safety'], {
      involvement_id: involvement,
      user_id: place.users.lou,
      worker_name: 'QUARTZ Lou',
      worker_phone: '0QUARTZ3',
      lead: true,
    })
    await give('warning', ['safety'], { starts_on: '2024-01-01', lapses_on: '2999-01-01' })
    await give('own_words', ['safety'])
    await give('safe_contact', ['safety'])
    await give('need_rating', ['safety'])
    await give('contact', ['safety'], { outcome: 'kept', happened_on: '2026-01-01' })
    await give('appointment', ['safety'], { starts_at: '2999-01-01', worker_name: 'QUARTZ Lou' })
    await give('plan_action', ['safety'], { owner_name: 'QUARTZ Lou' })
    await give('choice', ['safety'])
    await give('person_name', ['identity'])
  })
})
afterAll(() => place.close())

const tells = (said: unknown) =>
  JSON.stringify(said).match(
    new RegExp(`QUARTZ|${place.agencies.landlord}|${place.teams.landlord}|${place.users.lou}`, 'g'),
  )

const sam = () => place.people.sam

describe('a service that may not be known is on no page about somebody', () => {
  test.each<[string, Parameters<WorkingPlace['as']>[1]]>([
    ['the overview', (scope) => openOverview(scope, sam())],
    ['together view', (scope) => openTogether(scope, sam())],
    ['the timeline', (scope) => getTimeline(scope, sam(), {})],
    ['its filter', (scope) => listTimelineAgencies(scope, sam())],
    ['warnings', (scope) => listWarnings(scope, sam())],
    ['details', (scope) => getDetails(scope, sam())],
    ['who is involved', (scope) => listInvolved(scope, sam())],
    ['who can see this record', (scope) => listReaders(scope, sam())],
    ['what they said', (scope) => listChoices(scope, sam())],
    ['a caseload', (scope) => getCaseload(scope, caseloadSchema.parse({}))],
    ['Today', (scope) => getToday(scope)],
  ])('%s', async (_page, what) => {
    for (const who of ['tom', 'priya', 'vi', 'dana', 'mo'] as const)
      expect(tells(await place.as(who, what)), who).toBeNull()
  })

  test('what it gave is there all the same, in the same words for all of them', async () => {
    const found = await place.as('tom', (scope) => openOverview(scope, sam()))
    expect(found?.overview.strip.warnings).toMatchObject([{ agency: 'another service' }])
    expect(found?.overview.timeline).toMatchObject([{ agency: 'another service', author: null }])
    expect(found?.overview.team.map(({ agency }) => agency)).not.toContain('another service')
    const caseload = await place.as('tom', (scope) => getCaseload(scope, caseloadSchema.parse({})))
    expect(caseload.rows).toMatchObject([{ seenBy: 'another service' }])
  })

  test('its own worker reads its name', async () => {
    const found = await place.as('lou', (scope) => openOverview(scope, sam()))
    expect(found?.overview.strip.warnings).toMatchObject([{ agency: 'QUARTZ House' }])
  })

  test('a filter by its id finds nothing', async () => {
    const by = (agency: string) => place.as('tom', (scope) => getTimeline(scope, sam(), { agency }))
    expect((await by(place.agencies.landlord)).entries).toEqual([])
    const { entries } = await place.as('tom', (scope) => getTimeline(scope, sam(), {}))
    const unnamed = entries.filter(({ agency }) => agency === 'another service')
    expect(unnamed.map(({ what }) => what).sort()).toEqual(['contact', 'needs', 'warning'])
  })
})

describe('one question', () => {
  const knows = (who: Worker, agency: 'landlord' | 'probation' | 'clinic', person = sam()) =>
    place.as(who, async ({ db }) => {
      const [row] = await db.$queryRaw<{ knows: boolean }[]>`
        select access.knows_giver(${person}::uuid, ${place.agencies[agency]}::uuid, null) as knows`
      return row?.knows
    })

  test('answers by what the agreement opens of its work with this person', async () => {
    expect(await knows('tom', 'landlord')).toBe(false)
    expect(await knows('tom', 'probation')).toBe(true)
    expect(await knows('lou', 'landlord')).toBe(true)
    // Nobody is asked about whom they have nothing to do with.
    expect(await knows('tom', 'probation', place.people.alex)).toBe(false)
    expect(await knows('cass', 'probation')).toBe(false)
  })
})

test('a referral once received tells of nobody who is barred from the person since', async () => {
  const knows = () =>
    place.as('tom', async ({ db }) => {
      const [row] = await db.$queryRaw<{ knows: boolean }[]>`
        select access.knows_giver(${sam()}::uuid, ${place.agencies.landlord}::uuid) as knows`
      return row?.knows
    })
  const change = (sql: string, values: unknown[]) =>
    connected(place.adminUrl, (client) => client.query(sql, values))
  await change(
    `insert into referral (id, person_id, record_id, agency_id, team_id, given_by, categories,
       to_team_id, reason, answer, sent_at, decided_at)
     select gen_random_uuid(), person_id, record_id, agency_id, team_id, given_by, '{housing}', $2,
       'x', 'declined', now() - interval '2 days', now() - interval '1 day'
     from involvement where id = $1`,
    [involvement, place.teams.housing],
  )
  expect(await knows()).toBe(true)
  const bar = randomUUID()
  await change(
    `insert into conflict (id, user_id, person_id, reason, declared_by)
     values ($1, $2, $3, 'related', $2)`,
    [bar, place.users.tom, sam()],
  )
  expect(await knows()).toBe(false)
  await change('delete from conflict where id = $1', [bar])
  await change('delete from referral where agency_id = $1', [place.agencies.landlord])
})

describe('lists beside a person', () => {
  const undone: (() => Promise<unknown>)[] = []
  beforeEach(async () => {
    for (const undo of undone.splice(0)) await undo()
  })

  test('a notice that work began is for those who may know who began it', async () => {
    const told = (who: Worker) =>
      place.as(who, ({ db }) => db.notice.findMany({ select: { subjectId: true } }))
    await connected(place.adminUrl, async (client) => {
      const [known] = (
        await client.query<{ id: string }>(
          'select id from involvement where person_id = $1 and agency_id = $2',
          [sam(), place.agencies.probation],
        )
      ).rows
      for (const subject_id of [involvement, known?.id])
        await insertRows(client, 'notice', [
          {
            id: randomUUID(),
            user_id: place.users.tom,
            kind: 'involvement-started',
            person_id: sam(),
            subject_id,
          },
        ])
    })
    const shown = await told('tom')
    expect(shown).toHaveLength(1)
    expect(shown[0]?.subjectId).not.toBe(involvement)
  })

  test('who is named on limited access is told as far as they may be known', async () => {
    const named = (who: Worker) =>
      place.as(
        who,
        ({ db }) => db.$queryRaw<{ name: string }[]>`
        select name from people.limited_named(${sam()}::uuid)`,
      )
    const id = randomUUID()
    await connected(place.adminUrl, async (client) => {
      await client.query(
        `insert into limited_access (id, person_id, record_id, agency_id, team_id, given_by,
           categories, reason, set_on, review_on, custodian_id)
         select $1, person_id, record_id, agency_id, team_id, given_by, '{safety}', 'x',
           '2026-01-01', '2999-01-01', $4 from involvement
         where person_id = $2 and agency_id = $3`,
        [id, sam(), place.agencies.housing, place.users.cass],
      )
      for (const user of [place.users.tom, place.users.lou, place.users.priya, place.users.cass])
        await client.query(
          'insert into limited_access_named values ($1, $2) on conflict do nothing',
          [id, user],
        )
    })
    undone.push(() =>
      connected(place.adminUrl, (client) =>
        client.query('update limited_access set ended_at = now() where id = $1', [id]),
      ),
    )
    expect((await named('tom')).map(({ name }) => name)).toEqual(['cass', 'priya', 'tom'])
    expect((await named('lou')).map(({ name }) => name)).toEqual(['QUARTZ Lou', 'cass'])
  })

  test('who has read my contact is told as far as they may be known', async () => {
    const contact = randomUUID()
    await place.as(
      'priya',
      ({ db }) => db.$executeRaw`
      insert into contact (id, person_id, categories, happened_on, kind, outcome)
      values (${contact}::uuid, ${sam()}::uuid, '{justice}', '2026-01-01', 'visit', 'kept')`,
    )
    for (const who of ['lou', 'tom'] as const)
      await place.as(who, (scope) => openOverview(scope, sam()))
    const readers = await place.as(
      'priya',
      ({ db }) => db.$queryRaw<{ name: string }[]>`
      select name from work.contact_readers(${contact}::uuid)`,
    )
    expect(tells(readers)).toBeNull()
    expect(readers.map(({ name }) => name)).toEqual(['tom'])
  })
})
