import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { scratchId } from '../evaluation/scratch'
import { round } from '../evaluation/measures'
import { quantile } from './statistics'

/** What a steward waits for, in milliseconds: median and 95th percentile. */
type Waits = { p50: number; p95: number }

/** A steward's own queue after a register was linked: how long it is, and how long a page takes. */
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

/** Asks as the steward of one of the crowd's four agencies, with a session of their own. */
export async function measureQueue(adminUrl: string): Promise<Queue> {
  const client = new pg.Client(adminUrl)
  await client.connect()
  try {
    await signIn(client)
    const { rows } = await client.query<{ n: number; middle: string }>(
      `with mine as (select c.id, c.bits from link_candidate c
         join record a on a.id = c.record_a join record b on b.id = c.record_b
         where a.agency_id = $1 and b.agency_id = $1 and c.decided_at is null)
       select count(*)::int as n, (select id from mine order by bits desc, id
         offset (select count(*) / 2 from mine) limit 1) as middle from mine`,
      [agency],
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

const agency = scratchId(0, 'person')

async function signIn(client: pg.Client) {
  const [user, membership, session] = [randomUUID(), randomUUID(), randomUUID()]
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
