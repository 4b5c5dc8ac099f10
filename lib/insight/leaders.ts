/**
 * Those that stand clearly above all others: one, two or three whose figures are further from the
 * next than the margin (people). Empty where none does, or where there is nothing to be above.
 */
export function findLeaders<T extends { value: number | null }>(
  all: readonly T[],
  margin: number,
  most = 3,
): (T & { value: number })[] {
  const known = all
    .flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]))
    .sort((a, b) => b.value - a.value)
  for (let k = 1; k <= most && k < known.length; k++) {
    const [last, next] = [known[k - 1], known[k]]
    if (last && next && last.value - next.value >= margin) return known.slice(0, k)
  }
  return []
}
