import type { Client } from 'pg'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asSession, connect } from '@/tests/support/factories/session'
import { joins, smallDatabase, type SmallPlace } from '@/tests/support/factories/small-place'

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
const make = async (gateway: string | null = null) => {
  const { rows } = await app.query<{ id: string }>(
    `select sharing.make_agreement('Together', 'support', $1, '{arrest}', 'People', 'All', false, null,
       $2::date, $3::date, null)::text as id`,
    [gateway, day(-1), day(300)],
  )
  return rows[0]?.id ?? ''
}
const asks = (agreement: string, agency: string) =>
  app.query(
    `select sharing.add_party($1, $2, 'public task', 'Art. 9(2)(h)', 'consent', 'uk_gdpr', 'desk', 'Sam',
       $3::date, $3::date)`,
    [agreement, agency, day(-1)],
  )
const group = async (agreement: string, teams: string[]) => {
  const { rows } = await app.query<{ id: string }>(
    `select sharing.keep_group($1, null, $2, $3)::text as id`,
    [agreement, `group ${randomUUID()}`, teams],
  )
  return rows[0]?.id ?? ''
}
const term = (agreement: string, to: string, category: string, level: number, sure = false) =>
  app.query(
    `select sharing.add_term($1, $2, $3, $4, 'support', '{}', false, false, $5::date, null, $6) as id`,
    [agreement, category, to, level, day(0), sure],
  )
const become = (token: string) => app.query(`select set_config('app.session', $1, true)`, [token])
const refused = async (query: Promise<unknown>, code: string, words = /./) => {
  await expect(query).rejects.toMatchObject({
    code,
    message: expect.stringMatching(words) as string,
  })
}

describe('agreements', () => {
  test.each(['worker', 'administrator', 'commissioner'] as const)('a %s writes none', (who) =>
    asSession(app, place.tokens[who], () => refused(make(), 'CT403')),
  )

  test('nobody signed out writes one', () => asSession(app, null, () => refused(make(), 'CT401')))

  test('the host’s officer adds parties; another agency’s officer does not', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await joins(app, place, id, 'clinic', day(-1))
      await become(place.tokens.clinicOfficer)
      await refused(asks(id, place.agencies.host), 'CT403')
    }))

  test('immigration enforcement, a directory entry and a party of before cannot join', async () => {
    const tries: [keyof SmallPlace['agencies'], RegExp][] = [
      ['enforcementOfBorders', /never a party/],
      ['cafe', /directory entry/],
      ['clinic', /is or was a party/],
    ]
    for (const [who, words] of tries) {
      await asSession(app, place.tokens.officer, async () => {
        const id = await make()
        if (who === 'clinic') await joins(app, place, id, 'clinic', day(-1))
        await refused(asks(id, place.agencies[who]), who === 'clinic' ? 'CT409' : 'CT422', words)
      })
    }
  })

  test.each(['enforcing', 'deciding'] as const)('a team that is %s receives nothing', (team) =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await joins(app, place, id, 'police', day(-1))
      await refused(group(id, [place.teams[team]]), 'CT422', /enforces or decides benefits/)
    }),
  )

  test('a team of an agency that is no party is in no group', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await refused(group(id, [place.teams.clinic]), 'CT422', /parties/)
    }))

  test('only a party gives a term, and only its own', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await joins(app, place, id, 'clinic', day(-1))
      const to = await group(id, [place.teams.clinic])
      await refused(term(id, to, 'housing', 4), 'CT422', /Only a party/)
    }))

  test('the Serious Violence Duty opens no health information', async () => {
    const gateways = ['Serious Violence Duty', 'Police, Crime, Sentencing and Courts Act 2022 s.16']
    for (const [gateway, category] of [
      [gateways[0], 'mental_health'],
      [gateways[1], 'substance_use'],
      [gateways[0], 'identity'],
    ] as const) {
      await asSession(app, place.tokens.officer, async () => {
        const id = await make(gateway)
        await joins(app, place, id, 'clinic', day(-1))
        const to = await group(id, [place.teams.clinic])
        await become(place.tokens.clinicOfficer)
        await refused(term(id, to, category, 3), 'CT422', /Serious Violence Duty/)
      })
    }
  })

  test('probation is asked about once, and gets what is meant', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await joins(app, place, id, 'clinic', day(-1))
      await joins(app, place, id, 'probation', day(-1))
      const to = await group(id, [place.teams.probation])
      await become(place.tokens.clinicOfficer)
      await app.query('savepoint s')
      await refused(term(id, to, 'mental_health', 4), 'CT422', /meant/)
      await app.query('rollback to s')
      await term(id, to, 'housing', 4)
      await term(id, to, 'mental_health', 1)
      await term(id, to, 'substance_use', 4, true)
      const { rows } = await app.query(
        'select category, level from agreement_term where agreement_id = $1',
        [id],
      )
      expect(rows).toHaveLength(3)
    }))

  test('a term is never altered: a second one is refused until the first has ended', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await joins(app, place, id, 'clinic', day(-1))
      await joins(app, place, id, 'host', day(-1))
      const to = await group(id, [place.teams.host])
      await become(place.tokens.clinicOfficer)
      const { rows } = await term(id, to, 'housing', 3)
      await app.query('savepoint s')
      await refused(term(id, to, 'housing', 4), 'CT409', /End it first/)
      await app.query('rollback to s')
      await app.query('select sharing.end_term($1, null)', [rows[0]?.id])
      await term(id, to, 'housing', 4)
      await app.query('savepoint s')
      await refused(
        app.query('select sharing.end_term($1, null)', [rows[0]?.id]),
        'CT409',
        /already/,
      )
      await app.query('rollback to s')
      await refused(app.query('update agreement_term set level = 4'), '42501')
    }))

  test('an ended agreement takes nothing new', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await app.query('select sharing.end_agreement($1)', [id])
      await refused(asks(id, place.agencies.clinic), 'CT409', /has ended/)
    }))

  test('leaving is for a party’s own officer, and for no other, the host’s included', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      await joins(app, place, id, 'clinic', day(-1))
      await joins(app, place, id, 'probation', day(-1))
      const leave = (agency: string) =>
        app.query('select sharing.leave_agreement($1, $2, null)', [id, agency])
      await app.query('savepoint s')
      await refused(leave(place.agencies.clinic), 'CT403')
      await app.query('rollback to s')
      await become(place.tokens.clinicOfficer)
      await app.query('savepoint s')
      await refused(leave(place.agencies.probation), 'CT403')
      await app.query('rollback to s')
      await leave(place.agencies.clinic)
      const { rows } = await app.query(
        'select count(*)::int as left from agreement_party where agreement_id = $1 and left_at is not null',
        [id],
      )
      expect(rows[0]?.left).toBe(1)
    }))

  test('the size of a cohort is for the host’s officers', () =>
    asSession(app, place.tokens.officer, async () => {
      const id = await make()
      const size = async () =>
        (await app.query('select sharing.cohort_size($1) as n', [id])).rows[0]?.n as number | null
      expect(await size()).toBe(0)
      for (const who of ['clinicOfficer', 'administrator', 'worker'] as const) {
        await become(place.tokens[who])
        expect(await size()).toBeNull()
      }
    }))
})
