import 'server-only'
import type { Scope } from '@/lib/db'
import { getDraft } from '@/lib/drafts/queries'
import { textOf } from '@/lib/form-state'
import { parseSearch, type Asked } from './parse'
import { findEnded, findMine, searchBeyond, type Beyond, type Found } from './queries'

export type Search = {
  typed: string
  asked: Asked
  mine: Found[]
  ended: { personId: string; name: string; endedOn: Date }[]
  /** Null: not asked beyond one's own people. */
  beyond: Beyond | null
}

/** The search this user last made, from their own draft, answered now; null when there is none. */
export async function getSearch(scope: Scope, beyond: boolean): Promise<Search | null> {
  const kept = await getDraft(scope, 'search')
  const typed = kept ? textOf(kept.values, 'q').trim() : ''
  if (!typed) return null
  const asked = parseSearch(typed)
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
    beyond: beyond ? await searchBeyond(scope, asked) : null,
  }
}
