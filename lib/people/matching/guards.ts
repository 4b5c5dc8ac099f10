import { isHabitDay } from './births'
import type { Facets } from './facets'

/**
 * Why a machine may not link a pair by itself.
 * - numbersDiffer: each side has a valid NHS number and none is shared.
 * - twins: same family name, birth and postcode but other given names and no shared number.
 * - household: same address and family name, but another given name, or births a generation apart:
 * brothers and sisters, or a parent and child of one name.
 * - impossible: one was known, or had died, before the other was born.
 * - thin: only one kind of evidence speaks for it, however rare the value (beside a common name a
 * birth date of 1 January is none: many systems write it for people whose day they do not know); or
 * neither a name nor a number does (two unnamed records of one day and address may be twins).
 */
/** Guards that also keep two groups from ever holding both records. */
export const hardGuards: readonly Guard[] = ['numbersDiffer', 'impossible']

export type Guard = 'numbersDiffer' | 'impossible' | 'twins' | 'household' | 'thin'

type Finding = { field: string; level: string; bits: number }

const kinds: Readonly<Record<string, string>> = {
  given: 'name',
  middle: 'name',
  family: 'name',
  birth: 'birth',
  postcode: 'place',
  street: 'place',
  houseNumber: 'place',
  locality: 'place',
  town: 'place',
  phone: 'contact',
  email: 'contact',
  nhs: 'number',
  nino: 'number',
  crn: 'number',
  pnc: 'number',
  cro: 'number',
  prison: 'number',
  local: 'number',
  birthPlace: 'detail',
  occupation: 'detail',
}

/** The guards that apply to a compared pair; any one of them leaves the decision to a person. */
export function guardsOf(a: Facets, b: Facets, levels: readonly Finding[]): Guard[] {
  const guards: Guard[] = []
  const sharedNumber = levels.some((x) => kinds[x.field] === 'number' && x.level !== 'different')
  if (levelOf(levels, 'nhs') !== 'exact' && validNumber(a) && validNumber(b))
    guards.push('numbersDiffer')
  const sameHouse = levelOf(levels, 'postcode') === 'exact' && levelOf(levels, 'family') === 'exact'
  const birth = levelOf(levels, 'birth')
  if (sameHouse && !sharedNumber && birth !== undefined) {
    const otherName = levelOf(levels, 'given') === 'different'
    if (otherName && birth === 'exact') guards.push('twins')
    else if (otherName || birth === 'different') guards.push('household')
  }
  if (bornAfter(a, b) || bornAfter(b, a)) guards.push('impossible')
  const speaking = new Set(
    levels.filter(({ bits }) => bits > 1).map(({ field }) => kinds[field] ?? ''),
  )
  speaking.delete('')
  if ((weakDay(a) || weakDay(b)) && nameBits(levels) < rareName) speaking.delete('birth')
  if (speaking.size < 2 || !(speaking.has('name') || speaking.has('number'))) guards.push('thin')
  return guards
}

const levelOf = (levels: readonly Finding[], field: string) =>
  levels.find((finding) => finding.field === field)?.level

/** Whether every date of birth of one is later than the other was already known or had died. */
function bornAfter(one: Facets, other: Facets): boolean {
  const limit = Math.min(other.knownSince ?? Infinity, other.diedIn ?? Infinity)
  if (limit === Infinity) return false
  const years = one.births.flatMap(({ year }) => (year === undefined ? [] : [year]))
  return years.length > 0 && years.every((year) => year > limit)
}

/** Bits from which a whole name is rare enough to stand beside a birth date of 1 January. */
const rareName = 12

const nameBits = (levels: readonly Finding[]): number =>
  levels.reduce((sum, { field, bits }) => (kinds[field] === 'name' ? sum + bits : sum), 0)

/** Whether every date of birth is a year only, or 1 January, which often means no more. */
const weakDay = (facets: Facets): boolean =>
  facets.births.length > 0 && facets.births.every(isHabitDay)

const validNumber = (facets: Facets): boolean =>
  facets.identifiers.some((one) => one.kind === 'nhs' && one.check === 'passed')
