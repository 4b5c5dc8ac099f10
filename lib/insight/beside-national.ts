import { hardEdges } from './benchmarks-data'
import { TOTAL } from './programme'
import { profiles, type Profile } from './rules/protection-profiles'
import { shareOfSums } from './shares'
import { readView, type TableView } from './table-view'

/** A line of a national figure beside ours: of people in any of the domains, so many in 100. */
export type BesideLine = {
  readonly key: string
  readonly words: string
  readonly national: string
  readonly ours: string
}

const anyOfThree = ['1', '2', '3'] as const

/**
 * *Hard Edges* beside a table of the three core domains: of people known in any of them, the share
 * in one, two and all three. Shares and never counts, and no place beside another: what was counted
 * differs too much for more. null where a figure is withheld or too few are shown.
 */
export function besideNational(view: TableView, profile: Profile): BesideLine[] | null {
  if (view.table.by[1] !== 'core') return null
  const values = anyOfThree.map((key) => readView(view, TOTAL, key))
  const all = hardEdges.people.reduce((sum, { count }) => sum + count, 0)
  const lines = hardEdges.people.map(({ key, words, count }, at) => {
    const [part, rest] = [
      values.filter((_, place) => place === at),
      values.filter((_, place) => place !== at),
    ].map((some) => some.flatMap((value) => (value === null ? [] : [value])))
    const share = shareOfSums(part ?? [], rest ?? [], profiles[profile])
    return {
      ...{ key, words, national: `${Math.round((100 * count) / all)} in 100` },
      ours: share ? `${share.low} to ${share.high} in 100` : null,
    }
  })
  if (values.includes(null)) return null
  return lines.flatMap(({ ours, ...line }) => (ours === null ? [] : [{ ...line, ours }]))
}
