import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { PrintButton } from '@/components/ui/print-button'
import { findIn } from '@/lib/insight/findings'
import { valueAt } from '@/lib/insight/cells'
import { tableOf, TOTAL, type Table } from '@/lib/insight/programme'
import { sayCoverage } from '@/lib/insight/publication-words'
import { readPublished } from '@/lib/insight/published-database'
import { listCells } from '@/lib/insight/queries'
import { layTable } from '@/lib/insight/table-view'
import { listCombinations } from '@/lib/insight/upset'
import { AboutTable } from '../../about-table'
import { Choosers } from '../../choosers'
import { FigureRows } from '../../figure-rows'
import { InsightPage } from '../../insight-page'
import { MarginNotice } from '../../margin-notice'
import { NationalBeside } from '../../national-beside'
import { NothingPublished } from '../../nothing-published'
import { openInsight, type SearchParams } from '../../open-insight'
import { TableChart } from '../../table-chart'

export const metadata: Metadata = { title: 'Table · Insight' }

type Props = { params: Promise<{ table: string }>; searchParams: SearchParams }

/** One declared table of one publication: its finding, chart, figures, definition and files. */
export default async function TablePage({ params, searchParams }: Props) {
  const { table: key } = await params
  const opened = await openInsight(`/insight/tables/${encodeURIComponent(key)}`, searchParams)
  const { viewer, publications, choice, map } = opened
  const table = tableOf(key)
  if (!table) notFound()
  if (!choice) return <NothingPublished viewer={viewer} />
  const { publication, before } = choice
  const { no, profile } = publication
  const [cells, earlier, people] = await Promise.all([
    listCells(readPublished, no, key),
    before ? listCells(readPublished, before.no, key) : undefined,
    listCells(readPublished, no, 'people'),
  ])
  const areas = map?.areas ?? []
  const view = layTable(table, cells, areas)
  const combinations = key === 'combinations' ? listCombinations(cells) : []
  const title = findIn(view, combinations, valueAt(people, TOTAL), profile)
  return (
    <InsightPage
      viewer={viewer}
      title={title}
      about={sayCoverage(publication)}
      actions={<PrintButton />}
    >
      <Choosers table={table} choice={choice} publications={publications} />
      {cells.size === 0 ? (
        <EmptyState title={`Publication ${no} does not hold this table.`} />
      ) : (
        <div className="grid grid-cols-1 gap-5 xl:grid-cols-[3fr_2fr] xl:items-start">
          <div className="grid min-w-0 gap-5">
            <Card title={table.title} titleId="chart" className={chartClass(table)}>
              <TableChart
                title={title}
                view={view}
                combinations={combinations}
                map={map}
                profile={profile}
              />
            </Card>
            <Card title="All figures" titleId="figures">
              <FigureRows
                view={view}
                profile={profile}
                before={
                  before && earlier && earlier.size > 0
                    ? { no: before.no, view: layTable(table, earlier, areas) }
                    : null
                }
              />
            </Card>
          </div>
          <div className="grid gap-5">
            <NationalBeside view={view} profile={profile} place={viewer.place} />
            <AboutTable table={table} publication={publication} place={viewer.place} />
          </div>
        </div>
      )}
      <MarginNotice profile={profile} />
    </InsightPage>
  )
}

// Bars of several columns need a wider screen than a phone's; their figures are in the table.
const chartClass = ({ area, by }: Table) =>
  area === 'city' && by.length > 1 ? 'max-sm:hidden print:block' : ''
