import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { keepDraft } from '@/lib/drafts/commands'
import { longestSearch } from './parse'

/** Keeps what was typed into the search box, the typist's alone, for as long as their session. */
export async function keepSearch(scope: Scope, typed: string): Promise<void> {
  permit(scope.viewer, 'person:search')
  const q = typed.slice(0, longestSearch)
  await keepDraft(scope, 'search', '', { q, session: scope.viewer.sessionId })
}
