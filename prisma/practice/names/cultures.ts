import { african } from './african-data'
import { asian } from './asian-data'
import { british } from './british-data'
import { european } from './european-data'
import { middleEastern } from './middle-eastern-data'
import type { Culture } from './name-types'
import type { Random } from '../random'

export type Pool = Omit<Culture, 'family' | 'female' | 'male'> & {
  family: string[]
  female: string[]
  male: string[]
}

const split = (list: string) => list.split(',').map((name) => name.trim().replace(/\s+/g, ' '))

/** Every culture of the practice place, its lists taken apart. */
export const pools: Pool[] = [...british, ...european, ...asian, ...african, ...middleEastern].map(
  (c) => ({ ...c, family: split(c.family), female: split(c.female), male: split(c.male) }),
)

const weighted = pools.map((pool) => [pool, pool.weight] as const)

/** One culture, by its share of the city. */
export const anyPool = (rng: Random): Pool => rng.weigh(weighted)

/** The pool of a culture by key; throws when there is none. */
export function poolOf(key: string): Pool {
  const pool = pools.find((p) => p.key === key)
  if (!pool) throw new Error(`No culture ${key}`)
  return pool
}
