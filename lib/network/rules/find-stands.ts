import { measureNetwork } from './measure-network'
import type { DeclaredNetwork } from './what-if'

/** An institution that stands between others. */
export type Between = { id: string; share: number }

/** One without which others hang on nothing. */
export type OnlyWayIn = { id: string; to: string[] }

/** Many are sent to it, and one waits for it. */
export type Bottleneck = { id: string; senders: number; waitDays: number }

/** What the shape of a declared network says. */
export type Stands = {
  /** Those on most of the shortest ways between two others; on a hundredth of them at least. */
  between: Between[]
  onlyWaysIn: OnlyWayIn[]
  bottlenecks: Bottleneck[]
  /** Parts that have no link to the largest; each by id. */
  apart: string[][]
}

/** Four weeks: beyond that a referral is a list one is on. */
const LONG_WAIT_DAYS = 28
const MANY_SENDERS = 3

/**
 * Brokers, single points of failure, bottlenecks and parts apart, in that order of who says what.
 *
 * @param waits how many days one waits for each institution, where that is known
 */
export function findStands(declared: DeclaredNetwork, waits: ReadonlyMap<string, number>): Stands {
  const { network, breaks, links } = declared
  const { betweenness } = measureNetwork(network)
  const between = network.names
    .map((id, at) => ({ id, share: betweenness[at] ?? 0 }))
    .filter(({ share }) => share >= 0.01)
    .sort((a, b) => b.share - a.share)
  const onlyWaysIn = breaks.cutPoints
    .map((id) => ({ id, to: (breaks.closings.get(id)?.cutOff ?? []).flat() }))
    .sort((a, b) => b.to.length - a.to.length || (a.id < b.id ? -1 : 1))
  const senders = new Map<string, Set<string>>()
  for (const { from, to, kind } of links) {
    if (kind !== 'referral_route') continue
    senders.set(to, (senders.get(to) ?? new Set()).add(from))
  }
  const bottlenecks = [...senders]
    .map(([id, from]) => ({ id, senders: from.size, waitDays: waits.get(id) ?? 0 }))
    .filter((one) => one.senders >= MANY_SENDERS && one.waitDays >= LONG_WAIT_DAYS)
    .sort((a, b) => b.senders * b.waitDays - a.senders * a.waitDays)
  return { between, onlyWaysIn, bottlenecks, apart: breaks.parts.slice(1) }
}
