import { emptySet, targetsOf } from './add-boundaries'
import { addMeasures, addPopulations } from './add-figures'
import { addPostcodes } from './add-postcodes'
import type { Build, Draft } from './build'
import { addLookup, draftsFor } from './build'
import type { AreaColumn } from './own-column'
import { areaColumns, nameColumn, ownColumn } from './own-column'
import type { Row, Table } from './read-table'
import { cell } from './read-table'
import { labelOf } from './set-names'

/** A set of codes and names without shapes, for areas of another year that figures are about. */
function codesOnly(build: Build, table: Table, own: AreaColumn): Draft {
  const word = { small: 'lsoa', middle: 'msoa', ward: 'wards', city: 'place' }[own.kind]
  const file = `${build.place}-${word}${own.vintage ?? ''}`
  const label = { ...labelOf(file, build.place, own.kind, own.vintage), shapes: 'none' as const }
  const known = build.drafts.find((draft) => draft.set.key === label.key)
  const set = known?.set ?? emptySet(build, own.kind, label)
  const draft = known ?? { set, vintage: own.vintage, codes: new Set<string>() }
  if (!known) build.drafts.push(draft)
  const names = nameColumn(table.columns, own)
  for (const row of table.rows) {
    const code = cell(row, own.column)
    if (code === '' || draft.codes.has(code)) continue
    draft.codes.add(code)
    set.areas.push({ code, name: cell(row, names) || code, shape: null, centre: null })
  }
  return draft
}

/** Gives areas that have only a code the names that a table holds. */
function addNames(draft: Draft, table: Table, own: AreaColumn, rows: [Row, string][]): void {
  const [names, local] = [nameColumn(table.columns, own), nameColumn(table.columns, own, true)]
  const byCode = new Map(draft.set.areas.map((area) => [area.code, area]))
  for (const [row, code] of rows) {
    const area = byCode.get(code)
    if (!area) continue
    if (area.name === area.code) area.name = cell(row, names) || area.name
    const isOwn = local?.meaning.role === 'area' && local.meaning.kind === draft.set.kind
    if (isOwn && !area.localName) area.localName = cell(row, local) || null
  }
}

/**
 * How areas of one year became those of another: unchanged and split areas lie wholly in the old
 * one (U, S); merged ones hold it (M), and X is neither (ONS change codes), so best fit.
 */
const changeKind = (code: string) => (/^[US]$/i.test(code) ? 'nested' : 'best-fit')

function addLookups(build: Build, draft: Draft, table: Table, own: AreaColumn): number {
  const before = build.lookups.size
  const change = table.columns.find((column) => column.meaning.role === 'change')
  for (const other of areaColumns(table.columns, 'code')) {
    if (other.column === own.column) continue
    const codes = new Set(table.rows.map((row) => cell(row, other.column)))
    const isOtherYear = other.kind === own.kind && other.vintage !== own.vintage
    if (isOtherYear && change) codesOnly(build, table, other)
    for (const to of targetsOf(build, draft, other, codes)) {
      for (const row of table.rows) {
        const [code, toCode] = [cell(row, own.column), cell(row, other.column)]
        if (!draft.codes.has(code) || !to.codes.has(toCode)) continue
        const source = { file: table.file, line: row.line, column: other.column.name }
        const kind = isOtherYear ? changeKind(cell(row, change)) : undefined
        addLookup(build, draft, code, to, toCode, source, kind)
      }
    }
  }
  return build.lookups.size - before
}

const hasFigures = (table: Table) =>
  table.columns.some((c) => ['age', 'all-ages', 'measure'].includes(c.meaning.role))

/** Takes in a table: postcodes, or figures, names and lookups of areas. */
export function addTable(build: Build, table: Table): void {
  const skip = (message: string) => build.notes.push({ file: table.file, message })
  if (table.rows.length === 0 || addPostcodes(build, table)) return
  const own = ownColumn(table.columns, table.rows)
  if (!own) {
    skip('Left alone: no column holds an area code that is different in every row.')
    return
  }
  const codes = new Set(table.rows.map((row) => cell(row, own.column)))
  const known = draftsFor(build, own.kind, own.vintage, codes)
  const isOfArea = own.column.meaning.role === 'area'
  if (known.length === 0 && !(isOfArea && hasFigures(table))) {
    skip('Left alone: it is about none of the areas loaded with it.')
    return
  }
  const drafts = known.length > 0 ? known : [codesOnly(build, table, own)]
  const said = drafts.map((draft) => {
    const rows = table.rows.flatMap((row): [Row, string][] => {
      const code = cell(row, own.column)
      return draft.codes.has(code) ? [[row, code]] : []
    })
    addNames(draft, table, own, rows)
    const people = addPopulations(draft.set, table, rows)
    const figures = addMeasures(draft.set, table, rows)
    const lookups = addLookups(build, draft, table, own)
    const other = table.rows.length - rows.length
    const passed = other > 0 ? `; ${other} rows about other places passed over` : ''
    const found = `${people} counts of residents, ${figures} figures, ${lookups} lookups`
    return `${draft.set.name}: ${rows.length} areas, ${found}${passed}.`
  })
  skip(said.join(' '))
}
