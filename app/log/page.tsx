import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Link } from '@/components/ui/link'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { countSearches, getLog, listReaders } from '@/lib/audit/queries'
import { readLogAsk } from '@/lib/audit/schema'
import { visitsOf } from '@/lib/audit/visits'
import { dateValues } from '@/lib/form-state'
import { pagesOf } from '@/lib/paging'
import { SearchCounts } from './search-counts'
import { ExportForm } from './export-form'
import { LogFilters } from './filters'
import { LogTable } from './log-table'

export const metadata: Metadata = { title: 'Access log' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const textsOf = (asked: Awaited<Props['searchParams']>): Record<string, string> =>
  Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, [value].flat()[0] ?? '']))

/** Who opened what that concerns this agency: as reader or as giver. People are references. */
export default async function LogPage({ searchParams }: Props) {
  const asked = await searchParams
  const { ask, errors } = readLogAsk(asked)
  const wrong = Object.keys(errors).length > 0
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'log:read')) return null
    return {
      viewer: scope.viewer,
      log: wrong ? { lines: [], next: null } : await getLog(scope, ask),
      readers: await listReaders(scope),
      searches: await countSearches(scope),
    }
  }, '/log')
  if (!found) notFound()
  const { viewer, log, readers, searches } = found
  const { user, like, from, until, refused } = ask
  const filters = Object.fromEntries(
    Object.entries({ user, like, from, until, refused }).flatMap(([name, value]) =>
      value ? [[name, value]] : [],
    ),
  )
  const typed = {
    ...dateValues('from', from ?? ''),
    ...dateValues('until', until ?? ''),
    ...(wrong ? textsOf(asked) : {}),
  }
  const likeHref = (key: string) => `/log?like=${key}`
  const [first] = log.lines
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Access log"
        about={`${viewer.agency}: openings by our users, and by those of other agencies whom we may know to work with the same person. For lawfulness and security, never for measuring work.`}
      >
        <div className="grid grid-cols-1 gap-5">
          <Card
            title={like && first ? `Who opened ${first.person}` : 'Openings'}
            titleId="openings"
            more={like ? <Link href="/log">Openings of everybody</Link> : undefined}
          >
            <LogFilters {...{ ask, readers, typed, errors }} />
            {log.lines.length === 0 ? (
              <EmptyState title={wrong ? 'Put the days right first.' : 'Nothing matches.'}>
                Choose another user or other days, or leave them empty.
              </EmptyState>
            ) : (
              <LogTable
                visits={visitsOf(log.lines, log.next)}
                likeHref={like ? undefined : likeHref}
              />
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
