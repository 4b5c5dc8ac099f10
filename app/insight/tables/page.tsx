import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import { programme } from '@/lib/insight/programme'
import { sayCoverage } from '@/lib/insight/publication-words'
import { FileLinks } from '../about-table'
import { Choosers } from '../choosers'
import { InsightPage } from '../insight-page'
import { MarginNotice } from '../margin-notice'
import { NothingPublished } from '../nothing-published'
import { openInsight, type SearchParams } from '../open-insight'

export const metadata: Metadata = { title: 'Tables · Insight' }

/** Every declared table of a publication, with its files. There are no others. */
export default async function TablesPage({ searchParams }: { searchParams: SearchParams }) {
  const opened = await openInsight('/insight/tables', searchParams)
  const { viewer, publications, choice } = opened
  if (!choice) return <NothingPublished viewer={viewer} />
  const { publication } = choice
  return (
    <InsightPage
      viewer={viewer}
      title="Tables"
      about={`${sayCoverage(publication)}. These tables were declared before anybody was counted; there are no others.`}
    >
      <Choosers path="/insight/tables" choice={choice} publications={publications} />
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {programme.tables.map((table) => (
          <li key={table.key}>
            <Card className="h-full">
              <h2 className="mb-2 text-heading-s">
                <Link href={`/insight/tables/${table.key}?no=${publication.no}`}>
                  {table.title}
                </Link>
              </h2>
              <FileLinks table={table} no={publication.no} />
            </Card>
          </li>
        ))}
      </ul>
      <MarginNotice profile={publication.profile} />
    </InsightPage>
  )
}
