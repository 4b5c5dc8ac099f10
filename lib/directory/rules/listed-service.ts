import { fieldOf, listOf, numberOf, objectOf, textOf, type Given } from './given'
import { idFrom } from './id-from'
import { isDay, isEmail, isMoment, isTimeOfDay, isUri, isUuid } from './formats'
import { pointOf } from './find-doubts'
import { holdsWords, isWithheldByKind, withoutPlace } from './withhold'
import { STATUSES } from './standard'

export type Point = { latitude: number; longitude: number }
export type Address = { lines: string; city: string; county: string | null; postcode: string }

/** Where a service is given. A point outside the United Kingdom is none. */
export type Place = {
  id: string
  kind: 'physical' | 'postal' | 'virtual'
  name: string | null
  point: Point | null
  address: Address | null
  /** How one gets in: steps, lifts, loops. */
  access: string[]
}

/** When a service is given; days as two letters (MO), times as 09:30. */
export type Hours = {
  id: string
  repeats: 'WEEKLY' | 'MONTHLY' | null
  days: string | null
  opens: string | null
  closes: string | null
  from: string | null
  to: string | null
  words: string | null
}

/**
 * Where and when, or that it is withheld. A withheld service has no field that could hold a place,
 * so that none can be stored, drawn or published by mistake.
 */
export type Whereabouts =
  { withheld: true } | { withheld: false; places: Place[]; areas: string[]; hours: Hours[] }

/** A kind of need or service, as a taxonomy names it. */
export type Term = { id: string; name: string; description: string; taxonomy: string | null }

/** A service as the directory holds it, wherever it came from. Null: not known. */
export type ListedService = {
  id: string
  name: string
  description: string | null
  status: (typeof STATUSES)[number]
  url: string | null
  email: string | null
  phones: string[]
  fees: string | null
  alert: string | null
  minimumAge: number | null
  maximumAge: number | null
  /** The day its facts were last checked. */
  assuredOn: string | null
  changedAt: string | null
  organization: { id: string; name: string; description: string; website: string | null } | null
  terms: Term[]
  whereabouts: Whereabouts
}

/** A text of a field if it has the form; null otherwise: better not known than wrong. */
function inForm(given: Given, name: string, isRight: (text: string) => boolean): string | null {
  const text = textOf(given, name)
  return text !== null && isRight(text) ? text : null
}

const idOrFrom = (given: Given, ...parts: string[]) =>
  inForm(given, 'id', isUuid) ?? idFrom(...parts)

const OWN_LINE = /\n\nTelephone: ([^\n]+)$/

/** A description, and the telephone numbers that we put at its end when we publish it. */
function splitDescription(given: Given): { words: string | null; phones: string[] } {
  const text = textOf(given, 'description')
  const line = text === null ? null : OWN_LINE.exec(text)
  if (text === null || !line) return { words: text, phones: [] }
  return { words: text.slice(0, line.index), phones: line[1]?.split(', ') ?? [] }
}

const numbersOf = (given: Given) =>
  listOf(given, 'phones').flatMap(([, phone]) => textOf(phone, 'number') ?? [])

function addressOf(location: Given): Address | null {
  for (const [, given] of listOf(location, 'addresses')) {
    const [lines, city] = [textOf(given, 'address_1'), textOf(given, 'city')]
    const postcode = textOf(given, 'postal_code')
    if (lines === null || city === null || postcode === null) continue
    return { lines, city, county: textOf(given, 'state_province'), postcode }
  }
  return null
}

function placesOf(service: Given, serviceId: string): Place[] {
  return listOf(service, 'service_at_locations').map(([place, given]) => {
    const location = objectOf(given, 'location')
    const kind = textOf(location, 'location_type')
    return {
      id: idOrFrom(location, serviceId, 'place', String(place)),
      kind: kind === 'postal' || kind === 'virtual' ? kind : 'physical',
      name: textOf(location, 'name'),
      point: pointOf(location),
      address: addressOf(location),
      access: listOf(location, 'accessibility').flatMap(
        ([, each]) => textOf(each, 'description') ?? [],
      ),
    }
  })
}

