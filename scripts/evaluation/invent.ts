import { facetsFrom } from '../../lib/people/matching/facets-from'
import { type NameGroup, nameGroups } from './names-by-origin-data'
import type { LabelledRecord } from './read-extracts'

export type InventedRecord = LabelledRecord & { group: string; sex: 'women' | 'men' }

/** Numbers from 0 to 1 in a fixed row (mulberry32). */
function diceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Dice = () => number
type Person = { given: string; family: string; birth: string; postcode: string; nino: string }

const lettersOfUnits = 'ABDEFGHJLNPQRSTUWXYZ'
const below = (dice: Dice, most: number) => Math.floor(dice() * most)

/** A name from a list, the first ones oftenest, about as one over its place (Zipf). */
function drawName(dice: Dice, list: string): string {
  const names = list.split(' ')
  return names[Math.floor(names.length ** dice()) - 1] ?? names[0] ?? ''
}

const number = (dice: Dice, digits: number) =>
  Array.from({ length: digits }, () => String(below(dice, 10))).join('')

function makePerson(dice: Dice, group: NameGroup, sex: 'women' | 'men'): Person {
  const year = String(1945 + below(dice, 61))
  const dayKnown = dice() >= group.firstOfJanuary
  const two = (value: number) => String(value + 1).padStart(2, '0')
  const day = dayKnown ? `${two(below(dice, 12))}-${two(below(dice, 28))}` : '01-01'
  const letter = () => lettersOfUnits.charAt(below(dice, lettersOfUnits.length))
  return {
    given: drawName(dice, group[sex]),
    family: drawName(dice, group.families),
    birth: `${year}-${day}`,
    postcode: `CV${String(1 + below(dice, 6))} ${String(below(dice, 10))}${letter()}${letter()}`,
    nino: `QQ${number(dice, 6)}C`,
  }
}

/** One of the spellings joined by a stroke. */
function spelling(dice: Dice, name: string): string {
  const spellings = name.split('|')
  return spellings[below(dice, spellings.length)] ?? name
}

/** One slip of the keyboard in seven names of a hundred, wherever the name comes from. */
function slip(dice: Dice, text: string): string {
  if (dice() > 0.07 || text.length < 3) return text
  const at = 1 + below(dice, text.length - 2)
  const kind = below(dice, 3)
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
  const other = 'aeiourstnl'.charAt(below(dice, 10))
  if (kind === 1) return text.slice(0, at) + other + text.slice(at + 1)
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

function recordOf(dice: Dice, person: Person, group: NameGroup, sex: 'women' | 'men') {
  const given = slip(dice, spelling(dice, person.given))
  const family = slip(dice, spelling(dice, person.family))
  const turned = dice() < group.familyFirst
  const moved = dice() < 0.15
  const birth = dice() < 0.04 ? person.birth.replace(/\d$/, String(below(dice, 9))) : person.birth
  return facetsFrom({
    names: [turned ? { given: family, family: given } : { given, family }],
    births: dice() < 0.15 ? [] : [birth],
    postcodes: dice() < 0.2 ? [] : [moved ? `CV6 ${number(dice, 1)}XY` : person.postcode],
    identifiers: dice() < 0.3 ? [{ type: 'nino', value: person.nino }] : [],
    sexes: [sex === 'women' ? 'f' : 'm'],
  })
}

/**
 * Invented people of every name group in one register, each recorded one to four times with the
 * same
 * slips and gaps for all; groups differ only in how crowded their names are, how many spellings
 * they
 * have, how often the family name comes first and how often a birth date is only a year.
 */
export function inventRecords(perGroup: number, seed = 20_261): InventedRecord[] {
  const dice = diceFrom(seed)
  const records: InventedRecord[] = []
  for (const group of nameGroups) {
    for (let index = 0; index < perGroup; index++) {
      const sex = index % 2 === 0 ? 'women' : 'men'
      const person = makePerson(dice, group, sex)
      const name = `${group.group} ${String(index)}`
      const times = 1 + below(dice, 4)
      for (let time = 0; time < times; time++) {
        const facets = recordOf(dice, person, group, sex)
        records.push({
          id: `${name} ${String(time)}`,
          person: name,
          facets,
          group: group.group,
          sex,
        })
      }
    }
  }
  return records
}
