import type { Client } from 'pg'
import { NEED_DOMAINS } from '@/lib/codes'
import { addDays } from '@/lib/dates'
import { idFrom } from '@/lib/directory/rules/id-from'
import { propositions } from '../place/propositions-data'

/** Puts the invented propositions there, in place of those that were; the desk's, and shared. */
export async function writePropositions(client: Client, today: string): Promise<void> {
  await client.query('delete from proposition.paper')
  for (const [n, one] of propositions.entries()) {
    const id = idFrom('practice proposition', String(n))
    const begun = `${addDays(today, -40 - n)}T09:00:00Z`
    await client.query(
      `insert into proposition.paper (id, no, agency_id, begun_at, shared_at, invented)
       select $1, $2, id, $3, $3::timestamptz + interval '5 days', true from agency
       where kind = 'partnership' limit 1`,
      [id, n + 1, begun],
    )
    const words = {
      ...{ title: one.title, need: one.words, change: one.change, outcomes: one.outcomes },
      partners: one.partners.map(([name, sector, changes, pays, saves]) => ({
        ...{ name, sector, changes, pays: pays || null, saves: saves || null },
      })),
    }
    await client.query(
      `insert into proposition.version (id, paper_id, no, words, written_at)
       select $1, id, 1, $3, begun_at from proposition.paper where id = $2`,
      [idFrom(id, 'version'), id, JSON.stringify(words)],
    )
    const label = NEED_DOMAINS.find(({ key }) => key === one.need)?.label.toLowerCase() ?? ''
    await client.query(
      `insert into proposition.evidence (id, paper_id, kind, label, value, source, as_of, origin,
         pinned_at)
       select $1, p.id, 'directory', $3, (select count(*)::text from place.service s
           where $4 = any (s.needs) and s.gone_at is null), 'Directory of services', $5,
         jsonb_build_object('need', $4::text), p.begun_at
       from proposition.paper p where p.id = $2`,
      [idFrom(id, 'evidence'), id, `Services listed for: ${label}`, one.need, addDays(today, -40)],
    )
  }
}
