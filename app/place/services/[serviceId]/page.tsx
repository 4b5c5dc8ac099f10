import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { SubPage } from '@/app/sub-page'
import { Card } from '@/components/ui/card'
import { PrintButton } from '@/components/ui/print-button'
import { SummaryList } from '@/components/ui/summary-list'
import { Tag } from '@/components/ui/tag'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { getService } from '@/lib/directory/queries'
import { confirmedWords } from '@/lib/directory/words'
import { gettingIn, whatItIs, whereAndWhen } from './service-facts'

export const metadata: Metadata = { title: 'Service' }

type Props = { params: Promise<{ serviceId: string }> }

/** One service: what it is, how to get in, where and when; or that this is not shown. */
export default async function ServicePage({ params }: Props) {
  const { serviceId } = await params
  const found = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'service:find') || !z.uuid().safeParse(serviceId).success) return null
    const service = await getService(scope, serviceId)
    return service && { viewer: scope.viewer, service }
  }, `/place/services/${serviceId}`)
  if (!found) notFound()
  const { viewer, service } = found
  return (
    <SubPage
      viewer={viewer}
      title={service.name}
      about={service.institution ?? undefined}
      back={{ href: '/place/services', label: 'services' }}
    >
      <p className="mb-4 flex flex-wrap items-center gap-3">
        {service.open_now ? <Tag tone="act">open now</Tag> : null}
        {service.status === 'active' ? null : <Tag tone="caution">{service.status}</Tag>}
        {service.rank === 0 ? null : (
          <Tag tone="caution">{service.rank === 1 ? 'not confirmed lately' : 'unconfirmed'}</Tag>
        )}
        {service.invented ? <Tag tone="caution">invented</Tag> : null}
        <PrintButton />
      </p>
      <div className="grid grid-cols-1 gap-5">
        <Card title="What it is" titleId="what">
          <SummaryList rows={whatItIs(service)} />
        </Card>
        <Card title="How to get in" titleId="in">
          <SummaryList rows={gettingIn(service)} />
        </Card>
        <Card title="Where and when" titleId="where">
          {service.withheld ? (
            <p>
              Where it is and when it is open are not kept here, so that nobody can be found by
              them. Ring, and ask what is safe.
            </p>
          ) : (
            <SummaryList rows={whereAndWhen(service)} />
          )}
        </Card>
        <p className="text-note text-muted">
          {confirmedWords(service)}. {service.rank === 0 ? '' : 'Ring before you send anybody.'}
        </p>
      </div>
    </SubPage>
  )
}
