import { random, type Random } from '@/prisma/practice/random'
import type { Bounds, Method } from './methods'
import type { Person } from './population'

/** People for an attack on one group, where nothing counts but who is in it. */
export interface Crowd {
  rng: Random
  /** Somebody new, with keys of their own. */
  person: () => Person
  people: (count: number) => Person[]
}

/** A crowd that is the same for every method: the attack differs, the people do not. */
export function makeCrowd(seed: string): Crowd {
  const rng = random(`crowd ${seed}`)
  const nobody = { born: '1980-01-01', ward: 0, msoa: 0, sex: 0, group: 0, agency: 0 }
  const needs = new Set<string>()
  const person = (): Person => ({
    ...{ key: rng.bits(), digestKey: rng.bits() },
    ...nobody,
    ...{ needs, from: 0, until: 16 },
  })
  return { rng, person, people: (count) => Array.from({ length: count }, person) }
}

/** What two bounds on one count say together. */
export const both = (one: Bounds, other: Bounds): Bounds => ({
  low: Math.max(one.low, other.low),
  high: Math.min(one.high, other.high),
})

export const middle = ({ low, high }: Bounds) => (low + high) / 2

/** Whether values of this method are drawn by chance, so that averaging says more than bounds. */
export const isDrawn = (method: Method) => method.name.startsWith('ours')
