import type { Client } from 'pg'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { addColleague, csv, letHost, makePlace, setUpPlace, takeIn } from '@/tests/support/transfer'
import type { Place } from '@/tests/support/transfer'

const heading = 'Row Ref,Family Name,Given Names,DOB,NHS Number,Postcode'

/** Housing's file: H1 is health's M1 by all they know; H2 and M2 have other NHS numbers. */
export const housingFile = csv(
  heading,
  'H1,Brocklehurst,William,18/05/1967,,CV4 9PT',
  'H2,Otherman,Zed,02/03/1950,9990024588,',
  'H3,Thirdly,Ann,04/05/1960,,',
)
const healthFile = csv(
  heading,
  'M1,Brocklehurst,William,18/05/1967,,CV4 9PT',
  'M2,Otherman,Zedd,02/03/1950,9990028915,',
  'M3,Thirdly,Anne,04/05/1960,,',
)

/**
 * Two agencies that have each taken a file in, and the partnership desk, which hosts their
 * agreement: its stewards decide, and its custodian may be the second.
 */
export async function reviewPlace() {
  const database = await freshDatabase()
  const client = await connect(database.adminUrl)
  const login = await connect(database.workerUrl)
  const app = await connect(database.appUrl)
  const worker: WorkerScope = workerScope(login)
  await setUpPlace(client)
  const housing = await makePlace(client, 'housing')
  const health = await makePlace(client, 'health')
  const desk = await makePlace(client, 'desk')
  const second = await addColleague(client, desk, 'steward')
  const custodian = await addColleague(client, desk, 'custodian')
  await client.query(
    `insert into agreement (id, name, place, purpose, cohort_name, cohort_description, review_on,
       starts_at, host_agency_id)
     values (gen_random_uuid(), 'a', 'b', 'c', 'd', 'e', '2030-01-01', '2020-01-01', $1)`,
    [desk.agency],
  )
  await client.query(
    `insert into agreement_party (id, agreement_id, agency_id, lawful_basis, conditions,
       confidence_lifted_by, regime, contact, signatory, signed_on, joined_at)
     select gen_random_uuid(), a.id, g.id, 'e', 'g', 'c', 'uk_gdpr', 'x', 'y', '2020-01-01',
       '2020-01-01' from agreement a, agency g`,
  )
  await letHost(client)
  await takeIn(client, worker, housing, housingFile)
  await takeIn(client, worker, health, healthFile)
  await client.query(`delete from record_key where key = '!match'`)

  const record = async (ref: string) => {
    const { rows } = await client.query<{ id: string; person: string }>(
      'select id, person_id as person from record where local_ref = $1',
      [ref],
    )
    return rows[0] ?? { id: '', person: '' }
  }
  return {
    ...{ client, worker, housing, health, desk, second, custodian, record },
    /** Asks the database as somebody, by the app's login, and keeps what it does. */
    ask: (who: Place, sql: string, values: unknown[] = []) => askAs(app, who, sql, values),
    /** A pair in the queue, as the matching job would put it there. */
    suggest: async (one: string, other: string, bits = 3) => {
      const { rows } = await client.query<{ id: string }>(
        `insert into link_candidate (id, record_a, record_b, for_role, bits, levels, why)
         values (gen_random_uuid(), least($1::uuid, $2::uuid), greatest($1::uuid, $2::uuid),
           'steward', $3, '[{"field": "family", "bits": 6, "words": "same surname"}]', 'why')
         on conflict (record_a, record_b) do update set decided_at = null, decision = null,
           decided_by = null returning id`,
        [(await record(one)).id, (await record(other)).id, bits],
      )
      return rows[0]?.id ?? ''
    },
    /** Each of the two gives the other this much of it, about everybody in the cohort. */
    shareBothWays: async (category: string, level: number) => {
      for (const [giver, receiver] of [
        [health, housing],
        [housing, health],
      ] as const)
        await client.query(
          `with g as (insert into receiver_group (id, agreement_id, name)
           select gen_random_uuid(), id, $1 || $3 from agreement returning id, agreement_id),
         t as (insert into receiver_group_team (group_id, team_id) select id, $2 from g)
       insert into agreement_term (id, agreement_id, giver_agency_id, group_id, category, level,
         purpose, starts_at)
       select gen_random_uuid(), agreement_id, $4::uuid, id, $3, $5, 'p', '2020-01-01' from g`,
          [giver.agency, receiver.team, category, giver.agency, level],
        )
    },
    together: async (one: string, other: string) =>
      (await record(one)).person === (await record(other)).person,
    close: async () => {
      await Promise.all([client.end(), login.end(), app.end()])
      await database.drop()
    },
  }
}

async function askAs(app: Client, who: Place, sql: string, values: unknown[]) {
  await app.query('begin')
  try {
    await app.query(`select set_config('app.session', $1, true)`, [who.token])
    const { rows } = await app.query<Record<string, unknown>>(sql, values)
    await app.query('commit')
    return rows
  } catch (error) {
    await app.query('rollback')
    throw error
  }
}
