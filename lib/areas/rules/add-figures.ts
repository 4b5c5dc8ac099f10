import type { AgeBand, NewAreaSet, Sex } from '../schema'
import { ageBands } from '../schema'
import type { Column } from './columns'
import { measureFault } from './measures'
import type { Row, Table } from './read-table'
import { numberAt } from './read-table'

type AgeColumn = { column: Column; band: AgeBand; sex: Sex | 'persons' }

const spans: { band: AgeBand; from: number; to: number }[] = ageBands.map((band) => {
  const [from, to] = band.split(/[-+]/)
  return { band, from: Number(from), to: to ? Number(to) : Infinity }
})

/** Columns of ages with the band each falls in; one that straddles two bands is a problem. */
function ageColumns(table: Table): AgeColumn[] {
  return table.columns.flatMap((column): AgeColumn[] => {
    const { meaning } = column
    if (meaning.role !== 'age') return []
    const to = meaning.to ?? Infinity
    const span = spans.find((s) => meaning.from >= s.from && to <= s.to)
    if (span) return [{ column, band: span.band, sex: meaning.sex }]
    table.problems.push({
      file: table.file,
      line: 1,
      column: column.name,
      message: `these ages do not fit into the bands kept here: ${ageBands.join(', ')}.`,
    })
    return []
  })
}

/** 'mid2020' in a file's name, or a census year; null where it does not say. */
const yearIn = (file: string) => {
  const found = /(?:mid[-_ ]?|census[-_ ]?)?((?:19|20)\d{2})/.exec(file)?.[1]
  return found ? Number(found) : null
}

const needYear = (table: Table) =>
  table.problems.push({
    file: table.file,
    message: 'does not say of which year its residents are. Put the year in the file’s name.',
  })

/** Residents by age: single years are summed into the nine bands. */
export function addPopulations(set: NewAreaSet, table: Table, rows: [Row, string][]): number {
  const ages = ageColumns(table)
  const totals = table.columns.flatMap((column) =>
    column.meaning.role === 'all-ages' ? [{ column, meaning: column.meaning }] : [],
  )
  const before = set.populations.length
  const fileYear = yearIn(table.file)
  if (ages.length > 0 && fileYear === null) {
    needYear(table)
    return 0
  }
  const source = table.file
  for (const [row, areaCode] of rows) {
    const sums = new Map<string, number>()
    for (const { column, band, sex } of ages) {
      const count = countAt(table, row, column)
      if (count !== null) sums.set(`${band}|${sex}`, (sums.get(`${band}|${sex}`) ?? 0) + count)
    }
    sums.forEach((count, key) => {
      const [ageBand, sex] = key.split('|') as [AgeBand, Sex | 'persons']
      set.populations.push({ areaCode, ageBand, sex, year: fileYear ?? 0, count, source })
    })
    for (const { column, meaning } of totals) {
      const year = meaning.year ?? fileYear
      const count = countAt(table, row, column)
      if (year === null || count === null) continue
      const { sex } = meaning
      set.populations.push({ areaCode, ageBand: 'all', sex, year, count, source })
    }
  }
  return set.populations.length - before
}

function countAt(table: Table, row: Row, column: Column): number | null {
  const value = numberAt(table, row, column)
  if (value === null || (Number.isInteger(value) && value >= 0)) return value
  const message = `${value} is not a number of people.`
  table.problems.push({ file: table.file, line: row.line, column: column.name, message })
  return null
}

/** Counts of residents by group come from the census, not from the index beside them. */
const isCensusCount = (key: string) => /^(ethnic|disab)/.test(key)

/**
 * Figures about areas. A column without a year of its own takes the latest year of its
 * neighbours: income tenths beside IMD 2025 are of 2025; failing that, the file's name.
 */
export function addMeasures(set: NewAreaSet, table: Table, rows: [Row, string][]): number {
  const found = table.columns.flatMap((column) =>
    column.meaning.role === 'measure' ? [{ column, meaning: column.meaning }] : [],
  )
  const years = found.flatMap(({ meaning }) => (meaning.year === null ? [] : [meaning.year]))
  const usual = years.length > 0 ? Math.max(...years) : yearIn(table.file)
  const census = table.columns.flatMap(({ meaning }) =>
    meaning.role === 'all-ages' && meaning.year !== null ? [meaning.year] : [],
  )[0]
  const before = set.measures.length
  // The same figure in two files is kept once; one that differs is kept under its own source.
  const known = new Set(set.measures.map((m) => `${m.areaCode}|${m.measure}|${m.year}|${m.value}`))
  for (const { column, meaning } of found) {
    const year = meaning.year ?? (isCensusCount(meaning.key) ? census : null) ?? usual
    if (year === null) {
      const message = 'does not say of which year it is, nor does the file’s name.'
      table.problems.push({ file: table.file, line: 1, column: column.name, message })
      continue
    }
    for (const [row, areaCode] of rows) {
      const value = numberAt(table, row, column)
      if (value === null || known.has(`${areaCode}|${meaning.key}|${year}|${value}`)) continue
      const fault = measureFault(meaning.key, value)
      if (fault === null) {
        set.measures.push({ areaCode, measure: meaning.key, year, value, source: table.file })
      } else {
        const message = `${value} ${fault}.`
        table.problems.push({ file: table.file, line: row.line, column: column.name, message })
      }
    }
  }
  return set.measures.length - before
}
