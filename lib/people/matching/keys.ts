import { remembering } from '../../remembering'
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
  for (const { kind, value } of facets.identifiers) {
    if (value.length > 3) keys.add(`i${kind}:${value}`)
  }
  for (const phone of facets.phones) add(keys, 't', phone.slice(-9))
  for (const email of facets.emails) add(keys, 'e', email)
  const names = readyNames(facets).map(nameParts)
  const outwards = facets.postcodes.map((postcode) => postcode.slice(0, -3))
  for (const name of names) {
    for (const given of name.givens) {
      for (const family of name.families) {
        if (given < family) add(keys, 'n', given, family)
        else add(keys, 'n', family, given)
      }
    }
    for (const family of name.families) add(keys, 'f', family)
    // Whole halves, since one slip leaves one of the two as it was.
    for (const written of name.written) {
      add(keys, 'fa', written.slice(0, half))
      add(keys, 'fz', written.slice(-half))
    }
    for (const given of name.givens) {
      add(keys, 'g', given)
      for (const outward of outwards) add(keys, 'go', given, outward)
    }
    for (const postcode of facets.postcodes) {
      add(keys, 'pf', postcode, name.familyStart)
      add(keys, 'pg', postcode, name.givenStart)
    }
  }
  for (const postcode of facets.postcodes) add(keys, 'p', postcode)
  for (const birth of facets.births) {
    const digits = birthDigits(birth)
    const year = digits.slice(0, 4)
    const weak = isHabitDay(birth)
    const day = weak ? '' : sortedDay(digits)
    add(keys, 'b', weak ? '' : digits)
    add(keys, 'bs', year, day)
    for (const outward of outwards) add(keys, 'bo', digits, outward)
    for (const name of names) {
      add(keys, 'bg', digits, name.givenStart)
      add(keys, 'bf', digits, name.familyStart)
      for (const family of name.families) {
        add(keys, 'yf', year, family)
        add(keys, 'df', day, family)
      }
      for (const given of name.givens) {
        add(keys, 'yg', year, given)
        add(keys, 'dg', day, given)
      }
    }
  }
  const all = [...keys]
  return all.length > mostKeys ? all.slice(0, mostKeys) : all
}

/** A key of two parts, or of one; none where a part says nothing. */
function add(keys: Set<string>, family: string, one: string, other?: string) {
  if (one === '' || other === '') return
  keys.add(other === undefined ? `${family}:${one}` : `${family}:${one}/${other}`)
}

/** Day and month in either order: one key for 03/07 and 07/03. */
function sortedDay(digits: string): string {
  const [month, day] = [digits.slice(4, 6), digits.slice(6, 8)]
  return month < day ? month + day : day + month
}

type NameParts = {
  givens: readonly string[]
  families: readonly string[]
  /** The words of the family name as written. */
  written: readonly string[]
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
  const given = first.length > 1 ? givenSounds(first) : NONE
  const one = name.familyParts.length === 1 && name.familyParts[0] === name.family
  const words = one ? name.familyParts : [name.family, ...name.familyParts]
  const both = name.single
    ? [...given, ...familySounds(first)]
    : words.length === 1
      ? familySounds(name.family)
      : words.flatMap(familySounds)
  return {
    givens: given,
    families: [...new Set(both)].filter((sound) => sound.length > 1),
    written: name.single ? [first] : words,
    givenStart: first.slice(0, 2),
    familyStart: (name.single ? first : name.family).slice(0, 2),
  }
}

const NONE: readonly string[] = []
const givenSounds = remembering((name): readonly string[] => [
  ...new Set(fullNames(name).map(heard)),
])
const familySounds = remembering((name): readonly string[] => fullFamilies(name).map(heard))

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
