import type { Client } from 'pg'
import type { Build } from '@/lib/insight/job/build-publication'
import { publisherScope } from '@/lib/insight/job/publisher-scope'
import { loadPractice } from '@/prisma/practice/load/load-practice'
import { freshDatabase } from './database'
import { connect } from './factories/session'

/** A practice place with quarters that wait to be published, and the logins of publishing. */
export async function openPublishing(quarters: number) {
  const database = await freshDatabase()
  await loadPractice(database.ownerUrl, { count: 400, seed: 1, today: '2026-11-24', quarters })
  const [admin, publisher, insight] = (await Promise.all(
    [database.adminUrl, database.publisherUrl, database.insightUrl].map(connect),
  )) as [Client, Client, Client]
  const scope = publisherScope(publisher)
  return {
    ...{ database, admin, publisher, insight, scope },
    /** The publication that waits to be built. */
    next: async () => (await scope.ask<Build>('select * from insight.next_build()'))[0] as Build,
    close: async () => {
      await Promise.all([admin, publisher, insight].map((client) => client.end()))
      await database.drop()
    },
  }
}

/** Rows of one statement. */
export const rowsOf = async <R extends object>(
  client: Client,
  text: string,
  values: unknown[] = [],
) => (await client.query<R>(text, values)).rows

export type PublishedCell = { table_key: string; keys: string[]; value: number | null }

/** The published figures of a publication, in one order. */
export const publishedCells = (admin: Client, publication: string) =>
  rowsOf<PublishedCell>(
    admin,
    'select table_key, keys, value from published.cell where publication_id = $1 order by 1, 2',
    [publication],
  )
