import { today } from '../dates'
import { fitsPattern } from './local-pattern'
import { checkCro, checkPnc } from './police-numbers'

/** The kinds of identifier a person may hold; of each kind they may hold several. */
export const IDENTIFIER_TYPES = [
  { key: 'nhs', label: 'NHS number' },
  { key: 'nino', label: 'National Insurance number' },
  { key: 'crn', label: 'Probation number (CRN)' },
  { key: 'pnc', label: 'PNC number' },
  { key: 'cro', label: 'CRO number' },
  { key: 'prison', label: 'Prison number' },
  { key: 'uprn', label: 'Property number (UPRN)' },
  { key: 'local', label: 'Agency’s own number' },
] as const

export type IdentifierType = (typeof IDENTIFIER_TYPES)[number]['key']

/**
 * What a check found. `norm` is for comparing and indexing, `display` for screens. A *warning* is
 * never a refusal: agencies hold wrong numbers, and the wrong number is what they will search for.
 */
export type CheckedIdentifier = {
  norm: string
  display: string
  check: 'ok' | 'warning'
  message?: string
}

/** Normalised again after capitals: some letters come apart in them. */
const capitals = (raw: string) => raw.normalize('NFKC').toUpperCase().normalize('NFKC')
const compact = (raw: string) => capitals(raw).replace(/[\s.\-_]/g, '')
const ok = (norm: string, display = norm): CheckedIdentifier => ({ norm, display, check: 'ok' })
const warn = (norm: string, message: string, display = norm): CheckedIdentifier => ({
  norm,
  display,
  check: 'warning',
  message,
})

/** The tenth digit of an NHS number from its first nine (modulus 11), or null: there is none. */
export function nhsCheckDigit(nine: string): number | null {
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? null : digit
}

/** Ten digits shown 3-3-4; weights 10 to 2, eleven less the remainder (NHS Data Dictionary). */
function checkNhs(raw: string): CheckedIdentifier {
  const norm = compact(raw)
  if (!/^\d{10}$/.test(norm)) return warn(norm, 'An NHS number has 10 digits. Check it.')
  const display = `${norm.slice(0, 3)} ${norm.slice(3, 6)} ${norm.slice(6)}`
  // Ten equal digits always pass the arithmetic; they are typed where the number is not known.
  if (/^(\d)\1{9}$/.test(norm)) {
    return warn(norm, 'This looks like a stand-in for an NHS number nobody knew.', display)
  }
  if (nhsCheckDigit(norm.slice(0, 9)) !== Number(norm[9])) {
    return warn(norm, 'A digit of this NHS number seems to be wrong. Check it.', display)
  }
  return ok(norm, display)
}

const NEVER_ISSUED = new Set(['BG', 'GB', 'KN', 'NK', 'NT', 'TN', 'ZZ'])
const ADMINISTRATIVE = new Set(['CR', 'FY', 'MW', 'NC', 'OO', 'PP', 'PY', 'PZ'])

/** Whether two letters can begin a National Insurance number (HMRC manual NIM39110). */
function ninoPrefixIssued(prefix: string): boolean {
  return /^[^DFIQUV][^DFIQUVO]$/.test(prefix) && !NEVER_ISSUED.has(prefix)
}

/**
 * Two letters, six digits and A to D. The last letter tells nobody apart, and criminal justice
 * systems leave it out: compare the first eight characters.
 */
function checkNino(raw: string): CheckedIdentifier {
  const norm = compact(raw)
  const match = /^([A-Z]{2})(\d{2})(\d{2})(\d{2})([A-Z]?)$/.exec(norm)
  if (!match) {
    return warn(norm, 'A National Insurance number is like AB 12 34 56 C. Check it.')
  }
  const [, prefix = '', a, b, c, suffix = ''] = match
  const display = [prefix, a, b, c, suffix].join(' ').trim()
  if (ADMINISTRATIVE.has(prefix)) {
    return warn(norm, `Numbers beginning ${prefix} are temporary or administrative.`, display)
  }
  if (!ninoPrefixIssued(prefix)) {
    return warn(norm, `No National Insurance number begins with ${prefix}. Check it.`, display)
  }
  if (suffix === '') return warn(norm, 'The letter at the end is missing.', display)
  if (!/[A-D]/.test(suffix)) return warn(norm, 'The letter at the end must be A to D.', display)
  return ok(norm, display)
}

/** One letter and six digits (nDelius). */
function checkCrn(raw: string): CheckedIdentifier {
  const norm = compact(raw)
  return /^[A-Z]\d{6}$/.test(norm) ? ok(norm) : warn(norm, 'A CRN is like X123456. Check it.')
}

/** By common use a letter, four digits and two letters; no published rule was found. */
function checkPrison(raw: string): CheckedIdentifier {
  const norm = compact(raw)
  if (/^[A-Z]\d{4}[A-Z]{2}$/.test(norm)) return ok(norm)
  return warn(norm, 'Most prison numbers are like A1234BC. Check it.')
}

/** Up to twelve digits; zeros in front mean nothing. */
function checkUprn(raw: string): CheckedIdentifier {
  const norm = compact(raw).replace(/^0+(?=\d)/, '')
  if (/^[1-9]\d{0,11}$/.test(norm)) return ok(norm)
  return warn(norm, 'A UPRN has up to 12 digits. Check it.')
}

function checkLocal(raw: string, pattern?: string): CheckedIdentifier {
  const display = raw.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const norm = capitals(display).replace(/\s/g, '')
  if (!pattern || fitsPattern(pattern, display)) return ok(norm, display)
  return warn(norm, `This agency’s numbers are like ${pattern}. Check it.`, display)
}

/**
 * Checks an identifier as typed or imported. Never refuses: see `CheckedIdentifier`. An empty
 * value gives an empty `norm`. `pattern` is the agency's own (see `fitsPattern`) and is used for
 * `local` alone; `now` settles the century of a two-digit PNC year. Rules and their sources:
 * docstrings above and in `police-numbers.ts`.
 */
export function checkIdentifier(
  type: IdentifierType,
  raw: string,
  { pattern, now = today() }: { pattern?: string; now?: string } = {},
): CheckedIdentifier {
  if (raw.trim() === '') return warn('', 'Nothing was typed.')
  switch (type) {
    case 'nhs':
      return checkNhs(raw)
    case 'nino':
      return checkNino(raw)
    case 'crn':
      return checkCrn(raw)
    case 'pnc':
      return checkPnc(compact(raw), Number(now.slice(0, 4)))
    case 'cro':
      return checkCro(compact(raw))
    case 'prison':
      return checkPrison(raw)
    case 'uprn':
      return checkUprn(raw)
    case 'local':
      return checkLocal(raw, pattern)
  }
}
