import { nameParts } from './normalise'
import { NICKNAMES } from './nicknames-data'

/** Every short form to the full names it can stand for; a full name stands for itself. */
const fullNames = new Map<string, Set<string>>()
for (const line of NICKNAMES) {
  const [full, ...short] = line.split(' ')
  for (const name of full ? [full, ...short] : []) {
    const known = fullNames.get(name) ?? new Set<string>()
    fullNames.set(name, known.add(full ?? name))
  }
}

/**
 * The full names one part of a given name can stand for, itself included: `CHRIS` gives CHRIS,
 * CHRISTOPHER, CHRISTINE and more. `part` is one part of `nameParts`.
 */
export const nicknameKeys = (part: string): string[] => [
  ...new Set([part, ...(fullNames.get(part) ?? [])]),
]

/**
 * Whether two parts of given names may be one name in two forms (LIZ, BETH). Weaker evidence than
 * equal names: the two may just as well be two people.
 */
export function sameByNickname(a: string, b: string): boolean {
  const keys = new Set(nicknameKeys(a))
  return nicknameKeys(b).some((key) => keys.has(key))
}

/** All full names that the first given name of a text can stand for; for search keys. */
export const givenNameKeys = (given: string): string[] =>
  nicknameKeys(nameParts(given, 'given')[0] ?? '').filter((key) => key !== '')

/** Every short or other form the list has for a full name (`foldName`); none for one it lacks. */
export const shortForms = (full: string): string[] =>
  NICKNAMES.flatMap((line) => (line.startsWith(`${full} `) ? line.split(' ').slice(1) : []))
