import { performance } from 'node:perf_hooks'
import { writeSvg } from '@/lib/insight/drawing/write-svg'
import { drawNetwork, type Drawn } from '@/lib/network/draw-network'
import { layOut } from '@/lib/network/rules/lay-out'
import { measureNetwork } from '@/lib/network/rules/measure-network'
import { readNetwork, whatIf, type DeclaredLink } from '@/lib/network/rules/what-if'
import { LINK_KINDS } from '@/lib/network/schema'
import { median } from './statistics'

/** What the network of a large place takes, in milliseconds; the middle of the rounds. */
export type PlaceRun = {
  institutions: number
  links: number
  betweenness: number
  /** What if each of them closes, from reading the links on. */
  whatIfAll: number
  /** `whatIfAll` to one betweenness. */
  ratio: number
  layOut: number
  /** The sheet as a picture, written out. */
  draw: number
}

const SECTORS = ['public', 'social', 'informal', 'private'] as const

/** Numbers that look drawn by lot, and are the same each time. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state / 2 ** 32
  }
}

function makeLinks(ids: readonly string[], count: number): DeclaredLink[] {
  const lot = numbers(7)
  const made = new Map<string, DeclaredLink>()
  while (made.size < count) {
    const pick = () => ids[Math.floor(lot.next().value ** 2 * ids.length)] ?? ''
    const [from, to] = [pick(), pick()]
    const kind = LINK_KINDS[Math.floor(lot.next().value * LINK_KINDS.length)]?.key ?? 'support'
    if (from === to) continue
    const strength = 1 + Math.floor(lot.next().value * 3)
    made.set(`${from} ${to} ${kind}`, { from, to, kind, strength })
  }
  return [...made.values()]
}

function timed(rounds: number, work: () => unknown): number {
  const took = Array.from({ length: rounds }, () => {
    const began = performance.now()
    work()
    return performance.now() - began
  })
  return Math.round(median(took) * 100) / 100
}

/**
 * Measures the network of so many institutions and links, made up and the same each time: one
 * betweenness, what if each one closes, and the sheet drawn.
 */
export function measurePlace(institutions: number, links: number, rounds: number): PlaceRun {
  const ids = Array.from({ length: institutions }, (_, at) => `i${String(at).padStart(5, '0')}`)
  const given = makeLinks(ids, links)
  const drawn = ids.map((id, at): Drawn => ({
    ...{ id, name: `Institution number ${at}`, sector: SECTORS[at % 4] ?? null },
    ...{ across: null, down: null },
  }))
  const { network } = readNetwork(ids, given)
  const betweenness = timed(rounds, () => measureNetwork(network))
  const whatIfAll = timed(rounds, () => {
    const declared = readNetwork(ids, given)
    return ids.map((id) => whatIf(declared, id))
  })
  return {
    ...{ institutions, links: given.length, betweenness, whatIfAll },
    ratio: Math.round((whatIfAll / betweenness) * 100) / 100,
    layOut: timed(1, () => layOut(network)),
    draw: timed(rounds, () => writeSvg(drawNetwork(drawn, given, ids[0]), 'Network', [])),
  }
}
