import { checkIdentifier, IDENTIFIER_TYPES, type IdentifierType } from '@/lib/people/identifiers'
import { checkPhone, looksLikePhone } from '@/lib/people/phone'
import { checkPostcode } from '@/lib/people/postcode'
import { birthFromText } from '@/lib/people/matching/births'
import { facetsFrom, type RawFacets } from '@/lib/people/matching/facets-from'
import type { Facets } from '@/lib/people/matching/facets'
import { familyFormsOf, formsOf } from '@/lib/people/matching/name-forms'
import { foldName } from '@/lib/people/normalise'

/**
 * What somebody typed into one box, understood: a name, a date of birth or part of one, a number, a
 * postcode.
 */
export type Asked = {
  /** The words that are a name, as typed. */
  name: string
  /** Dates as found, `1992-03-12` or less. */
  births: string[]
  identifiers: { type: IdentifierType; value: string; norm: string }[]
  phones: string[]
  postcodes: string[]
}

const date =
  /\b(\d{1,2})[/.\- ](\d{1,2}|[A-Za-z]{3,9})[/.\- ](\d{4}|\d{2})\b|\b\d{4}-\d{2}-\d{2}\b/g
const year = /\b(19|20)\d{2}\b/g
const emptyAsked = (): Asked => ({
  name: '',
  births: [],
  identifiers: [],
  phones: [],
  postcodes: [],
})

/** Longest search read. Characters. */
export const longestSearch = 200

/**
 * Reads a search box. Order: whole numbers first (each may hold spaces), then dates, postcodes, and
 * names last.
 */
export function parseSearch(typed: string): Asked {
  const asked = emptyAsked()
  let rest = ` ${typed.normalize('NFC').slice(0, longestSearch)} `
  rest = rest.replace(date, (text) => {
    const birth = birthFromText(text.trim())
    if (!birth?.year) return text
    const { year: y, month = 0, day = 0 } = birth
    asked.births.push(`${y}-${pad(month)}-${pad(day)}`)
    return ' '
  })
  rest = takeWhole(rest, asked)
  rest = rest.replace(/\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b/g, (text) => {
    const { norm, check } = checkPostcode(text)
    if (check !== 'ok') return text
    asked.postcodes.push(norm)
    return ' '
  })
  rest = rest.replace(year, (text) => {
    asked.births.push(text)
    return ' '
  })
  asked.name = rest.replace(/[,;]+/g, ' ').replace(/\s+/g, ' ').trim()
  return asked
}

const pad = (part: number) => String(part).padStart(2, '0')

// Numbers people type with spaces: tried longest first, taken only when they have a known number's
// shape.
function takeWhole(text: string, asked: Asked): string {
  const shapes = [
    /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, // NHS
    /\b[A-Za-z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-Da-d]?\b/g, // National Insurance
    /\b(?:\d{2}|\d{4})\/\d{1,7}[A-Za-z]\b/g, // PNC
    /\b\d{1,6}\/\d{2}[A-Za-z]\b/g, // CRO
    /\b[A-Za-z]\d{6}\b/g, // CRN
    /\b[A-Za-z]\d{4}[A-Za-z]{2}\b/g, // prison
  ]
  const types: IdentifierType[] = ['nhs', 'nino', 'pnc', 'cro', 'crn', 'prison']
  let rest = text
  rest = rest.replace(/(?:\+44|\b0)[\d ]{9,12}\b/g, (found) => {
    if (!looksLikePhone(found)) return found
    asked.phones.push(checkPhone(found).norm)
    return ' '
  })
  shapes.forEach((shape, at) => {
    const type = types[at]
    if (!type) return
    rest = rest.replace(shape, (found) => {
      asked.identifiers.push({ type, value: found.trim(), norm: checkIdentifier(type, found).norm })
      return ' '
    })
  })
  // An agency's own reference: letters and digits together that are none of the above.
  return rest.replace(/\b(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z\d-]{5,20}\b/g, (found) => {
    if (checkPostcode(found).check === 'ok') return found
    asked.identifiers.push({
      type: 'local',
      value: found,
      norm: checkIdentifier('local', found).norm,
    })
    return ' '
  })
}

/** The matcher's facets of what was asked. */
export function facetsAsked(asked: Asked): Facets {
  const raw: RawFacets = {
    names: asked.name ? [{ text: asked.name }] : [],
    births: asked.births,
    postcodes: asked.postcodes,
    phones: asked.phones,
    identifiers: asked.identifiers,
  }
  return facetsFrom(raw)
}

/** Words of the name, folded, for likeness; at most six. */
export const nameWords = (asked: Asked): string[] =>
  foldName(asked.name)
    .split(' ')
    .filter((word) => word.length > 1)
    .slice(0, 6)

/** Each word with another form it may have in a name: `LIZ ELIZABETH`, `CHEUNG ZHANG`. */
export const formsAsked = (words: readonly string[]): string[] =>
  words.flatMap((word) => {
    const forms = new Set([...(formsOf(word) ?? []), ...(familyFormsOf(word) ?? [])])
    return [...forms].map((form) => `${word} ${form}`)
  })

const digitsOf = (births: readonly string[]) => births.map((text) => text.split('-'))

/** Whole dates of birth that were typed, as `19920312`, and with day and month the other way. */
export const daysAsked = ({ births }: Asked): string[] =>
  digitsOf(births).flatMap(([year = '', month = '00', day = '00']) =>
    month === '00' || day === '00' ? [] : [year + month + day, year + day + month],
  )

/** Years of birth that were typed. */
export const yearsAsked = ({ births }: Asked): number[] =>
  digitsOf(births).map(([year]) => Number(year))

/** Everything typed that is a number somebody is known by, normalised. */
export const numbersAsked = (asked: Asked): string[] =>
  [...asked.identifiers.map(({ norm }) => norm), ...asked.phones].filter((norm) => norm !== '')

/**
 * Whether the question may go beyond one's own people: a full identifier, or a name with a whole
 * date of birth.
 */
export function mayGoBeyond(asked: Asked): boolean {
  const full = asked.identifiers.some(
    ({ type, norm }) => norm !== '' && type !== 'local' && isKnownType(type),
  )
  return (
    full ||
    (asked.name.includes(' ') &&
      asked.births.some((text) => /^\d{4}-(?!00)\d\d-(?!00)\d\d$/.test(text)))
  )
}

const isKnownType = (type: string) => IDENTIFIER_TYPES.some(({ key }) => key === type)
