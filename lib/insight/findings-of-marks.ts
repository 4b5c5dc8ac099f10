import { firstCapital } from '@/lib/first-capital'
import { findLeaders } from './leaders'
import { TOTAL } from './programme'
import { profiles, type Profile } from './rules/protection-profiles'
import { ofPeople, sayShare } from './shares'
import { marginOf } from './shown'
import { readView, type TableView } from './table-view'
import { shareOf } from './words'

/** The share that a mark is of its base, in words; null where it is too wide, few or withheld. */
function sayMark(view: TableView, mark: string, base: string, profile: Profile): string | null {
  const [part, all] = [readView(view, mark, TOTAL), readView(view, base, TOTAL)]
  if (part === null || all === null) return null
  return sayShare(shareOf(part, all, profiles[profile]))
}

/** How many of all who were referred were seen in four weeks, those who still wait included. */
export function sayWaits(view: TableView, profile: Profile): string | null {
  const said = sayMark(view, 'seen_28', 'referred', profile)
  const where = said?.endsWith('half') ? `${said} of referred people` : `${said} referred people`
  return said ? firstCapital(`${where} were seen within 28 days`) : null
}

/** Why most people were declined, where one reason stands out. */
export function sayRefusals(view: TableView, profile: Profile): string | null {
  const reasons = view.rows
    .filter(({ key }) => key !== 'declined')
    .map(({ key, label }) => ({ label, value: readView(view, key, TOTAL) }))
  const [first, second] = findLeaders(reasons, marginOf(profile), 2)
  if (!first) return null
  return second
    ? `Referrals are declined most often because: “${first.label}”, or “${second.label}”`
    : `Referrals are declined most often because: “${first.label}”`
}

/** How many people were not seen at least once. */
export function sayMissed(view: TableView, profile: Profile): string | null {
  const said = sayMark(view, 'not_kept', 'people', profile)
  return said
    ? firstCapital(`${ofPeople(said)} in touch were not seen, or did not reply, at least once`)
    : null
}

/** How a need stands in a sentence: "have … among them". */
const inSentence: Readonly<Record<string, string>> = {
  homelessness: 'homelessness',
  substance_use: 'substance use',
  justice: 'justice involvement',
  mental_health: 'a mental health need',
  domestic_abuse: 'domestic abuse',
  money: 'money or debt trouble',
}

/**
 * What most people with several needs have among them: `Seven in ten people with several needs have
 * money or debt trouble among them`. Each is a figure of its own, so the uncertainty is that of
 * two.
 */
export function sayAmong(view: TableView, profile: Profile): string | null {
  const [first] = Object.entries(inSentence)
    .map(([need, words]) => ({ need, words, value: readView(view, need, TOTAL) ?? 0 }))
    .sort((a, b) => b.value - a.value)
  const said = first ? sayMark(view, first.need, 'several', profile) : null
  return first && said
    ? firstCapital(`${ofPeople(said)} with several needs have ${first.words} among them`)
    : null
}
