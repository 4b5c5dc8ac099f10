import type { Facets, IdentifierFacet, IdentifierKind } from '@/lib/people/matching/facets'
import { nothingKnown } from '@/lib/people/matching/facets'
import { foldName } from '@/lib/people/normalise'
import { checkPostcode } from '@/lib/people/postcode'
import type { AgencyRecord } from '../lives/entry-types'
import type { Identifier } from '../lives/fact-types'
import type { Life } from '../lives/types'
import { birthParts, checked, reachNorm } from './name-rows'

const kinds: Partial<Record<Identifier['type'], IdentifierKind>> = {
  nhs: 'nhs',
  nino: 'nino',
  crn: 'crn',
  prison: 'prison',
}

const wordsOf = (text: string) =>
  foldName(text)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean)

function identifierFacet(one: Identifier): IdentifierFacet {
  const { norm, check } = checked(one)
  const kind = kinds[one.type]
  if (!kind) return { kind: 'local', value: norm, check: 'none', issuer: one.agencyKey }
  return { kind, value: norm, check: check === 'ok' ? 'passed' : 'failed' }
}

/** What one record of a life knows for matching: the source of its blocking keys. */
export function facetsOf(life: Life, record: AgencyRecord): Facets {
  const mine = <E extends { recordKey: string }>(entries: E[]) =>
    entries.filter((one) => one.recordKey === record.key)
  const reaches = mine(life.reaches)
  const sexes = mine(life.equality).filter((one) => one.field === 'sex')
  return {
    ...nothingKnown(),
    knownSince: Number(record.openedOn.slice(0, 4)),
    names: mine(life.names).map((name) => ({
      given: wordsOf(`${name.given} ${name.middle ?? ''}`),
      family: wordsOf(name.family),
      ...(name.order === 'single' ? { single: true } : {}),
    })),
    births: mine(life.births).map((birth) => {
      const { year, month, day } = birthParts(birth)
      return {
        ...(year === null ? {} : { year }),
        ...(month == null ? {} : { month }),
        ...(day == null ? {} : { day }),
      }
    }),
    postcodes: mine(life.addresses)
      .filter((one) => one.postcode)
      .map((one) => checkPostcode(one.postcode).norm),
    phones: reaches.filter((one) => one.kind !== 'email').map(reachNorm),
    emails: reaches.filter((one) => one.kind === 'email').map(reachNorm),
    identifiers: mine(life.identifiers)
      .filter((one) => one.type !== 'uprn')
      .map(identifierFacet),
    sexes: sexes.flatMap(({ value }) => (value === 'female' || value === 'male' ? [value] : [])),
  }
}
