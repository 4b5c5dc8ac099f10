import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { can, type Verb } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import type { Scope } from '@/lib/db'
import { getInstitution, type Institution } from '@/lib/institutions/queries'

/** Whether this entry is the viewer's to change: their agency's, or they curate. */
export const isTheirs = ({ viewer }: Pick<Scope, 'viewer'>, one: Institution): boolean =>
  can(viewer, 'place:curate') || (can(viewer, 'place:correct') && one.agency_id === viewer.agencyId)

/**
 * Opens a page of one institution, for those with the verb; with `place:correct` for whose entry it
 * is alone. *Not found* for anybody else, and where there is none.
 */
export async function openInstitution<T>(
  institutionId: string,
  verb: Verb,
  ask: (scope: Scope, one: Institution) => Promise<T>,
) {
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, verb) || !z.uuid().safeParse(institutionId).success) return null
    const one = await getInstitution(scope, institutionId)
    if (!one || (verb === 'place:correct' && !isTheirs(scope, one))) return null
    return { viewer: scope.viewer, one, asked: await ask(scope, one) }
  }, `/place/institutions/${institutionId}`)
  if (!found) notFound()
  return { ...found, formKey: randomUUID() }
}