function hoursOf(service: Given, serviceId: string): Hours[] {
  return listOf(service, 'schedules').map(([place, given]) => {
    const days = textOf(given, 'byday')
    const freq = textOf(given, 'freq')
    return {
      id: idOrFrom(given, serviceId, 'hours', String(place)),
      repeats: freq === 'MONTHLY' || freq === 'WEEKLY' ? freq : days === null ? null : 'WEEKLY',
      days,
      opens: inForm(given, 'opens_at', isTimeOfDay)?.slice(0, 5) ?? null,
      closes: inForm(given, 'closes_at', isTimeOfDay)?.slice(0, 5) ?? null,
      from: inForm(given, 'valid_from', isDay),
      to: inForm(given, 'valid_to', isDay),
      words: textOf(given, 'description') ?? textOf(given, 'notes'),
    }
  })
}

function termsOf(service: Given): Term[] {
  return listOf(service, 'attributes').flatMap(([, attribute]) => {
    const given = objectOf(attribute, 'taxonomy_term')
    const [id, name] = [inForm(given, 'id', isUuid), textOf(given, 'name')]
    if (id === null || name === null) return []
    const description = textOf(given, 'description') ?? name
    return [{ id, name, description, taxonomy: textOf(given, 'taxonomy') }]
  })
}

function organizationOf(service: Given): ListedService['organization'] {
  const given = objectOf(service, 'organization')
  const [id, name] = [inForm(given, 'id', isUuid), textOf(given, 'name')]
  if (id === null || name === null) return null
  const description = textOf(given, 'description') ?? name
  return { id, name, description, website: inForm(given, 'website', isUri) }
}

/** A name that must be there; of one that was nothing but a place, that it is withheld. */
const nameOf = (text: string | null) => (text !== null && holdsWords(text) ? text : 'Name withheld')

/**
 * Reads a service as a feed gives it; null where it has no id, name or status to go by. What is not
 * in the form the standard asks is left out, and nothing is guessed. Names of people are not taken
 * in.
 *
 * @param withheld whether its whereabouts are withheld already, which no feed can undo; they are
 *   too where its kind is one that must not be found
 */
export function readService(service: Given, withheld = false): ListedService | null {
  const id = inForm(service, 'id', isUuid)
  const name = textOf(service, 'name')
  const status = STATUSES.find((each) => each === fieldOf(service, 'status'))
  if (id === null || name === null || status === undefined) return null
  const hides = withheld || isWithheldByKind(service)
  const words = (text: string | null) => (hides && text !== null ? withoutPlace(text) : text)
  const { words: description, phones } = splitDescription(service)
  const atContacts = listOf(service, 'contacts').flatMap(([, each]) => numbersOf(each))
  const organization = organizationOf(service)
  return {
    ...{ id, status, name: nameOf(words(name)) },
    description: words(description),
    url: inForm(service, 'url', (text) => isUri(text) && /^https?:/i.test(text)),
    email: inForm(service, 'email', isEmail),
    phones: [...new Set([...phones, ...numbersOf(service), ...atContacts])],
    fees: words(textOf(service, 'fees')),
    alert: words(textOf(service, 'alert')),
    minimumAge: numberOf(service, 'minimum_age'),
    maximumAge: numberOf(service, 'maximum_age'),
    assuredOn:
      textOf(service, 'assured_date')
        ?.match(/^\d{4}-\d\d-\d\d/)
        ?.find(isDay) ?? null,
    changedAt: inForm(service, 'last_modified', isMoment),
    organization: organization && {
      ...organization,
      name: nameOf(words(organization.name)),
      description: nameOf(words(organization.description)),
    },
    terms: termsOf(service),
    whereabouts: hides
      ? { withheld: true }
      : {
          withheld: false,
          places: placesOf(service, id),
          areas: listOf(service, 'service_areas').flatMap(
            ([, each]) => textOf(each, 'name') ?? textOf(each, 'service_area') ?? [],
          ),
          hours: hoursOf(service, id),
        },
  }
}
