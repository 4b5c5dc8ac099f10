import 'server-only'
import type { Scope } from '@/lib/db'
import { getDraft } from '@/lib/drafts/queries'
import { textOf } from '@/lib/form-state'
import { parseSearch, type Asked } from './parse'
import {
  askBeyond,
  findEnded,
  findMine,
  searchBeyond,
  searchesLeft,
  type Beyond,
  type Found,
} from './queries'

export type Search = {
  typed: string
  asked: Asked
  mine: Found[]
  ended: { personId: string; name: string; endedOn: Date }[]
  /** Null: not asked beyond one's own people. */
  beyond: Beyond | null
  /** The hour's allowance is used up, and nothing was looked for. */
  tooMany: boolean
}

/** What this user last searched for in this session. A search of an earlier session is over. */
async function lastTyped(scope: Scope): Promise<string | null> {
  const kept = await getDraft(scope, 'search')
  if (!kept || textOf(kept.values, 'session') !== scope.viewer.sessionId) return null
  return textOf(kept.values, 'q').trim() || null
}

/**
 * Asks the last search beyond one's own people too, for `getSearch` to answer in a transaction
 * after this one. False when the hour's allowance is used up, or there is nothing to ask.
 */
export async function askLastBeyond(scope: Scope): Promise<boolean> {
  const typed = await lastTyped(scope)
  const left = await searchesLeft(scope)
  if (typed === null || left.own === 0 || left.beyond === 0) return false
  await askBeyond(scope, parseSearch(typed))
  return true
}

/**
 * The search this user last made in this session, from their own draft, answered now; null when
 * there is none.
 *
 * @param beyond 'asked' by `askLastBeyond`; 'not' asked, because no more may be; null: not wanted
 */
export async function getSearch(
  scope: Scope,
  beyond: 'asked' | 'not' | null,
): Promise<Search | null> {
  const typed = await lastTyped(scope)
  if (typed === null) return null
  const asked = parseSearch(typed)
  const left = await searchesLeft(scope)
  if (left.own === 0 || beyond === 'not')
    return { typed, asked, mine: [], ended: [], beyond: null, tooMany: true }
  const ended = await findEnded(scope, asked)
  return {
    typed,
    asked,
    mine: await findMine(scope, asked),
    ended: ended.map((row) => ({
      personId: row.person_id,
      name: [row.given, row.family].filter(Boolean).join(' '),
      endedOn: row.ended_on,
    })),
    beyond: beyond === 'asked' ? await searchBeyond(scope, asked) : null,
    tooMany: false,
  }
}
