import { CellTable } from '@/components/insight/cell-table'
import { Picture } from '@/components/insight/picture'
import { AsTable } from '@/components/ui/as-table'
import { formatDate } from '@/lib/dates'
import { drawTrend } from '@/lib/insight/drawing/draw-trend'
import type { TrendPoint } from '@/lib/insight/trend'

/** One figure over the publications, with what broke the series and the table behind. */
export function TrendChart({ title, points }: { title: string; points: readonly TrendPoint[] }) {
  const broken = points.filter(({ broke }) => broke !== null)
  return (
    <figure>
      <Picture
        id="trend"
        title={title}
        drawing={drawTrend(points, 'wide')}
        className="max-sm:hidden print:block"
      />
      <Picture
        id="trend-narrow"
        title={title}
        drawing={drawTrend(points, 'narrow')}
        className="sm:hidden print:hidden"
      />
      <figcaption className="mt-2 text-small text-muted">
        Each bar is the year to the end of that month. A line parts what was not counted alike
        {broken.length === 0 ? '; there is none here.' : ':'}
        <ul>
          {broken.map(({ no, to, broke }) => (
            <li key={no}>
              {formatDate(to)}: {broke}.
            </li>
          ))}
        </ul>
      </figcaption>
      <AsTable>
        <CellTable
          id="trend-table"
          caption={title}
          captionHidden
          rowHeading="Year to"
          columns={[
            { key: 'no', label: 'Publication' },
            { key: 'people', label: 'People' },
          ]}
          rows={points.map(({ no, to, shown }) => ({
            ...{ key: String(no), label: formatDate(to), cells: [String(no), shown.text] },
          }))}
        />
      </AsTable>
    </figure>
  )
}
