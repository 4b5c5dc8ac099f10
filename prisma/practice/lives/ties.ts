import { random } from '../random'

/**
 * Two people of the practice place who have to do with each other: an even index and the next. The
 * second one takes the family name of the first where brothers, parents and the married do.
 */
export type Tie = {
  kind: 'sibling' | 'partner' | 'parent' | 'friend' | 'harm' | 'carer'
  otherIndex: number
  second: boolean
  sharesName: boolean
}

/** One place in 250 holds somebody who has not given a name. */
export const isUnnamed = (index: number) => index % 250 === 7

/** The tie of person `index`, or null for most. The first people are written by hand: no ties. */
export function tieOf(seed: number, index: number): Tie | null {
  const first = index - (index % 2)
  if (first < 10 || isUnnamed(first) || isUnnamed(first + 1)) return null
  const rng = random(`tie ${seed} ${first}`)
  if (!rng.chance(0.13)) return null
  const kind = rng.weigh<Tie['kind']>([
    ['sibling', 26],
    ['partner', 22],
    ['friend', 20],
    ['harm', 14],
    ['parent', 10],
    ['carer', 8],
  ])
  const sharesName =
    kind === 'sibling' || kind === 'parent' || (kind === 'partner' && rng.chance(0.4))
  const second = index !== first
  return { kind, otherIndex: second ? first : first + 1, second, sharesName }
}
