import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { countSearches, getLog, listReaders } from '@/lib/audit/queries'
import { logSchema } from '@/lib/audit/schema'
import { pagesOf } from '@/lib/paging'
import { SearchCounts } from './search-counts'
import { ExportForm } from './export-form'
import { LogFilters } from './filters'
import { LogTable } from './log-table'

export const metadata: Metadata = { title: 'Access log' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** Who opened what that concerns this agency: as reader or as giver. People are references. */
export default async function LogPage({ searchParams }: Props) {
  const asked = await searchParams
  const ask = logSchema.parse(asked)
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'log:read')) return null
    return {
      viewer: scope.viewer,
      log: await getLog(scope, ask),
      readers: await listReaders(scope),
      searches: await countSearches(scope),
    }
  }, '/log')
  if (!found) notFound()
  const { viewer, log, readers, searches } = found
  const { user, day, refused } = ask
  const filters = { ...(user && { user }), ...(day && { day }), ...(refused && { refused }) }
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Access log"
        about={`${viewer.agency}: openings by our users, and by those of other agencies whom we may know to work with the same person. For lawfulness and security, never for measuring work.`}
      >
        <div className="grid grid-cols-1 gap-5">
          <Card title="Openings" titleId="openings">
            <LogFilters ask={ask} readers={readers} />
            {log.lines.length === 0 ? (
              <EmptyState title="Nothing matches.">
                Choose another user or day, or leave both empty.
              </EmptyState>
            ) : (
              <LogTable lines={log.lines} />
            )}
            <Pagination
              of="openings"
              {...pagesOf({
                ...{ path: '/log', filters, place: ['at', 'key'], asked, next: log.next },
              })}
            />
          </Card>
          <Card title="Searches, last 30 days" titleId="searches">
            <SearchCounts rows={searches} />
          </Card>
          <Card title="Take it away" titleId="export" className="no-print">
            <ExportForm ask={ask} missing={asked['export'] === 'who'} />
          </Card>
        </div>
      </PageBody>
    </ViewerPage>
  )
}
