import type { Metadata } from 'next'
import { Card } from '@/components/ui/card'
import { ButtonLink } from '@/components/ui/button'
import { Link } from '@/components/ui/link'
import { PrintButton } from '@/components/ui/print-button'
import { readFindings } from '@/lib/insight/page-findings'
import { TOTAL } from '@/lib/insight/programme'
import { sayCoverage } from '@/lib/insight/publication-words'
import { readPublished } from '@/lib/insight/published-database'
import { listAllCells, listOverTime } from '@/lib/insight/queries'
import { makeTiles } from '@/lib/insight/tiles'
import { makeTrend, sayChange } from '@/lib/insight/trend'
import { Choosers } from './choosers'
import { CoverageLine } from './coverage-line'
import { InsightPage } from './insight-page'
import { MarginNotice } from './margin-notice'
import { NothingPublished } from './nothing-published'
import { openInsight, type SearchParams } from './open-insight'
import { TileRow } from './tile-row'
import { TrendChart } from './trend-chart'
import { UpsetChart } from './upset-chart'
import { FiguresOnMap } from './ward-map'

export const metadata: Metadata = { title: 'Insight' }

/**
 * A commissioner's first click: what the newest publication finds. Nothing here is about anybody.
 */
export default async function FindingsPage({ searchParams }: { searchParams: SearchParams }) {
  const { viewer, publications, choice, map } = await openInsight('/insight', searchParams)
  if (!choice) return <NothingPublished viewer={viewer} />
  const { publication, before } = choice
  const { no, profile } = publication
  const [figures, overTime] = await Promise.all([
    listAllCells(readPublished, no),
    listOverTime(readPublished, 'several_by_ward', [TOTAL, 'yes']),
  ])
  const found = readFindings(figures, map?.areas ?? [], profile)
  const points = makeTrend(publications, publication, overTime)
  const change = before ? sayChange(points, before.no) : null
  return (
    <InsightPage
      viewer={viewer}
      title={found.headline ?? `How needs come together in ${viewer.place}`}
      about={sayCoverage(publication)}
      actions={
        <div className="no-print flex gap-3 max-sm:w-full">
          <ButtonLink tone="secondary" href={`/insight/tables?no=${no}`}>
            Download
          </ButtonLink>
          <PrintButton />
        </div>
      }
    >
      <Choosers choice={choice} publications={publications} />
      <TileRow tiles={makeTiles(publication, figures)} />
      <div className="grid grid-cols-1 gap-5 xl:grid-cols-[5fr_4fr] xl:items-start">
        <Card
          title={found.combinations.title}
          titleId="combinations"
          more={<Link href={`/insight/tables/combinations?no=${no}`}>All of them</Link>}
        >
          <UpsetChart
            title={found.combinations.title}
            combinations={found.combinations.all}
            profile={profile}
          />
        </Card>
        <Card
          title={found.wards.title}
          titleId="wards-found"
          more={<Link href="/place">Open place map</Link>}
        >
          <FiguresOnMap
            title={found.wards.title}
            view={found.wards.view}
            column="yes"
            figureHeading="People with two or more needs"
            map={map}
            profile={profile}
          />
        </Card>
        {points.length > 1 ? (
          <Card title={trendTitle(change)} titleId="over-time">
            <TrendChart title={trendTitle(change)} points={points} />
          </Card>
        ) : null}
        <Card title="What else was found" titleId="else">
          <ul className="space-y-3">
            {found.others.map(({ key, title }) => (
              <li key={key}>
                <Link href={`/insight/tables/${key}?no=${no}`}>{title}</Link>
              </li>
            ))}
          </ul>
        </Card>
      </div>
      <MarginNotice profile={profile} />
      <CoverageLine publication={publication} figures={figures} />
    </InsightPage>
  )
}

const trendTitle = (change: string | null) =>
  `People with two or more needs: ${change ?? 'publication by publication'}`
