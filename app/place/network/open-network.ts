import { notFound } from 'next/navigation'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { readSheet } from './read-sheet'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** Opens a page of the network for those who may look at the place; *not found* for others. */
export async function openNetwork(path: string, asked: SearchParams) {
  const chosen = await asked
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'place:view')) return null
    return { viewer: scope.viewer, sheet: await readSheet(scope, chosen) }
  }, path)
  if (!found) notFound()
  return found
}
