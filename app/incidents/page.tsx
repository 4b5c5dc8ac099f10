import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { uuidIn } from '@/app/identity/uuid'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Table } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { formatDateTime } from '@/lib/dates'
import { listIncidents } from '@/lib/identity/incidents'
import { pagesOf } from '@/lib/paging'

export const metadata: Metadata = { title: 'Incidents' }

type Props = { searchParams: Promise<{ after?: string }> }

/** Wrong links that were undone, in counts and references. */
export default async function IncidentsPage({ searchParams }: Props) {
  const asked = await searchParams
  const before = uuidIn(asked.after)
  const { viewer, found } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      found: can(scope.viewer, 'incident:read') ? await listIncidents(scope, before) : null,
    }),
    '/incidents',
  )
  if (!found) notFound()
  const { lines, next } = found
  return (
    <ViewerPage viewer={viewer}>
      <PageBody title="Incidents" about="Records that had been linked by mistake, newest first.">
        <Card>
          {lines.length === 0 ? (
            <EmptyState title="There are none that concern you.">
              Undoing a link opens one.
            </EmptyState>
          ) : (
            <Table
              caption="Incidents"
              captionHidden
              rows={lines}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: 'reference',
                  title: 'Reference',
                  heading: true,
                  cell: ({ id, reference }) => (
                    <Link href={`/incidents/${id}`}>
                      <code>{reference}</code>
                    </Link>
                  ),
                },
                {
                  key: 'at',
                  title: 'Undone',
                  cell: (line) => formatDateTime(new Date(line.openedAt)),
                },
                { key: 'opened', title: 'Pages opened', number: true, cell: (x) => x.opened },
                { key: 'readers', title: 'By users', number: true, cell: (x) => x.readers },
                { key: 'given', title: 'Given out', number: true, cell: (x) => x.given },
              ]}
            />
          )}
          <Pagination
            of="incidents"
            {...pagesOf({
              ...{ path: '/incidents', place: ['after'], asked },
              next: next ? { after: next } : null,
            })}
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
