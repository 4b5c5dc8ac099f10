import { valueAt, type Cells } from './cells'
import { TOTAL } from './programme'
import { combined, variables } from './variables'
import { profiles } from './rules/protection-profiles'
import type { Publication } from './schema'
import { rangeOfSeveral } from './ranges'
import { marginOf, showCount } from './shown'
import { shareOf } from './words'

/** A figure to begin with, and what it is of. */
export type Tile = { readonly figure: string; readonly words: string }

type Figures = ReadonlyMap<string, Cells>
const none: Cells = new Map()

/** The four figures that stand first. Each is one that was published, or a share of two of them. */
export function makeTiles(publication: Publication, figures: Figures): Tile[] {
  const count = (table: string, ...keys: string[]) => {
    const cells = figures.get(table) ?? none
    const value = cells.size > 0 ? valueAt(cells, ...keys) : null
    return showCount(value, publication.profile).text
  }
  return [
    tileOfSeveral(publication, figures),
    {
      figure: count('core_by_sex', TOTAL, '3'),
      words: 'people: homelessness, substance use and justice together',
    },
    tileOfSeen(publication, figures) ?? {
      figure: count('agencies_by_number', TOTAL, '4'),
      words: 'people in touch with four agencies or more',
    },
    ...tileOfUnknown(publication, figures),
  ]
}

/** What nobody has decided yet is a range, never a guess. */
function tileOfSeveral({ profile }: Publication, figures: Figures): Tile {
  const words = 'people with two or more needs'
  const range = rangeOfSeveral(figures)
  if (range === null || range.low === null) {
    return {
      figure: showCount(range?.joined ?? null, profile).text,
      words: `${words}, as far as their records are joined`,
    }
  }
  const { low, high } = range
  if (high - low < marginOf(profile)) return { figure: showCount(high, profile).text, words }
  return {
    figure: `${low.toLocaleString('en-GB')} to ${high.toLocaleString('en-GB')}`,
    words: `${words}; the range is records that may be of one person, not yet joined`,
  }
}

/** Of everybody who was referred, those still waiting included. */
function tileOfSeen({ profile }: Publication, figures: Figures): Tile | null {
  const cells = figures.get('flow') ?? none
  const [seen, all] = [valueAt(cells, 'seen_28'), valueAt(cells, 'referred')]
  const share = seen === null || all === null ? undefined : shareOf(seen, all, profiles[profile])
  if (cells.size === 0 || !share) return null
  return {
    figure: `${share.percent} in 100`,
    words: 'referred people were seen within 28 days, those still waiting included',
  }
}

// No page prompts anybody to ask about abuse (docs/rules/protecting-people.md).
const askedAbout = combined.filter((need) => need !== 'domestic_abuse')

/** The need, of those in the chart, of which most is not known. */
function tileOfUnknown({ profile }: Publication, figures: Figures): Tile[] {
  const [needs, people] = [figures.get('needs') ?? none, figures.get('people') ?? none]
  const total = valueAt(people, TOTAL)
  const shares = askedAbout.flatMap((need) => {
    const value = valueAt(needs, need, 'not_asked')
    const share =
      value === null || total === null ? undefined : shareOf(value, total, profiles[profile])
    const label = variables.need.categories.find(({ key }) => key === need)?.label ?? need
    return share ? [{ label, share }] : []
  })
  const [most] = shares.sort((a, b) => b.share.percent - a.share.percent)
  if (!most) return []
  return [
    {
      figure: `${most.share.percent} in 100`,
      words: `people in touch: no agency has recorded an answer about ${most.label.toLowerCase()}`,
    },
  ]
}
