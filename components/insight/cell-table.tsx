import { classes } from '@/components/ui/classes'

type CellTableProps = {
  /** Unique on the page. */
  id: string
  caption: string
  captionHidden?: boolean
  rowHeading: string
  columns: readonly { key: string; label: string }[]
  rows: readonly { key: string; label: string; cells: readonly string[]; isTotal?: boolean }[]
}

/**
 * Published figures as a table that stays one on a phone and on paper: what is wider than the
 * screen is moved sideways. Figures come as words, since a published 0 is a range.
 */
export function CellTable(props: CellTableProps) {
  const { id, caption, captionHidden = false, rowHeading, columns, rows } = props
  return (
    <div
      role="region"
      aria-labelledby={`${id}-caption`}
      tabIndex={0}
      className="overflow-x-auto print:overflow-visible"
    >
      <table className="w-full text-left text-note">
        <caption
          id={`${id}-caption`}
          className={captionHidden ? 'sr-only' : 'mb-2 text-left text-base font-bold'}
        >
          {caption}
        </caption>
        <thead className="print:table-row-group">
          <tr className="border-b-2 border-ink align-bottom">
            <th scope="col" className="py-2 pr-4 text-muted">
              {rowHeading}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="py-2 pl-4 text-right text-muted">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label, cells, isTotal }) => (
            <tr key={key} className={classes('border-b border-line', isTotal && 'font-bold')}>
              <th
                scope="row"
                className={classes('py-1.5 pr-4 align-top', !isTotal && 'font-normal')}
              >
                {label}
              </th>
              {cells.map((cell, at) => (
                <td key={columns[at]?.key ?? at} className="py-1.5 pl-4 text-right align-top">
                  <span className="whitespace-nowrap">{cell}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
