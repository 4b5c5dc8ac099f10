type Said = { value: string; by: string; over?: boolean; unsaid?: boolean }

/**
 * Do agencies say different things of the same matter now? What is over says nothing of today, nor
 * does *not asked*; and of what one agency says several times only the newest counts.
 *
 * @param values newest first
 */
export function agenciesDiffer(values: readonly Said[]): boolean {
  const newest = new Map<string, string>()
  for (const { value, by, over, unsaid } of values)
    if (!over && !unsaid && !newest.has(by)) newest.set(by, value)
  return new Set(newest.values()).size > 1
}
