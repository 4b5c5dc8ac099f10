import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { isHost } from '@/lib/admin/queries'
import type { Scope } from '@/lib/db'

/**
 * Opens a page of the administration: for administrators; with `host` for those of the agency that
 * runs the place alone. Anything else, and an `ask` that finds nothing (null), is *not found*.
 */
export async function openAdmin<T>(
  ask: (scope: Scope, host: boolean) => Promise<T | null>,
  { host = false } = {},
) {
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'admin:view')) return null
    const runs = await isHost(scope)
    if (host && !runs) return null
    const asked = await ask(scope, runs)
    return asked === null ? null : { viewer: scope.viewer, host: runs, asked }
  }, '/admin')
  if (!found) notFound()
  return { ...found, formKey: randomUUID() }
}
