import { notFound } from 'next/navigation'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getWardMap } from '@/lib/areas/queries'
import type { Viewer } from '@/lib/db'
import { readChoice, type Choice } from '@/lib/insight/choose'
import { readPublished } from '@/lib/insight/published-database'
import { listPublications } from '@/lib/insight/queries'
import type { Publication } from '@/lib/insight/schema'

export type WardMap = Awaited<ReturnType<typeof getWardMap>>
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** What a page of insight begins with. Without a publication there is nothing to choose. */
export type Opened = {
  viewer: Viewer
  publications: readonly Publication[]
  choice: Choice | null
  map: WardMap
}

/**
 * Opens a page of insight: who may look, what is published, which of it the address chooses, and
 * the wards it is by. Ends in *not found* for everybody else and for an address that names anything
 * that was not published.
 */
export async function openInsight(path: string, asked: SearchParams): Promise<Opened> {
  const chosen = await asked
  const found = await asViewer(async (scope) => {
    const { viewer } = scope
    if (!can(viewer, 'insight:view')) return null
    const publications = await listPublications(readPublished)
    if (publications.length === 0) return { viewer, publications, choice: null, map: null }
    const choice = readChoice(publications, chosen)
    if (!choice) return null
    const map = await getWardMap(scope, choice.publication.coverage.wardSet)
    return { viewer, publications, choice, map }
  }, path)
  if (!found) notFound()
  return found
}
