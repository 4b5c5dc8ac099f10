import { cutText } from '../cut-text'
import { ethnicityFromJustice, ETHNICITY } from '../code-lists/ethnicity'
import { emailNorm } from '../fields'
import type { PartialDate } from '../partial-date'
import { checkIdentifier } from '../people/identifiers'
import type { CheckedIdentifier, IdentifierType } from '../people/identifiers'
import { refusedInPractice } from '../people/invented'
import { checkPhone } from '../people/phone'
import { checkPostcode } from '../people/postcode'
import { isRounded, isStandInEmail, isStandInWord } from '../people/stand-ins'
import { remembering } from '../remembering'
import { readBirth } from './birth'
import { RowReader } from './cells'
import type { RowResult } from './cells'
import type { CsvRow } from './csv'
import { footerProblem } from './footer'
import { referenceColumn } from './mapping'
import type { Mapping } from './mapping'
import { readNames } from './row-names'
import type { ImportedName } from './row-names'

/** An identifier as given, checked, with its kind. */
export type ImportedIdentifier = CheckedIdentifier & { type: IdentifierType }
export type ImportedReach = { kind: 'mobile' | 'landline' | 'email'; value: string; norm: string }
/** `postcode` for screens, `norm` for comparing; lines may be empty. */
export type ImportedAddress = { lines: string[]; postcode: string | null; norm: string | null }

/** A person as one row gives them. Nothing here has been compared with anybody. */
export type ImportedPerson = {
  localRef: string
  names: ImportedName[]
  birth: PartialDate | null
  /** Null where it was left blank or said to be unknown. */
  sex: 'female' | 'male' | null
  /** A census key where the value is known, and the value as received. */
  ethnicity: { key: string | null; received: string } | null
  identifiers: ImportedIdentifier[]
  addresses: ImportedAddress[]
  reaches: ImportedReach[]
  /** Under 18 on the day of the import, as far as the date of birth tells. */
  under18: boolean
}

/** `now`: today, `YYYY-MM-DD`. `practice`: turn away numbers that somebody could really have. */
export type ReadOptions = { now: string; practice: boolean }

const IDENTIFIERS = ['nhs', 'nino', 'crn', 'pnc', 'cro', 'prison', 'uprn', 'local'] as const

const SEXES: Readonly<Record<string, ImportedPerson['sex']>> = {
  f: 'female',
  female: 'female',
  woman: 'female',
  '2': 'female',
  m: 'male',
  male: 'male',
  man: 'male',
  '1': 'male',
  u: null,
  i: null,
  x: null,
  '0': null,
  '9': null,
  indeterminate: null,
  'not specified': null,
}

/** Codes 1, 2, 0 and 9 are those of the NHS Data Dictionary. */
function readSex(row: RowReader): ImportedPerson['sex'] {
  const cell = row.one('sex')
  if (!cell) return null
  const sex = SEXES[cell.text.toLowerCase()]
  if (sex === undefined) row.warn(cell, 'Not a sex we know. Left out.')
  return sex ?? null
}

function readEthnicity(row: RowReader): ImportedPerson['ethnicity'] {
  const cell = row.one('ethnicity')
  if (!cell) return null
  const label = cell.text.toLowerCase()
  const named = ETHNICITY.find((code) => code.label.toLowerCase() === label)
  const key = ethnicityFromJustice(cell.text) ?? named?.key ?? null
  if (key === null) row.warn(cell, 'An ethnic group we have no code for. Kept as it came.')
  return { key, received: cutText(cell.text, 100) }
}

const REAL_NUMBER = 'Somebody could really have this number. Practice takes invented ones only.'

function readIdentifiers(row: RowReader, { now, practice }: ReadOptions): ImportedIdentifier[] {
  const found: ImportedIdentifier[] = []
  for (const type of IDENTIFIERS) {
    for (const cell of row.all(type)) {
      const checked = checkIdentifier(type, cutText(cell.text, 60), { now, live: !practice })
      if (checked.display === '') continue
      if (checked.message) row.warn(cell, checked.message)
      if (practice && refusedInPractice(type, checked)) row.refuse(cell, REAL_NUMBER)
      found.push({ ...checked, type })
    }
  }
  return found
}

