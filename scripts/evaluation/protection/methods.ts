import { cellKeyOf, publishedCount } from '@/lib/insight/rules/cell-key'
import { digestMembers, type MemberDigest } from '@/lib/insight/rules/member-digest'
import { profiles, tableOfProfile } from '@/lib/insight/rules/protection-profiles'
import { knownOf, repeatOrRenew } from '@/lib/insight/rules/repeated-value'
import type { Person } from './population'

/** What a method publishes of a cell: a number, or nothing; and what it keeps for next time. */
export interface Published {
  shown: number | null
  digest?: MemberDigest
}

/** The bounds that everybody knows a published value to have. */
export interface Bounds {
  low: number
  high: number
}

/** A way to protect counts, known to its reader in all but the keys. */
export interface Method {
  name: string
  /** The cell keys by themselves, without the other layers. */
  alone?: boolean
  publish: (members: readonly Person[], last?: Published) => Published
  bounds: (published: Published) => Bounds
}

const { D } = profiles.open

const changedByKeys = (members: readonly Person[]) =>
  publishedCount(tableOfProfile('open'), members.length, cellKeyOf(members.map(({ key }) => key)))

const boundsOfChanged = ({ shown }: Published) => knownOf(shown ?? 0, D)

/** As published by this project: cell keys of the open profile, and repeated values. */
export const ours: Method = {
  name: 'ours',
  publish: (members, last) => {
    const digest = digestMembers(members.map((person) => person.digestKey))
    const fresh = { shown: changedByKeys(members), digest }
    if (last?.shown == null || last.digest === undefined) return fresh
    const before = { shown: last.shown, digest: last.digest }
    return repeatOrRenew(before, fresh) === before ? last : fresh
  },
  bounds: boundsOfChanged,
}

/** The same keys with a fresh value each time: what the curves of the literature are about. */
export const keysAlone: Method = {
  name: 'ours',
  alone: true,
  publish: (members) => ({ shown: changedByKeys(members) }),
  bounds: boundsOfChanged,
}

/** A rule on the count alone: shown as something, or hidden within bounds. */
const rule = (name: string, show: (n: number) => number | null, hidden: Bounds): Method => ({
  name,
  publish: (members) => ({ shown: show(members.length) }),
  bounds: ({ shown }) => (shown === null ? hidden : rangeShownAs(shown, show)),
})

/** The counts that a rule shows as `shown`. */
function rangeShownAs(shown: number, show: (n: number) => number | null): Bounds {
  let low = shown
  let high = shown
  while (low > 0 && show(low - 1) === shown) low--
  while (show(high + 1) === shown) high++
  return { low, high }
}

const nearestFive = (n: number) => 5 * Math.round(n / 5)

const suppressUnder5 = rule('suppressUnder5', (n) => (n >= 1 && n <= 4 ? null : n), {
  low: 1,
  high: 4,
})
const nhs1to7Round5 = rule('nhs1to7Round5', (n) => (n >= 1 && n <= 7 ? null : nearestFive(n)), {
  low: 1,
  high: 7,
})
const round5 = rule('round5', nearestFive, { low: 0, high: 0 })
const ons10Round5 = rule('ons10Round5', (n) => (n < 10 ? null : nearestFive(n)), {
  low: 0,
  high: 9,
})

export const rivals = [suppressUnder5, nhs1to7Round5, round5, ons10Round5]
export const methods = [ours, ...rivals]
/** The same, with our cell keys by themselves as well. */
export const methodsAndKeys = [ours, keysAlone, ...rivals]

/** Whether all our layers stand, and not the keys alone or a rival's rule. */
export const isWhole = (method: Method) => method === ours

/** The name of an attack, saying where it is played against the keys alone. */
export const attackOn = (method: Method, attack: string) =>
  method.alone === true ? `${attack}; cell keys alone` : attack

/** The best single guess at a count from what is published: the number, or the middle. */
export function guessOf(method: Method, published: Published): number {
  if (published.shown !== null) return published.shown
  const { low, high } = method.bounds(published)
  return (low + high) / 2
}
