import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ViewerPage } from '@/app/viewer-page'
import { PageBody } from '@/components/layout/page-body'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Pagination } from '@/components/ui/pagination'
import { Table, type Column } from '@/components/ui/table'
import { can } from '@/lib/access/policy'
import { asViewer } from '@/lib/access/session'
import { listLinks, listPairs, type Pair, type Side } from '@/lib/identity/review'
import { sideBirth, sideName } from './sides'

export const metadata: Metadata = { title: 'Same person?' }

type Props = { searchParams: Promise<{ list?: string; after?: string }> }

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const sideCell = (side: Side) => (
  <>
    {sideName(side)}
    <span className="block text-note text-muted">
      Born {sideBirth(side)} · {side.agency}
    </span>
  </>
)

const columns = (path: string): Column<Pair>[] => [
  {
    key: 'one',
    title: 'One record',
    heading: true,
    cell: ({ id, one }) => <Link href={`${path}/${id}`}>{sideCell(one)}</Link>,
  },
  { key: 'other', title: 'The other', cell: ({ other }) => sideCell(other) },
  { key: 'likely', title: 'How likely', cell: ({ likely }) => likely },
  { key: 'why', title: 'Why', cell: ({ why, later }) => (later ? `Put off. ${why}` : why) },
]

/** Records that may be one person, and the machine's links that wait for somebody to look. */
export default async function IdentityPage({ searchParams }: Props) {
  const asked = await searchParams
  const links = asked.list === 'links'
  const after = typeof asked.after === 'string' && uuid.test(asked.after) ? asked.after : undefined
  const { viewer, found } = await asViewer(async (scope) => {
    if (!can(scope.viewer, 'identity:review')) return { viewer: scope.viewer, found: null }
    const found = links ? await listLinks(scope, after) : await listPairs(scope, after)
    return { viewer: scope.viewer, found }
  }, '/identity')
  if (!found) notFound()
  const { pairs, next } = found
  const here = links ? '/identity?list=links&after=' : '/identity?after='
  return (
    <ViewerPage viewer={viewer}>
      <PageBody
        title={links ? 'Links to confirm' : 'Same person?'}
        about={
          links
            ? 'Linked by the machine. Until somebody confirms, only identity is shared.'
            : 'Records that may be one person, likeliest first. Only identity is shown.'
        }
        actions={
          <Link href={links ? '/identity' : '/identity?list=links'}>
            {links ? 'Pairs to decide' : 'Links to confirm'}
          </Link>
        }
      >
        <Card>
          {pairs.length === 0 ? (
            <EmptyState title={links ? 'No link waits for you.' : 'No pair waits for you.'}>
              New ones come as people are added and files are taken in.
            </EmptyState>
          ) : (
            <Table
              caption={links ? 'Links to confirm' : 'Pairs to decide'}
              captionHidden
              columns={columns(links ? '/identity/links' : '/identity')}
              rows={pairs}
              rowKey={({ id }) => id}
            />
          )}
          <Pagination of="pairs" next={next ? `${here}${next}` : undefined} />
        </Card>
      </PageBody>
    </ViewerPage>
  )
}
