import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { pagesOf } from '@/lib/paging'
import { listBatches } from '@/lib/transfer/queries'
import { reasonSentBack } from '@/lib/sent-back'
import { UPLOAD_PROBLEMS } from '@/lib/transfer/lists'
import { FileTable } from './file-table'
import { SendFile } from './send-file'

export const metadata: Metadata = { title: 'Transfer' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const uuid = /^[0-9a-f-]{36}$/

/**
 * Send a file of people, and see what became of those sent before. An administrator sees numbers.
 */
export default async function TransferPage({ searchParams }: Props) {
  const asked = await searchParams
  const { before } = asked
  const problem = await reasonSentBack(searchParams)
  const from = typeof before === 'string' && uuid.test(before) ? before : undefined
  const { viewer, files } = await asViewer(async (scope) => {
    const may = can(scope.viewer, 'transfer:import') || can(scope.viewer, 'transfer:count')
    return { viewer: scope.viewer, files: may ? await listBatches(scope, from) : null }
  }, '/transfer')
  if (!files) notFound()
  const sends = can(viewer, 'transfer:import')
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Transfer" about={`Files of people from ${viewer.agency}’s own systems.`}>
        {sends ? (
          <Card title="Send a file" titleId="send" className="mb-5">
            <SendFile problem={problem === undefined ? undefined : UPLOAD_PROBLEMS[problem]} />
          </Card>
        ) : null}
        <Card title="Files sent" titleId="sent">
          {files.rows.length === 0 ? (
            <EmptyState title="No file has been sent yet.">
              The first lines of a file are shown before anything goes in.
            </EmptyState>
          ) : (
            <FileTable files={files.rows} />
          )}
          <Pagination
            of="files"
            {...pagesOf({
              ...{ path: '/transfer', place: ['before'], asked },
              next: files.next ? { before: files.next } : null,
            })}
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
