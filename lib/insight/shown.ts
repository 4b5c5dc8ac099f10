import { profiles, type Profile } from './rules/protection-profiles'
import { countInWords, meaninglessDifference } from './words'

/** A published figure as it may be shown: a range for 0, words for what is withheld. */
export type Shown = { readonly value: number | null; readonly text: string }

/** Said where a rule kept a figure back. Why it did is not said: that would tell of the people. */
export const WITHHELD = 'withheld'

/**
 * A published count of people as words. A published 0 stands for 0 to js people, so it is shown as
 * that range. @throws RangeError for a count that the profile never makes: it is not protected
 */
export function showCount(value: number | null, profile: Profile): Shown {
  if (value === null) return { value, text: WITHHELD }
  const parameters = profiles[profile]
  if (!Number.isInteger(value) || value < 0 || (value > 0 && value <= parameters.js)) {
    throw new RangeError(`A published count cannot be ${value} under the profile ${profile}.`)
  }
  const isRange = value === 0
  return { value, text: isRange ? countInWords(0, parameters) : value.toLocaleString('en-GB') }
}

/** The least difference between two figures of a profile that means something, in people. */
export const marginOf = (profile: Profile): number => meaninglessDifference(profiles[profile])
