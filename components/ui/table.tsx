import type { ReactNode } from 'react'
import { classes } from './classes'
import { Link } from './link'

export type Column<Row> = {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  /** Figures stand to the right, in a column. */
  number?: boolean
  /** The cell that names its row. */
  heading?: boolean
  /** `aria-sort` of a column by which the list is sorted now. */
  sorted?: 'ascending' | 'descending'
  /** Where the list is sorted by this column. Under 768 wide no heading is in sight to press. */
  sortHref?: string
}

type TableProps<Row> = {
  /** Says what the table is; hidden when a heading beside it says the same. */
  caption: ReactNode
  captionHidden?: boolean
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
}

/**
 * A table. Under 768 wide each row becomes a small card, each cell under its column's title; roles
 * are spoken out because a browser drops a table's meaning with its `display`.
 */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden = false, columns, rows, rowKey } = props
  return (
    <table role="table" className="w-full text-left max-md:block">
      <caption
        className={
          captionHidden ? 'sr-only' : 'mb-2 text-left text-heading-s font-bold max-md:block'
        }
      >
        {caption}
      </caption>
      <thead role="rowgroup" className="max-md:sr-only">
        <tr role="row" className="border-b-2 border-ink">
          {columns.map(({ key, title, number, sorted, sortHref }) => (
            <th
              key={key}
              role="columnheader"
              scope="col"
              aria-sort={sorted}
              className={classes('py-2 pr-4 text-note text-muted', number && 'text-right')}
            >
              {sortHref ? <SortLink href={sortHref} sorted={sorted} title={title} /> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup" className="max-md:block">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            role="row"
            className="border-b border-line align-top max-md:block max-md:py-3"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type SortLinkProps = { href: string; title: ReactNode; sorted: Column<unknown>['sorted'] }

function SortLink({ href, title, sorted }: SortLinkProps) {
  return (
    <>
      <span className="md:hidden">{title}</span>
      <Link href={href} className="max-md:hidden">
        {title}
        {sorted ? (
          <span aria-hidden="true">{sorted === 'ascending' ? ' \u25b2' : ' \u25bc'}</span>
        ) : null}
      </Link>
    </>
  )
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { title, cell, number, heading } = column
  const className = classes(
    'py-3 pr-4 max-md:flex max-md:gap-3 max-md:py-0.5 max-md:pr-0',
    number && 'md:text-right',
  )
  const contents = (
    <>
      <span aria-hidden="true" className="w-2/5 shrink-0 text-note text-muted md:hidden">
        {title}
      </span>
      <span className="min-w-0 flex-1 md:contents">{cell(row)}</span>
    </>
  )
  if (!heading) {
    return (
      <td role="cell" className={className}>
        {contents}
      </td>
    )
  }
  return (
    <th role="rowheader" scope="row" className={classes(className, 'font-normal')}>
      {contents}
    </th>
  )
}
