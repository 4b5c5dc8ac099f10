import { NEED_DOMAINS } from '@/lib/codes'
import { firstCapital } from '@/lib/first-capital'
import { joinWords } from '@/lib/join-words'
import { valueAt, type Cells } from './cells'
import { needInSentence } from './need-words'
import { combined, core, needsOf, variables } from './variables'

/** One combination of needs: who has all of these now, and none of the others of the six. */
export type Combination = {
  readonly key: string
  readonly needs: readonly string[]
  /** Its needs in a sentence: `Homelessness, substance use and money or debt`. */
  readonly words: string
  readonly value: number | null
  /** How many of homelessness, substance use and justice it holds: 0 to 3. */
  readonly core: number
}

/** The needs an UpSet chart has a row for, with their words; the three core ones first. */
export const upsetNeeds = combined.map((key) => ({
  key,
  label: NEED_DOMAINS.find((need) => need.key === key)?.label ?? key,
  core: core.some((one) => one === key),
}))

const wordsOf = (needs: readonly string[]) =>
  firstCapital(
    joinWords(
      upsetNeeds.filter(({ key }) => needs.includes(key)).map(({ label }) => needInSentence(label)),
    ),
  )

/** Every declared combination of two needs or more, as published, in the order of its key. */
export const listCombinations = (cells: Cells): Combination[] =>
  variables.combination.categories
    .map(({ key }) => ({
      ...{ key, needs: needsOf(key), words: wordsOf(needsOf(key)), value: valueAt(cells, key) },
      core: needsOf(key).filter((need) => core.some((one) => one === need)).length,
    }))
    .filter(({ needs }) => needs.length >= 2)

/**
 * The commonest combinations, most people first; those as common stand by their key, so that the
 * order tells nothing more. None that is shown as a range or withheld is among them.
 */
export const pickCommonest = (combinations: readonly Combination[], most = 12) =>
  combinations
    .flatMap(({ value, ...rest }) => (value ? [{ ...rest, value }] : []))
    .sort((a, b) => b.value - a.value || (a.key < b.key ? 1 : -1))
    .slice(0, most)
