import { notFound } from 'next/navigation'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { listWarnings } from '@/lib/warnings/queries'

export type WarningParams = Promise<{ personId: string; warningId: string }>

/** The warning's id in the address, or *not found*. */
export async function warningIn(params: WarningParams): Promise<string> {
  const { warningId } = await params
  return z.uuid().safeParse(warningId).success ? warningId : notFound()
}

/** One of our own that has not been ended. Anything else is *not found*. */
export const askOwn =
  (warningId: string) =>
  async (scope: Scope, { personId }: { personId: string }) => {
    const all = await listWarnings(scope, personId)
    const found = all.find(({ id, own, endedAt }) => id === warningId && own && !endedAt)
    return found ?? notFound()
  }
