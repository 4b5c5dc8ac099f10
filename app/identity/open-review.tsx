import type { ReactNode } from 'react'
import { notFound } from 'next/navigation'
import { openDraft, type OpenDraft } from '@/app/open-draft'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import type { Scope, Viewer } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { uuidIn } from './uuid'

type Ask<T> = {
  id: string
  path: string
  /** What the form's words are filed under. */
  form: string
  get: (scope: Scope, id: string) => Promise<T>
}

/** Opens something to review with the kept words of its form; the page is not found otherwise. */
export async function openReview<T>({ id, path, form, get }: Ask<T>) {
  if (!uuidIn(id)) notFound()
  const opened = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'identity:review')) return null
    const found = await get(scope, id).catch((error: unknown) => {
      if (error instanceof NotFound) return null
      throw error
    })
    if (!found) return null
    const given: OpenDraft = await openDraft(scope, { form, subject: id, path })
    return { viewer: scope.viewer, found, given }
  }, path)
  if (!opened) notFound()
  return opened
}

type PageProps = { viewer: Viewer; title: string; about: string; children: ReactNode }

/** The frame of a review. */
export function ReviewPage({ viewer, title, about, children }: PageProps) {
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title={title} about={about}>
        {children}
      </PageBody>
    </ViewerPage>
  )
}
