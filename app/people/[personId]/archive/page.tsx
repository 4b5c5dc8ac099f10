import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { openDraft } from '@/app/open-draft'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { asViewer } from '@/lib/access/session'
import { hasArchive } from '@/lib/identity/new-person'
import { personIn } from '../open'
import { ArchiveForm } from './form'

export const metadata: Metadata = { title: 'Open our own record' }

/**
 * Before an agency's own record of somebody it worked with opens again. Says nothing of the person,
 * and is not found where there is no such record for this viewer, whoever it is about.
 */
export default async function ArchivePage({ params }: { params: Promise<{ personId: string }> }) {
  const personId = await personIn(params)
  const path = `/people/${personId}/archive`
  const found = await asViewer(
    async (scope) =>
      (await hasArchive(scope, personId))
        ? {
            viewer: scope.viewer,
            ...(await openDraft(scope, { form: 'archive', subject: personId, path })),
          }
        : null,
    path,
  )
  if (!found) notFound()
  const { viewer, draft, kept } = found
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Open our own record"
        about="Your work with this person has ended. What your own agency wrote opens for a day."
        width="reading"
      >
        <Card>
          <ArchiveForm formKey={randomUUID()} personId={personId} draft={draft} kept={kept} />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
