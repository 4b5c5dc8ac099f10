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
  let front = 0
  while (front < 4 && front < a.length && front < b.length && a[front] === b[front]) front++
  return base + front * 0.1 * (1 - base)
}

/** A slip of the keyboard or the ear: one edit in four letters or more, or Jaro-Winkler 0.92. */
export function near(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3) return false
  return (Math.min(a.length, b.length) > 3 && edits(a, b, 1) <= 1) || jaroWinkler(a, b) >= 0.92
}
