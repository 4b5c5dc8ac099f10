import { bitsOf } from './bits'
import type { ReadyName } from './compare-names'
import type { Frequencies } from './frequencies'
import { levelsOf } from './levels'
import { sameFamily, sameForm } from './name-forms'
import { weightOf, type Parameters } from './parameters'
import { equalFirst, lettersOf, mayScore, nearFrom, type Shape } from './similarity'

type Word = Shape & { text: string }
type Words = { single: boolean; given: Word[]; family: Word[] }
/** A name of the asker's, and the most bits that each part can speak for when it is met again. */
type Own = Words & { givenMost: number; middleMost: number; familyMost: number }

const wordOf = (text: string): Word => ({ text, length: text.length, letters: lettersOf(text) })

const wordsOf = ({ single, given, family, familyParts }: ReadyName): Words => ({
  single,
  given: given.map(wordOf),
  family: partsOf(family, familyParts).map(wordOf),
})

const partsOf = (family: string, parts: readonly string[]) =>
  family === '' || parts[0] === family ? parts : [family, ...parts]

/** Levels that need a word of one name met in the other; for the rest no word need be alike. */
const met = new Set(['exact', 'nickname', 'near', 'part', 'crossed'])

/**
 * The most bits that the names of one record can speak for beside those of others, told from which
 * letters their words have: most records that share a key with it are ruled out by that, without
 * comparing names. Never less than what `bestNames` finds is worth (a test tries it).
 */
export class NameCeiling {
  private readonly own: Own[]
  private readonly unmet: Record<'given' | 'family', number>

  constructor(
    names: readonly ReadyName[],
    private readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {
    this.unmet = { given: this.most('given', []), family: this.most('family', []) }
    this.own = names.map((name) => {
      const words = wordsOf(name)
      return {
        ...words,
        givenMost: this.most('given', words.given),
        middleMost: this.most('middle', words.given.slice(1)),
        familyMost: this.most('family', words.family),
      }
    })
  }

  /** Infinite where only comparing tells: a single name, or given and family name exchanged. */
  of(names: readonly ReadyName[]): number {
    let most = Number.NEGATIVE_INFINITY
    for (const name of names) {
      const other = wordsOf(name)
      for (const own of this.own) most = Math.max(most, this.between(own, other))
    }
    return most === Number.NEGATIVE_INFINITY ? 0 : most
  }

  private between(own: Own, other: Words): number {
    if (own.single || other.single) return Number.POSITIVE_INFINITY
    const crossed = meet(own.given, other.family, anyForm) || meet(own.family, other.given, anyForm)
    if (crossed) return Number.POSITIVE_INFINITY
    let bits = 0
    if (own.given.length > 0 && other.given.length > 0) {
      bits += meet(own.given, other.given, sameForm) ? own.givenMost : this.unmet.given
      if (own.given.length > 1 && other.given.length > 1) bits += own.middleMost
    }
    if (own.family.length === 0 || other.family.length === 0) return bits
    return bits + (meet(own.family, other.family, sameFamily) ? own.familyMost : this.unmet.family)
  }

  /** With no words, of those levels alone that need none met; else of all. */
  private most(field: 'given' | 'middle' | 'family', words: readonly Word[]): number {
    let most = Number.NEGATIVE_INFINITY
    for (const level of levelsOf[field] ?? []) {
      if (words.length === 0 && field !== 'middle' && met.has(level)) continue
      most = Math.max(most, weightOf(this.parameters.fields[field]?.[level]))
      if (!met.has(level)) continue
      for (const { text } of words) {
        const outcome = { field, level, values: [text] }
        most = Math.max(most, bitsOf(outcome, this.parameters, this.frequencies))
      }
    }
    return most
  }
}

const anyForm = (a: string, b: string) => sameForm(a, b) || sameFamily(a, b)

/** Whether any word of one may be a word of the other: the same, a slip away, or a form of it. */
function meet(
  own: readonly Word[],
  others: readonly Word[],
  isForm: (a: string, b: string) => boolean,
): boolean {
  for (const one of own) {
    for (const other of others) {
      if (one.text === other.text || isForm(one.text, other.text)) return true
      if (mayScore(one, other, equalFirst(one.text, other.text), nearFrom)) return true
    }
  }
  return false
}
