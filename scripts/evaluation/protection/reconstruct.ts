import {
  type KnownCell,
  provableIntervals,
  roundInwards,
} from '@/lib/insight/rules/provable-interval'
import { type AttackResult, tallyIntervals } from './attack-result'
import { atomCount, type Margin, marginsBy, publishSeries, type Series } from './margins'
import { type Bounds, type Method, methods } from './methods'
import { type Person, quarters } from './population'

/** A programme of tables as published sixteen times, and what was true. */
interface Release {
  margins: Margin[]
  series: Series[]
}

/**
 * Reconstruction of small cells by linear programming from everything published: of each
 * publication by itself, and of all sixteen by a reader who also knows exactly who of each kind
 * joined and left in between, so that every fresh value tells of the same unknowns. Shape rules
 * withhold nothing here: the reader gets more than would be published. Then every pair of
 * published cells of which one lies within the other, subtracted.
 */
export async function playReconstruction(
  atoms: readonly (readonly (readonly Person[])[])[],
  wanted: { ways: readonly (2 | 3)[]; threeWayQuarters: number; targets: number },
): Promise<AttackResult[]> {
  const results: AttackResult[] = []
  for (const method of methods) {
    for (const ways of wanted.ways) {
      const word = ways === 2 ? 'two-way' : 'three-way'
      const release = publishAll(method, marginsBy(ways), atoms)
      const step = ways === 2 ? 1 : Math.ceil(quarters / wanted.threeWayQuarters)
      const widths: number[] = []
      for (let quarter = 0; quarter < quarters; quarter += step) {
        widths.push(...(await proveQuarter(method, release, quarter, wanted.targets)))
      }
      results.push(tallyIntervals(`linear programming, ${word}`, method.name, widths))
      const all = await proveAll(method, release, 2 * wanted.targets)
      results.push(tallyIntervals(`linear programming, ${word}, all sixteen`, method.name, all))
      if (ways === 3) results.push(subtractPairs(method, release))
    }
  }
  return results
}

function publishAll(
  method: Method,
  margins: Margin[],
  atoms: readonly (readonly (readonly Person[])[])[],
): Release {
  const series = margins.map((margin) =>
    publishSeries(
      method,
      atoms.map((quarter) => margin.atoms.flatMap((atom) => quarter[atom] ?? [])),
    ),
  )
  return { margins, series }
}

/** The small cells of a quarter, evenly picked where there are more than `most`. */
function smallCells({ series }: Release, quarter: number, most: number): number[] {
  const small = series.flatMap(({ counts }, k) => {
    const n = counts[quarter] ?? 0
    return n >= 1 && n <= 4 ? [k] : []
  })
  const step = Math.max(1, small.length / most)
  return Array.from(
    { length: Math.min(most, small.length) },
    (_, k) => small[Math.floor(k * step)],
  ).filter((cell) => cell !== undefined)
}

async function proveQuarter(method: Method, release: Release, quarter: number, most: number) {
  const bounds = release.series.map((series) => lastBounds(method, series, quarter))
  return prove(release, bounds, smallCells(release, quarter, most))
}

/** A repeated value tells of the quarter it was worked out in; who came since is known to all. */
function lastBounds(method: Method, series: Series, quarter: number): Bounds {
  let since = quarter
  while (since > 0 && !series.fresh[since]) since--
  return movedTo(method, series, since, quarter)
}

/** The bounds of a value published at `from`, for the count at `to`, by who knows the change. */
function movedTo(method: Method, { counts, published }: Series, from: number, to: number): Bounds {
  const { low, high } = method.bounds(published[from] ?? { shown: null })
  const change = (counts[to] ?? 0) - (counts[from] ?? 0)
  return { low: Math.max(0, low + change), high: high + change }
}

async function proveAll(method: Method, release: Release, most: number) {
  const bounds = release.series.map((series) => {
    const all = series.fresh.flatMap((fresh, from) =>
      fresh ? [movedTo(method, series, from, 0)] : [],
    )
    return {
      low: Math.max(...all.map(({ low }) => low)),
      high: Math.min(...all.map(({ high }) => high)),
    }
  })
  return prove(release, bounds, smallCells(release, 0, most))
}

async function prove({ margins }: Release, bounds: Bounds[], targets: number[]) {
  const cells: KnownCell[] = margins.map(({ atoms }, k) => ({
    atoms,
    low: bounds[k]?.low ?? 0,
    high: bounds[k]?.high ?? Infinity,
  }))
  const sums = targets.map((target) => margins[target]?.atoms ?? [])
  const intervals = await provableIntervals({ atoms: atomCount, cells }, sums)
  return intervals.map(roundInwards).map(({ low, high }) => high - low)
}

/** Each pair of a cell within another whose difference is 1 to 4 people, in each quarter. */
function subtractPairs(method: Method, { margins, series }: Release): AttackResult {
  const widths: number[] = []
  margins.forEach((outer, a) => {
    const inside = new Set(outer.atoms)
    margins.forEach((inner, b) => {
      // Most pairs are no nested ones, and their first atom says so.
      const [first = -1] = inner.atoms
      if (inner.atoms.length >= outer.atoms.length || !inside.has(first)) return
      if (!inner.atoms.every((atom) => inside.has(atom))) return
      for (let quarter = 0; quarter < quarters; quarter++) {
        const [one, two] = [series[a], series[b]]
        if (one === undefined || two === undefined) return
        const left = (one.counts[quarter] ?? 0) - (two.counts[quarter] ?? 0)
        if (left < 1 || left > 4) continue
        const large = lastBounds(method, one, quarter)
        const small = lastBounds(method, two, quarter)
        widths.push(large.high - small.low - Math.max(0, large.low - small.high))
      }
    })
  })
  return tallyIntervals('subtracting pairs of cells', method.name, widths)
}
