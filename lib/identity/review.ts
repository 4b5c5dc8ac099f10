import 'server-only'
import type { z } from 'zod'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { explain } from '@/lib/people/matching/words'
import type { decisionSchema, linkDecisionSchema } from './schema'

/** One record of a pair, as its reviewer may see it. */
export type Side = {
  agency: string
  own: boolean
  ref: string | null
  nameHidden: boolean
  names: { given: string; middle: string; family: string; kind: string }[]
  births: { year: number | null; month: number | null; day: number | null; estimated: boolean }[]
  numbers: { type: string; value: string }[]
}

type Level = { field: string; bits: number; words: string }
type Row = { id: string; bits: number; levels: Level[]; one: Side; other: Side; later?: boolean }

/** Two records that may be, or have been taken to be, one person; with why, in words. */
export type Pair = Row & { why: string; likely: string }

const shown = 20

// The thresholds of the matcher: from 5 bits it would link by itself if nothing stood against it.
const likelihood = (bits: number): string =>
  bits >= 5 ? 'Very likely' : bits >= 0 ? 'Likely' : 'Possible'

const told = (row: Row): Pair => ({
  ...row,
  why: explain(row.levels) || 'What speaks for it may not be shown',
  likely: likelihood(row.bits),
})

const page = (rows: Row[]) => {
  const pairs = rows.slice(0, shown).map(told)
  return { pairs, next: rows.length > shown ? (pairs.at(-1)?.id ?? null) : null }
}

/** Pairs that wait for this reviewer, likeliest first. */
export async function listPairs({ db, viewer }: Scope, after?: string) {
  permit(viewer, 'identity:review')
  return page(
    await db.$queryRaw<Row[]>`
      select * from identity.queue(${after ?? null}::uuid, ${shown + 1}::int)`,
  )
}

/** Links of the machine that nobody has confirmed. */
export async function listLinks({ db, viewer }: Scope, before?: string) {
  permit(viewer, 'identity:review')
  return page(
    await db.$queryRaw<Row[]>`
      select * from identity.machine_links(${before ?? null}::uuid, ${shown + 1}::int)`,
  )
}

/** @throws NotFound for a pair that is decided or not this reviewer's */
export async function getPair({ db, viewer }: Scope, id: string): Promise<Pair> {
  permit(viewer, 'identity:review')
  const [row] = await db.$queryRaw<{ pair: Row | null }[]>`
    select identity.candidate(${id}::uuid) as pair`
  if (!row?.pair) throw new NotFound()
  return told(row.pair)
}

/** @throws NotFound for a link that is settled or not this reviewer's */
export async function getLink({ db, viewer }: Scope, id: string): Promise<Pair> {
  permit(viewer, 'identity:review')
  const [row] = await db.$queryRaw<{ pair: Row | null }[]>`
    select identity.machine_link(${id}::uuid) as pair`
  if (!row?.pair) throw new NotFound()
  return told(row.pair)
}

/** Decides a pair; gives the next one's id, so that a queue is worked without going back. */
export async function decidePair(scope: Scope, input: z.output<typeof decisionSchema>) {
  permit(scope.viewer, 'identity:link')
  const why = input.why ?? (input.said === 'same' ? 'Looked at both' : '')
  await scope.db.$executeRaw`
    select identity.decide_pair(${input.pair}::uuid, ${input.said}, ${why})`
  const { pairs } = await listPairs(scope)
  return pairs.find(({ id }) => id !== input.pair)?.id ?? null
}

/** Confirms a machine's link or undoes it; gives the next one's id. */
export async function reviewLink(scope: Scope, input: z.output<typeof linkDecisionSchema>) {
  permit(scope.viewer, 'identity:unlink')
  await scope.db.$executeRaw`
    select identity.review_link(${input.link}::uuid, ${input.said === 'confirm'},
      ${input.why ?? ''})`
  const { pairs } = await listLinks(scope)
  return pairs[0]?.id ?? null
}
