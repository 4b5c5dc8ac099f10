import { labelOf, NAME_KINDS } from '@/lib/codes'
import { formatPartialDate } from '@/lib/partial-date'
import { IDENTIFIER_TYPES } from '@/lib/people/identifiers'
import { wholeName } from '@/lib/people/identity'
import { explain } from '@/lib/people/matching/words'
import type { Level, Pair, PairRow, Side, TakeBack } from './view'

/** A side's first name as one line. */
export function sideName({ names, nameHidden }: Side): string {
  const [first] = names
  if (nameHidden) return 'Name protected'
  return first ? wholeName(first) : 'No name'
}

/** A side's date of birth as one line. */
export const sideBirth = (side: Side): string => {
  const [first] = birthTexts(side)
  return first === undefined ? 'date of birth not known' : `born ${first}`
}

const birthTexts = ({ births }: Side): string[] =>
  births.flatMap(({ year, ...rest }) =>
    year === null ? [] : [formatPartialDate({ year, ...rest })],
  )

// The thresholds of the matcher: from 5 bits it would link by itself if nothing stood against it.
/** How likely a pair is one person, in words. */
export const likelihood = ({ bits }: { bits: number | null }): string =>
  bits === null ? 'Not scored' : bits >= 5 ? 'Very likely' : bits >= 0 ? 'Likely' : 'Possible'

/** Why, in one line, strongest first. */
export function whyWords({ levels }: { levels: Level[] }): string {
  const words = explain(levels) || 'no score may be shown'
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How much one line of a score says, and which way. Each step is about a factor of eight. */
export function weightWords(bits: number): string {
  const size = Math.abs(bits)
  if (size < 0.5) return 'Says nothing'
  const way = bits > 0 ? 'for' : 'against'
  return size >= 9 ? `Strongly ${way}` : size >= 3 ? `Speaks ${way}` : `A little ${way}`
}

/** A line of a record in the comparison: its values, and which of them the other does not have. */
export type Compared = { term: string; values: { text: string; differs: boolean }[]; none: string }

/**
 * What a record says, for reading beside another. A value is marked where the other record says
 * something of the same and this is not in it.
 */
export function compared(side: Side, against: Side): Compared[] {
  const shown = side.nameHidden || against.nameHidden
  const names = [...new Set(nameTexts(side))]
  const others = shown ? [] : nameTexts(against).map(bare)
  const mark = (texts: string[], beside: string[], key = (text: string) => text) =>
    [...new Set(texts)].map((text) => ({
      text,
      differs: beside.length > 0 && !beside.includes(key(text)),
    }))
  const numbers = side.numbers.map(({ type, value }) => ({
    text: `${IDENTIFIER_TYPES.find(({ key }) => key === type)?.label ?? type}: ${value}`,
    differs:
      type !== 'local' &&
      against.numbers.some((one) => one.type === type) &&
      !against.numbers.some((one) => one.type === type && one.value === value),
  }))
  return [
    {
      term: 'Name',
      values: side.nameHidden ? [{ text: 'Protected', differs: false }] : mark(names, others, bare),
      none: 'None given',
    },
    { term: 'Born', values: mark(birthTexts(side), birthTexts(against)), none: 'Not known' },
    {
      term: 'Numbers',
      values: numbers,
      none: side.own ? 'None' : 'Not shown of another agency’s record',
    },
    ...(side.ref
      ? [{ term: 'Your number', values: [{ text: side.ref, differs: false }], none: '' }]
      : []),
  ]
}

const nameTexts = ({ names }: Side) =>
  names.map((name) =>
    name.kind === 'legal'
      ? wholeName(name)
      : `${wholeName(name)} (${labelOf(NAME_KINDS, name.kind)})`,
  )

// The kind of a name, and how it is written, are no difference.
const bare = (text: string) => text.replace(/ \([^)]*\)$/, '').toLocaleUpperCase('en-GB')

/**
 * Would this pair alone join records not otherwise alike? Only it was found across the two,
 * and a record linked already with one of them has no name, or no date of birth, of the other.
 */
export const isWeakChain = (pair: Pick<Pair, 'beside' | 'across' | 'one' | 'other'>): boolean =>
  pair.across <= 1 &&
  pair.beside.some((side) => unlike(side, side.beside === 'one' ? pair.other : pair.one))

function unlike(one: Side, other: Side): boolean {
  const noneShared = (a: string[], b: string[]) =>
    a.length > 0 && b.length > 0 && !a.some((text) => b.includes(text))
  const hidden = one.nameHidden || other.nameHidden
  return (
    noneShared(birthTexts(one), birthTexts(other)) ||
    (!hidden && noneShared(nameTexts(one).map(bare), nameTexts(other).map(bare)))
  )
}

/** What a line of a list says of a pair beyond its names. */
export const standsWords = ({ stands }: PairRow & { stands?: Pair['stands'] }): string[] =>
  !stands
    ? []
    : [
        ...(stands.first === 'me' ? ['You said the same: it waits for somebody else'] : []),
        ...(stands.first === 'other' ? ['Somebody said the same: it waits for a second'] : []),
        ...(stands.risky && !stands.first ? ['Numbers differ: two must say so'] : []),
        ...(stands.mine && !stands.first ? ['Brought by you: two must say so'] : []),
        ...(stands.later ? ['Put off'] : []),
      ]

/** Whether there is anything to say of why: what was found, or how the pair stands. */
export const hasWhy = (pair: PairRow & { stands?: Pair['stands'] }): boolean =>
  pair.levels.length > 0 || standsWords(pair).length > 0

/** What one said of the pair before, for the line that offers to take it back. */
export const takeBackWords: Record<NonNullable<TakeBack>, string> = {
  same: 'You said of the last pair: the same person. They are linked.',
  first: 'You said of the last pair: the same person. It waits for somebody else to say so too.',
  not_same: 'You said of the last pair: not the same person. It is remembered.',
  later: 'You put off the last pair.',
}
