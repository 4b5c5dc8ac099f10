import type { Metadata } from 'next'
import { Link } from '@/components/ui/link'
import { Table } from '@/components/ui/table'
import { formatDate } from '@/lib/dates'
import { sayBreak } from '@/lib/insight/trend'
import { InsightPage } from '../insight-page'
import { NothingPublished } from '../nothing-published'
import { openInsight, type SearchParams } from '../open-insight'

export const metadata: Metadata = { title: 'Publications · Insight' }

/** Every publication, and where the series breaks because other agencies fed it. */
export default async function PublicationsPage({ searchParams }: { searchParams: SearchParams }) {
  const { viewer, publications, choice } = await openInsight('/insight/publications', searchParams)
  if (!choice) return <NothingPublished viewer={viewer} />
  return (
    <InsightPage
      viewer={viewer}
      title="Publications"
      about="Agreed to by two people each, and never changed afterwards. A correction is a new publication."
    >
      <Table
        caption="Publications, the newest first"
        captionHidden
        rows={publications.map((publication, at) => {
          const before = publications[at + 1]
          return {
            publication,
            against: before ? againstWords(sayBreak(before, publication)) : 'the first',
          }
        })}
        rowKey={({ publication }) => String(publication.no)}
        columns={[
          {
            ...{ key: 'no', title: 'Publication', heading: true },
            cell: ({ publication: { no } }) => (
              <Link href={`/insight?no=${no}`}>Publication {no}</Link>
            ),
          },
          {
            ...{ key: 'year', title: 'Year counted' },
            cell: ({ publication: { from, to } }) => `${formatDate(from)} to ${formatDate(to)}`,
          },
          {
            ...{ key: 'published', title: 'Published' },
            cell: ({ publication: { publishedOn } }) => formatDate(publishedOn),
          },
          {
            ...{ key: 'agencies', title: 'Agencies', number: true },
            cell: ({ publication: { agencies } }) => String(agencies),
          },
          {
            ...{ key: 'against', title: 'Against the one before' },
            cell: ({ against }) => against,
          },
        ]}
      />
    </InsightPage>
  )
}

const againstWords = (broke: string | null) =>
  broke ? `the series breaks: ${broke}` : 'the same agencies'
