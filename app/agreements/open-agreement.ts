import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { can, type Verb } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getAgreement, type Agreement } from '@/lib/agreements/queries'
import type { Scope, Viewer } from '@/lib/db'
import { id } from '@/lib/fields'

type Opened<T> = {
  viewer: Viewer
  agreement: Agreement
  /** An officer is looking, and the agreement has not ended. */
  writes: boolean
  /** The viewer's agency keeps this agreement and its officer is looking. */
  host: boolean
  /** The viewer's agency is a party now, and its officer is looking. */
  party: boolean
  asked: T
  formKey: string
}

/**
 * Opens a page about one agreement: for officers and administrators; with `verb` 'agreement:write'
 * for officers alone. Anything else is *not found*.
 */
export async function openAgreement<T>(
  params: Promise<{ agreementId: string }>,
  verb: Extract<Verb, `agreement:${string}`>,
  ask: (scope: Scope, agreement: Agreement) => Promise<T>,
): Promise<Opened<T>> {
  const { agreementId } = await params
  if (!id().safeParse(agreementId).success) notFound()
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, verb)) return null
    const agreement = await getAgreement(scope, agreementId)
    return agreement && { viewer: scope.viewer, agreement, asked: await ask(scope, agreement) }
  }, '/agreements')
  if (!found) notFound()
  const { viewer, agreement, asked } = found
  const now = new Date()
  const writes = can(viewer, 'agreement:write') && !(agreement.endsAt && agreement.endsAt <= now)
  return {
    viewer,
    agreement,
    writes,
    host: writes && agreement.host.id === viewer.agencyId,
    party:
      writes &&
      agreement.parties.some(
        ({ agency, leftAt }) => agency.id === viewer.agencyId && !(leftAt && leftAt <= now),
      ),
    asked,
    formKey: randomUUID(),
  }
}
