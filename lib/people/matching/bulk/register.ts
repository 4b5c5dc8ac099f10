import { birthNumber } from '../birth-level'
import { readyName } from '../compare-names'
import { identifierKinds, type Facets, type NameFacet } from '../facets'
import { Growing, GrowingLists, type Lists } from './growing'

/** What is known of a record besides its lists. */
export const known = { female: 1, male: 2, details: 4 } as const

/** Kinds of number that a mark can be of; an e-mail address is one for this. */
export const markKinds = ['phone', 'email', ...identifierKinds] as const
type MarkKind = (typeof markKinds)[number]

/**
 * Every record of a set in few bytes, to weed out hopeless pairs and to hand to threads: the
 * whole facets as text, and beside them, as numbers, what the bound of a score is made from.
 */
export type Register = {
  records: number
  /** Facets of each record as JSON, one after another, and where each begins. */
  texts: Uint8Array
  textStarts: Float64Array
  /** Distinct words of all names, family names joined among them. */
  words: string[]
  postcodes: string[]
  /**
   * A profile of each record, all in one place, since most of the time goes on fetching it:
   * what is known (`known`); how many dates of birth, and each with a digit in each half byte; how
   * many postcodes, and the number of each; how many marks, and of each the kind, a hash of its
   * value and hashes of its two ends (0: too short); then names one after another: how many given
   * words, how many parts of the family name, whether it is single, the given words, the whole
   * family name (-1: none), and its parts.
   */
  profiles: Lists
  /** The first record, by number, of the person that each is linked with already; mostly itself. */
  personOf: Int32Array
}

/** Number of each distinct text, in the order first seen. */
class Numbered {
  readonly texts: string[] = []
  private readonly numbers = new Map<string, number>()

  of(text: string): number {
    let number = this.numbers.get(text)
    if (number === undefined) {
      number = this.texts.length
      this.texts.push(text)
      this.numbers.set(text, number)
    }
    return number
  }
}

/** Takes records in one after another and gives the register of them all. */
export class RegisterBuilder {
  private readonly words = new Numbered()
  private readonly postcodes = new Numbered()
  private readonly people = new Map<string, number>()
  private readonly profiles = new GrowingLists()
  private readonly personOf = new Growing()
  private readonly pieces: Buffer[] = []

  /**
   * @param text the facets as JSON, if at hand
   * @param person whom the record is linked with already; nobody when left out
   */
  add(facets: Facets, text = JSON.stringify(facets), person?: string): void {
    const { profiles } = this
    profiles.push(flagsOf(facets))
    const births = facets.births.filter(({ year }) => year !== undefined)
    profiles.push(births.length)
    for (const birth of births) profiles.push(birthNumber(birth))
    profiles.push(facets.postcodes.length)
    for (const postcode of facets.postcodes) profiles.push(this.postcodes.of(postcode))
    const numbers = [...numbersIn(facets)]
    profiles.push(numbers.length)
    for (const [kind, value] of numbers) {
      profiles.push(markKinds.indexOf(kind))
      profiles.push(hashOf(value))
      profiles.push(endsOf(kind, value))
    }
    for (const name of facets.names) this.addName(name)
    profiles.end()
    const record = this.pieces.length
    const first = person === undefined ? record : (this.people.get(person) ?? record)
    if (person !== undefined && first === record) this.people.set(person, record)
    this.personOf.push(first)
    this.pieces.push(Buffer.from(text))
  }

  private addName(name: NameFacet): void {
    const { given, family, familyParts, single } = readyName(name)
    const names = this.profiles
    names.push(given.length)
    names.push(familyParts.length)
    names.push(single ? 1 : 0)
    for (const word of given) names.push(this.words.of(word))
    names.push(family === '' ? -1 : this.words.of(family))
    for (const word of familyParts) names.push(this.words.of(word))
  }

  taken(): Register {
    const records = this.pieces.length
    const textStarts = new Float64Array(new SharedArrayBuffer(8 * (records + 1)))
    let at = 0
    this.pieces.forEach((piece, index) => {
      textStarts[index] = at
      at += piece.length
    })
    textStarts[records] = at
    const texts = new Uint8Array(new SharedArrayBuffer(at))
    this.pieces.forEach((piece, index) => texts.set(piece, textStarts[index]))
    return {
      ...{ records, texts, textStarts },
      ...{ words: this.words.texts, postcodes: this.postcodes.texts },
      ...{ profiles: this.profiles.taken(), personOf: this.personOf.taken() },
    }
  }
}

function* numbersIn(facets: Facets): Generator<[MarkKind, string]> {
  for (const value of facets.phones) yield ['phone', value]
  for (const value of facets.emails) yield ['email', value]
  for (const { kind, value } of facets.identifiers) yield [kind, value]
}

function flagsOf({ sexes, details }: Facets): number {
  let flags = sexes.includes('female') ? known.female : 0
  if (sexes.includes('male')) flags |= known.male
  return Object.keys(details).length > 0 ? flags | known.details : flags
}

/** A hash of 32 bits (FNV-1a); two values of one hash only cost a needless look. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}

/** Kinds of ten digits and more, told apart by four signs of each end; others by two. */
const long: readonly MarkKind[] = ['phone', 'nhs']

/**
 * Hashes of the first and last signs: one edit leaves one of the two ends as it was, if two signs
 * more are between them.
 */
function endsOf(kind: MarkKind, text: string): number {
  const signs = long.includes(kind) ? 4 : 2
  if (text.length < 2 * signs + 2) return 0
  const half = (part: string) => hashOf(part) & 0xffff
  return (half(text.slice(0, signs)) << 16) | half(text.slice(-signs)) || 1
}
