import { partialDateText } from '@/lib/partial-date'
import type { IdentifierType } from '@/lib/people/identifiers'
import type { Facets } from '@/lib/people/matching/facets'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { keysOf } from '@/lib/people/matching/keys'
import { normOfName, sortKey } from '@/lib/people/normalise'
import type { FeedRow } from './headline-feed'
import type { ImportedPerson } from './rows'

/** What is known of a person in a row, for matching. */
export const facetsOfImported = (person: ImportedPerson, agencyId: string): Facets =>
  facetsFrom({
    names: person.names.map(({ given, middle, family }) => ({
      given: `${given} ${middle}`.trim(),
      family,
    })),
    births: person.birth ? [partialDateText(person.birth)] : [],
    identifiers: person.identifiers.map(({ type, norm }) => ({
      type,
      value: norm,
      ...(type === 'local' ? { issuer: agencyId } : {}),
    })),
    postcodes: person.addresses.flatMap(({ norm }) => norm ?? []),
    phones: person.reaches.filter(({ kind }) => kind !== 'email').map(({ norm }) => norm),
    emails: person.reaches.filter(({ kind }) => kind === 'email').map(({ norm }) => norm),
    sexes: person.sex ? [person.sex] : [],
  })

type StoredIdentifier = { type: IdentifierType; display: string; norm: string; check: string }

/** A row as it is stored for taking in: everything the database would else have to work out. */
export function storedPerson(person: ImportedPerson, facets: Facets) {
  const identifiers: StoredIdentifier[] = person.identifiers.map(
    ({ type, display, norm, check }) => ({ type, display, norm, check }),
  )
  return {
    localRef: person.localRef,
    names: person.names.map(({ kind, given, middle, family }) => ({
      ...{ kind, given, middle, family },
      sortKey: sortKey({ given, family }),
      norm: normOfName(given, middle, family),
    })),
    birth: person.birth,
    sex: person.sex,
    ethnicity: person.ethnicity,
    identifiers,
    addresses: person.addresses.map(({ lines, postcode, norm }) => ({
      ...{ postcode, norm },
      lines: lines.join('\n'),
    })),
    reaches: person.reaches,
    keys: keysOf(facets),
  }
}

/** A row of a headline feed as it is stored. */
export const storedFeed = ({ next, ...row }: FeedRow) => ({ ...row, nextAt: next?.at ?? null })
