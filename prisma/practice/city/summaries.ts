import type { Cells } from './cells'
import type { Km } from './types'

/** What the cells of one area come to. `middle` is the mean of their seeds. */
export type Summary = { cells: number[]; residents: number; middle: Km }

const total = (list: number[]) => list.reduce((sum, value) => sum + value, 0)

/** Sums up every area of a layer. `owner` gives the area of each cell, -1 outside the city. */
export function summarise(
  cells: Cells,
  residents: number[],
  owner: number[],
  parts: number,
): Summary[] {
  const members: number[][] = Array.from({ length: parts }, () => [])
  owner.forEach((part, cell) => members[part]?.push(cell))
  return members.map((list) => {
    const mean = (axis: 0 | 1) =>
      total(list.map((cell) => cells.points[cell]?.[axis] ?? 0)) / list.length
    return {
      cells: list,
      residents: total(list.map((cell) => residents[cell] ?? 0)),
      middle: [mean(0), mean(1)],
    }
  })
}

/** The ward in which most of an area's people live, and their share. */
export function wardOfMost(list: number[], residents: number[], wardOf: number[]) {
  const people = new Map<number, number>()
  for (const cell of list) {
    const ward = wardOf[cell] ?? -1
    people.set(ward, (people.get(ward) ?? 0) + (residents[cell] ?? 0))
  }
  const sum = total([...people.values()])
  const [most] = [...people].sort((a, b) => b[1] - a[1] || a[0] - b[0])
  return { ward: most?.[0] ?? -1, share: sum === 0 || !most ? 1 : most[1] / sum }
}
