import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { countSearchesBeyond, getLog, listReaders } from '@/lib/audit/queries'
import { logSchema, type LogAsk } from '@/lib/audit/schema'
import { Beyond } from './beyond'
import { ExportForm } from './export-form'
import { LogFilters } from './filters'
import { LogTable } from './log-table'

export const metadata: Metadata = { title: 'Access log' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const address = ({ user, day, refused }: LogAsk, more: Record<string, string> = {}) =>
  `/log?${new URLSearchParams({ ...(user && { user }), ...(day && { day }), ...(refused && { refused }), ...more })}`

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
      beyond: await countSearchesBeyond(scope),
    }
  }, '/log')
  if (!found) notFound()
  const { viewer, log, readers, beyond } = found
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Access log"
        about={`${viewer.agency}: openings by our users, and by parties of what we share. For lawfulness and security, never for measuring work.`}
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
              previous={ask.at ? address(ask) : undefined}
              next={log.next ? address(ask, log.next) : undefined}
            />
          </Card>
          <Card title="Searches beyond one’s own people, last 30 days" titleId="beyond">
            <Beyond rows={beyond} />
          </Card>
          <Card title="Take it away" titleId="export" className="no-print">
            <ExportForm ask={ask} missing={asked['export'] === 'who'} />
          </Card>
        </div>
      </PageBody>
    </ViewerPage>
  )
}
