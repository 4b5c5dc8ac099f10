import { createHash } from 'node:crypto'
import { digestKey, personKey } from '@/lib/insight/rules/person-key'
import { wrenford } from '@/prisma/practice/load/city-places'
import { addDays, ageOn } from '@/prisma/practice/lives/days'
import { profileOf } from '@/prisma/practice/lives/profile'
import { random } from '@/prisma/practice/random'

/** Sixteen quarterly publications: four years. */
export const quarters = 16

/** One invented person of the practice place, as tables count them. */
export interface Person {
  key: number
  digestKey: number
  born: string
  ward: number
  msoa: number
  sex: number
  group: number
  /** The agency that supplies their record; two in three are the first one's. */
  agency: number
  needs: ReadonlySet<string>
  /** The first quarter in which they are counted, and the first in which they are not any more. */
  from: number
  until: number
}

const bands = [25, 35, 45, 55, 65]

/** Sizes of the variables people are counted by: wards, bands of age, sexes, ethnic groups. */
export const sizes = { ward: 18, age: bands.length + 1, sex: 2, group: 5 } as const
export type Variable = keyof typeof sizes
export const variables = Object.keys(sizes) as Variable[]

const groups: Record<string, number> = Object.fromEntries([
  ...['english', 'scottish', 'welsh', 'irish', 'traveller', 'polish', 'romanian', 'roma'].map(
    (key) => [key, 0] as const,
  ),
  ...['ukrainian', 'portuguese', 'lithuanian'].map((key) => [key, 0] as const),
  ...['punjabi', 'gujarati', 'pakistani', 'bangladeshi', 'tamil', 'chinese', 'vietnamese'].map(
    (key) => [key, 1] as const,
  ),
  ...['caribbean', 'nigerian', 'ghanaian', 'somali', 'eritrean', 'zimbabwean', 'congolese'].map(
    (key) => [key, 2] as const,
  ),
  ['mixed', 3] as const,
])

/** The first of the quarters counted; people are as old as they are on the first day of each. */
const firstDay = '2023-01-01'
const dayOf = (quarter: number) => addDays(firstDay, 91 * quarter)

/**
 * People of the practice place over sixteen quarters: `size` at a time, some eight in a hundred of
 * them others each quarter. Who they are is what the practice place invents; the key is made for
 * this run from the seed, and is nobody's.
 */
export function inventPeople(size: number, seed: string): Person[] {
  const secret = createHash('sha256').update(`evaluation ${seed}`).digest()
  const { next } = random(`who comes and goes ${seed}`)
  const people: Person[] = []
  const add = (from: number) => {
    let until = from + 1
    while (until < quarters && next() > 0.08) until++
    people.push(inventPerson(secret, people.length, from, until))
  }
  for (let k = 0; k < size; k++) add(0)
  for (let quarter = 1; quarter < quarters; quarter++) {
    const there = people.filter((person) => isCounted(person, quarter)).length
    for (let k = there; k < size; k++) add(quarter)
  }
  return people
}

function inventPerson(secret: Uint8Array, index: number, from: number, until: number): Person {
  const { sex, born, pool, deal } = profileOf(1, index, firstDay)
  const rng = random(`where ${index} lives`)
  const { smallAreas, wards, middleAreas } = wrenford()
  const area = rng.weigh(
    smallAreas.map((one) => [one, one.residents / one.deprivation.decile] as const),
  )
  return {
    key: personKey(secret, `person ${index}`),
    digestKey: digestKey(secret, `person ${index}`),
    born,
    ward: wards.findIndex(({ code }) => code === area.wardCode),
    msoa: middleAreas.findIndex(({ code }) => code === area.middleCode),
    sex: sex === 'female' ? 0 : 1,
    group: groups[pool.key] ?? 4,
    agency: rng.chance(2 / 3) ? 0 : rng.int(1, 4),
    needs: new Set(deal.needs),
    from,
    until,
  }
}

const isCounted = ({ from, until }: Person, quarter: number) => from <= quarter && quarter < until

/** Who is counted in a quarter. */
export const countedIn = (people: readonly Person[], quarter: number): Person[] =>
  people.filter((person) => isCounted(person, quarter))

/** The category of a person for a variable, in a quarter. */
export function categoryOf(person: Person, variable: Variable, quarter: number): number {
  if (variable !== 'age') return person[variable]
  const age = ageOn(person.born, dayOf(quarter))
  const band = bands.findIndex((from) => age < from)
  return band < 0 ? bands.length : band
}

/** Years of age in a quarter. */
export const ageIn = (person: Person, quarter: number) => ageOn(person.born, dayOf(quarter))