const postcodeOf = remembering((text) => checkPostcode(text))

function readAddresses(row: RowReader): ImportedAddress[] {
  const lines = row.all('address').flatMap(({ text }) => text.split(/\s*(?:,|\n)\s*/))
  const cell = row.one('postcode')
  const postcode = cell && postcodeOf(cutText(cell.text, 20))
  if (cell && postcode?.message) row.warn(cell, postcode.message)
  if (lines.length === 0 && !postcode) return []
  const kept = lines.filter((line) => line !== '').map((line) => cutText(line, 120))
  return [{ lines: kept, postcode: postcode?.display ?? null, norm: postcode?.norm || null }]
}

function readReaches(row: RowReader, { practice }: ReadOptions): ImportedReach[] {
  const phones = row.all('phone').flatMap((cell) =>
    cell.text.split(/\s*(?:\/|;|,|\bor\b)\s*/i).flatMap((value): ImportedReach[] => {
      if (value === '') return []
      const { norm, message } = checkPhone(value, { live: !practice })
      if (message) row.warn(cell, `${message} Kept as it came.`)
      const kind = norm.startsWith('07') ? 'mobile' : 'landline'
      return [{ kind, value: cutText(value, 60), norm }]
    }),
  )
  const emails = row.all('email').flatMap((cell): ImportedReach[] => {
    const isAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell.text) && cell.text.length <= 254
    const value = cutText(cell.text, 254)
    if (isAddress && !isStandInEmail(cell.text)) {
      return [{ kind: 'email', value, norm: emailNorm(cell.text) }]
    }
    row.warn(cell, 'Not an email address of anybody. Kept as it came.')
    return [{ kind: 'email', value, norm: '' }]
  })
  return [...phones, ...emails]
}

/** The agency's own number for the person; refuses the row when there is none. */
export function readReference(row: RowReader, mapping: Mapping): string {
  const cell = row.at(referenceColumn(mapping))
  const ref = cell.text.replace(/\s+/g, ' ')
  if (ref === '') {
    row.refuse(cell, 'No number of yours for this person, so the next file could not find the row.')
  }
  // Every row that it stands in would be one and the same person.
  if (ref !== '' && isStandInWord(ref)) {
    row.refuse(cell, 'This says that there is no number, and the next file could not find the row.')
  }
  if (isRounded(ref)) row.refuse(cell, `${ref} has lost its digits in a spreadsheet.`)
  if (ref.length > 60) row.refuse(cell, 'Your number for a person can have 60 letters at most.')
  return ref
}

/**
 * Reads a row of a people file. Refused: a row the file itself broke, a total, one without the
 * agency's own number, one with neither a name nor a number, and in practice one with a number
 * that somebody could really have. Everything else goes in with what to look at, and what cannot be
 * read of it is left out (the row as it came is kept elsewhere).
 */
export function readPerson(
  row: CsvRow,
  header: readonly string[],
  mapping: Mapping,
  options: ReadOptions,
): RowResult<ImportedPerson> {
  if (row.problem) return { ok: false, line: row.line, refusals: [row.problem] }
  const footer = footerProblem(row, header, mapping)
  if (footer) return { ok: false, line: row.line, refusals: [footer] }
  const reader = new RowReader(row, header, mapping)
  const birth = readBirth(reader, mapping, options.now)
  const person: ImportedPerson = {
    localRef: readReference(reader, mapping),
    names: readNames(reader, mapping),
    birth: birth.date,
    sex: readSex(reader),
    ethnicity: readEthnicity(reader),
    identifiers: readIdentifiers(reader, options),
    addresses: readAddresses(reader),
    reaches: readReaches(reader, options),
    under18: birth.under18,
  }
  const known = person.identifiers.some(
    ({ type, norm }) => norm !== '' && type !== 'local' && type !== 'uprn',
  )
  if (person.names.length === 0 && !known) reader.refuse(null, 'Neither a name nor a number.')
  else if (person.names.length === 0) reader.warn(null, 'No name: known by number alone.')
  const { refusals, warnings } = reader
  if (refusals.length > 0) return { ok: false, line: row.line, refusals }
  return { ok: true, line: row.line, value: person, warnings }
}
