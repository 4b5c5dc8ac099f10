import 'server-only'
import { createHash, createHmac, randomUUID } from 'node:crypto'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { env } from '@/lib/env'

/**
 * The token of a feed's address: made from a seed that the database holds and a secret that it does
 * not, so that its owner can be shown the address again and nobody reads it out of a copy.
 */
export const feedToken = (seed: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`calendar ${seed}`).digest('base64url')

/** The hash by which the database knows a feed. */
export const feedHash = (token: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(token).digest())

/** The viewer's own feed: its token, and when it was read last; null where there is none. */
export async function getFeed({ db, viewer }: Scope) {
  permit(viewer, 'person:open')
  const [row] = await db.$queryRaw<{ seed: string; readOn: Date | null }[]>`
    select seed, read_on as "readOn" from work.my_feed()`
  return row ? { token: feedToken(row.seed), readOn: row.readOn } : null
}

/** A new feed for the viewer, in place of the one before, whose address leads to nothing then. */
export async function makeFeed({ db, viewer }: Scope): Promise<void> {
  permit(viewer, 'person:open')
  const seed = randomUUID()
  await db.$executeRaw`select work.make_feed(${feedHash(feedToken(seed))}, ${seed}::uuid)`
}

/** Ends the viewer's feed at once. */
export async function endFeed({ db, viewer }: Scope): Promise<void> {
  permit(viewer, 'person:open')
  await db.$executeRaw`select work.end_feed()`
}
