import { identifierKinds } from './facets'
import { type Frequencies, wholeName } from './frequencies'
import type { Outcome } from './levels'
import { commonnessWeight, weightOf, type Parameters } from './parameters'

/**
 * Bits of one outcome: log2(m / u), with the average chance of coincidence replaced by the share of
 * records that hold this very value (Winkler's frequency-based matching, as HMPPS uses it).
 */
export function bitsOf(outcome: Outcome, parameters: Parameters, frequencies: Frequencies): number {
  const levels = parameters.fields[outcome.field]
  const base = weightOf(levels?.[outcome.level])
  const weight = commonnessWeight[outcome.level] ?? 0
  const exact = levels?.exact
  if (weight === 0 || !exact || outcome.values.length === 0) return base
  const share = shareOf(outcome, parameters, frequencies)
  return share === null ? base : base + weight * Math.log2(exact.u / share)
}

/**
 * Share of the holders of a field that hold the commonest of the outcome's values, the person's own
 * records taken out (they are not coincidence); null when nothing was counted.
 */
function shareOf(
  outcome: Outcome,
  parameters: Parameters,
  frequencies: Frequencies,
): number | null {
  const fields = outcome.eitherName === true ? ['given', 'family'] : [outcome.field]
  let share = 0
  for (const field of fields) {
    const holders = frequencies.holders(field)
    if (holders === 0) continue
    for (const value of outcome.values) {
      let count = frequencies.count(field, value)
      if (identifierFields.has(field)) count = Math.max(0, count - mostCopies)
      else count = Math.max(0.5, count - parameters.recordsPerPerson)
      share = Math.max(share, count / holders)
    }
  }
  share = Math.max(share, shareWithGiven(outcome, parameters, frequencies))
  return share === 0 ? null : share
}

/**
 * Bearers of a given name below which its family names are too few to count by; between the plain
 * product of shares (equal links for the largest group) and the bare count (for the most crowded).
 * Chosen on invented people of seven origins, see docs/decisions.
 */
const fewBearers = 12

/**
 * Share of a family name among those of the same given name. Names go together: of seven peoples'
 * names in one register, Kwame Okafor is far commoner than Kwame and Okafor apart foretell, and
 * without this the crowded names of minorities would be linked wrongly more than others.
 */
function shareWithGiven(
  outcome: Outcome,
  parameters: Parameters,
  frequencies: Frequencies,
): number {
  let share = 0
  for (const given of outcome.withGiven ?? []) {
    const bearers = Math.max(
      frequencies.count('given', given),
      outcome.eitherName === true ? frequencies.count('family', given) : 0,
    )
    for (const family of outcome.values) {
      const all = frequencies.count('wholeName', wholeName(given, family))
      const others = Math.max(0, all - parameters.recordsPerPerson)
      share = Math.max(share, others / (Math.max(bearers, all) + fewBearers))
    }
  }
  return share
}

/**
 * Copies of one person's number that several agencies may hold; only what goes beyond it makes a
 * number look like a stand-in that many people share.
 */
const mostCopies = 12

/** Fields that hold a number of one person. */
export const identifierFields: ReadonlySet<string> = new Set(identifierKinds)

/** More bits than any rounding of sums can take away: what a bound is over the score by. */
export const hair = 1e-6
