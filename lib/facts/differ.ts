import { anotherService } from '@/lib/people/another-service'

type Said = { value: string; by: string; over?: boolean; unsaid?: boolean }

/**
 * Do agencies say different things of the same matter now? What is over says nothing of today, nor
 * does *not asked*; and of what one agency says several times only the newest counts. Agencies that
 * may not be known are not told apart, so of theirs each value counts.
 *
 * @param values newest first
 */
export function agenciesDiffer(values: readonly Said[]): boolean {
  const newest = new Map<string, string>()
  for (const { value, by, over, unsaid } of values) {
    const giver = by === anotherService ? `${by}: ${value}` : by
    if (!over && !unsaid && !newest.has(giver)) newest.set(giver, value)
  }
  return new Set(newest.values()).size > 1
}
