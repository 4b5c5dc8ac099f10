import { joinWords } from '@/lib/join-words'
import type { Profile } from './rules/protection-profiles'
import type { Publication } from './schema'
import { marginOf, showCount, type Shown } from './shown'

/** A figure in one publication, and what broke the series since the one before it. */
export type TrendPoint = {
  readonly no: number
  readonly to: string
  readonly profile: Profile
  readonly shown: Shown
  /** `2 agencies joined: …`; null where the same agencies fed both. */
  readonly broke: string | null
}

// One that had nothing to give yet is none of those that fed it.
const names = ({ coverage }: Publication) =>
  coverage.agencies.flatMap(({ name, fedTo }) => (fedTo === null ? [] : [name]))

/**
 * Which agencies joined or left from one publication to the next, or had only begun to give in the
 * year that the earlier one counts, in words; null where none did.
 */
export function sayBreak(before: Publication, after: Publication): string | null {
  const joined = names(after).filter((name) => !names(before).includes(name))
  const left = names(before).filter((name) => !names(after).includes(name))
  const whole = names(after).filter((name) => !joined.includes(name))
  const began = whole.filter((name) => {
    const from = before.coverage.agencies.find((one) => one.name === name)?.fedFrom
    return from !== undefined && from !== null && from > before.from
  })
  const said = [
    ...(began.length > 0 ? [`${joinWords(began)} had not given a whole year before`] : []),
    ...(joined.length > 0 ? [`${joinWords(joined)} joined`] : []),
    ...(left.length > 0 ? [`${joinWords(left)} left`] : []),
  ]
  return said.length > 0 ? said.join('; ') : null
}

/**
 * One figure over the publications that hold it, the oldest first, up to `newest` and of its
 * profile alone: figures altered more and less are not put side by side. `publications`: the newest
 * first.
 */
export function makeTrend(
  publications: readonly Publication[],
  newest: Publication,
  values: ReadonlyMap<number, number | null>,
): TrendPoint[] {
  const held = publications
    .slice(publications.findIndex(({ no }) => no === newest.no))
    .filter(({ no, profile }) => values.has(no) && profile === newest.profile)
    .reverse()
  return held.map((publication, at) => {
    const { no, to, profile } = publication
    const before = held[at - 1]
    return {
      ...{ no, to, profile },
      shown: showCount(values.get(no) ?? null, profile),
      broke: before ? sayBreak(before, publication) : null,
    }
  })
}

/**
 * How the newest figure compares with an earlier one: `12 more than in publication 6`, `no clear
 * change since publication 6`. null where either is withheld, or the agencies are not the same
 * (like is compared with like).
 */
export function sayChange(points: readonly TrendPoint[], since: number): string | null {
  const at = points.findIndex(({ no }) => no === since)
  const [before, now] = [points[at], points.at(-1)]
  if (!before || !now || before === now) return null
  if (points.slice(at + 1).some(({ broke }) => broke !== null)) return null
  if (before.shown.value === null || now.shown.value === null) return null
  const difference = now.shown.value - before.shown.value
  if (Math.abs(difference) < marginOf(now.profile)) {
    return `no clear change since publication ${since}`
  }
  const size = Math.abs(difference).toLocaleString('en-GB')
  return `about ${size} ${difference > 0 ? 'more' : 'fewer'} than in publication ${since}`
}
