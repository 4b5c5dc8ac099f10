import { firstCapital } from '@/lib/first-capital'
import { joinWords } from '@/lib/join-words'
import { valueAt, type Cells } from './cells'
import { TOTAL } from './programme'
import { rangeOfAgencies, rangeOfSeveral, type LinkRange } from './ranges'
import { profiles, type Profile } from './rules/protection-profiles'
import { marginOf, showCount } from './shown'
import { variables } from './variables'
import { shareOf, type Share } from './words'

type Figures = ReadonlyMap<string, Cells>
const none: Cells = new Map()

const inHundred = ({ low, high }: Share) =>
  low === high ? `${low} in 100` : `${low} to ${high} in 100`

/** Overlap as ranges, from joined records to joined and suggested ones; none where not counted. */
export function sayRanges(figures: Figures, profile: Profile): string[] {
  const kinds: [string, LinkRange | null][] = [
    ['with two or more needs', rangeOfSeveral(figures)],
    ['in touch with two agencies', rangeOfAgencies(figures, '2')],
    ['in touch with three agencies', rangeOfAgencies(figures, '3')],
    ['in touch with four agencies or more', rangeOfAgencies(figures, '4')],
  ]
  return kinds.flatMap(([words, range]) => {
    if (range === null || range.low === null) return []
    const { low, high } = range
    if (high - low < marginOf(profile)) return []
    const from = showCount(low, profile).text.split(' ')[0] ?? ''
    return [
      `People ${words}: ${from} to ${showCount(high, profile).text}, from records that are joined ` +
        'to those that may be of one person too.',
    ]
  })
}

/**
 * Groups of whom clearly more have a record that waits than people in the city as a whole: overlap
 * is understated more for them. Empty where no group is, or it was not counted.
 */
export function listGroupsUnsure(figures: Figures, profile: Profile): string {
  const cells = figures.get('unsure_by_group') ?? none
  const shareIn = (group: string) => {
    const [part, all] = [valueAt(cells, group, 'pair_waits'), valueAt(cells, group, 'people')]
    return part === null || all === null ? undefined : shareOf(part, all, profiles[profile])
  }
  const city = cells.size > 0 ? shareIn(TOTAL) : undefined
  if (!city) return ''
  const apart = variables.group.categories.flatMap(({ key, label }) => {
    const found = key === 'not_known' ? undefined : shareIn(key)
    return found && found.low > city.high ? [`${label} (${inHundred(found)})`] : []
  })
  const start = `${firstCapital(inHundred(city))} people counted have a record that may be of somebody else counted`
  return apart.length > 0
    ? `${start}; more of those recorded as ${joinWords(apart)}, whose overlap is understated more.`
    : `${start}; no ethnic group clearly more.`
}

/** Needs, those least known first: shares of people in touch. No row for what is withheld. */
export function listUnknown(figures: Figures, profile: Profile) {
  const needs = figures.get('needs') ?? none
  const people = valueAt(figures.get('people') ?? none, TOTAL)
  if (needs.size === 0 || people === null) return []
  const shareWith = (need: string, answer: string) => {
    const value = valueAt(needs, need, answer)
    return value === null ? undefined : shareOf(value, people, profiles[profile])
  }
  return variables.need.categories
    .map(({ key, label }) => ({
      ...{ key, label },
      shares: [shareWith(key, 'not_asked'), shareWith(key, 'not_known')],
    }))
    .sort((a, b) => (b.shares[0]?.percent ?? 0) - (a.shares[0]?.percent ?? 0))
    .map(({ key, label, shares }) => ({
      ...{ key, label },
      cells: shares.map((share) => (share ? inHundred(share) : 'too few to say')),
    }))
}

/** Who is in no figure, as people and as a share of all in touch. */
export function sayLeftOut(figures: Figures, people: number | null, profile: Profile): string {
  const cells = figures.get('left_out') ?? none
  if (cells.size === 0 || people === null) {
    return 'People who objected are not counted, and not how many they are.'
  }
  const count = (key: string) => showCount(valueAt(cells, key), profile).text
  const left = valueAt(cells, 'left_out') ?? 0
  const share = shareOf(left, people + left, profiles[profile])
  return (
    `${count('objected')} people objected to sharing, and ${count('not_counted')} asked not to be ` +
    'counted for planning. They are in no other figure' +
    (share ? `: ${inHundred(share)} of all in touch.` : '.')
  )
}
