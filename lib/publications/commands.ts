import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { programme } from '@/lib/insight/programme'
import type { PublicationAsked } from './schema'

/**
 * Asks for the declared tables of twelve months that end with a quarter; the publisher builds them.
 *
 * @throws Refused when the quarter has not ended, is built already, or another is being built
 */
export async function askPublication(
  { db, viewer }: Scope,
  { profile, quarter }: PublicationAsked,
): Promise<void> {
  permit(viewer, 'publication:ask')
  await db.$executeRaw`select insight.ask_publication(${quarter}::date, ${profile},
    ${programme.version}, ${JSON.stringify(programme)}::jsonb)`
}

/** Agrees as one of two people; with the second it is published. */
export async function agreePublication({ db, viewer }: Scope, publication: string): Promise<void> {
  permit(viewer, 'publication:agree')
  await db.$executeRaw`select insight.agree_publication(${publication}::uuid)`
}

/** Drops what has not been published: its figures and its extract go. */
export async function dropPublication({ db, viewer }: Scope, publication: string): Promise<void> {
  permit(viewer, 'publication:agree')
  await db.$executeRaw`select insight.drop_publication(${publication}::uuid)`
}
