import type pg from 'pg'
import { withJobConnection } from '@/lib/worker'

/**
 * The publisher's own small door to the database: for the job that builds publications. It signs in
 * as the publisher's login, which counts in an extract that names nobody and calls the functions of
 * prisma/security/92b-publisher.sql. It carries no session, and no page ever has its address.
 */
export type PublisherScope = {
  /** Runs one statement and gives its rows. Each statement is a transaction of its own. */
  ask: <R extends object>(text: string, values?: unknown[]) => Promise<R[]>
}

/** A scope over a connection that is open already. */
export const publisherScope = (client: pg.Client): PublisherScope => ({
  ask: async <R extends object>(text: string, values: unknown[] = []) =>
    (await client.query<R>(text, values)).rows,
})

/**
 * Opens the publisher's connection, does the work and closes it.
 *
 * @param url DATABASE_URL_PUBLISHER
 */
export const withPublisher = <T>(
  url: string,
  work: (scope: PublisherScope) => Promise<T>,
): Promise<T> => withJobConnection(url, (client) => work(publisherScope(client)))
