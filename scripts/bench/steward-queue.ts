import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { round } from '../evaluation/measures'
import { quantile } from './statistics'

/** What a steward waits for, in milliseconds: median and 95th percentile. */
type Waits = { p50: number; p95: number }

/** A steward's queue after a register was linked: how long it is, and how long a page takes. */
export type Queue = {
  pairs: number
  firstPage: Waits
  /** A page from the middle of the queue. */
  middlePage: Waits
  /** One pair side by side, with the one before and the one after. */
  pair: Waits
  /** The first page of the machine's links that nobody has confirmed. */
  links: Waits
}

const times = 20
const page = 21

/**
 * Asks as the steward of the partnership desk, which hosts the agreement of the crowd's four
 * agencies: every pair and every link is theirs to look at.
 */
export async function measureQueue(adminUrl: string): Promise<Queue> {
  const client = new pg.Client(adminUrl)
  await client.connect()
  try {
    await signIn(client)
    const { rows } = await client.query<{ n: number; middle: string }>(
      `select count(*)::int as n, (select id from link_candidate where decided_at is null
         order by bits desc, id offset (select count(*) / 2 from link_candidate) limit 1) as middle
       from link_candidate where decided_at is null`,
    )
    const { n = 0, middle } = rows[0] ?? {}
    const waits = async (text: string, ...values: unknown[]): Promise<Waits> => {
      const took: number[] = []
      for (let i = 0; i < times; i++) {
        const began = performance.now()
        await client.query(text, values)
        took.push(performance.now() - began)
      }
      return { p50: round(quantile(took, 0.5)), p95: round(quantile(took, 0.95)) }
    }
    const queue = 'select * from identity.queue($1, $2)'
    return {
      pairs: n,
      firstPage: await waits(queue, null, page),
      middlePage: await waits(queue, middle, page),
      pair: await waits('select identity.candidate($1)', middle),
      links: await waits('select * from identity.links(true, null, $1)', page),
    }
  } finally {
    await client.end()
  }
}

async function signIn(client: pg.Client) {
  const [user, membership, session] = [randomUUID(), randomUUID(), randomUUID()]
  const [agency, agreement] = [randomUUID(), randomUUID()]
  await client.query(
    `insert into agency (id, key, institution, name, kind)
     values ($1, 'desk', 'Desk', 'Desk', 'charity')`,
    [agency],
  )
  await client.query(
    `insert into agreement (id, name, place, purpose, cohort_name, cohort_description, review_on,
       starts_at, host_agency_id)
     values ($2, 'Bench', 'Crowd', 'c', 'd', 'e', '2030-01-01', '2020-01-01', $1)`,
    [agency, agreement],
  )
  await client.query(
    `insert into agreement_party (id, agreement_id, agency_id, lawful_basis, conditions,
       confidence_lifted_by, regime, contact, signatory, signed_on, joined_at)
     select gen_random_uuid(), $1, id, 'e', 'g', 'c', 'uk_gdpr', 'x', 'y', '2020-01-01',
       '2020-01-01' from agency`,
    [agreement],
  )
  const token = 'bench steward'
  await client.query(`insert into app_user (id, name, email) values ($1, 'Bench', 'bench@crowd')`, [
    user,
  ])
  await client.query(
    `insert into membership (id, user_id, agency_id, role) values ($1, $2, $3, 'steward')`,
    [membership, user, agency],
  )
  await client.query(
    `insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until)
     values ($1, $2, $3, $4, now() + interval '1 day', now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), session, user, membership],
  )
  await client.query(`select set_config('app.session', $1, false)`, [token])
}
