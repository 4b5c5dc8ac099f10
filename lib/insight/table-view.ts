import { valueAt, type Cells } from './cells'
import { TOTAL, type Table } from './programme'
import type { Category } from './rules/declared-table'
import { variables } from './variables'

/** An area that a ward table has a row for. */
export type AreaName = { readonly code: string; readonly name: string }

/** A line of a declared table: its first key, its words, and a published value for each column. */
export type TableRow = {
  readonly key: string
  readonly label: string
  readonly values: readonly (number | null)[]
}

/** A declared table as it is read: rows of the first key, columns of the second. */
export type TableView = {
  readonly table: Table
  readonly rowHeading: string
  readonly columns: readonly Category[]
  readonly rows: readonly TableRow[]
}

const everybody = (label: string): Category => ({ key: TOTAL, label })
const one: Category = everybody('People')

/**
 * Lays a table out. Rows and columns are those that were declared, whatever was read: a cell that
 * nobody declared has no place. Margins stand last, where the publication holds them.
 */
export function layTable(table: Table, cells: Cells, areas: readonly AreaName[]): TableView {
  const by = table.by.map((key) => variables[key])
  const ofRows: Category[] =
    table.area === 'ward'
      ? [...areas.map(({ code, name }) => ({ key: code, label: name })), everybody('Whole city')]
      : [...(by[0]?.categories ?? []), everybody('All')]
  const second = table.area === 'ward' ? by[0] : by[1]
  const ofColumns = second ? [...second.categories, everybody('All')] : [one]
  const isHeld = isHeldIn(cells)
  const columns = ofColumns.filter(({ key }) => key !== TOTAL || !second || isHeld(1))
  const keysOf = (row: string, column: string) => (second ? [row, column] : [row])
  return {
    table,
    rowHeading: table.area === 'ward' ? 'Ward' : (by[0]?.label ?? ''),
    columns,
    rows: ofRows
      .filter(({ key }) => key !== TOTAL || isHeld(0))
      .map(({ key, label }) => ({
        ...{ key, label },
        values: columns.map((column) => valueAt(cells, ...keysOf(key, column.key))),
      })),
  }
}

/** Whether any figure was published for all of the variable at a place among the keys. */
const isHeldIn = (cells: Cells) => {
  const keys = [...cells.keys()].map((joined) => joined.split('\u001f'))
  return (place: number) => keys.some((parts) => parts[place] === TOTAL)
}

/** A row's value in a column, by their keys; null where it is withheld or there is no such cell. */
export function readView(view: TableView, row: string, column: string): number | null {
  const at = view.columns.findIndex(({ key }) => key === column)
  return view.rows.find(({ key }) => key === row)?.values[at] ?? null
}
