import { checkPostcode } from '@/lib/people/postcode'
import { isDay, isTimeOfDay } from './formats'
import { fieldOf, listOf, numberOf, objectOf, textOf, type Given } from './given'
import type { Findings } from './report'
import type { Kind } from './standard'

/** The United Kingdom and the sea around it, in degrees. */
const KINGDOM = { south: 49, north: 61.5, west: -9, east: 2.5 }

/** A point that may be drawn: both numbers, and in the United Kingdom. Null for any other. */
export function pointOf(location: Given): { latitude: number; longitude: number } | null {
  const [latitude, longitude] = [numberOf(location, 'latitude'), numberOf(location, 'longitude')]
  if (latitude === null || longitude === null) return null
  const isHere =
    latitude >= KINGDOM.south &&
    latitude <= KINGDOM.north &&
    longitude >= KINGDOM.west &&
    longitude <= KINGDOM.east
  return isHere ? { latitude, longitude } : null
}

function doubtLocation(location: Given, path: string, findings: Findings): void {
  const names = ['latitude', 'longitude'] as const
  const given = names.filter((name) => fieldOf(location, name) !== undefined)
  if (given.length === 2 && !pointOf(location)) {
    const at = names.map((name) => JSON.stringify(fieldOf(location, name))).join(', ')
    findings.warn(`${path}/latitude`, `${at} is not in the United Kingdom: no point is drawn`)
  }
  if (given.length === 1) findings.warn(`${path}/${given[0]}`, 'is half a point: none is drawn')
  for (const [place, address] of listOf(location, 'addresses')) {
    const postcode = textOf(address, 'postal_code')
    if (postcode === null || checkPostcode(postcode).check === 'ok') continue
    const at = `${path}/addresses/${place}/postal_code`
    findings.warn(at, `“${postcode.slice(0, 20)}” is not a British postcode`)
  }
}

function doubtSchedule(schedule: Given, path: string, findings: Findings): void {
  for (const name of ['valid_from', 'valid_to', 'dtstart']) {
    const day = textOf(schedule, name)
    if (day !== null && !isDay(day)) findings.warn(`${path}/${name}`, 'should be like 2026-11-24')
  }
  for (const name of ['opens_at', 'closes_at']) {
    const time = textOf(schedule, name)
    if (time !== null && !isTimeOfDay(time))
      findings.warn(`${path}/${name}`, 'should be like 09:30')
  }
  const [from, to] = [textOf(schedule, 'valid_from'), textOf(schedule, 'valid_to')]
  if (from !== null && to !== null && isDay(from) && isDay(to) && to < from) {
    findings.warn(`${path}/valid_to`, 'is before valid_from')
  }
  if (textOf(schedule, 'freq') === 'WEEKLY' && textOf(schedule, 'bymonthday') !== null) {
    findings.warn(`${path}/bymonthday`, 'means nothing where freq is WEEKLY; byday is read')
  }
  if (textOf(schedule, 'freq') === null && textOf(schedule, 'byday') !== null) {
    findings.warn(`${path}/freq`, 'is missing, so byday is read as WEEKLY')
  }
}

function doubtAges(service: Given, path: string, findings: Findings): void {
  const [youngest, oldest] = [numberOf(service, 'minimum_age'), numberOf(service, 'maximum_age')]
  for (const [name, age] of [
    ['minimum_age', youngest],
    ['maximum_age', oldest],
  ] as const) {
    const isAge = age === null || (age >= 0 && age <= 150)
    if (!isAge) findings.warn(`${path}/${name}`, `${age} is no age in years`)
  }
  if (youngest !== null && oldest !== null && youngest > oldest) {
    findings.warn(`${path}/minimum_age`, 'is higher than maximum_age')
  }
}

function doubtTerm(term: Given, path: string, findings: Findings): void {
  const id = textOf(term, 'id')
  if (id !== null && id === textOf(term, 'parent_id')) {
    findings.warn(`${path}/parent_id`, 'names the term itself as the one above it')
  }
}

function doubtService(service: Given, path: string, findings: Findings): void {
  if (textOf(service, 'description') === null) {
    findings.warn(`${path}/description`, 'is missing: nobody can tell what the service is')
  }
  const assured = textOf(service, 'assured_date')
  if (assured !== null && !isDay(assured.slice(0, 10))) {
    findings.warn(`${path}/assured_date`, 'should be like 2026-11-24')
  }
  doubtAges(service, path, findings)
}

/** Where a service stands inside of what owns it, nothing else says so. */
function doubtOwner(service: Given, path: string, findings: Findings): void {
  const owner =
    textOf(objectOf(service, 'organization'), 'id') ?? textOf(service, 'organization_id')
  if (owner === null) findings.warn(`${path}/organization`, 'is missing: nobody answers for it')
}

/** What the lists of a thing hold, of whatever kind it is. */
function doubtParts(value: Given, path: string, findings: Findings): void {
  if (typeof fieldOf(value, 'name') === 'string' && textOf(value, 'name') === null) {
    findings.warn(`${path}/name`, 'is blank')
  }
  for (const [place, each] of listOf(value, 'schedules')) {
    doubtSchedule(each, `${path}/schedules/${place}`, findings)
  }
  for (const [place, each] of listOf(value, 'attributes')) {
    const at = `${path}/attributes/${place}/taxonomy_term`
    doubtTerm(objectOf(each, 'taxonomy_term'), at, findings)
  }
  for (const [place, each] of listOf(value, 'service_at_locations')) {
    doubtAtLocation(each, `${path}/service_at_locations/${place}`, findings)
  }
}

function doubtAtLocation(value: Given, path: string, findings: Findings): void {
  const location = objectOf(value, 'location')
  doubtLocation(location, `${path}/location`, findings)
  if (textOf(value, 'id') !== null && textOf(value, 'id') === textOf(location, 'id')) {
    findings.warn(`${path}/id`, 'is the id of its location too')
  }
}

/**
 * Warns of what the standard allows and nobody can use: points outside the United Kingdom (the
 * published example lies at latitude 100), times and days that are none, a term above itself, names
 * that are blank.
 */
export function findDoubts(value: Given, kind: Kind, path: string, findings: Findings): void {
  doubtParts(value, path, findings)
  if (kind === 'service') {
    doubtService(value, path, findings)
    doubtOwner(value, path, findings)
  }
  if (kind === 'taxonomy term') doubtTerm(value, path, findings)
  if (kind === 'service at location') doubtAtLocation(value, path, findings)
  for (const [place, each] of listOf(value, 'services')) {
    doubtService(each, `${path}/services/${place}`, findings)
    doubtParts(each, `${path}/services/${place}`, findings)
  }
  for (const [place, each] of listOf(value, 'taxonomy_terms')) {
    doubtTerm(each, `${path}/taxonomy_terms/${place}`, findings)
  }
}
