import type { PerturbationParameters } from './rules/perturbation-parameters'
import { leastDenominator, shareAround, shareInWords, type Share } from './words'

/**
 * The share that the sum of some published counts is of these and the rest together. Each count has
 * a change of its own, so the range widens with how many are added. undefined for fewer than fifty
 * shown. Shares in hundredths, the true one within the range 95 times in 100 as far as changes go.
 */
export function shareOfSums(
  part: readonly number[],
  rest: readonly number[],
  { V }: PerturbationParameters,
): Share | undefined {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
  const base = sum(part) + sum(rest)
  if (base < leastDenominator) return undefined
  const ratio = sum(part) / base
  const variance = V * (part.length * (1 - ratio) ** 2 + rest.length * ratio ** 2)
  return shareAround(ratio, Math.sqrt(variance) / base)
}

/** Hundredths; what is known less well than this is not said at all. */
const WIDEST = 16

/** A share in words, or null where its range is too wide to say anything by. */
export function sayShare(share: Share | undefined): string | null {
  if (share === undefined || share.high - share.low > WIDEST) return null
  if (share.low >= 95) return 'nearly all'
  return share.high <= 5 ? 'hardly any' : shareInWords(share)
}

/** Shares said of people: `about half of people`, `about one in four people`. */
export const ofPeople = (words: string): string =>
  words.endsWith('half') ? `${words} of people` : `${words} people`
