import { differByTwoAtMost, type MemberDigest } from './member-digest'

/** What was last published of a cell, and the digest of the people it was worked out from. */
export interface PublishedValue {
  shown: number
  digest: MemberDigest
}

/**
 * What a cell is published as, given what it would be and what it last was. Where the people
 * differ by one or two from those behind the last value, that value is published again, with its
 * own digest: else a group that changes by one person a quarter is shown with fresh chance each
 * time, and who averages learns it. A third who comes or goes makes the value fresh.
 */
export function repeatOrRenew(
  last: PublishedValue | undefined,
  fresh: PublishedValue,
): PublishedValue {
  return last !== undefined && differByTwoAtMost(last.digest, fresh.digest) ? last : fresh
}

/** What a reader knows of a true count from what is shown: no change exceeds D. */
export function knownOf(shown: number, D: number, repeated = false): { low: number; high: number } {
  // Behind a repeated value stand people who differ by two at most from those who are counted now.
  const slack = repeated ? 2 : 0
  const least = shown === 0 ? 0 : Math.max(1, shown - D)
  return { low: Math.max(0, least - slack), high: shown + D + slack }
}
