import { isHabitDay } from './births'
import { identifierKinds, type Facets } from './facets'

/**
 * Why a machine may not link a pair by itself.
 * - numbersDiffer: each side has a valid NHS number and none is shared.
 * - twins: the same birth but other given names and no shared number, in one house, or with
 * nothing but a surname beside.
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

/** What of all records bears on a pair. */
type Known = {
  /** Bits before looking. */
  prior: number
  /** Records that bear either whole name, however spelt. */
  namesakes: number
  /** Whether a first name of either is borne by no other record. */
  slip: boolean
}

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
export function guardsOf(a: Facets, b: Facets, levels: readonly Finding[], known: Known): Guard[] {
  const guards: Guard[] = []
  const sharedNumber = levels.some((x) => kinds[x.field] === 'number' && x.level !== 'different')
  if (levelOf(levels, 'nhs') !== 'exact' && validNumber(a) && validNumber(b))
    guards.push('numbersDiffer')
  const sameHouse = levelOf(levels, 'postcode') === 'exact' && levelOf(levels, 'family') === 'exact'
  const birth = levelOf(levels, 'birth')
  const otherName = levelOf(levels, 'given') === 'different'
  const sameBirth = otherName && !sharedNumber && birth === 'exact'
  if (sameBirth && (sameHouse || sayNothingElse(levels))) guards.push('twins')
  else if (
    sameHouse &&
    !sharedNumber &&
    birth !== undefined &&
    (otherName || birth === 'different')
  )
    guards.push('household')
  // Anna and Ioana of one house may be sisters; Mei and Msi, which nobody else is called, a slip.
  const alike = levelOf(levels, 'given') === 'sound' && !known.slip
  if (sameHouse && !sharedNumber && birth === undefined && alike) guards.push('household')
  if (bornAfter(a, b) || bornAfter(b, a)) guards.push('impossible')
  if (isThin(levels, known, weakDay(a) || weakDay(b))) guards.push('thin')
  return guards
}

/**
 * Whether only names and births speak for a pair: twins who live apart, or two of one common name
 * and birthday.
 */
const sayNothingElse = (levels: readonly Finding[]): boolean =>
  levels.every(({ field, bits }) => bits <= 1 || ['name', 'birth'].includes(kinds[field] ?? ''))

/** Levels at which values only nearly agree, as those of two people often do. */
const nearly: ReadonlySet<string> = new Set([
  ...['edit', 'habit', 'yearSlip', 'twoParts', 'otherYear', 'year'].map((one) => `birth ${one}`),
  ...['postcode edit', 'postcode sector', 'phone edit', 'email near'],
  ...identifierKinds.map((kind) => `${kind} edit`),
])

/**
 * Bits with the prior under which a postcode says too little to stand beside a name: more than 20
 * records share it, as in a hostel; the cap of its blocks (`keyCaps`).
 */
const crowded = -4

/** Records of one whole name that one person has at four agencies; more are of several people. */
const mostNamesakes = 4

/** Bits in all from which a whole year and 1 January stand beside a common name. */
const sure = 9

/** Postcodes that are two addresses. */
const movedLevels: ReadonlySet<string> = new Set(['outward', 'different'])

/** Whether too little speaks for a pair besides the name, or only one kind of evidence does. */
function isThin(
  levels: readonly Finding[],
  { prior, namesakes }: Known,
  weakDay: boolean,
): boolean {
  const rare = nameBits(levels) + prior >= 0 && namesakes <= mostNamesakes
  const moved = movedLevels.has(levelOf(levels, 'postcode') ?? '')
  const sum = levels.reduce((bits, one) => bits + one.bits, prior)
  const firm = new Set<string>()
  const soft = new Set<string>()
  for (const { field, level, bits } of levels) {
    const kind = kinds[field]
    if (kind === undefined || bits <= 1) continue
    if (kind === 'birth' && weakDay && !rare && !(level === 'exact' && sum >= sure)) continue
    if (level === 'habit' && moved) continue
    if (field === 'postcode' && level === 'exact' && bits + prior < crowded) continue
    if (nearly.has(`${field} ${level}`)) soft.add(kind)
    else firm.add(kind)
  }
  // Beside a common name one value that nearly agrees is none, and a neighbour's postcode never is.
  if (soft.size < 2) soft.delete('place')
  if (rare || soft.size > 1) for (const kind of soft) firm.add(kind)
  return firm.size < 2 || !(firm.has('name') || firm.has('number'))
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

const nameBits = (levels: readonly Finding[]): number =>
  levels.reduce((sum, { field, bits }) => (kinds[field] === 'name' ? sum + bits : sum), 0)

/** Whether every date of birth is a year only, or 1 January, which often means no more. */
const weakDay = (facets: Facets): boolean =>
  facets.births.length > 0 && facets.births.every(isHabitDay)

const validNumber = (facets: Facets): boolean =>
  facets.identifiers.some((one) => one.kind === 'nhs' && one.check === 'passed')
