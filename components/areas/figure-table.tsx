import { AsTable } from '@/components/ui/as-table'
import type { MapDrawing } from '@/lib/areas/map'
import type { AreaFigure } from '@/lib/areas/shades'

type FigureTableProps = {
  title: string
  drawing: MapDrawing
  figures: readonly AreaFigure[]
  areaHeading: string
  figureHeading: string
}

/** The figures of a map as a table, behind "See as table"; it opens without a script. */
export function FigureTable({
  title,
  drawing,
  figures,
  areaHeading,
  figureHeading,
}: FigureTableProps) {
  const names = new Map(drawing.areas.map((area) => [area.code, area.name]))
  return (
    <AsTable>
      <table className="mt-2 w-full text-note">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr className="border-b border-line text-left">
            <th scope="col">{areaHeading}</th>
            <th scope="col" className="text-right">
              {figureHeading}
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map(({ code, text }) => (
            <tr key={code} className="border-b border-line">
              <th scope="row" className="text-left font-normal">
                {names.get(code) ?? code}
              </th>
              <td className="text-right">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </AsTable>
  )
}
