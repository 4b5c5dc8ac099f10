import { remembering } from '../../remembering'
import { checkIdentifier, type IdentifierType } from '../identifiers'
import { checkPhone } from '../phone'
import { isPseudoPostcode, postcodeNorm } from '../postcode'
import { isStandInEmail } from '../stand-ins'
import { birthFromText } from './births'
import { type Facets, identifierKinds, nothingKnown, type Sex } from './facets'
import { nameFromParts, nameFromText } from './names'
import { squash } from './text'

/** What is known of a person as its giver wrote it; every part may be missing or absurd. */
export type RawFacets = {
  names?: ({ text: string } | { given: string; family: string })[]
  births?: string[]
  postcodes?: string[]
  phones?: string[]
  emails?: string[]
  identifiers?: { type: IdentifierType; value: string; issuer?: string }[]
  sexes?: string[]
}

/** Most values of one kind that are kept: nobody has more, and a bad import may hold thousands. */
const most = 20

/**
 * Makes facets of raw values: cleaned, normalised, what says nothing left out (system words,
 * placeholder dates, stand-ins for no address, numbers of one repeated digit). Never throws.
 *
 * @param options.oldest years of birth before this are dropped; the default suits living people
 * @param options.live ranges that are nobody's are no evidence (practice people have them)
 */
export function facetsFrom(
  raw: RawFacets,
  options: { oldest?: number; live?: boolean } = {},
): Facets {
  const facets = nothingKnown()
  for (const name of (raw.names ?? []).slice(0, most)) {
    const read = 'text' in name ? nameFromText(name.text) : nameFromParts(name.given, name.family)
    if (read) facets.names.push(read)
  }
  for (const text of (raw.births ?? []).slice(0, most)) {
    const birth = birthFromText(text, options.oldest)
    if (birth) facets.births.push(birth)
  }
  for (const text of (raw.postcodes ?? []).slice(0, most)) {
    const norm = postcodeOf(text)
    if (norm !== null) facets.postcodes.push(norm)
  }
  for (const text of (raw.phones ?? []).slice(0, most)) {
    const { norm } = checkPhone(text.slice(0, 40), { live: options.live })
    if (norm !== '') facets.phones.push(norm)
  }
  for (const text of (raw.emails ?? []).slice(0, most)) {
    const email = text.trim().toUpperCase().slice(0, 120)
    if (/^\S+@\S+$/.test(email) && !isStandInEmail(email)) facets.emails.push(email)
  }
  for (const text of raw.sexes ?? []) {
    const sex = sexFrom(text)
    if (sex && !facets.sexes.includes(sex)) facets.sexes.push(sex)
  }
  addIdentifiers(facets, raw.identifiers ?? [], options.live ?? false)
  return facets
}

/** Many live at one postcode. Null where it says nothing. */
const postcodeOf = remembering((text) => {
  const norm = postcodeNorm(text.slice(0, 20))
  return norm.length >= 2 && !isPseudoPostcode(norm) ? norm : null
})

function sexFrom(text: string): Sex | null {
  const first = text.trim().charAt(0).toLowerCase()
  if (first === 'f' || first === 'w') return 'female'
  if (first === 'm') return 'male'
  return null
}

function addIdentifiers(
  facets: Facets,
  raw: NonNullable<RawFacets['identifiers']>,
  live: boolean,
): void {
  for (const { type, value, issuer } of raw.slice(0, most)) {
    const kind = identifierKinds.find((one) => one === type)
    if (!kind) continue
    const { norm, check } = checkIdentifier(type, value.slice(0, 60), { live })
    // The last letter of a National Insurance number tells nobody apart and is often left out.
    const kept = kind === 'nino' && norm.length === 9 ? norm.slice(0, 8) : squash(norm)
    if (kept.length < 4 || /^(.)\1+$/.test(kept)) continue
    facets.identifiers.push({
      kind,
      value: kept,
      check: check === 'ok' ? 'passed' : 'failed',
      ...(issuer === undefined ? {} : { issuer }),
    })
  }
}
