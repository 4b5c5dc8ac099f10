import type { Facets } from './facets'

/**
 * Why a machine may not link a pair by itself.
 * - numbersDiffer: each side has a valid NHS number and none is shared.
 * - twins: same family name, birth and postcode but other given names and no shared number.
 * - household: same address and family name, but neither birth nor given name agrees.
 * - oneKind: only one kind of evidence speaks for it, however rare the value.
 */
export type Guard = 'numbersDiffer' | 'twins' | 'household' | 'oneKind'

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
  const level = (field: string) => levels.find((finding) => finding.field === field)?.level
  const sharedNumber = levels.some((x) => kinds[x.field] === 'number' && x.level !== 'different')
  if (level('nhs') !== 'exact' && validNumber(a) && validNumber(b)) guards.push('numbersDiffer')
  const sameHouse = level('postcode') === 'exact' && level('family') === 'exact'
  if (sameHouse && level('given') === 'different' && !sharedNumber) {
    const birth = level('birth')
    if (birth === 'exact') guards.push('twins')
    else if (birth !== undefined) guards.push('household')
  }
  const speaking = new Set(
    levels.filter(({ bits }) => bits > 1).map(({ field }) => kinds[field] ?? ''),
  )
  speaking.delete('')
  if (speaking.size < 2) guards.push('oneKind')
  return guards
}

const validNumber = (facets: Facets): boolean =>
  facets.identifiers.some((one) => one.kind === 'nhs' && one.check === 'passed')
