import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Incident, IncidentLine } from './view'

const shown = 20

/** Incidents of wrong links that concern the reader, newest first, in counts and references. */
export async function listIncidents({ db, viewer }: Scope, before?: string) {
  permit(viewer, 'incident:read')
  const rows = await db.$queryRaw<{ line: IncidentLine }[]>`
    select line from identity.incidents(${before ?? null}::uuid, ${shown + 1}::int) line`
  const lines = rows.slice(0, shown).map(({ line }) => line)
  return { lines, next: rows.length > shown ? (lines.at(-1)?.id ?? null) : null }
}

/**
 * One incident. Who saw what is there for the information officer and the custodian alone.
 *
 * @throws NotFound for an incident that does not concern the reader
 */
export async function getIncident({ db, viewer }: Scope, id: string): Promise<Incident> {
  permit(viewer, 'incident:read')
  const [row] = await db.$queryRaw<{ incident: Incident | null }[]>`
    select identity.incident(${id}::uuid) as incident`
  if (!row?.incident) throw new NotFound()
  return row.incident
}
