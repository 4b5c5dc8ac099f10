import type { LinkKind } from '../schema'
import { buildNetwork, type Network } from './build-network'
import { findBreaks, type Breaks } from './find-breaks'

/** A link as somebody declared it: from one institution to another, both by id. */
export type DeclaredLink = { from: string; to: string; kind: LinkKind; strength: number }

/** What an institution would lose with another: links lost, of how many it has, and their kinds. */
export type Loser = { id: string; lost: number; of: number; kinds: LinkKind[] }

/** What goes when one institution closes. */
export type WhatIf = {
  /** Declared links that would go with it, both ways. */
  lost: number
  /** Groups that nobody else is linked to; largest first. Parts apart before are not among them. */
  cutOff: string[][]
  /** Pairs of others that could reach each other before, and could not after. */
  pairsLost: number
  /** Those it is linked to, who would lose most first. */
  losers: Loser[]
}

/** A declared network, read once: who is linked to whom, and what hangs on what. */
export type DeclaredNetwork = {
  links: readonly DeclaredLink[]
  network: Network
  breaks: Breaks
  /** The links of each institution by id, both ways. */
  of: ReadonlyMap<string, readonly DeclaredLink[]>
}

/** Reads declared links among these institutions; a link to one that is not among them is none. */
export function readNetwork(
  ids: readonly string[],
  links: readonly DeclaredLink[],
): DeclaredNetwork {
  const known = new Set(ids)
  const held = links.filter(({ from, to }) => from !== to && known.has(from) && known.has(to))
  const of = new Map(ids.map((id): [string, DeclaredLink[]] => [id, []]))
  for (const link of held) {
    of.get(link.from)?.push(link)
    of.get(link.to)?.push(link)
  }
  const network = buildNetwork(held, ids)
  return { links: held, network, breaks: findBreaks(network), of }
}

const otherOf = ({ from, to }: DeclaredLink, id: string) => (from === id ? to : from)

/**
 * What if this one closes: which links go, who is cut off, who loses what. From one walk of the
 * whole network, so that asking of every institution costs little more than asking of one.
 */
export function whatIf({ breaks, of }: DeclaredNetwork, id: string): WhatIf {
  const own = of.get(id) ?? []
  const lost = new Map<string, { lost: number; kinds: Set<LinkKind> }>()
  for (const link of own) {
    const other = otherOf(link, id)
    const so = lost.get(other) ?? { lost: 0, kinds: new Set<LinkKind>() }
    so.lost += 1
    so.kinds.add(link.kind)
    lost.set(other, so)
  }
  const losers = [...lost].map(([other, so]): Loser => ({
    ...{ id: other, lost: so.lost, of: of.get(other)?.length ?? 0 },
    kinds: [...so.kinds].sort(),
  }))
  const share = (one: Loser) => one.lost / one.of
  losers.sort((a, b) => share(b) - share(a) || b.lost - a.lost || (a.id < b.id ? -1 : 1))
  const closing = breaks.closings.get(id)
  return {
    ...{ lost: own.length, losers },
    ...{ cutOff: closing?.cutOff ?? [], pairsLost: closing?.pairsLost ?? 0 },
  }
}

/** An institution with what it helps with, as far as that is known. */
export type Helper = { id: string; needs: readonly string[] }

/**
 * Who could carry some of what one does: those that help with one of its needs at least, most of
 * them first, then those that most of its neighbours are linked to already.
 */
export function whoCouldCarry(
  declared: DeclaredNetwork,
  helpers: readonly Helper[],
  id: string,
): { id: string; needs: string[]; linked: number }[] {
  const own = helpers.find((each) => each.id === id)?.needs ?? []
  const near = new Set((declared.of.get(id) ?? []).map((link) => otherOf(link, id)))
  return helpers
    .filter((each) => each.id !== id)
    .map((each) => {
      const theirs = new Set((declared.of.get(each.id) ?? []).map((l) => otherOf(l, each.id)))
      return {
        id: each.id,
        needs: own.filter((need) => each.needs.includes(need)),
        linked: [...near].filter((other) => theirs.has(other)).length,
      }
    })
    .filter(({ needs }) => needs.length > 0)
    .sort(
      (a, b) => b.needs.length - a.needs.length || b.linked - a.linked || (a.id < b.id ? -1 : 1),
    )
}
