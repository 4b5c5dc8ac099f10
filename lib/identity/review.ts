import 'server-only'
import type { z } from 'zod'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { decisionSchema, linkDecisionSchema } from './schema'
import type { LinkOfTwo, Pair, PairRow, TakeBack } from './view'
import { whyWords } from './words'

const shown = 20

/** A line of a list; how it stands where it is a pair to decide. */
export type ListedPair = PairRow & { stands?: Pair['stands'] }

const page = (rows: ListedPair[]) => {
  const pairs = rows.slice(0, shown)
  return { pairs, next: rows.length > shown ? (pairs.at(-1)?.id ?? null) : null }
}

/** Pairs that wait for this reviewer, likeliest first. */
export async function listPairs({ db, viewer }: Scope, after?: string) {
  permit(viewer, 'identity:review')
  return page(
    await db.$queryRaw<ListedPair[]>`
      select * from identity.queue(${after ?? null}::uuid, ${shown + 1}::int)`,
  )
}

/** Links that hold: of the machine and not looked at yet, or those that somebody stands for. */
export async function listLinks({ db, viewer }: Scope, unconfirmed: boolean, before?: string) {
  permit(viewer, 'identity:review')
  return page(
    await db.$queryRaw<ListedPair[]>`
      select * from identity.links(${unconfirmed}, ${before ?? null}::uuid, ${shown + 1}::int)`,
  )
}

/** @throws NotFound for a pair that is decided or not this reviewer's */
export async function getPair({ db, viewer }: Scope, id: string): Promise<Pair> {
  permit(viewer, 'identity:review')
  const [row] = await db.$queryRaw<{ pair: Pair | null }[]>`
    select identity.candidate(${id}::uuid) as pair`
  if (!row?.pair) throw new NotFound()
  return row.pair
}

/** @throws NotFound for a link that no longer holds or is not this reviewer's */
export async function getLink({ db, viewer }: Scope, id: string): Promise<LinkOfTwo> {
  permit(viewer, 'identity:review')
  const [row] = await db.$queryRaw<{ link: LinkOfTwo | null }[]>`
    select identity.one_link(${id}::uuid) as link`
  if (!row?.link) throw new NotFound()
  return row.link
}

/** What this reviewer said of a pair, where it can still be taken back. */
export async function getTakeBack({ db, viewer }: Scope, id: string): Promise<TakeBack> {
  permit(viewer, 'identity:review')
  const [row] = await db.$queryRaw<{ said: TakeBack }[]>`
    select identity.mine_to_take_back(${id}::uuid) as said`
  return row?.said ?? null
}

/**
 * Decides a pair; gives the next one's id, so that a queue is worked without going back. Where no
 * reason was typed, what was on the screen is the reason.
 */
export async function decidePair(scope: Scope, input: z.output<typeof decisionSchema>) {
  permit(scope.viewer, 'identity:link')
  const why =
    input.why ?? `Looked at both side by side: ${whyWords(await getPair(scope, input.pair))}`
  const [row] = await scope.db.$queryRaw<{ next: string | null }[]>`
    select identity.decide_pair(${input.pair}::uuid, ${input.said}, ${why}) as next`
  return row?.next ?? null
}

/** Takes one's own decision back. @throws Refused when something has been built on it */
export async function takeBack({ db, viewer }: Scope, pair: string) {
  permit(viewer, 'identity:link')
  await db.$executeRaw`select identity.take_back(${pair}::uuid)`
}

/**
 * Confirms a machine's link, or undoes a link; gives the incident that undoing opened, and the link
 * that comes next.
 */
export async function reviewLink(scope: Scope, input: z.output<typeof linkDecisionSchema>) {
  permit(scope.viewer, 'identity:unlink')
  const { next } = await getLink(scope, input.link)
  const [row] = await scope.db.$queryRaw<{ incident: string | null }[]>`
    select identity.review_link(${input.link}::uuid, ${input.said === 'confirm'},
      ${input.why ?? ''}) as incident`
  return { incident: row?.incident ?? null, next }
}
