import 'server-only'
import type { z } from 'zod'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { VersionEffect } from './version-effect'
import type { versionDecisionSchema } from './version-schema'

/** A version of the values that scores are made with, for administrators of the host. */
export type MatchVersion = {
  id: string
  name: string
  state: 'used' | 'proposed' | 'refused' | 'replaced'
  madeFrom: number
  effect: VersionEffect | null
  madeAt: Date
  decidedAt: Date | null
  decidedBy: string | null
}

/** All versions, newest first; none while those shipped are the only ones. */
export function listVersions({ db, viewer }: Scope): Promise<MatchVersion[]> {
  permit(viewer, 'admin:view')
  return db.$queryRaw<MatchVersion[]>`
    select id, name, state, made_from as "madeFrom", effect, made_at as "madeAt",
      decided_at as "decidedAt", decided_by as "decidedBy" from identity.versions()`
}

/** Accepts a proposal, so that every later score is made with it, or refuses it. */
export async function decideVersion(
  { db, viewer }: Scope,
  { proposal, said }: z.output<typeof versionDecisionSchema>,
): Promise<void> {
  permit(viewer, 'admin:write')
  await db.$executeRaw`select identity.decide_version(${proposal}::uuid, ${said === 'accept'})`
}
