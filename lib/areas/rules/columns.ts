import type { AreaKind, Sex } from '../schema'
import type { MeasureKey } from './measures'
import { measureOf } from './measures'

/** What one column of a published table, or one property of a GeoJSON feature, is. */
export type ColumnMeaning =
  | { role: 'area'; kind: AreaKind; vintage: string | null; part: 'code' | 'name' | 'local-name' }
  | { role: 'code' }
  | { role: 'name' }
  | { role: 'local-name' }
  | { role: 'postcode' }
  | { role: 'lon' }
  | { role: 'lat' }
  | { role: 'from' }
  | { role: 'to' }
  | { role: 'change' }
  /** Residents of ages `from` to `to` (null: and over), or of all ages. */
  | { role: 'age'; from: number; to: number | null; sex: Sex | 'persons' }
  | { role: 'all-ages'; sex: Sex | 'persons'; year: number | null }
  | { role: 'measure'; key: MeasureKey; year: number | null }
  | { role: 'left' }

export type Column = { name: string; index: number; meaning: ColumnMeaning }

const kindOfStem: Record<string, AreaKind> = {
  lsoa: 'small',
  msoa: 'middle',
  wd: 'ward',
  ward: 'ward',
  osward: 'ward',
  lad: 'city',
  ltla: 'city',
  laua: 'city',
  oslaua: 'city',
  'local authority district': 'city',
}

/**
 * Headings as published: LSOA21CD and WD24NM (ONS open geography), lsoa21 and oslaua (postcode
 * directories), 'LSOA code (2021)' (deprivation), 'LSOA 2021 Code' (population estimates).
 */
const areaPattern = new RegExp(
  `^(${Object.keys(kindOfStem).join('|')}) ?(\\d{4}|\\d{2})? ?` +
    '(cd|code|nm|name|hclnm|hcl name|bestfit|best fit)? ?(\\d{4}|\\d{2})?$',
)

function areaColumn(heading: string): ColumnMeaning | null {
  const found = areaPattern.exec(heading)
  const kind = kindOfStem[found?.[1] ?? '']
  if (!found || !kind) return null
  const year = found[2] ?? found[4] ?? null
  const word = found[3] ?? 'code'
  const part = word.startsWith('hcl') ? 'local-name' : /^n/.test(word) ? 'name' : 'code'
  return { role: 'area', kind, vintage: year === null ? null : year.slice(-2), part }
}

const sexOf = (word: string | undefined): Sex | 'persons' =>
  word?.startsWith('f') ? 'female' : word?.startsWith('m') ? 'male' : 'persons'

/** '0-15', '75+', 'Aged 16 to 24 years', '42', 'F42', 'M90+' (ONS small-area estimates). */
function ageColumn(raw: string): ColumnMeaning | null {
  const text = raw
    .trim()
    .toLowerCase()
    .replace(/^aged? /, '')
    .replace(/ years?.*$/, '')
  const found = /^([fm])?(\d{1,3})(?:(?:-|–| to )(\d{1,3})|(\+| and over))?$/.exec(text)
  if (!found?.[2]) return null
  const from = Number(found[2])
  // 2021 alone would be a year; the oldest single year published is 105.
  if (from > 105) return null
  const to = found[4] ? null : found[3] ? Number(found[3]) : from
  // Estimates stop at 90, which stands for 90 and over.
  return { role: 'age', from, to: to === 90 && from === 90 ? null : to, sex: sexOf(found[1]) }
}

const plain: [RegExp, ColumnMeaning][] = [
  [/^(pcd|pcd2|pcd7|pcd8|pcds|postcode)$/, { role: 'postcode' }],
  [/^(long|lon|lng|longitude)$/, { role: 'lon' }],
  [/^(lat|latitude)$/, { role: 'lat' }],
  [/^dointr$/, { role: 'from' }],
  [/^doterm$/, { role: 'to' }],
  [/^(change code|chgind|change)$/, { role: 'change' }],
  [/^hcl ?n(ame|m)$/, { role: 'local-name' }],
  [/^(area )?code$/, { role: 'code' }],
  [/^(area )?name$/, { role: 'name' }],
]

const residents = /^(census ?(\d{2,4}) )?(residents|total population|all ages|all persons|total)$/

function meaningOf(raw: string): ColumnMeaning {
  const heading = raw
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const simple = plain.find(([pattern]) => pattern.test(heading))?.[1]
  if (simple) return simple
  const age = ageColumn(raw)
  if (age) return age
  const all = residents.exec(heading)
  if (all) {
    const year = all[2] ? Number(all[2].padStart(4, '20')) : null
    return { role: 'all-ages', sex: 'persons', year }
  }
  const key = measureOf(heading)
  if (key) {
    const year = /\b(?:imd ?)?((?:19|20)\d{2})\b/.exec(heading)?.[1]
    return { role: 'measure', key, year: year ? Number(year) : null }
  }
  return areaColumn(heading) ?? { role: 'left' }
}

/**
 * Suggests what each column is from its heading. A person may overrule it; columns that say
 * nothing known are left alone, never guessed from their contents.
 */
export const suggestColumns = (headings: readonly string[]): Column[] =>
  headings.map((name, index) => ({ name, index, meaning: meaningOf(name) }))

const roleWords: Record<ColumnMeaning['role'], string> = {
  area: 'area',
  code: 'area code',
  name: 'area name',
  'local-name': 'name people know it by',
  postcode: 'postcode',
  lon: 'longitude',
  lat: 'latitude',
  from: 'in use from',
  to: 'ended',
  change: 'how it changed',
  age: 'residents by age',
  'all-ages': 'all residents',
  measure: 'figure',
  left: 'left alone',
}
const kindWords = { small: 'small area', middle: 'middle area', ward: 'ward', city: 'place' }

/** 'small area of 2021, code', for the screen that shows what each column was taken for. */
export function sayMeaning(meaning: ColumnMeaning): string {
  if (meaning.role !== 'area') return roleWords[meaning.role]
  const of = meaning.vintage === null ? '' : ` of 20${meaning.vintage}`
  return `${kindWords[meaning.kind]}${of}, ${meaning.part.replace('-', ' ')}`
}
