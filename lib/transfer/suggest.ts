import { checkIdentifier } from '../people/identifiers'
import type { IdentifierType } from '../people/identifiers'
import { checkPostcode } from '../people/postcode'
import { detectDates } from './date-column'
import type { DateColumn } from './date-column'
import { fieldsOf, headingWords, HEADINGS } from './fields'
import type { ImportShape } from './fields'
import { headingScore } from './heading'
import type { Mapping } from './mapping'
import { nameExtras } from './name-extras'
import { detectNameOrder } from './names'

/** A column as the screen shows it: what it was taken for, why, examples, any doubt in words. */
export type SuggestedColumn = {
  heading: string
  field: string
  because: 'heading' | 'content' | null
  examples: string[]
  doubt: string | null
}

export type Suggestion = { mapping: Mapping; columns: SuggestedColumn[] }

type Column = { heading: string; words: string[]; values: string[] }

const share = (values: readonly string[], fits: (value: string) => boolean) =>
  values.length === 0 ? 0 : values.filter(fits).length / values.length

const PATTERNS: Readonly<Record<string, (value: string) => boolean>> = {
  // Its check digit fits; whose number it is does not matter here.
  nhs: (v) =>
    /^\d{3}[ -]?\d{3}[ -]?\d{4}$/.test(v) && !/digit/.test(checkIdentifier('nhs', v).message ?? ''),
  nino: (v) => /^[A-Z]{2}( ?\d\d){3} ?[A-D]?$/i.test(v),
  pnc: (v) => /^(\d{2}|\d{4})\/\d{1,7}[A-Z]$/i.test(v),
  cro: (v) => /^(\d{1,6}\/\d\d[A-Z]|SF\d\d\/\d{1,6}[A-Z])$/i.test(v),
  crn: (v) => /^[A-Z]\d{6}$/.test(v),
  prison: (v) => /^[A-Z]\d{4}[A-Z]{2}$/.test(v),
  postcode: (v) => checkPostcode(v).check === 'ok',
  email: (v) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(v),
  phone: (v) => /^(\+44|0)[\d ()-]{9,14}$/.test(v),
  sex: (v) => /^(m|f|male|female|unknown|u)$/i.test(v),
}

/** How sure the content alone makes a field; headings that say something else win over it. */
function contentScore(column: Column, field: string): number {
  const fits = PATTERNS[field]
  if (!fits || column.values.length < 3) return 0
  return share(column.values, fits) >= 0.8 ? 45 : 0
}

/** Gives each field its best columns, each column its best field, the surest first. */
function assign(columns: readonly Column[], shape: ImportShape) {
  const claims = columns.flatMap((column, i) =>
    fieldsOf(shape).map(({ key, many = false }) => {
      const heading = headingScore(column.words, HEADINGS[shape][key] ?? [])
      const content = shape === 'people' ? contentScore(column, key) : 0
      const because = heading > 0 ? ('heading' as const) : ('content' as const)
      return { i, key, many, because, score: heading + content }
    }),
  )
  const chosen = new Map<number, { key: string; because: 'heading' | 'content' }>()
  const taken = new Set<string>()
  for (const { i, key, many, because, score } of claims.sort((a, b) => b.score - a.score)) {
    if (score < 8 || chosen.has(i) || (taken.has(key) && !many)) continue
    chosen.set(i, { key, because })
    taken.add(key)
  }
  return chosen
}

/** Fields that hold dates. */
export const DATE_FIELDS: ReadonlySet<string> = new Set([
  'birth',
  'from',
  'until',
  'lastDate',
  'nextDate',
])
const DOUBTFUL = 'Most of these do not look right for this. Check the column.'

export const AMBIGUOUS = 'Day and month could be either way round. Check the order.'

/** What makes a column's reading doubtful, in words; null when nothing does. */
export function doubtOf(field: string, values: readonly string[], dates: DateColumn | null) {
  if (values.length === 0) return field === '' ? null : 'This column is empty in the first rows.'
  if (DATE_FIELDS.has(field)) {
    if (!dates) return 'These do not look like dates. Check the column.'
    if (dates.ambiguous) return AMBIGUOUS
    return dates.twoDigitYears ? 'Years have two digits, so the century is a guess.' : null
  }
  const fits = PATTERNS[field]
  if (!fits) return null
  // Invented and mistyped National Insurance numbers still have the form.
  return share(values, (v) => fits(v) || isKnown(field, v)) < 0.5 ? DOUBTFUL : null
}

const isKnown = (field: string, value: string) =>
  ['nhs', 'nino', 'crn', 'pnc', 'cro', 'prison'].includes(field) &&
  checkIdentifier(field as IdentifierType, value).check === 'ok'

/**
 * Suggests how to read a file from its headings and its first rows (a few hundred are enough).
 * `now` is today (`YYYY-MM-DD`). The result may still lack a field: see `mappingProblems`.
 */
export function suggestMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  shape: ImportShape,
  now: string,
): Suggestion {
  const columns = header.map((heading, i) => ({
    heading,
    words: headingWords(heading),
    values: rows.map((cells) => (cells[i] ?? '').trim()).filter((value) => value !== ''),
  }))
  const chosen = assign(columns, shape)
  const fields = columns.map((_, i) => chosen.get(i)?.key ?? '')
  const dates = columns.map(({ values }, i) =>
    DATE_FIELDS.has(fields[i] ?? '') ? detectDates(values, now) : null,
  )
  // A column that could be either way round goes by one that cannot: a file has one habit.
  const sure = dates.find((found) => found && !found.ambiguous && found.dayAndMonth)?.order
  const orders = dates.flatMap((found, i) =>
    found ? [[String(i), (found.ambiguous && sure) || found.order] as const] : [],
  )
  const names = columns[fields.indexOf('fullName')]?.values ?? []
  return {
    mapping: {
      shape,
      columns: fields,
      dateOrder: orders[0]?.[1] ?? 'dmy',
      dateOrders: Object.fromEntries(orders),
      // Without honours, whose comma (Ann Bee, MBE) says nothing of the order.
      nameOrder: detectNameOrder(names.map((name) => nameExtras(name).plain)),
    },
    columns: columns.map(({ heading, values }, i) => ({
      heading,
      field: fields[i] ?? '',
      because: chosen.get(i)?.because ?? null,
      examples: [...new Set(values)].slice(0, 3),
      doubt: doubtOf(fields[i] ?? '', values, dates[i] ?? null),
    })),
  }
}
