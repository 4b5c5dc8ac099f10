type Count = { year: number; count: number }

const newestOf = (counts: readonly Count[]): Count | null =>
  [...counts].sort((one, other) => other.year - one.year)[0] ?? null

/**
 * Residents of an area, as last counted: its own count; else the sum of the areas that lie wholly
 * inside it, where each of them was counted in the same year. Null where that is not known.
 */
export function residentsOf(
  own: readonly Count[],
  inside: readonly (readonly Count[])[],
): Count | null {
  const counted = newestOf(own)
  if (counted || inside.length === 0) return counted
  const parts = inside.map(newestOf)
  const year = parts[0]?.year
  let count = 0
  for (const part of parts) {
    if (!part || part.year !== year) return null
    count += part.count
  }
  return year === undefined ? null : { year, count }
}
