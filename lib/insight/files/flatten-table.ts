import { TOTAL, type Table } from '../programme'
import { variables } from '../variables'
import type { Profile } from '../rules/protection-profiles'
import { showCount } from '../shown'
import type { TableView } from '../table-view'

/** Beside a figure that a rule kept back, as official statistics of the country mark it. */
export const CONFIDENTIAL = '[c]'

/** A column of a file: its heading, a name for programs, and what it means. */
export type FileColumn = {
  readonly name: 'area_code' | 'ward' | 'people' | 'note' | (string & {})
  readonly heading: string
  readonly about: string
}

/** A cell as a file holds it: a number of people, words, or nothing. */
export type FileCell = number | string | null
export type FlatTable = {
  readonly columns: readonly FileColumn[]
  readonly rows: readonly (readonly FileCell[])[]
}

/**
 * A declared table with a line for each cell, as it is handed out: the area and the answers in
 * words, the people, and a note. People are a whole number, a range in words (`0 to 2`) for a
 * published 0, or nothing with a note where the figure is withheld.
 */
export function flattenTable(view: TableView, profile: Profile): FlatTable {
  const { table } = view
  const isWard = table.area === 'ward'
  const rows = view.rows.flatMap((row) =>
    view.columns.map((column, at): FileCell[] => {
      const value = row.values[at] ?? null
      const area = isWard ? [row.key === TOTAL ? null : row.key, row.label] : []
      const answers = isWard
        ? table.by.map(() => column.label)
        : table.by.map((_, place) => (place === 0 ? row.label : column.label))
      const people = value === 0 ? showCount(0, profile).text : value
      return [...area, ...answers, people, value === null ? CONFIDENTIAL : null]
    }),
  )
  return { columns: columnsOf(table), rows }
}

const columnsOf = (table: Table): FileColumn[] => [
  ...(table.area === 'ward'
    ? [
        { name: 'area_code', heading: 'Area code', about: 'Nothing for the whole city.' },
        { name: 'ward', heading: 'Ward', about: 'The ward, or Whole city.' },
      ]
    : []),
  ...table.by.map((key) => ({
    name: key,
    heading: variables[key].label,
    about: `An answer of “${variables[key].label}”, or All.`,
  })),
  {
    name: 'people',
    heading: 'People',
    about: 'Protected count of people: a whole number, or a range in words for a published 0.',
  },
  { name: 'note', heading: 'Note', about: `${CONFIDENTIAL}: withheld. Otherwise nothing.` },
]
