import type { Metadata } from 'next'
import { PlacePage } from '@/app/place/place-page'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table, type Column } from '@/components/ui/table'
import { formatDate } from '@/lib/dates'
import type { HeldLink } from '@/lib/network/queries'
import { kindSays, kindWords, strengthWords } from '@/lib/network/words'
import { openNetwork, type SearchParams } from '../open-network'

export const metadata: Metadata = { title: 'Links' }

const PAGE = 100

type Props = { searchParams: SearchParams }

/** The network as a table: who to whom, what, how strong, by whose word and since when. */
export default async function LinksPage({ searchParams }: Props) {
  const { viewer, sheet } = await openNetwork('/place/network/links', searchParams)
  const { links, names, ask } = sheet
  const pages = Math.max(1, Math.ceil(links.length / PAGE))
  const page = Math.min(ask.page ?? 1, pages)
  const rows = links.slice((page - 1) * PAGE, page * PAGE)
  const institution = (id: string) => (
    <Link href={`/place/institutions/${id}`}>{names.get(id)}</Link>
  )
  const columns: Column<HeldLink>[] = [
    { key: 'from', title: 'From', cell: ({ from }) => institution(from), heading: true },
    { key: 'kind', title: 'Kind', cell: ({ kind }) => `${kindWords(kind)} (${kindSays(kind)})` },
    { key: 'to', title: 'To', cell: ({ to }) => institution(to) },
    { key: 'strength', title: 'How strong', cell: ({ strength }) => strengthWords(strength) },
    {
      key: 'body',
      title: 'Who says so',
      cell: ({ body, said_on }) => `${body}, ${formatDate(said_on)}`,
    },
  ]
  const at = (n: number) => `/place/network/links?page=${n}${ask.kind ? `&kind=${ask.kind}` : ''}`
  return (
    <PlacePage
      viewer={viewer}
      title="Who is linked to whom, as a table"
      about={`${links.length} links that hold, each by somebody’s word`}
    >
      <p className="no-print mb-4">
        <Link href="/place/network">Back to the sheet</Link>
      </p>
      <Card>
        {rows.length === 0 ? (
          <EmptyState title="No link has been declared yet.">
            Partners declare theirs on the page of their institution.
          </EmptyState>
        ) : (
          <Table
            caption={`Links ${(page - 1) * PAGE + 1} to ${(page - 1) * PAGE + rows.length}`}
            captionHidden
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
          />
        )}
        {pages > 1 ? (
          <nav aria-label="Pages of links" className="no-print mt-4 flex gap-5">
            {page > 1 ? <Link href={at(page - 1)}>Earlier</Link> : null}
            <span>
              Page {page} of {pages}
            </span>
            {page < pages ? <Link href={at(page + 1)}>Next</Link> : null}
          </nav>
        ) : null}
      </Card>
    </PlacePage>
  )
}
