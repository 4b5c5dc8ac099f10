import { rememberingEach } from '../remembering'

/** How a column of whole names writes them: `SURNAME, Forename` or `Forename Surname`. */
export type NameOrder = 'family_first' | 'given_first'

/** A name in its parts; one word alone is `given`, as most people with one name are called so. */
export type NameParts = { given: string; middle: string; family: string }

const blanks = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** A part without the commas and semicolons that were left over from a join. */
const clean = (text: string) => blanks(text.replace(/^[\s,;]+|[\s,;]+$/g, ''))

const lower = (text: string) => text.toLowerCase().replace(/i\u0307/g, 'i')
const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const PARTICLES = new Set(
  (
    'VAN VON DER DEN DE DA DI DU DO DOS DAS DEL DELLA DELLE LA LE TER TEN ZU ZUM AF AV BIN BINT IBN ' +
    'BEN ABU AL EL UD UL ST ST. SAINT SAN SANTA Ó NÍ NIC MHIC UÍ NI UI MAC MC AP FITZ'
  ).split(' '),
)
/** Particles only where they are written small: in capitals they are a middle initial. */
const SMALL_PARTICLES = new Set(['y', 'e', "d'", "t'", "'t", 'i'])
/** Names that an O before them belongs to, where a system has lost the apostrophe. */
const AFTER_O = new Set(
  (
    'BRIEN BOYLE BYRNE CALLAGHAN CARROLL CONNELL CONNOR DEA DOHERTY DONNELL DONOGHUE DONOVAN DOWD ' +
    'DRISCOLL DWYER FARRELL FLAHERTY FLYNN GORMAN GRADY HAGAN HALLORAN HANLON HARA HARE KANE KEEFE ' +
    'KEEFFE KELLY LEARY LOUGHLIN MAHONY MALLEY MEARA NEIL NEILL REGAN REILLY RIORDAN ROURKE SHEA ' +
    'SULLIVAN TOOLE'
  ).split(' '),
)
/** Those of them that are written small inside a name; Ó, Mac, Al and Saint are not. */
const WRITTEN_SMALL = new Set(
  'VAN VON DER DEN DE DA DI DO DOS DAS DEL DELLA LA LE TER TEN ZU AF AV BIN BINT IBN Y E'.split(
    ' ',
  ),
)
const ROMAN = /^(?:II|III|IV|VI|VII|VIII)$/

/** One word of a name in capitals, as its bearer would write it. */
function properWord(word: string, first: boolean): string {
  if (ROMAN.test(word)) return word
  if (!first && WRITTEN_SMALL.has(word)) return lower(word)
  // After a single letter and an apostrophe comes a capital (O'Brien, D'Arcy); else not (Sa'ad).
  const letter = /^(\p{Lu})(['’`´ʼ])(\p{Lu}.*)$/u.exec(word)
  if (letter) return `${letter[1]}${letter[2]}${properWord(letter[3] ?? '', true)}`
  if (/^MC\p{Lu}{2,}$/u.test(word)) return `Mc${properWord(word.slice(2), true)}`
  return upperFirst(lower(word)).replace(
    /\.(\p{Ll})/gu,
    (_, next: string) => `.${next.toUpperCase()}`,
  )
}

/**
 * A name in capitals turned into ordinary writing (MCDONALD: McDonald, O'NEILL: O'Neill,
 * SMITH-JONES: Smith-Jones, VAN DER BERG: van der Berg). One that has small letters is left as it
 * is, and so is a single initial. MAC is left: Macey and MacIntyre cannot be told apart.
 */
export const properName = (text: string, kind: 'given' | 'family' = 'given'): string =>
  written(text, kind)

const written = rememberingEach((text, kind: 'given' | 'family'): string => {
  const name = clean(text)
  if (/\p{Ll}/u.test(name) || !/\p{Lu}.*\p{Lu}/su.test(name)) return name
  const words = name.split(' ')
  return words
    .map((word, i) => {
      // A particle is small in front of a family name and never in front of a given one.
      const first = kind === 'given' ? i === 0 : i === words.length - 1
      return word
        .split('-')
        .map((part, at) => properWord(part, first && at === 0))
        .join('-')
    })
    .join(' ')
})

/** Given names split into the first and the rest. */
export function givenAndMiddle(text: string): { given: string; middle: string } {
  const name = properName(text, 'given')
  const at = name.indexOf(' ')
  return at < 0
    ? { given: name, middle: '' }
    : { given: name.slice(0, at), middle: name.slice(at + 1) }
}

const isParticle = (word: string, next: string) =>
  PARTICLES.has(word.toUpperCase().normalize('NFC')) ||
  SMALL_PARTICLES.has(word) ||
  (/^O$/i.test(word) && AFTER_O.has(next.toUpperCase()))

/** Where the family name starts in "Anna van der Berg": the last word or the particles before. */
function familyStart(words: readonly string[]): number {
  let at = words.length - 1
  while (at > 1 && isParticle(words[at - 1] ?? '', words[at] ?? '')) at -= 1
  return at
}

/** Where given names start in "VAN DER BERG Anna": after the particles and the word after them. */
function givenStart(words: readonly string[]): number {
  let at = 0
  while (at < words.length - 2 && isParticle(words[at] ?? '', words[at + 1] ?? '')) at += 1
  return at + 1
}

/** A whole name taken apart. A comma always wins: what stands before it is the family name. */
export function splitName(text: string, order: NameOrder): NameParts {
  const comma = text.search(/[,;]/)
  const before = comma < 0 ? '' : clean(text.slice(0, comma))
  const after = comma < 0 ? '' : clean(text.slice(comma))
  if (before && after) return { ...givenAndMiddle(after), family: properName(before, 'family') }
  const words = clean(text)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length < 2) return { given: properName(words[0] ?? ''), middle: '', family: '' }
  if (order === 'family_first') {
    const start = givenStart(words)
    const family = properName(words.slice(0, start).join(' '), 'family')
    return { ...givenAndMiddle(words.slice(start).join(' ')), family }
  }
  const at = familyStart(words)
  const family = properName(words.slice(at).join(' '), 'family')
  return { ...givenAndMiddle(words.slice(0, at).join(' ')), family }
}

/** The order of a column of whole names: family name first when most of them have a comma. */
export function detectNameOrder(values: readonly string[]): NameOrder {
  const many = values.filter((value) => /\S\s\S/.test(value))
  const commas = many.filter((value) => /\S,\s*\S/.test(value)).length
  if (commas * 2 > many.length) return 'family_first'
  const shouted = many.filter((value) => /^\p{Lu}[\p{Lu}'’-]+\s+\p{Lu}\p{Ll}/u.test(value)).length
  return shouted * 2 > many.length ? 'family_first' : 'given_first'
}
