import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { PrintButton } from '@/components/ui/print-button'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listServiceAreas, listServices } from '@/lib/directory/queries'
import { serviceAskSchema } from '@/lib/directory/schema'
import { pagesOf } from '@/lib/paging'
import { ServiceFilters } from './service-filters'
import { ServiceList } from './service-list'

export const metadata: Metadata = { title: 'Services' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

/** What is on offer in the place, for whoever looks for it on somebody's behalf. */
export default async function ServicesPage({ searchParams }: Props) {
  const asked = await searchParams
  const ask = serviceAskSchema.parse(asked)
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'service:find')) return null
    return {
      viewer: scope.viewer,
      ...(await listServices(scope, ask)),
      areas: await listServiceAreas(scope),
    }
  }, '/place/services')
  if (!found) notFound()
  const { viewer, services, next, areas } = found
  const filters = Object.fromEntries(
    Object.entries(ask).flatMap(([name, value]) =>
      value === undefined || name === 'at' ? [] : [[name, String(value)]],
    ),
  )
  const isFiltered = Object.keys(filters).length > 0
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Services"
        about={`What is on offer in ${viewer.place}. Nothing here is about anybody.`}
        actions={<PrintButton />}
      >
        <Card className="mb-5">
          <ServiceFilters ask={ask} areas={areas} />
        </Card>
        <Card title={isFiltered ? 'Services that fit' : 'All services'} titleId="found">
          {services.length === 0 ? (
            <EmptyState
              title={isFiltered ? 'No service fits all of that.' : 'No service is listed.'}
            >
              {isFiltered ? (
                <>
                  Leave something out, or <Link href="/place/services">see all services</Link>.
                </>
              ) : (
                'Whoever runs this service takes in a directory.'
              )}
            </EmptyState>
          ) : (
            <ServiceList services={services} />
          )}
          {ask.open ? (
            <p className="mt-4 text-note text-muted">
              Services whose hours are not known, or not shown for safety, are not among those open
              now. Ring them.
            </p>
          ) : null}
          <Pagination
            of="services"
            {...pagesOf({ path: '/place/services', filters, place: ['at'], asked, next })}
          />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
