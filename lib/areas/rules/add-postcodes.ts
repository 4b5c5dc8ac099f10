import type { NewPostcode } from '../schema'
import type { Build } from './build'
import { draftsFor } from './build'
import type { Column } from './columns'
import { areaColumns } from './own-column'
import type { Row, Table } from './read-table'
import { cell, numberAt } from './read-table'

const pattern = /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/

/** 'zw3 2qd' → 'ZW32QD'; null where it has not the form of a postcode. */
export function normalPostcode(text: string): string | null {
  const joined = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return pattern.test(joined) ? joined : null
}

/** '198001' (as in the postcode directories) or '1980-01-31' → '1980-01-01' / '1980-01-31'. */
export function directoryDate(text: string): string | null {
  const month = /^(\d{4})(0[1-9]|1[0-2])$/.exec(text)
  if (month) return `${month[1]}-${month[2]}-01`
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : null
}

/**
 * Postcodes with the small area that the published table counts them in. One whose area is not
 * among the sets is refused by line: where a home counts is never guessed from its position.
 */
export function addPostcodes(build: Build, table: Table): boolean {
  const role = (name: Column['meaning']['role']) =>
    table.columns.find((column) => column.meaning.role === name)
  const postcode = role('postcode')
  if (!postcode) return false
  const column = areaColumns(table.columns, 'code')
    .filter((c) => c.kind === 'small')
    .sort((a, b) => Number(b.vintage ?? 0) - Number(a.vintage ?? 0))
    .find((c) => {
      const codes = new Set(table.rows.map((row) => cell(row, c.column)))
      return draftsFor(build, c.kind, c.vintage, codes).length > 0
    })
  const codes = new Set(table.rows.map((row) => cell(row, column?.column)))
  const [draft] = column ? draftsFor(build, 'small', column.vintage, codes) : []
  if (!column || !draft) {
    const message = 'has postcodes, but no column of codes of the small areas loaded with it.'
    build.problems.push({ file: table.file, message })
    return true
  }
  const columns = { lon: role('lon'), lat: role('lat'), from: role('from'), to: role('to') }
  const seen = new Set(draft.set.postcodes.map((p) => p.postcode))
  for (const row of table.rows) {
    const problem = (at: Column, message: string) =>
      build.problems.push({ file: table.file, line: row.line, column: at.name, message })
    const normal = normalPostcode(cell(row, postcode))
    const areaCode = cell(row, column.column)
    if (normal === null) problem(postcode, `“${cell(row, postcode)}” is not a full postcode.`)
    else if (seen.has(normal)) problem(postcode, `${cell(row, postcode)} is there twice.`)
    else if (!draft.codes.has(areaCode)) {
      problem(column.column, `“${areaCode}” is not one of the small areas loaded.`)
    } else {
      seen.add(normal)
      draft.set.postcodes.push({ postcode: normal, areaCode, ...placeOf(table, row, columns) })
    }
  }
  const count = draft.set.postcodes.length
  build.notes.push({ file: table.file, message: `${count} postcodes, each in its small area.` })
  return true
}

type PlaceColumns = Record<'lon' | 'lat' | 'from' | 'to', Column | undefined>

/** Position and dates of a row; a position that is only half there or off the globe is dropped. */
function placeOf(
  table: Table,
  row: Row,
  { lon, lat, from, to }: PlaceColumns,
): Pick<NewPostcode, 'lon' | 'lat' | 'validFrom' | 'validTo'> {
  const dates = {
    validFrom: directoryDate(cell(row, from)),
    validTo: directoryDate(cell(row, to)),
  }
  const [x, y] = [lon && numberAt(table, row, lon), lat && numberAt(table, row, lat)]
  if (typeof x !== 'number' || typeof y !== 'number') return { lon: null, lat: null, ...dates }
  // 99.999999 north is how the postcode directories write "no position".
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return { lon: x, lat: y, ...dates }
  if (y < 99 && lat) {
    const message = `${x}, ${y} is not a longitude and latitude.`
    table.problems.push({ file: table.file, line: row.line, column: lat.name, message })
  }
  return { lon: null, lat: null, ...dates }
}
