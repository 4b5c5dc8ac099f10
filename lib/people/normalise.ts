import { rememberingEach } from '../remembering'

/**
 * Names as the machine compares and sorts them. Made here and stored, never by the database: two
 * servers sort and fold letters differently, and pages would differ with them (collate "C").
 */

/** Letters that no decomposition takes apart, as most systems write them without marks. */
const FOLDED: Record<string, string> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  Ð: 'D',
  Þ: 'TH',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'NG',
  Ə: 'E',
  ẞ: 'SS',
  Ʉ: 'U',
}

/** Marks over and under letters: Latin, Greek and Cyrillic, Hebrew points, Arabic short vowels. */
const MARKS = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670\u0640]/g
const APOSTROPHES = /['’‘ʼʻ`´ʹ′\u05f3]/g

/** Upper case without marks and apostrophes; other scripts are kept (never turned into Latin). */
export const foldName = (text: string): string =>
  PLAIN.test(text) ? text.replace(/['`]/g, '').toUpperCase() : foldAll(text)

/** Letters and signs that have no marks and no other form. */
const PLAIN = /^[\x20-\x7e]*$/

const foldAll = (text: string): string =>
  text
    // Before the rest: NFKD turns a typed acute accent (D´Arcy) into a blank and a mark.
    .replace(APOSTROPHES, '')
    // Capitals twice: some letters come apart in capitals, some give small letters when apart.
    .toUpperCase()
    .normalize('NFKD')
    .toUpperCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .replace(/[ÆŒØŁĐÐÞĦŦŊƏẞɄ]/g, (letter) => FOLDED[letter] ?? letter)
    .replace(APOSTROPHES, '')

/** What systems write where no name was known, and the titles they put into name boxes. */
const TITLES = new Set(
  'MR MRS MISS MS MX DR PROF PROFESSOR REV REVD SIR LADY LORD DAME MASTER MADAM HON'.split(' '),
)
/** Short on purpose: Na, Nil, Null and Test are people's names. */
const NO_NAME = new Set(
  'UNKNOWN UNKWN NK NKN NONE TBC TBA ANON ANONYMOUS UNNAMED'
    .split(' ')
    .concat(['NOT KNOWN', 'NOT GIVEN', 'NO NAME', 'NO SURNAME']),
)
const NOT_APPLICABLE = /^\s*n\/[ak]\s*$/i

/** Parts of a family name written together or apart: Mc Donald, al-Rashid, van der Berg. */
const FAMILY_PARTICLES = new Set(
  `MC MAC O AL EL BIN BINT IBN BEN ABU DE DA DI DU DOS DAS DEL DELLA LA LE VAN VON DER DEN TER TEN
   ZU AF AV ST SAN`.split(/\s+/),
)
/** The same for given names: Abdul Rahman, Abd al-Rahman, Abdulrahman. */
const GIVEN_PARTICLES = new Set(['ABD', 'ABDUL', 'ABDEL', 'ABDAL', 'ABU', 'AL', 'EL', 'UL', 'UR'])

/** Joins each particle to the part after it; one that stands last stays alone. */
function join(parts: readonly string[], particles: ReadonlySet<string>): string[] {
  const joined: string[] = []
  let held = ''
  for (const part of parts) {
    if (particles.has(part)) {
      held += part
      continue
    }
    joined.push(held + part)
    held = ''
  }
  return held ? [...joined, held] : joined
}

const words = (text: string): string[] =>
  foldName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((part) => part !== '')

/**
 * The parts of a name to compare, in order: split at blanks, hyphens and points, particles joined,
 * titles gone; none where the text only says that no name is known. Text of any length and script.
 */
export const nameParts: (text: string, kind: 'given' | 'family') => readonly string[] =
  rememberingEach(partsOf)

function partsOf(text: string, kind: 'given' | 'family'): readonly string[] {
  const all = words(text.slice(0, 400))
  const saysNone = NO_NAME.has(all.join(' ')) || all.every((part) => NO_NAME.has(part))
  if (saysNone || NOT_APPLICABLE.test(text)) return []
  const first = all[0]
  // "Miss" alone or "Lord" as a family name is a name; before others in a given name it is a title.
  const parts =
    kind === 'given' && all.length > 1 && first && TITLES.has(first) ? all.slice(1) : all
  return join(parts, kind === 'family' ? FAMILY_PARTICLES : GIVEN_PARTICLES)
}

/** The text a name is compared and indexed by: `SMITH JONES` for Smith-Jones; '' for no name. */
export const nameNorm = (text: string, kind: 'given' | 'family'): string =>
  nameParts(text, kind).join(' ')

/**
 * The text a stored name is compared by, given names first, middle names among them: the same
 * whether the name came in a file or from a screen.
 */
export const normOfName = (given: string, middle: string, family: string): string =>
  [nameNorm(`${given} ${middle}`, 'given'), nameNorm(family, 'family')]
    .filter((part) => part !== '')
    .join(' ')

/**
 * The text lists are sorted by: family name without its gaps, then given names. A person with one
 * name sorts by it; one with none, after the Latin letters.
 */
export function sortKey(name: { family?: string | null; given?: string | null }): string {
  const family = nameParts(name.family ?? '', 'family').join('')
  const given = nameNorm(name.given ?? '', 'given')
  return [family, given].filter((part) => part !== '').join(' ') || '~'
}
