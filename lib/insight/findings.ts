import { firstCapital } from '@/lib/first-capital'
import { joinWords } from '@/lib/join-words'
import { compareGroups, sayAgencies, sayNeeds, sayNumber } from './findings-of-tables'
import { sayAmong, sayMissed, sayRefusals, sayWaits } from './findings-of-marks'
import { findLeaders } from './leaders'
import type { Profile } from './rules/protection-profiles'
import { marginOf, showCount } from './shown'
import type { TableView } from './table-view'
import { TOTAL } from './programme'
import { pickCommonest, type Combination } from './upset'

/** Which combination is commonest, where one stands out. */
export function findCommonest(combinations: readonly Combination[], profile: Profile): string {
  const leaders = findLeaders(pickCommonest(combinations), marginOf(profile), 2)
  const named = leaders.map(({ words }) => words.toLowerCase())
  const [first, second] = named
  if (!first) return 'Which needs come together: no one combination stands out'
  if (second) return `${firstCapital(first)} come together most; so do ${second}`
  const [{ value } = { value: null }] = leaders
  return `${firstCapital(first)} come together most: ${showCount(value, profile).text} people`
}

/** Which wards stand out by the people of a column: `Minster has the most people …: 165`. */
export function findWards(view: TableView, column: string, who: string, profile: Profile): string {
  const at = view.columns.findIndex(({ key }) => key === column)
  const wards = view.rows
    .filter(({ key }) => key !== TOTAL)
    .map(({ label, values }) => ({ label, value: values[at] ?? null }))
  const leaders = findLeaders(wards, marginOf(profile))
  const start = wards.some(({ value }) => value === null) ? 'Of the wards shown, ' : ''
  const [first] = leaders
  if (!first) return `${firstCapital(who)}: no ward stands out`
  const names = joinWords(leaders.map(({ label }) => label))
  return leaders.length === 1
    ? `${start}${names} has the most ${who}: ${showCount(first.value, profile).text}`
    : `${start}${names} have the most ${who}`
}

/**
 * What a declared table finds, as a title; its own title where it finds nothing sure. `people`:
 * everybody in touch, as published.
 */
export function findIn(
  view: TableView,
  combinations: readonly Combination[],
  people: number | null,
  profile: Profile,
): string {
  const found: Readonly<Record<string, () => string | null>> = {
    people: () => findWards(view, TOTAL, 'people in touch', profile),
    needs: () => sayNeeds(view, people, profile),
    number: () => sayNumber(view, profile),
    combinations: () => findCommonest(combinations, profile),
    several_by_ward: () => findWards(view, 'yes', 'people with two or more needs', profile),
    core_by_age: () => compareGroups(view, profile, (words) => `people aged ${words}`),
    core_by_sex: () => compareGroups(view, profile, (words) => `people recorded as ${words}`),
    agencies_by_number: () => sayAgencies(view, profile),
    flow: () => sayWaits(view, profile),
    refusals: () => sayRefusals(view, profile),
    activity: () => sayMissed(view, profile),
    among_several: () => sayAmong(view, profile),
  }
  return found[view.table.key]?.() ?? view.table.title
}
