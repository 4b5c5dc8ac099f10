import type { IdentifierType } from './identifiers'

/**
 * What people type where a number is not known, and what a spreadsheet leaves of one. None of it is
 * a number of anybody: it is kept as given, shown as *not a number*, and is no evidence that two
 * records are one person, no key, and nothing to search by.
 *
 * Sources: habits seen in exports of case systems (words); the Data Standards of NHS England on
 * stand-ins for NHS numbers (equal digits); HMRC's manual NIM39110 on letters that begin no number.
 */

/** Words that stand in a number's place, without signs and blanks, in capitals. */
const WORDS = new Set(
  `NONE NIL NULL NAN NA NO NOT NOTKNOWN NOTKNOWNTOPNC NOTGIVEN NOTPROVIDED NOTRECORDED NOTAPPLICABLE
  NOTAVAILABLE NOTHELD NOTSTATED NOTYETKNOWN NOTISSUED NONUMBER NONINO NONHSNUMBER NONHS NOPNC NOCRN
  NORECOURSE NORECOURSETOPUBLICFUNDS NRPF UNKNOWN UNK UNKN UK DK DONTKNOW TBC TBA TBD TOBECONFIRMED
  PENDING AWAITING AWAITED AWAITINGNUMBER APPLIEDFOR REQUESTED REFUSED DECLINED WITHHELD
  PREFERNOTTOSAY SEENOTES SEEFILE TEMP TEMPORARY TEST TESTING DUMMY EXAMPLE ASYLUM ARC
  FOREIGN OVERSEAS BLANK EMPTY MISSING NEW`.split(/\s+/),
)

/** Digits in the order of the keys, either way. */
const KEYS = ['01234567890', '09876543210']
/** Numbers typed to the end of the range. */
const EXAMPLES: Partial<Record<IdentifierType, readonly string[]>> = {
  nino: ['ZZ999999', 'XX999999'],
}

/** Whether a text is of letters, digits and signs that have no other form, as most numbers are. */
export const isPlain = (text: string): boolean => /^[\x20-\x7e]*$/.test(text)

/** Letters and digits alone, in capitals. */
const bare = (text: string) => text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Whether a text says that a number is not known, in any of the usual ways; also signs alone. */
export function isStandInWord(text: string): boolean {
  if (/\d/.test(text)) return false // none of the words has one
  const letters = bare(text.normalize('NFKC'))
  return letters === '' || /^X{2,}$/.test(letters) || WORDS.has(letters)
}

/**
 * Whether a spreadsheet has turned a long number into a short one (`9.99E+09`): its digits are
 * gone, and everybody's number looks alike.
 */
export const isRounded = (text: string): boolean =>
  ROUNDED.test(isPlain(text) ? text : text.normalize('NFKC'))

const ROUNDED = /^\s*[-+]?\d+([.,]\d+)?\s*E\s*[-+]?\s*\d{1,3}\s*$/i

/** Whether all digits of a number are one and the same, or there are none but noughts. */
const isRun = (norm: string) => /^(\d)\1{3,}$/.test(norm.replace(/\D/g, ''))

/**
 * Whether a number of the right form is one that people type when they have none: a run of one
 * digit, or digits along the keys. `norm` as `checkIdentifier` makes it.
 */
export function isExample(type: IdentifierType, norm: string): boolean {
  const compared = type === 'nino' ? norm.slice(0, 8) : norm
  const alongKeys = norm.length > 8 && KEYS.some((row) => row.includes(norm))
  return isRun(norm) || alongKeys || (EXAMPLES[type]?.includes(compared) ?? false)
}

/** What stands before the @ in addresses that nobody reads. */
const NOBODY = new Set(
  `none noemail nomail no noreply donotreply unknown na nil null test testing email mail refused
  notgiven notknown notprovided nobody anon anonymous dummy example x xx a abc asdf tbc declined
  invalid fake`.split(/\s+/),
)

/** Whether an e-mail address is typed where there is none: `none@none.com`, `no-email@…`. */
export const isStandInEmail = (address: string): boolean =>
  NOBODY.has((address.split('@')[0] ?? '').toLowerCase().replace(/[^a-z]/g, '') || 'none')
