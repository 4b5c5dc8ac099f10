/**
 * Edits between two words (restricted Damerau-Levenshtein: insert, delete, replace, swap of
 * neighbours), counted no further than `most`; `most + 1` means "more than that".
 */
export function edits(a: string, b: string, most = 2): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let front = 0
  const shorter = Math.min(a.length, b.length)
  while (front < shorter && a.charCodeAt(front) === b.charCodeAt(front)) front++
  let endA = a.length
  let endB = b.length
  while (endA > front && endB > front && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const left = endA - front
  const right = endB - front
  if (left === 0 || right === 0) return Math.min(left + right, most + 1)
  if (left === 1 && right === 1) return 1
  if (most === 1) {
    const turned =
      left === 2 && right === 2 && a[front] === b[front + 1] && a[front + 1] === b[front]
    return turned ? 1 : 2
  }
  return countEdits(a.slice(front, endA), b.slice(front, endB), most)
}

function countEdits(a: string, b: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(before, j - 2) + 1)
      }
      row.push(cost)
      if (cost < least) least = cost
    }
    if (least > most) return most + 1
    before = last
    last = row
  }
  return Math.min(at(last, b.length), most + 1)
}

const at = (row: number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY

/** Room for the letters that two words of at most thirty share. */
const inCommon = new Uint16Array(32)

/** Jaro similarity, 0 to 1 (Jaro 1989). */
function jaro(a: string, b: string): number {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  let taken = 0
  let shared = 0
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if ((taken & (1 << j)) === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        taken |= 1 << j
        inCommon[shared++] = a.charCodeAt(i)
        break
      }
    }
  }
  if (shared === 0) return 0
  let k = 0
  let moved = 0
  for (let j = 0; j < b.length; j++) {
    if ((taken & (1 << j)) !== 0 && b.charCodeAt(j) !== inCommon[k++]) moved++
  }
  return (shared / a.length + shared / b.length + (shared - moved / 2) / shared) / 3
}

/**
 * Jaro-Winkler similarity, 0 to 1: Jaro raised for up to four equal first letters, scale 0.1
 * (Winkler 1990), without the 0.7 boost floor.
 */
export function jaroWinkler(first: string, second: string): number {
  // Thirty characters are enough to tell any names apart, and fit the bits of one number.
  const a = first.slice(0, 30)
  const b = second.slice(0, 30)
  if (a === b) return a === '' ? 0 : 1
  if (a === '' || b === '') return 0
  const base = jaro(a, b)
  return base + equalFirst(a, b) * 0.1 * (1 - base)
}

/** How many first letters are equal, at most four. */
export function equalFirst(a: string, b: string): number {
  let front = 0
  while (front < 4 && a.charCodeAt(front) === b.charCodeAt(front)) front++
  return front
}

/** Which letters a word has, a bit each; letters of other scripts share bits. */
export function lettersOf(word: string): number {
  let set = 0
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31)
  return set
}

/** What tells most unlike words apart without looking at their letters one by one. */
export type Shape = { length: number; letters: number }

const shapeOf = (word: string): Shape => ({ length: word.length, letters: lettersOf(word) })

/** Letters that only the first has: each is an edit, or at least half of one. */
const onlyIn = (one: Shape, other: Shape) => bitsSet(one.letters & ~other.letters)

/** Whether two words may be one edit apart. */
const mayBeOneEdit = (a: Shape, b: Shape): boolean => onlyIn(a, b) <= 1 && onlyIn(b, a) <= 1

/** More than any rounding of sums can take away. */
const hair = 1e-9

/**
 * Whether two words may reach a likeness (Jaro-Winkler); longer ones than thirty always may, since
 * they are compared by their beginnings.
 *
 * @param front how many first letters are equal, at most four
 */
function mayReach(a: Shape, b: Shape, front: number, least: number): boolean {
  if (a.length > 30 || b.length > 30) return true
  // No more letters can match than either has in common with the other (Jaro's m).
  const m = Math.min(a.length - onlyIn(a, b), b.length - onlyIn(b, a))
  const most = (m / a.length + m / b.length + 1) / 3
  return most + 0.1 * front * (1 - most) >= least - hair
}

/** Whether words of three letters and more reach a likeness (Jaro-Winkler). */
export const reaches = (a: string, b: string, least: number): boolean =>
  scores(a, b, shapeOf(a), shapeOf(b), least)

function scores(a: string, b: string, one: Shape, other: Shape, least: number): boolean {
  if (Math.min(a.length, b.length) < 3) return false
  return mayReach(one, other, equalFirst(a, b), least) && jaroWinkler(a, b) >= least
}

/**
 * Whether two words may be one edit apart or reach a likeness, from the letters they have; mostly
 * they may not.
 *
 * @param front how many first letters are equal, at most four
 */
export function mayScore(a: Shape, b: Shape, front: number, least: number): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < 3) return false
  return (shorter > 3 && mayBeOneEdit(a, b)) || mayReach(a, b, front, least)
}

/** Jaro-Winkler likeness from which words are `near`. */
export const nearFrom = 0.92

/** Jaro-Winkler likeness from which words are still written roughly alike. */
export const alikeFrom = 0.82

/**
 * Whether words of two or three letters may be one edit apart: too short to say that they are one
 * name, and too like to say that they are not.
 */
export const mayBeShortSlip = (a: Shape, b: Shape): boolean => {
  const shorter = Math.min(a.length, b.length)
  return shorter > 1 && shorter < 4 && mayBeOneEdit(a, b) && Math.abs(a.length - b.length) < 2
}

/** WEI and WI, MIN and MN: one edit in two or three letters. */
export const shortSlip = (a: string, b: string): boolean =>
  mayBeShortSlip(shapeOf(a), shapeOf(b)) && edits(a, b, 1) <= 1

/** A slip of the keyboard or the ear: one edit in four letters or more, or Jaro-Winkler 0.92. */
export function near(a: string, b: string): boolean {
  const [one, other] = [shapeOf(a), shapeOf(b)]
  const shorter = Math.min(a.length, b.length)
  if (shorter > 3 && mayBeOneEdit(one, other) && edits(a, b, 1) <= 1) return true
  return scores(a, b, one, other, nearFrom)
}

function bitsSet(set: number): number {
  let left = set - ((set >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
