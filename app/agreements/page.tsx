import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listAgreements } from '@/lib/agreements/queries'
import { agreementNews } from '@/lib/agreements/rules'
import { formatDate } from '@/lib/dates'

export const metadata: Metadata = { title: 'Agreements' }

/** What may be shared here, under what, and what needs a review. */
export default async function AgreementsPage() {
  const { viewer, agreements } = await asViewer(
    async (scope) => ({
      viewer: scope.viewer,
      agreements: can(scope.viewer, 'agreement:read') ? await listAgreements(scope) : null,
    }),
    '/agreements',
  )
  if (!agreements) notFound()
  const now = new Date()
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title="Sharing agreements"
        about="Who gives what to whom, for what, and until when. Nothing is shared without one."
        actions={
          can(viewer, 'agreement:write') ? (
            <ButtonLink href="/agreements/new">New agreement</ButtonLink>
          ) : null
        }
      >
        {agreements.length === 0 ? (
          <EmptyState title="There is no agreement yet.">
            Until there is one, every agency sees only what it wrote itself, and safety.
          </EmptyState>
        ) : (
          <Table
            caption="Agreements"
            captionHidden
            rows={agreements}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'name',
                title: 'Agreement',
                heading: true,
                cell: ({ id, name, purpose }) => (
                  <>
                    <Link href={`/agreements/${id}`} className="font-bold">
                      {name}
                    </Link>
                    <span className="block text-note text-muted">{purpose}</span>
                  </>
                ),
              },
              { key: 'host', title: 'Kept by', cell: ({ host }) => host.name },
              { key: 'parties', title: 'Parties', number: true, cell: ({ parties }) => parties },
              { key: 'review', title: 'Review', cell: ({ reviewOn }) => formatDate(reviewOn) },
              {
                key: 'news',
                title: 'What to know',
                cell: (agreement) => (
                  <>
                    {agreement.asksUs ? (
                      <Tag tone="caution">asks your agency to be a party</Tag>
                    ) : null}{' '}
                    {agreementNews(agreement, now)?.words ?? 'In force'}
                  </>
                ),
              },
            ]}
          />
        )}
      </PageBody>
    </ViewerPage>
  )
}
