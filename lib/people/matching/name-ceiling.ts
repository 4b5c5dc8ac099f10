import { bitsOf } from './bits'
import type { ReadyName } from './compare-names'
import type { Frequencies } from './frequencies'
import { levelsOf } from './levels'
import { familyFormsOf, formsOf, mayBeSlipOfForm } from './name-forms'
import { weightOf, type Parameters } from './parameters'
import {
  alikeFrom,
  equalFirst,
  lettersOf,
  mayBeShortSlip,
  mayScore,
  nearFrom,
  type Shape,
} from './similarity'
import { soundOf } from './sound'

type Word = Shape & { text: string }
type Words<W> = { single: boolean; given: W[]; family: W[] }
/** A word of the asker's, with what it is compared by again and again. */
type OwnWord = Word & { sound: string; forms: Forms; familyForms: Forms }
type Forms = ReadonlySet<string> | null
/** How close the words of two names come: told from their letters, so rather too close than not. */
type Close = 'met' | 'slip' | 'alike' | 'apart'
const everyClose = ['met', 'slip', 'alike', 'apart'] as const
type Most = Record<Close, number>
/** A name of the asker's, and the most bits that each part can speak for, by how close it comes. */
type Own = Words<OwnWord> & { givenMost: Most; middleMost: number; familyMost: Most }

const wordOf = (text: string): Word => ({ text, length: text.length, letters: lettersOf(text) })

const ownWordOf = (text: string): OwnWord => ({
  text,
  length: text.length,
  letters: lettersOf(text),
  sound: soundOf(text),
  forms: formsOf(text),
  familyForms: familyFormsOf(text),
})

function wordsOf<W>(name: ReadyName, make: (text: string) => W): Words<W> {
  const family = partsOf(name.family, name.familyParts)
  return { single: name.single, given: name.given.map(make), family: family.map(make) }
}

const partsOf = (family: string, parts: readonly string[]) =>
  family === '' || parts[0] === family ? parts : [family, ...parts]

/** Levels that need a word to come so close at least; for the rest none need be alike. */
const needs: Readonly<Record<string, readonly Close[]>> = {
  exact: ['met'],
  nickname: ['met'],
  crossed: ['met'],
  near: ['met', 'slip'],
  part: ['met', 'slip'],
  sound: ['met', 'slip', 'alike'],
  initial: ['met', 'slip', 'alike'],
  formSlip: ['met', 'slip', 'alike'],
}

/**
 * The most bits that the names of one record can speak for beside those of others, told from which
 * letters their words have: most records that share a key with it are ruled out by that, without
 * comparing names. Never less than what `bestNames` finds is worth (a test tries it).
 */
export class NameCeiling {
  private readonly own: Own[]

  constructor(
    names: readonly ReadyName[],
    private readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {
    this.own = names.map((name) => {
      const words = wordsOf(name, ownWordOf)
      return {
        ...words,
        givenMost: this.mostOf('given', words.given),
        middleMost: this.mostOf('middle', words.given.slice(1)).met,
        familyMost: this.mostOf('family', words.family),
      }
    })
  }

  /** Infinite where only comparing tells: a single name, or given and family name exchanged. */
  of(names: readonly ReadyName[]): number {
    let most = Number.NEGATIVE_INFINITY
    for (const name of names) {
      const other = wordsOf(name, wordOf)
      for (const own of this.own) most = Math.max(most, this.between(own, other))
    }
    return most === Number.NEGATIVE_INFINITY ? 0 : most
  }

  private between(own: Own, other: Words<Word>): number {
    if (own.single || other.single) return Number.POSITIVE_INFINITY
    if (mayBeCrossed(own, other)) return Number.POSITIVE_INFINITY
    let bits = 0
    if (own.given.length > 0 && other.given.length > 0) {
      bits += own.givenMost[closeGiven(own.given, other.given)]
      if (own.given.length > 1 && other.given.length > 1) bits += own.middleMost
    }
    if (own.family.length === 0 || other.family.length === 0) return bits
    return bits + own.familyMost[closeFamily(own.family, other.family)]
  }

  private mostOf(field: 'given' | 'middle' | 'family', words: readonly Word[]): Most {
    const most: Most = { met: -Infinity, slip: -Infinity, alike: -Infinity, apart: -Infinity }
    for (const level of levelsOf[field] ?? []) {
      const least = needs[level]
      let bits = weightOf(this.parameters.fields[field]?.[level])
      for (const { text } of least ? words : []) {
        const outcome = { field, level, values: [text] }
        bits = Math.max(bits, bitsOf(outcome, this.parameters, this.frequencies))
      }
      for (const close of least ?? everyClose) most[close] = Math.max(most[close], bits)
    }
    return most
  }
}

function closeGiven(own: readonly OwnWord[], others: readonly Word[]): Close {
  const close = closest(own, others, isForm)
  if (close !== 'apart') return close
  const [one, other] = [own[0], others[0]]
  if (!one || !other || one.length === 1 || other.length === 1) return 'alike'
  if (mayBeSlipOfForm(one.text, other.text) || mayBeShortSlip(one, other)) return 'alike'
  return mayBeAlike(one, other) ? 'alike' : 'apart'
}

function closeFamily(own: readonly OwnWord[], others: readonly Word[]): Close {
  const close = closest(own, others, isFamilyForm)
  if (close !== 'apart') return close
  const [one, other] = [own[0], others[0]]
  return !one || !other || mayBeAlike(one, other) ? 'alike' : 'apart'
}

/** Whether a word of the given name may stand in the other's family name. */
const mayBeCrossed = (own: Own, other: Words<Word>) =>
  closest(own.given, other.family, anyForm) !== 'apart' ||
  closest(own.family, other.given, anyForm) !== 'apart'

const isForm = ({ forms }: OwnWord, other: string) => forms !== null && forms.has(other)

const isFamilyForm = ({ familyForms }: OwnWord, other: string) =>
  familyForms !== null && familyForms.has(other)

const anyForm = (one: OwnWord, other: string) => isForm(one, other) || isFamilyForm(one, other)

/** Whether any word of one is the other's or a form of it (`met`), or may be a slip away. */
function closest(
  own: readonly OwnWord[],
  others: readonly Word[],
  isForm: (own: OwnWord, other: string) => boolean,
): Close {
  let close: Close = 'apart'
  for (const one of own) {
    for (const other of others) {
      if (one.text === other.text || isForm(one, other.text)) return 'met'
      if (mayScore(one, other, equalFirst(one.text, other.text), nearFrom)) close = 'slip'
    }
  }
  return close
}

/** Whether two words that are not near may still be heard or written alike. */
const mayBeAlike = (one: OwnWord, other: Word) =>
  mayScore(one, other, equalFirst(one.text, other.text), alikeFrom) ||
  one.sound === soundOf(other.text)
