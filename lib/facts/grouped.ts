import { countInWords } from '@/lib/count-in-words'
import { firstCapital } from '@/lib/first-capital'
import { anotherService } from '@/lib/people/another-service'

/** What one entry says of a fact. */
export type FactValue = {
  id: string
  value: string
  /** Who says so, and when they did: `Probation`, `4 August 2026`. */
  by: string
  when: string
  /** Where it comes from: `Seen on a document`. */
  source?: string | undefined
  proof?: boolean
  /** `from 4 August 2026`. */
  span?: string | undefined
  /** `Check figure does not fit`, `Estimated`. */
  note?: string | undefined
  /** No longer so. */
  over?: boolean
  /** Not asked, or no answer given: agencies do not differ by it. */
  unsaid?: boolean
}

export type Fact = {
  label: string
  /** Every entry this reader may see; none: not known. */
  values: readonly FactValue[]
  /** Nobody has asked, as against asked without an answer. */
  notAsked?: boolean
  /** Several at once are natural, as of telephone numbers: that agencies differ says nothing. */
  several?: boolean
}

/** One entry under its value; of agencies that may not be known, all of theirs together. */
export type FactLine = Pick<FactValue, 'id' | 'note'> & { words: string }

/** One value, with everybody who says so. */
export type FactGroup = {
  value: string
  /** `Eight agencies, three by a document`; `Probation, 4 August 2026` where there is one line. */
  givers: string
  /** What is to be known with it, whoever says so. */
  notes: string[]
  lines: FactLine[]
}

const once = (texts: readonly (string | undefined)[]) => [
  ...new Set(texts.filter((text) => text !== undefined)),
]
const isHidden = ({ by }: FactValue) => by === anotherService
const sameValue = (value: string) => value.toLowerCase().replaceAll(/[\s,.]+/g, ' ')

/**
 * Who says so, in words. Only agencies that the reader may know are counted: however many others
 * there are, they are "another service".
 */
export function sayGivers(values: readonly FactValue[]): string {
  const known = values.filter((one) => !isHidden(one))
  const names = once(known.map(({ by }) => by))
  const counted = names.length > 2 ? `${countInWords(names.length)} agencies` : names.join(' and ')
  const others = values.some(isHidden) ? anotherService : ''
  const all = [counted, others].filter(Boolean).join(names.length === 2 ? ', and ' : ' and ')
  const proving = once(known.filter(({ proof }) => proof).map(({ by }) => by)).length
  const hiddenProof = values.some((one) => isHidden(one) && one.proof)
  const proof =
    proving > 0 ? `${countInWords(proving)} by a document` : hiddenProof ? 'by a document' : ''
  return firstCapital([all, proof].filter(Boolean).join(', '))
}

const sayLine = ({ by, when, source, span }: FactValue) =>
  [firstCapital(by), when, source?.toLowerCase(), span].filter(Boolean).join(', ')

/** A line for each entry, and one for all of those that may not be told apart. @see sayGivers */
function linesOf(values: readonly FactValue[]): FactLine[] {
  const [newest, ...rest] = values.filter(isHidden)
  const line = (one: FactValue): FactLine => ({ id: one.id, note: one.note, words: sayLine(one) })
  const known = values.filter((one) => !isHidden(one)).map(line)
  if (!newest) return known
  const notes = once([newest, ...rest].map(({ note }) => note)).join('; ')
  return [...known, { ...line(newest), note: notes || undefined }]
}

/** Entries that say the same, together; in the order in which their first stands. */
export function groupByValue(values: readonly FactValue[]): FactGroup[] {
  const groups = new Map<string, FactValue[]>()
  for (const one of values) {
    const key = sameValue(one.value)
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  return [...groups.values()].flatMap((entries) => {
    const [first] = entries
    const lines = linesOf(entries)
    if (!first) return []
    const givers = lines.length === 1 ? (lines[0]?.words ?? '') : sayGivers(entries)
    return [{ value: first.value, givers, notes: once(entries.map(({ note }) => note)), lines }]
  })
}
