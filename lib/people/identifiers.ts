import { today } from '../dates'
import { fitsPattern } from './local-pattern'
import { checkCro, checkPnc } from './police-numbers'
import { isExample, isPlain, isRounded, isStandInWord } from './stand-ins'

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
 * *None* is no number of anybody: it fails its form, or is what people type where they have none.
 * It is kept as given and has an empty `norm`, so that nothing is found, indexed or compared by it.
 */
export type CheckedIdentifier = {
  norm: string
  display: string
  check: 'ok' | 'warning' | 'none'
  message?: string
}

/** Normalised again after capitals: some letters come apart in them. */
const capitals = (raw: string) =>
  isPlain(raw) ? raw.toUpperCase() : raw.normalize('NFKC').toUpperCase().normalize('NFKC')
const compact = (raw: string) => capitals(raw).replace(/[\s.\-_]/g, '')
const ok = (norm: string, display = norm): CheckedIdentifier => ({ norm, display, check: 'ok' })
const warn = (norm: string, message: string, display = norm): CheckedIdentifier => ({
  norm,
  display,
  check: 'warning',
  message,
})

/** Kept as it was typed, and no number. */
export const noNumber = (raw: string, message: string): CheckedIdentifier => ({
  norm: '',
  display: raw.normalize('NFKC').trim().replace(/\s+/g, ' '),
  check: 'none',
  message,
})

/** The tenth digit of an NHS number from its first nine (modulus 11), or null: there is none. */
export function nhsCheckDigit(nine: string): number | null {
  let sum = 0
  for (let i = 0; i < nine.length; i += 1) sum += Number(nine[i]) * (10 - i)
  const digit = (11 - (sum % 11)) % 11
  return digit === 10 ? null : digit
}

/**
 * Ten digits shown 3-3-4; weights 10 to 2, eleven less the remainder (NHS Data Dictionary). The
 * health services of these islands share the arithmetic and divide the numbers: England and Wales
 * have 4, 6 and 7 (ISB 0149), Scotland's CHI begins with a date of birth, Northern Ireland has 32
 * to 39, and 999 is for tests.
 */
function checkNhs(raw: string, live: boolean): CheckedIdentifier {
  // A spreadsheet writes ? or _ for a blank that it has no sign for.
  const norm = compact(raw).replace(/[?\p{Cf}]/gu, '')
  if (!/^\d{10}$/.test(norm)) return noNumber(raw, 'Not a number: an NHS number has 10 digits.')
  const display = `${norm.slice(0, 3)} ${norm.slice(3, 6)} ${norm.slice(6)}`
  if (nhsCheckDigit(norm.slice(0, 9)) !== Number(norm[9])) {
    return warn(norm, 'A digit of this NHS number seems to be wrong. Check it.', display)
  }
  if (/^[467]/.test(norm)) return ok(norm, display)
  if (norm.startsWith('999')) {
    return live ? noNumber(raw, 'Not a number: 999 is for tests.') : ok(norm, display)
  }
  if (/^(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])/.test(norm)) {
    return warn(norm, 'This is a CHI number of Scotland, and no NHS number of England.', display)
  }
  if (/^3[2-9]/.test(norm)) {
    return warn(
      norm,
      'This is a number of Northern Ireland, and no NHS number of England.',
      display,
    )
  }
  return warn(norm, `No NHS number of England begins with ${norm.slice(0, 1)}. Check it.`, display)
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
function checkNino(raw: string, live: boolean): CheckedIdentifier {
  const norm = compact(raw)
  const match = /^([A-Z]{2})(\d{2})(\d{2})(\d{2})([A-Z]?)$/.exec(norm)
  if (!match) {
    return noNumber(raw, 'Not a number: a National Insurance number is like AB 12 34 56 C.')
  }
  const [, prefix = '', a, b, c, suffix = ''] = match
  const display = [prefix, a, b, c, suffix].join(' ').trim()
  if (/^TN\d{6}[MF]$/.test(norm)) {
    return noNumber(
      raw,
      'Not a number: a temporary one, of birthday and sex. Many people share it.',
    )
  }
  if (ADMINISTRATIVE.has(prefix)) {
    return noNumber(raw, `Not a number: those beginning ${prefix} are administrative.`)
  }
  if (NEVER_ISSUED.has(prefix) || (live && !ninoPrefixIssued(prefix))) {
    return noNumber(raw, `Not a number: no National Insurance number begins with ${prefix}.`)
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
  return /^[A-Z]\d{6}$/.test(norm)
    ? ok(norm)
    : noNumber(raw, 'Not a number: a CRN is like X725193.')
}

/**
 * By common use a letter, four digits and two letters; no published rule was found, and older
 * numbers are two letters and four digits.
 */
function checkPrison(raw: string): CheckedIdentifier {
  const norm = compact(raw)
  if (/^[A-Z]\d{4}[A-Z]{2}$/.test(norm)) return ok(norm)
  if (!/^[A-Z]{0,3}\d{4,6}[A-Z]{0,2}$/.test(norm)) {
    return noNumber(raw, 'Not a number: most prison numbers are like A7251PL.')
  }
  return warn(norm, 'Most prison numbers are like A7251PL. Check it.')
}

/** Up to twelve digits; zeros in front mean nothing. */
function checkUprn(raw: string): CheckedIdentifier {
  const norm = compact(raw).replace(/^0+(?=\d)/, '')
  if (/^[1-9]\d{0,11}$/.test(norm)) return ok(norm)
  return noNumber(raw, 'Not a number: a UPRN has up to 12 digits.')
}

function checkLocal(raw: string, pattern?: string): CheckedIdentifier {
  const display = raw.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const norm = capitals(display).replace(/\s/g, '')
  if (!pattern || fitsPattern(pattern, display)) return ok(norm, display)
  return warn(norm, `This agency’s numbers are like ${pattern}. Check it.`, display)
}

type CheckOptions = { pattern?: string; now?: string; live?: boolean }

/**
 * Checks an identifier as typed or imported. Never refuses: see `CheckedIdentifier`. An empty
 * value gives an empty `norm`. `pattern` is the agency's own (see `fitsPattern`) and is used for
 * `local` alone; `now` settles the century of a two-digit PNC year; `live`: ranges that are
 * nobody's, which the practice place's people have, are no numbers. Rules and their sources:
 * docstrings above, in `stand-ins.ts` and in `police-numbers.ts`.
 */
export function checkIdentifier(
  type: IdentifierType,
  raw: string,
  options: CheckOptions = {},
): CheckedIdentifier {
  if (raw.trim() === '')
    return { norm: '', display: '', check: 'none', message: 'Nothing was typed.' }
  if (isRounded(raw)) {
    return noNumber(raw, `Not a number: ${raw.trim()} has lost its digits in a spreadsheet.`)
  }
  if (isStandInWord(raw)) return noNumber(raw, 'Not a number: it says that none is known.')
  const checked = checkForm(type, raw, options)
  if (checked.norm !== '' && isExample(type, checked.norm)) {
    return noNumber(raw, 'Not a number: it is what people type when they have none.')
  }
  return checked
}

function checkForm(
  type: IdentifierType,
  raw: string,
  { pattern, now, live = false }: CheckOptions,
): CheckedIdentifier {
  switch (type) {
    case 'nhs':
      return checkNhs(raw, live)
    case 'nino':
      return checkNino(raw, live)
    case 'crn':
      return checkCrn(raw)
    case 'pnc':
      return checkPnc(compact(raw), Number((now ?? today()).slice(0, 4)))
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
