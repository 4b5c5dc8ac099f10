import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getCaseload, listColleagues } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { daysAgo, formatDate, today } from '@/lib/dates'
import { Figure } from './figure'
import { Filters } from './filters'
import { PeopleTable } from './people-table'

export const metadata: Metadata = { title: 'Caseload' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/**
 * A manager's people: who is not allocated, not seen, overdue. By dates, never by a score; never a
 * table of workers.
 */
export default async function CaseloadPage({ searchParams }: Props) {
  const ask = caseloadSchema.parse(await searchParams)
  const { viewer, caseload, colleagues } = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'caseload:view'))
      return { viewer: scope.viewer, caseload: null, colleagues: [] }
    return {
      viewer: scope.viewer,
      caseload: await getCaseload(scope, ask),
      colleagues: await listColleagues(scope),
    }
  }, '/caseload')
  if (!caseload) notFound()
  const now = today()
  const { counts, rows, next } = caseload
  const address = (more: Record<string, string>) =>
    `/caseload?${new URLSearchParams({
      show: ask.show,
      sort: ask.sort,
      ...(ask.worker && { worker: ask.worker }),
      ...(ask.team && { team: ask.team }),
      ...more,
    })}`
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title={viewer.teams.length === 1 ? `${viewer.teams[0]} caseload` : 'Caseload'}
        about={`${formatDate(now)} · ${colleagues.length} colleagues · ${counts.people} people`}
      >
        <ul className="mb-5 grid gap-4 sm:grid-cols-3">
          <Figure
            href={address({ show: 'unallocated' })}
            number={counts.unallocated}
            words="not allocated"
            about={
              counts.oldestWaiting
                ? `oldest waiting: ${daysAgo(counts.oldestWaiting, now)}`
                : undefined
            }
            tone="danger"
          />
          <Figure
            href={address({ show: 'unseen' })}
            number={counts.unseen}
            words="not seen for 21 days, from what you can see"
            tone="danger"
          />
          <Figure
            href={address({ show: 'overdue' })}
            number={counts.overdue}
            words="reviews overdue"
            tone="caution"
          />
        </ul>
        <Card title="People" titleId="people">
          <Filters
            ask={ask}
            colleagues={colleagues}
            teams={viewer.teamIds.map((id, at) => ({ id, name: viewer.teams[at] ?? '' }))}
          />
          {rows.length === 0 ? (
            <EmptyState title="Nobody matches.">
              Choose “Everybody” to see the whole caseload.
            </EmptyState>
          ) : (
            <PeopleTable rows={rows} now={now} sort={ask.sort} />
          )}
          <Pagination
            of="people"
            previous={ask.after ? address({}) : undefined}
            next={next ? address({ after: next }) : undefined}
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
