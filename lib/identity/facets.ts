import { partialDateText } from '@/lib/partial-date'
import type { IdentifierType } from '@/lib/people/identifiers'
import type { Facets } from '@/lib/people/matching/facets'
import { facetsFrom } from '@/lib/people/matching/facets-from'

/** Identity facts of one record as the database gives them (identity.facts). */
export type RecordFacts = {
  names: { given: string; middle: string; family: string }[]
  births: { year: number | null; month: number | null; day: number | null }[]
  identifiers: { type: IdentifierType; value: string }[]
  phones: string[]
  emails: string[]
  postcodes: string[]
  sexes: string[]
}

/** The matcher's facets of a record. An agency's own numbers are compared within it alone. */
export const facetsOfRecord = (facts: RecordFacts, agencyId: string): Facets =>
  facetsFrom({
    names: facts.names.map(({ given, middle, family }) => ({
      given: `${given} ${middle}`.trim(),
      family,
    })),
    births: facts.births.flatMap(({ year, month, day }) =>
      year === null ? [] : [partialDateText({ year, month, day, estimated: false })],
    ),
    identifiers: facts.identifiers.map((one) =>
      one.type === 'local' ? { ...one, issuer: agencyId } : one,
    ),
    phones: facts.phones,
    emails: facts.emails,
    postcodes: facts.postcodes,
    sexes: facts.sexes,
  })

/** One record with what it is compared by. */
export type Known = { id: string; facets: Facets }
