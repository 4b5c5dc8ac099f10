import { checkIdentifier } from '@/lib/people/identifiers'
import { nameNorm, sortKey } from '@/lib/people/normalise'
import { phoneNorm } from '@/lib/people/phone'
import { checkPostcode } from '@/lib/people/postcode'
import type { Birth, Identifier, Name, Reach } from '../lives/fact-types'
import type { Life } from '../lives/types'
import type { Context } from './entry-context'
import { addEntry } from './entry-context'
import { childId } from './ids'

/** A date of birth in parts; what is not known stays null. */
export function birthParts({ value, precision }: Birth) {
  const [year = null, month = null, day = null] = value.split('-').map(Number)
  return {
    year,
    month: precision === 'year' ? null : month,
    day: precision === 'day' ? day : null,
  }
}

/** Housing systems' references are an agency's own numbers. */
export const identifierTypeOf = (identifier: Identifier) =>
  identifier.type === 'housing' ? 'local' : identifier.type

/** An identifier as checked, by the rules that the forms use. */
export const checked = (identifier: Identifier) =>
  checkIdentifier(identifierTypeOf(identifier), identifier.value)

/** The text a telephone number or e-mail is compared by. */
export const reachNorm = (reach: Reach): string =>
  reach.kind === 'email' ? reach.value.trim().toLowerCase() : phoneNorm(reach.value)

/** The family name stays empty where a person has one name. */
const nameTexts = ({ given, family }: Name) => ({
  sort_key: sortKey({ given, family }),
  norm: [nameNorm(given, 'given'), nameNorm(family, 'family')].filter(Boolean).join(' '),
})

/** Names, dates of birth, numbers and how to reach the person, as each agency holds them. */
export function addNames(context: Context, life: Life): void {
  for (const name of life.names) {
    addEntry(context, 'person_name', name, 'identity', {
      kind: name.kind,
      given: name.given,
      middle: name.middle ?? '',
      family: name.family,
      ...nameTexts(name),
      used_from: name.from,
      used_until: name.to,
    })
  }
  for (const birth of life.births) {
    const { estimated, verifiedBy } = birth
    const source = verifiedBy === 'letter seen' ? 'letter' : verifiedBy
    const row = { ...birthParts(birth), estimated, source }
    addEntry(context, 'birth', birth, 'identity', row)
  }
  for (const identifier of life.identifiers) {
    const { norm, check } = checked(identifier)
    addEntry(context, 'identifier', identifier, 'identity', {
      type: identifierTypeOf(identifier),
      value: identifier.value,
      norm,
      check_state: check,
      source: identifier.verifiedBy,
      seen_on: identifier.givenAt.slice(0, 10),
    })
  }
  for (const reach of life.reaches) {
    addEntry(context, 'reach', reach, 'identity', {
      kind: reach.kind,
      value: reach.value,
      norm: reachNorm(reach),
      implies_place: reach.protected || reach.locates,
      note: reach.note,
      ended_on: reach.to,
    })
  }
}

/** Addresses, and where the person stayed: no settled address is a value like any other. */
export function addHomes(context: Context, life: Life): void {
  for (const address of life.addresses) {
    const postcode = address.postcode ? checkPostcode(address.postcode) : null
    addEntry(context, 'address', address, 'whereabouts', {
      lines: address.lines.join('\n'),
      postcode: postcode?.display ?? null,
      norm: postcode?.norm ?? null,
      uprn: address.uprn,
      area_code: address.areaCode || null,
      from_on: address.from,
      until_on: address.to,
    })
  }
  for (const living of life.livingSituations) {
    addEntry(context, 'living_situation', living, 'whereabouts', {
      code: living.code,
      settled: living.settled,
      from_on: living.from,
      until_on: living.to,
    })
    const area_name = living.areaCode ? context.areaName(living.areaCode) : null
    if (area_name === null) continue
    const id = childId(context.seed, 'living area', living.id, living.givenAt)
    const row = { living_situation_id: living.id, area_name }
    addEntry(context, 'living_area', living, 'whereabouts', row, { id })
  }
}
