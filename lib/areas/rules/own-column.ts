import type { AreaKind } from '../schema'
import { areaKinds } from '../schema'
import type { Column } from './columns'

/** A column of area codes of a known kind. */
export type AreaColumn = { column: Column; kind: AreaKind; vintage: string | null }

export const areaColumns = (columns: readonly Column[], part: 'code' | 'name' | 'local-name') =>
  columns.flatMap((column): AreaColumn[] => {
    const { meaning } = column
    const fits = meaning.role === 'area' && meaning.part === part
    return fits ? [{ column, kind: meaning.kind, vintage: meaning.vintage }] : []
  })

/** Kind of a code of the Office for National Statistics, by its first three characters. */
const kindOfPrefix: Record<string, AreaKind> = {
  E01: 'small',
  W01: 'small',
  E02: 'middle',
  W02: 'middle',
  E05: 'ward',
  W05: 'ward',
  E06: 'city',
  E07: 'city',
  E08: 'city',
  E09: 'city',
  W06: 'city',
}

type Cells = { cells: string[] }

const isKey = (rows: readonly Cells[], index: number) => {
  const seen = new Set(rows.map((row) => row.cells[index] ?? ''))
  return seen.size === rows.length && !seen.has('')
}

/**
 * The column that says which area each row is about: area codes, none twice. Where several will
 * do, the smallest kind of area and the latest year. A plain 'code' column counts by the form of
 * its codes.
 */
export function ownColumn(columns: readonly Column[], rows: readonly Cells[]): AreaColumn | null {
  const plain = columns
    .filter((column) => column.meaning.role === 'code')
    .flatMap((column): AreaColumn[] => {
      const kinds = rows.map((row) => kindOfPrefix[(row.cells[column.index] ?? '').slice(0, 3)])
      const [kind] = kinds
      return kind && kinds.every((k) => k === kind) ? [{ column, kind, vintage: null }] : []
    })
  const rank = (c: AreaColumn) => areaKinds.indexOf(c.kind)
  return (
    [...areaColumns(columns, 'code'), ...plain]
      .filter(({ column }) => isKey(rows, column.index))
      .sort((a, b) => rank(a) - rank(b) || Number(b.vintage ?? 0) - Number(a.vintage ?? 0))[0] ??
    null
  )
}

/** The column that names the areas of `own`, by kind and year or a plain 'name'. */
export function nameColumn(columns: readonly Column[], own: AreaColumn, local = false) {
  const part = local ? 'local-name' : 'name'
  return (
    areaColumns(columns, part).find((c) => c.kind === own.kind && c.vintage === own.vintage)
      ?.column ??
    areaColumns(columns, part).find((c) => c.kind === own.kind && c.vintage === null)?.column ??
    columns.find((column) => column.meaning.role === part)
  )
}
