import { firstCapital } from '@/lib/first-capital'
import { findLeaders } from './leaders'
import { needInSentence } from './need-words'
import { TOTAL } from './programme'
import { profiles, type Profile } from './rules/protection-profiles'
import { ofPeople, sayShare, shareOfSums } from './shares'
import { marginOf } from './shown'
import { readView, type TableView } from './table-view'
import { shareOf } from './words'

const share = (part: number | null, total: number | null, profile: Profile) =>
  part === null || total === null ? undefined : shareOf(part, total, profiles[profile])

/** Which need is most often current, where one stands out; `people`: everybody in touch. */
export function sayNeeds(view: TableView, people: number | null, profile: Profile): string | null {
  const needs = view.rows
    .filter(({ key }) => key !== TOTAL)
    .map(({ key, label }) => ({ label, value: readView(view, key, 'current'), key }))
  const [first, second] = findLeaders(needs, marginOf(profile), 2)
  if (!first) return null
  if (second) {
    const [one, other] = [first, second].map(({ label }) => needInSentence(label))
    return `${firstCapital(one ?? '')} and ${other} are the needs seen most`
  }
  const said = sayShare(share(first.value, people, profile))
  return said
    ? `${first.label} is the need seen most: ${ofPeople(said)} in touch have it now`
    : `${first.label} is the need seen most`
}

/** How many have two needs or more, among everybody in touch. */
export function sayNumber(view: TableView, profile: Profile): string | null {
  const counts = (keys: readonly string[]) => keys.map((key) => readView(view, key, TOTAL))
  const isKnown = (value: number | null): value is number => value !== null
  const [several, fewer] = [counts(['2', '3', '4', '5']), counts(['0', '1'])]
  if (![...several, ...fewer].every(isKnown)) return null
  const said = sayShare(
    shareOfSums(several.filter(isKnown), fewer.filter(isKnown), profiles[profile]),
  )
  return said ? firstCapital(`${ofPeople(said)} in touch have two or more needs now`) : null
}

/**
 * The group in which all three core needs come together clearly more often than in the city, both
 * known to within their uncertainty. Without one, that none does.
 */
export function compareGroups(
  view: TableView,
  profile: Profile,
  say: (words: string) => string,
): string | null {
  const shareIn = (row: string) =>
    share(readView(view, row, '3'), readView(view, row, TOTAL), profile)
  const city = shareIn(TOTAL)
  if (!city) return null
  const apart = view.rows.flatMap(({ key, label }) => {
    const found = key === TOTAL || key === 'not_known' ? undefined : shareIn(key)
    return found && found.low > city.high ? [{ label, found }] : []
  })
  const [most] = apart.sort((a, b) => b.found.percent - a.found.percent)
  if (!most) return `${view.table.title}: no group is clearly above the city`
  const [theirs, all] = [sayShare(most.found), sayShare(city)]
  const start = `Homelessness, substance use and justice come together more among ${say(
    most.label.toLowerCase(),
  )}`
  const isShort = [theirs, all].every((words) => words?.startsWith('about') === true)
  return isShort && theirs !== all ? `${start}: ${theirs}, against ${all} in the city` : start
}

/** How many of those with the most needs are in touch with four agencies or more. */
export function sayAgencies(view: TableView, profile: Profile): string | null {
  for (const [row, needs] of [
    ['5', 'five or more'],
    ['4', 'four'],
    ['3', 'three'],
  ] as const) {
    const said = sayShare(share(readView(view, row, '4'), readView(view, row, TOTAL), profile))
    if (said) {
      const who = `${ofPeople(said)} with ${needs} needs`
      return `${firstCapital(who)} are in touch with four agencies or more`
    }
  }
  return null
}
