import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSession, connect } from '@/tests/support/factories/session'
import { joins, smallDatabase, type SmallPlace } from '@/tests/support/factories/small-place'

// What the officer of the host could open of another agency's entries by changing an agreement.
let database: Awaited<ReturnType<typeof smallDatabase>>['database']
let app: Client
let place: SmallPlace

beforeAll(async () => {
  const made = await smallDatabase()
  database = made.database
  place = made.place
  app = await connect(database.appUrl)
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const day = (offset: number) =>
  new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
const become = (who: keyof SmallPlace['tokens']) =>
  app.query(`select set_config('app.session', $1, true)`, [place.tokens[who]])
const one = async (sql: string, values: unknown[]) =>
  (await app.query<{ id: string }>(sql, values)).rows[0]?.id ?? ''
const keep = (agreement: string, group: string | null, teams: string[], name = 'Those who help') =>
  one('select sharing.keep_group($1, $2, $3, $4)::text as id', [agreement, group, name, teams])
const answer = (group: string, accepts: boolean, meant = false) =>
  app.query('select sharing.answer_version($1, $2, $3)', [group, accepts, meant])

/** The clinic gives mental health to a group that holds the host's team alone. */
async function given(ends: string | null = null, level = 4) {
  await become('officer')
  const agreement = await one(
    `select sharing.make_agreement('Together', 'support', null, '{}', 'People', 'All', false, null,
       $1::date, $2::date, $3::date)::text as id`,
    [day(-1), day(300), ends],
  )
  for (const agency of ['host', 'clinic', 'probation', 'police'] as const)
    await joins(app, place, agreement, agency, day(-1))
  const group = await keep(agreement, null, [place.teams.host])
  await become('clinicOfficer')
  const term = await one(
    `select sharing.add_term($1, 'mental_health', $2, $4, 'support', '{arrest}', true, false, $3::date, null, false)::text as id`,
    [agreement, group, day(0), level],
  )
  return { agreement, group, term }
}

/** Agencies with a team that a term in force of the clinic reaches now. */
async function reached(agreement: string): Promise<string[]> {
  const { rows } = await app.query<{ key: string }>(
    `select distinct a.key from agreement_term t join receiver_group_team g on g.group_id = t.group_id
     join team on team.id = g.team_id join agency a on a.id = team.agency_id
     where t.agreement_id = $1 and (t.ends_at is null or now() < t.ends_at) order by 1`,
    [agreement],
  )
  return rows.map(({ key }) => key)
}

const refused = async (query: () => Promise<unknown>, code: string, words = /./) => {
  await app.query('savepoint s')
  await expect(query()).rejects.toMatchObject({
    code,
    message: expect.stringMatching(words) as string,
  })
  await app.query('rollback to s')
}
const within = (what: () => Promise<void>) => asSession(app, place.tokens.officer, what)
const { probation, host } = { probation: 'probation', host: 'host' }

describe('the host’s officer puts a team into a group that another’s term runs to', () => {
  test('nothing reaches it until the giver’s own officer has said yes, and is asked again', () =>
    within(async () => {
      const { agreement, group } = await given()
      await become('officer')
      const version = await keep(agreement, group, [place.teams.host, place.teams.probation])
      expect(version).not.toBe(group)
      expect(await reached(agreement)).toEqual([host])
      // Neither the host's officer nor a worker of the giver says it for them.
      await refused(() => answer(version, true, true), 'CT404')
      await become('clinicWorker')
      await refused(() => answer(version, true, true), 'CT403')
      await become('clinicOfficer')
      await refused(() => answer(version, true), 'CT422', /meant/)
      await answer(version, false)
      expect(await reached(agreement)).toEqual([host])
      await answer(version, true, true)
      expect(await reached(agreement)).toEqual([host, probation])
      const { rows } = await app.query(
        `select category, level, purpose, forbidden_uses, on_consent, counted_in_insight, ends_at
         from agreement_term where group_id = $1`,
        [version],
      )
      expect(rows).toEqual([
        {
          ...{ category: 'mental_health', level: 4, purpose: 'support', on_consent: true },
          ...{ forbidden_uses: ['arrest'], counted_in_insight: false, ends_at: null },
        },
      ])
      await refused(() => answer(version, true, true), 'CT404')
    }))

  test('a version changed again after it was read is not what one says yes to', () =>
    within(async () => {
      const { agreement, group } = await given(null, 1)
      await become('officer')
      const seen = await keep(agreement, group, [place.teams.host, place.teams.clinic])
      const newer = await keep(agreement, seen, [place.teams.host, place.teams.probation])
      await become('clinicOfficer')
      await refused(() => answer(seen, true, true), 'CT409', /newer version/)
      // Nor is a term given to what is no longer the group.
      await refused(
        () =>
          app.query(
            `select sharing.add_term($1, 'housing', $2, 4, 'so', '{}', false, false, $3::date, null, true)`,
            [agreement, group, day(0)],
          ),
        'CT409',
        /newer version/,
      )
      await answer(newer, true, true)
      expect(await reached(agreement)).toEqual([host, probation])
    }))

  test('a version holds the same teams for good, whichever officer tries', () =>
    within(async () => {
      const { agreement, group } = await given()
      for (const who of ['officer', 'clinicOfficer'] as const) {
        await become(who)
        for (const sql of [
          'insert into receiver_group_team (group_id, team_id) values ($1, $2)',
          'update receiver_group_team set team_id = $2 where group_id = $1',
          'update receiver_group set id = $2 where id = $1',
        ])
          await refused(() => app.query(sql, [group, place.teams.probation]), '42501')
      }
      await become('officer')
      await refused(() => keep(agreement, group, [place.teams.enforcing]), 'CT422', /enforces/)
      const elsewhere = await one(
        `select sharing.make_agreement('Other', 'x', null, '{}', 'P', 'A', false, null, $1::date, $2::date, null)::text as id`,
        [day(-1), day(300)],
      )
      await refused(() => keep(elsewhere, group, [place.teams.host]), 'CT404')
      await refused(() => keep(agreement, randomUUID(), [place.teams.host]), 'CT404')
    }))
})

test('a later end of the agreement opens nothing more of what others give', () =>
  within(async () => {
    const { agreement, term } = await given(day(20))
    await become('officer')
    await app.query('select sharing.date_agreement($1, 1, $2::date, null, null)', [
      agreement,
      day(300),
    ])
    const { rows } = await app.query<{ last: string }>(
      `select ((ends_at - interval '1 second') at time zone 'Europe/London')::date::text as last
       from agreement_term where id = $1`,
      [term],
    )
    expect(rows[0]?.last).toBe(day(20))
  }))
