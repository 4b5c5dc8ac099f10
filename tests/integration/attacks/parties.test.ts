import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSession, connect } from '@/tests/support/factories/session'
import { smallDatabase, type SmallPlace } from '@/tests/support/factories/small-place'

// What an agency could be made part of, unasked, by the officer who hosts an agreement.
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
const makes = () =>
  one(
    `select sharing.make_agreement('Together', 'support', null, '{}', 'People', 'All', false, null,
       $1::date, $2::date, null)::text as id`,
    [day(-9), day(300)],
  )
const asks = (agreement: string, agency: keyof SmallPlace['agencies']) =>
  one(
    `select sharing.add_party($1, $2, 'task', 'Art. 9', 'consent', 'uk_gdpr', 'desk', 'Sam',
       $3::date, $3::date)::text as id`,
    [agreement, place.agencies[agency], day(-9)],
  )
const answers = (asking: string, accepts: boolean) =>
  app.query('select sharing.answer_party($1, $2)', [asking, accepts])
const takesBack = (asking: string) => app.query('select sharing.take_back_party($1)', [asking])
const group = (agreement: string, team: keyof SmallPlace['teams']) =>
  one(`select sharing.keep_group($1, null, 'Those who help', $2)::text as id`, [
    agreement,
    [place.teams[team]],
  ])
const parties = async (agreement: string) =>
  (
    await app.query<{ key: string; late: boolean }>(
      `select g.key, p.joined_at >= date_trunc('milliseconds', now()) as late from agreement_party p
       join agency g on g.id = p.agency_id where p.agreement_id = $1 order by 1`,
      [agreement],
    )
  ).rows
const told = async (kind: string) => {
  const { rows } = await app.query('select user_id from notice where kind = $1', [kind])
  return rows.map(({ user_id }: { user_id: string }) => user_id)
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

describe('the host’s officer names another agency as a party', () => {
  test('it is none, gives nothing and receives nothing, until its own officer says yes', () =>
    within(async () => {
      const agreement = await makes()
      await asks(agreement, 'host')
      const asking = await asks(agreement, 'clinic')
      const [clinic, host] = [
        { key: 'clinic', late: true },
        { key: 'host', late: false },
      ]
      expect(await parties(agreement)).toEqual([host])
      await refused(() => group(agreement, 'clinic'), 'CT422', /parties/)
      const ours = await group(agreement, 'host')
      const gives = () =>
        app.query(
          `select sharing.add_term($1, 'housing', $2, 4, 'so', '{}', false, false, $3::date, null, false)`,
          [agreement, ours, day(0)],
        )
      await become('clinicOfficer')
      await refused(gives, 'CT422', /Only a party/)
      expect(await told('party-asked')).toEqual([place.users.clinicOfficer])
      // Nobody says it for them: the host, another agency, their own administrator or worker.
      for (const [who, code] of [
        ['officer', 'CT404'],
        ['probationOfficer', 'CT404'],
        ['clinicAdministrator', 'CT403'],
        ['clinicWorker', 'CT403'],
      ] as const) {
        await become(who)
        await refused(() => answers(asking, true), code)
      }
      expect(await parties(agreement)).toEqual([host])
      await become('clinicOfficer')
      await answers(asking, true)
      // From the day asked for, and never before the yes.
      expect(await parties(agreement)).toEqual([clinic, host])
      await gives()
      await refused(() => answers(asking, false), 'CT409', /answered/)
      await become('officer')
      expect(await told('party-yes')).toEqual([place.users.officer])
    }))

  test('a no leaves nothing behind, and may be asked again', () =>
    within(async () => {
      const agreement = await makes()
      const asking = await asks(agreement, 'clinic')
      await refused(() => asks(agreement, 'clinic'), 'CT409', /has been asked/)
      await become('clinicOfficer')
      await answers(asking, false)
      await refused(() => answers(asking, true), 'CT409', /answered/)
      expect(await parties(agreement)).toEqual([])
      await become('officer')
      expect(await told('party-no')).toEqual([place.users.officer])
      expect(await asks(agreement, 'clinic')).not.toBe(asking)
    }))

  test('what waits is the host’s to take back, and no yes counts after', () =>
    within(async () => {
      const agreement = await makes()
      const asking = await asks(agreement, 'clinic')
      await become('clinicOfficer')
      await refused(() => takesBack(asking), 'CT404')
      await become('officer')
      await takesBack(asking)
      await become('clinicOfficer')
      await refused(() => answers(asking, true), 'CT409', /taken back/)
      expect(await parties(agreement)).toEqual([])
    }))

  test('an agreement that has ended takes no yes', () =>
    within(async () => {
      const agreement = await makes()
      const asking = await asks(agreement, 'clinic')
      await app.query('select sharing.end_agreement($1)', [agreement])
      await become('clinicOfficer')
      await refused(() => answers(asking, true), 'CT409', /has ended/)
    }))

  test('and there is no way to write a party, or an answer, by hand', () =>
    within(async () => {
      const agreement = await makes()
      const asking = await asks(agreement, 'clinic')
      for (const sql of [
        `update party_asked set answer = 'yes' where id = '${asking}'`,
        `insert into agreement_party select gen_random_uuid(), agreement_id, agency_id from party_asked`,
        `select sharing.join_as(p) from party_asked p where id = '${asking}'`,
      ])
        await refused(() => app.query(sql), '42501')
    }))
})
