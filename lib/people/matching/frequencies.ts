import { birthDigits } from './births'
import type { Facets } from './facets'
import { fullFamilies, fullNames } from './name-forms'
import { soundOf } from './sound'

/**
 * How common each value is among the records compared: counts by field and value, and how many
 * records hold the field at all. In the database these are rows refreshed nightly.
 */
export type Frequencies = {
  count: (field: string, value: string) => number
  holders: (field: string) => number
}

/** Frequencies when nothing has been counted: every weight stays at its average. */
export const noFrequencies: Frequencies = { count: () => 0, holders: () => 0 }

/** A given and a family name as one value, whichever of them is which. */
export const wholeName = (given: string, family: string): string => [given, family].sort().join(' ')

/**
 * A whole name however it is spelt, in whichever of its forms and orders: what two people of one
 * name share, so that a name of many spellings is counted as one.
 */
export const namesake = (given: string, family: string): string =>
  [heardAs(fullNames(given)), heardAs(fullFamilies(family))].sort().join(' ')

function heardAs([name = '']: readonly string[]): string {
  const sound = soundOf(name)
  return sound.length > 1 ? sound : name
}

/** How many records have a whole name of these facets, whoever they are of. */
export const namesakesOf = ({ names }: Facets, { count }: Frequencies): number =>
  names.reduce((most, { given: [first], family }) => {
    if (first === undefined || family.length === 0) return most
    return Math.max(most, count('namesake', namesake(first, family.join(''))))
  }, 0)

/** Each value of a record that is counted, by field. */
export function* countedValues(facets: Facets): Generator<[field: string, value: string]> {
  for (const name of facets.names) {
    for (const word of name.given) yield ['given', word]
    const family = name.family.join('')
    if (family !== '') yield ['family', family]
    if (name.family.length > 1) for (const word of name.family) yield ['family', word]
    if (family !== '' && name.given[0] !== undefined) {
      yield ['wholeName', wholeName(name.given[0], family)]
      yield ['namesake', namesake(name.given[0], family)]
    }
    if (name.single === true) for (const word of name.given) yield ['family', word]
  }
  for (const birth of facets.births) yield ['birth', birthDigits(birth)]
  for (const value of facets.postcodes) yield ['postcode', value]
  for (const value of facets.phones) yield ['phone', value]
  for (const value of facets.emails) yield ['email', value]
  for (const { kind, value } of facets.identifiers) yield [kind, value]
  for (const value of facets.sexes) yield ['sex', value]
  for (const [kind, values] of Object.entries(facets.details)) {
    for (const value of values) yield [kind, value]
  }
}

/**
 * Counts as plain data: by field, how many records hold each value, and how many hold any.
 */
export type FrequencyTable = {
  counts: Map<string, Map<string, number>>
  holders: Map<string, number>
}

/** Counts values record by record; each record counts a value once. */
export class FrequencyCounter {
  readonly table: FrequencyTable = { counts: new Map(), holders: new Map() }

  add(facets: Facets): void {
    const { counts, holders } = this.table
    const seen: [field: string, value: string][] = []
    for (const one of countedValues(facets)) {
      const [field, value] = one
      let [held, counted] = [false, false]
      for (const before of seen) {
        if (before[0] !== field) continue
        held = true
        counted ||= before[1] === value
      }
      if (counted) continue
      seen.push(one)
      let ofField = counts.get(field)
      if (!ofField) counts.set(field, (ofField = new Map<string, number>()))
      ofField.set(value, (ofField.get(value) ?? 0) + 1)
      if (!held) holders.set(field, (holders.get(field) ?? 0) + 1)
    }
  }
}

/** Frequencies out of a table. */
export const frequenciesOf = ({ counts, holders }: FrequencyTable): Frequencies => ({
  count: (field, value) => counts.get(field)?.get(value) ?? 0,
  holders: (field) => holders.get(field) ?? 0,
})

/** Counts the values of all records. */
export function countFrequencies(records: Iterable<Facets>): Frequencies {
  const counter = new FrequencyCounter()
  for (const facets of records) counter.add(facets)
  return frequenciesOf(counter.table)
}

/** Fields of the parts of names, whose counts are kept however small. */
const words = new Set(['given', 'family'])

/**
 * The table without values so rare that a count of nought gives the very same score: those that no
 * more records hold than one person has. Most values of a register are held once or twice.
 *
 * @param recordsPerPerson of the parameters that the table will be used with
 */
export function withoutRare(table: FrequencyTable, recordsPerPerson: number): FrequencyTable {
  const counts = new Map<string, Map<string, number>>()
  for (const [field, values] of table.counts) {
    const kept = [...values].filter(([, count]) => count > recordsPerPerson)
    counts.set(field, words.has(field) ? values : new Map<string, number>(kept))
  }
  return { counts, holders: table.holders }
}
