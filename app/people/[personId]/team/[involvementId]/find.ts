import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { getOwnInvolvement } from '@/lib/team/choices'

export type InvolvementParams = Promise<{ personId: string; involvementId: string }>

/** The involvement's id in the address, or *not found*. */
export async function involvementIn(params: InvolvementParams): Promise<string> {
  const { involvementId } = await params
  return z.uuid().safeParse(involvementId).success ? involvementId : notFound()
}

/** One of our own that has not ended. Anything else is *not found*. */
export const askOwn =
  (involvementId: string) =>
  async (scope: Scope, { personId }: { personId: string }) =>
    (await getOwnInvolvement(scope, personId, involvementId)) ?? notFound()
