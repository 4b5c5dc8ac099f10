'use server'

import { redirect } from 'next/navigation'
import { asViewer } from '@/lib/access/session'
import { keepSearch } from '@/lib/search/commands'

/**
 * The search box in the bar. What is typed is personal, so it never goes into an address: it is
 * kept as this user's own draft and the page reads it from there.
 */
export async function findFromBar(data: FormData): Promise<void> {
  const typed = data instanceof FormData && !data.has('clear') ? data.get('q') : null
  await asViewer((scope) => keepSearch(scope, typeof typed === 'string' ? typed : ''))
  redirect('/people')
}
