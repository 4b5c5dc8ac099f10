import type { Facets } from '@/lib/people/matching/facets'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import type { AgencyRecord } from '../lives/entry-types'
import type { Identifier } from '../lives/fact-types'
import type { Life } from '../lives/types'
import { identifierTypeOf } from './name-rows'

/** An agency's own number is compared with that agency's others alone. */
const identifierOf = (one: Identifier) => {
  const type = identifierTypeOf(one)
  return { type, value: one.value, ...(type === 'local' ? { issuer: one.agencyKey } : {}) }
}

/** What one record of a life knows for matching, cleaned as everywhere. */
export function facetsOf(life: Life, record: AgencyRecord): Facets {
  const mine = <E extends { recordKey: string }>(entries: E[]) =>
    entries.filter((one) => one.recordKey === record.key)
  const reaches = mine(life.reaches)
  const facets = facetsFrom({
    names: mine(life.names).map(({ given, middle, family }) => ({
      given: [given, middle].filter(Boolean).join(' '),
      family,
    })),
    births: mine(life.births).map((birth) => birth.value),
    postcodes: mine(life.addresses).map((one) => one.postcode),
    phones: reaches.filter((one) => one.kind !== 'email').map((one) => one.value),
    emails: reaches.filter((one) => one.kind === 'email').map((one) => one.value),
    identifiers: mine(life.identifiers).map(identifierOf),
    sexes: mine(life.equality)
      .filter((one) => one.field === 'sex')
      .map((one) => one.value),
  })
  return { ...facets, knownSince: Number(record.openedOn.slice(0, 4)) }
}
