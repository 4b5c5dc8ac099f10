import { HEADINGS, headingWords } from './fields'

/** Words that are a heading alone and say something else in a longer one (Last seen). */
const ALONE = new Set(['first', 'last', 'middle'])

/** How well a heading fits a field: 100 for the same words, less for words left over; 0 for not. */
export function headingScore(words: readonly string[], entries: readonly string[]): number {
  const scores = entries
    .flatMap((entry) => entry.split('|'))
    .map((entry) => {
      const wanted = entry.split(' ')
      if (!wanted.every((word) => words.includes(word))) return 0
      if (words.length > 1 && ALONE.has(entry)) return 0
      // One word such as "id" or "name" says little inside a longer heading.
      const extra = words.length - wanted.length
      return extra === 0 ? 100 : wanted.length * 20 - extra * 8
    })
  return Math.max(0, ...scores)
}

const entries = Object.values(HEADINGS).flatMap((shape) => Object.values(shape).flat())
const filled = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '')

/** How many cells are headings that agencies are known to use, each counted once. */
const known = (cells: readonly string[]) =>
  new Set(
    filled(cells)
      .map((cell) => headingWords(cell).join(' '))
      .filter((words) => headingScore(words.split(' '), entries) === 100),
  ).size

/**
 * Which of a file's first records names the columns. Reports put their title and the day they were
 * run above the heading. The first record, unless another holds headings that are known and it
 * holds none to speak of, or it is mostly empty and one that holds words alone is not.
 */
export function findHeading(first: readonly (readonly string[])[]): number {
  const [top = []] = first
  const counts = first.map(known)
  if ((counts[0] ?? 0) >= 2) return 0
  const most = Math.max(0, ...counts)
  if (most >= 2) return counts.indexOf(most)
  const width = Math.max(0, ...first.map((cells) => filled(cells).length))
  if (filled(top).length * 2 > width) return 0
  const words = (cells: readonly string[]) =>
    filled(cells).length >= width - 1 && !filled(cells).some((cell) => /\d{2}/.test(cell))
  return Math.max(0, first.findIndex(words))
}
