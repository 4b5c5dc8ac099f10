type Said = { value: string; by: string; over?: boolean }

/**
 * Do agencies say different things of the same matter now? What is over says nothing of today, and
 * of what one agency says several times only the newest counts.
 *
 * @param values newest first
 */
export function agenciesDiffer(values: readonly Said[]): boolean {
  const newest = new Map<string, string>()
  for (const { value, by, over } of values) if (!over && !newest.has(by)) newest.set(by, value)
  return new Set(newest.values()).size > 1
}
