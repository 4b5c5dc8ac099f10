import { birthDigits, isHabitDay } from './births'
import type { Facets } from './facets'
import { readyNames } from './compare'
import type { ReadyName } from './compare-names'
import { fullFamilies, fullNames } from './name-forms'
import { soundOf } from './sound'

/**
 * Most keys stored for one record; a person of many names and addresses keeps the first of them.
 */
const mostKeys = 120

/**
 * Text keys under which a record is found: two records that share a key are compared. The letters
 * before the colon name the family of the key; `capOf` says how large its blocks may grow.
 * Stored as indexed rows (record, key).
 */
export function keysOf(facets: Facets): string[] {
  const keys = new Set<string>()
  const add = (family: string, ...parts: string[]) => {
    if (parts.every((part) => part !== '')) keys.add(`${family}:${parts.join('/')}`)
  }
  for (const { kind, value } of facets.identifiers) if (value.length > 3) add(`i${kind}`, value)
  for (const phone of facets.phones) add('t', phone.slice(-9))
  for (const email of facets.emails) add('e', email)
  const names = readyNames(facets).map(nameParts)
  const outwards = facets.postcodes.map((postcode) => postcode.slice(0, -3))
  for (const name of names) {
    for (const given of name.givens) {
      for (const family of name.families) add('n', ...[given, family].sort())
    }
    for (const family of name.families) add('f', family)
    // Whole halves, since one slip leaves one of the two as it was.
    for (const written of name.written) {
      add('fa', written.slice(0, half))
      add('fz', written.slice(-half))
    }
    for (const given of name.givens) {
      add('g', given)
      for (const outward of outwards) add('go', given, outward)
    }
    for (const postcode of facets.postcodes) {
      add('pf', postcode, name.familyStart)
      add('pg', postcode, name.givenStart)
    }
  }
  for (const postcode of facets.postcodes) add('p', postcode)
  for (const birth of facets.births) {
    const digits = birthDigits(birth)
    const year = digits.slice(0, 4)
    const weak = isHabitDay(birth)
    const day = weak ? '' : sortedDay(digits)
    add('b', weak ? '' : digits)
    add('bs', year, day)
    for (const outward of outwards) add('bo', digits, outward)
    for (const name of names) {
      add('bg', digits, name.givenStart)
      add('bf', digits, name.familyStart)
      for (const family of name.families) {
        add('yf', year, family)
        add('df', day, family)
      }
      for (const given of name.givens) {
        add('yg', year, given)
        add('dg', day, given)
      }
    }
  }
  return [...keys].slice(0, mostKeys)
}

/** Day and month in either order: one key for 03/07 and 07/03. */
function sortedDay(digits: string): string {
  return [digits.slice(4, 6), digits.slice(6, 8)].sort().join('')
}

type NameParts = {
  givens: string[]
  families: string[]
  /** The words of the family name as written. */
  written: string[]
  givenStart: string
  familyStart: string
}

/** Letters of a family name's beginning or end that are a key. */
const half = 4

/**
 * Sounds of the formal given names and of each part of the family name, either way round if single.
 */
function nameParts(name: ReadyName): NameParts {
  const first = name.given[0] ?? ''
  const given = first.length > 1 ? fullNames(first).map(heard) : []
  const families = [name.family, ...name.familyParts].flatMap(fullFamilies).map(heard)
  const both = name.single ? [...given, ...fullFamilies(first).map(heard)] : families
  return {
    givens: [...new Set(given)],
    families: [...new Set(both)].filter((sound) => sound.length > 1),
    written: name.single ? [first] : [name.family, ...name.familyParts],
    givenStart: first.slice(0, 2),
    familyStart: (name.single ? first : name.family).slice(0, 2),
  }
}

/** How a name is heard; one of a single sound, as LI and HO are, says too little: itself. */
function heard(name: string): string {
  const sound = soundOf(name)
  return sound.length > 1 || name.length < 2 ? sound : `=${name}`
}

/**
 * Largest block that is still used, by family of key. A larger block says too little to be worth
 * its comparisons (a hostel's postcode, John Smith, 1 January): it is left out whole, and the pair
 * must meet under a finer key. What is left out is counted and shown. How the numbers were found:
 * docs/decisions/011.
 */
export const keyCaps: Readonly<Record<string, number>> = {
  f: 60,
  fa: 60,
  fz: 60,
  g: 60,
  go: 60,
  yg: 60,
  p: 20,
  b: 20,
  bs: 20,
  bo: 100,
}

/** Cap of the families of keys that have none of their own. */
export const usualCap = 200

export const capOf = (key: string): number => keyCaps[key.slice(0, key.indexOf(':'))] ?? usualCap
