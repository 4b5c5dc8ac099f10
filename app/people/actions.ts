'use server'

import { redirect } from 'next/navigation'
import { asViewer } from '@/lib/access/session'
import { keepDraft } from '@/lib/drafts/commands'
import { longestSearch } from '@/lib/search/parse'

/**
 * The search box in the bar. What is typed is personal, so it never goes into an address: it is
 * kept as this user's own draft and the page reads it from there.
 */
export async function findFromBar(data: FormData): Promise<void> {
  const typed = data instanceof FormData ? data.get('q') : null
  const q = typeof typed === 'string' ? typed.slice(0, longestSearch) : ''
  await asViewer((scope) => keepDraft(scope, 'search', '', { q }))
  redirect('/people')
}
