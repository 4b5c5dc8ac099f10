import type { Link } from '@/lib/network/rules/build-network'

/** A network as a plain table of who is linked to whom; shares nothing with the product. */
export type Table = { names: string[]; linked: boolean[][] }

export function tableOf(links: readonly Link[], alone: readonly string[] = []): Table {
  const names = [...new Set([...links.flatMap(({ from, to }) => [from, to]), ...alone])].sort()
  const ties = new Set(links.map(({ from, to }) => JSON.stringify([from, to])))
  const is = (from: string, to: string) => ties.has(JSON.stringify([from, to]))
  const linked = names.map((one) =>
    names.map((two) => one !== two && (is(one, two) || is(two, one))),
  )
  return { names, linked }
}

/** Distances by trying every node between every pair (Floyd). */
export function distancesOf({ linked }: Table): number[][] {
  const far = linked.map((row, i) => row.map((is, j) => (i === j ? 0 : is ? 1 : Infinity)))
  for (const middle of linked.keys()) {
    for (const from of linked.keys()) {
      for (const to of linked.keys()) {
        const through = (far[from]?.[middle] ?? 0) + (far[middle]?.[to] ?? 0)
        const row = far[from]
        if (row && through < (row[to] ?? 0)) row[to] = through
      }
    }
  }
  return far
}

/** How many shortest paths lead from each to each, in whole numbers of any size. */
function waysOf({ linked }: Table, far: number[][]): bigint[][] {
  return linked.map((_, from) => {
    const ways = linked.map((__, to) => BigInt(from === to))
    const distance = (to: number) => far[from]?.[to] ?? Infinity
    const nearestFirst = [...linked.keys()]
      .filter((to) => to !== from && distance(to) < Infinity)
      .sort((one, two) => distance(one) - distance(two))
    for (const to of nearestFirst) {
      for (const before of linked.keys()) {
        const isBefore = linked[before]?.[to] && distance(before) + 1 === distance(to)
        if (isBefore) ways[to] = (ways[to] ?? 0n) + (ways[before] ?? 0n)
      }
    }
    return ways
  })
}

/** A share of two whole numbers of any size, to fifteen places. */
const share = (part: bigint, whole: bigint) => Number((part * 10n ** 15n) / whole) / 1e15

/** Betweenness by asking of every pair and every other node how many of its paths lead through. */
export function betweennessByHand(table: Table): number[] {
  const far = distancesOf(table)
  const ways = waysOf(table, far)
  const n = table.names.length
  const pairs = Math.max(1, ((n - 1) * (n - 2)) / 2)
  const sums = table.names.map(() => 0)
  for (let from = 0; from < n; from += 1) {
    for (let to = from + 1; to < n; to += 1) {
      const [length = Infinity, all = 0n] = [far[from]?.[to], ways[from]?.[to]]
      if (length === Infinity) continue
      for (let node = 0; node < n; node += 1) {
        const isOn = (far[from]?.[node] ?? 0) + (far[node]?.[to] ?? 0) === length
        if (!isOn || node === from || node === to) continue
        sums[node] =
          (sums[node] ?? 0) + share((ways[from]?.[node] ?? 0n) * (ways[node]?.[to] ?? 0n), all)
      }
    }
  }
  return sums.map((sum) => sum / pairs)
}

/** Closeness of Wasserman and Faust, from the table of distances. */
export function closenessByHand(table: Table): number[] {
  return distancesOf(table).map((row) => {
    const met = row.filter((distance) => distance > 0 && distance < Infinity)
    const sum = met.reduce((total, distance) => total + distance, 0)
    return sum === 0 ? 0 : (met.length / (table.names.length - 1)) * (met.length / sum)
  })
}

/** The parts of a table, with one node left out. */
export function partsByHand({ names, linked }: Table, without: string | null = null): string[][] {
  const parts: string[][] = []
  const seen = new Set<string>()
  for (const first of names) {
    if (first === without || seen.has(first)) continue
    const part = [first]
    seen.add(first)
    for (const node of part) {
      for (const [place, other] of names.entries()) {
        const isNew = linked[names.indexOf(node)]?.[place] && !seen.has(other) && other !== without
        if (isNew) {
          seen.add(other)
          part.push(other)
        }
      }
    }
    parts.push(part.sort())
  }
  const order = (one: string, two: string) => (one < two ? -1 : 1)
  return parts.sort((one, two) => two.length - one.length || order(one[0] ?? '', two[0] ?? ''))
}
