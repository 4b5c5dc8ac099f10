import { valueAt, type Cells } from './cells'
import { combined, TOTAL, variables } from './programme'
import { profiles } from './rules/protection-profiles'
import type { Publication } from './schema'
import { showCount } from './shown'
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
    tileOfSeveral(publication) ?? {
      figure: count('several_by_ward', TOTAL, 'yes'),
      words: 'people with two or more needs, as far as their records are joined',
    },
    {
      figure: count('core_by_sex', TOTAL, '3'),
      words: 'people: homelessness, substance use and justice together',
    },
    {
      figure: count('agencies_by_number', TOTAL, '4'),
      words: 'people in touch with four agencies or more',
    },
    ...tileOfUnknown(publication, figures),
  ]
}

/** From linked to linked and suggested: what nobody has decided yet is a range, never a guess. */
function tileOfSeveral({ coverage, profile }: Publication): Tile | null {
  const { peopleLow, peopleHigh } = coverage
  const words = 'people with two or more needs'
  if (peopleLow === null || peopleHigh === null) return null
  const [low, high] = [Math.min(peopleLow, peopleHigh), Math.max(peopleLow, peopleHigh)]
  const least = showCount(low, profile).text
  if (low === high) return { figure: least, words }
  return {
    figure:
      low === 0
        ? `0 to ${high.toLocaleString('en-GB')}`
        : `${least} to ${high.toLocaleString('en-GB')}`,
    words: `${words}; the range is records that may be of one person, not yet joined`,
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
