import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { NotificationBanner } from '@/components/ui/notification-banner'
import { Pagination } from '@/components/ui/pagination'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getAllocated } from '@/lib/caseload/allocate'
import { getCaseload, listColleagues } from '@/lib/caseload/queries'
import { caseloadSchema } from '@/lib/caseload/schema'
import { daysAgo, formatDate, today } from '@/lib/dates'
import { id } from '@/lib/fields'
import { listHandovers } from '@/lib/handovers/queries'
import { pagesOf } from '@/lib/paging'
import { rangeWords } from '@/lib/caseload/words'
import { barDays } from './days-bar'
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
  const asked = await searchParams
  const ask = caseloadSchema.parse(asked)
  const { viewer, caseload, colleagues, did, handovers } = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'caseload:view'))
      return { viewer: scope.viewer, caseload: null, colleagues: [], did: null, handovers: 0 }
    return {
      viewer: scope.viewer,
      caseload: await getCaseload(scope, ask),
      colleagues: await listColleagues(scope),
      handovers: (await listHandovers(scope)).length,
      did: id().safeParse(asked.did).success ? await getAllocated(scope, String(asked.did)) : null,
    }
  }, '/caseload')
  if (!caseload) notFound()
  const now = today()
  const { counts, rows, next, before, shown } = caseload
  const worker = colleagues.find(({ userId }) => userId === ask.worker)?.name
  const team = viewer.teams[ask.team ? viewer.teamIds.indexOf(ask.team) : 0]
  const whole = (ask.team || viewer.teams.length === 1) && team ? `${team} caseload` : 'Caseload'
  const among = worker ? whole : `${colleagues.length} colleagues`
  const filters = {
    ...{ show: ask.show, sort: ask.sort },
    ...(ask.worker && { worker: ask.worker }),
    ...(ask.team && { team: ask.team }),
  }
  const address = (more: { show: string }) =>
    `/caseload?${new URLSearchParams({ ...filters, ...more })}`
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title={worker ? `The people of ${worker}` : whole}
        about={`${formatDate(now)} · ${among} · ${counts.people} ${counts.people === 1 ? 'person' : 'people'}`}
      >
        {did ? (
          <NotificationBanner title="Done">
            <p>{did}</p>
          </NotificationBanner>
        ) : null}
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
            words={counts.overdue === 1 ? 'review overdue' : 'reviews overdue'}
            tone="caution"
          />
        </ul>
        <p className="no-print mb-4 flex flex-wrap gap-x-6 gap-y-2">
          <Link href="/handovers">
            {handovers === 1
              ? '1 handover waits to be confirmed'
              : `${String(handovers)} handovers wait to be confirmed`}
          </Link>
          <Link href={`/caseload/handover?${new URLSearchParams(filters)}`}>Hand several over</Link>
        </p>
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
            <>
              <p className="mb-3 font-bold tabular-nums">
                {rangeWords(before, rows.length, shown)}
              </p>
              <PeopleTable rows={rows} now={now} sort={ask.sort} filters={filters} />
              <p className="mt-3 text-note text-muted">
                A bar is as long as the days since, up to {barDays}.
              </p>
            </>
          )}
          <Pagination
            of="people"
            {...pagesOf({
              ...{ path: '/caseload', filters, place: ['after'], asked },
              next: next ? { after: next } : null,
            })}
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
