import type { ReactNode } from 'react'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { openDraft, type OpenDraft } from '@/app/open-draft'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import type { Pair } from '@/lib/identity/review'
import { Sides } from './sides'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type Props = {
  id: string
  title: string
  path: string
  /** What the form's words are filed under. */
  form: string
  get: (scope: Scope, id: string) => Promise<Pair>
  children: (given: OpenDraft) => ReactNode
}

/** Two records side by side and a form to say what they are. */
export async function PairPage({ id, title, path, form, get, children }: Props) {
  if (!uuid.test(id)) notFound()
  const { viewer, pair, given } = await asViewer(async (scope) => {
    const may = can(scope.viewer, 'identity:review')
    const found = may
      ? await get(scope, id).catch((error: unknown) => {
          if (error instanceof NotFound) return null
          throw error
        })
      : null
    const given = await openDraft(scope, { form, subject: id, path })
    return { viewer: scope.viewer, pair: found, given }
  }, path)
  if (!pair) notFound()
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title={title}>
        <Sides pair={pair} />
        <Card className="max-w-3xl">{children(given)}</Card>
      </PageBody>
    </ViewerPage>
  )
}
