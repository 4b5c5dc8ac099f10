import type { RawFacets } from '@/lib/people/matching/facets-from'
import { nameGroups } from './names-by-origin-data'

/** A made-up record and, kept apart from it, whose it is. */
export type CrowdRecord = { person: number; raw: RawFacets }

/** Numbers from 0 to 1 in a row fixed by the person: the same people in whatever order made. */
function diceFor(person: number): () => number {
  let state = Math.imul(person + 1, 0x9e3779b1) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Dice = () => number
const below = (dice: Dice, most: number) => Math.floor(dice() * most)

const listed = (of: 'women' | 'men' | 'families') =>
  nameGroups.flatMap((group) => group[of].split(' ').map((name) => name.split('|')[0] ?? name))

// Endings and beginnings of the many rare names that no list holds; a place of a million has tens
// of thousands of family names and most are rare.
const starts =
  'Al Ash Bar Bel Bor Brad Bren Cal Car Chad Cor Dal Den Dor Ed El Fair Far Fen Gar Gil Gor Had ' +
  'Har Hol Ing Jas Kar Kel Kir Lan Led Lor Mal Mar Mel Nor Ol Pem Per Rad Ram Row Sal San Shel ' +
  'Tar Thorn Tor Ul Var Wal War Wes Win Yar Zan'
const middles = 'a be ca di en fi go ha in ka li ma ne o pa ri sa ta u vi'
const ends =
  'bridge burn bury by combe croft dale den don er field ford gate ham hurst ia ic ine ishi kova ' +
  'land ley lin low man mere nath ner os ova owski quist ram rez ry sen shaw sky son stead stone ' +
  'ström ton tov uk ville wala ward well wick wood worth yan zadeh'

function composed(most: number): string[] {
  const [first, second, third] = [starts, middles, ends].map((text) => text.split(' '))
  const names: string[] = []
  for (const b of second ?? []) {
    for (const a of first ?? []) for (const c of third ?? []) names.push(`${a}${b}${c}`)
  }
  // A fixed shuffle, so that neighbours in rank are not neighbours in spelling.
  const dice = diceFor(7)
  for (let i = names.length - 1; i > 0; i--) {
    const j = below(dice, i + 1)
    ;[names[i], names[j]] = [names[j] ?? '', names[i] ?? '']
  }
  return names.slice(0, most)
}

const families = [...new Set(listed('families')), ...composed(60_000)]
const givens = {
  women: [...new Set(listed('women')), ...composed(3_000).map((name) => `${name}a`)],
  men: [...new Set(listed('men')), ...composed(3_000)],
}

/** Rank r with a chance near 1 / (r + flat): as names and postcodes are spread in life. */
const ranked = (dice: Dice, most: number, flat: number): number =>
  Math.min(most - 1, Math.floor(flat * ((most / flat + 1) ** dice() - 1)))

const two = (value: number) => String(value + 1).padStart(2, '0')
const letters = 'ABDEFGHJLNPQRSTUWXYZ'

/** A postcode of a made-up city by its number. */
const postcodeOf = (no: number): string => {
  const sector = Math.floor(no / 400)
  const unit = no % 400
  const ends = `${letters.charAt(Math.floor(unit / 20))}${letters.charAt(unit % 20)}`
  return `QZ${1 + Math.floor(sector / 10)} ${sector % 10}${ends}`
}

function slip(dice: Dice, text: string): string {
  if (dice() > 0.06 || text.length < 4) return text
  const at = 1 + below(dice, text.length - 2)
  const kind = below(dice, 3)
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
  if (kind === 1) return text.slice(0, at) + letters.charAt(below(dice, 20)) + text.slice(at + 1)
  return text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)
}

/**
 * Made-up records of made-up people, about five for every three people, with slips, moves and gaps:
 * for measuring speed and growth, where only how values are spread matters. The number of streets
 * grows with the number of people, as in life; names are those of any place.
 *
 * @param records how many; the same number always gives the same records
 */
export function* inventCrowd(records: number): Generator<CrowdRecord> {
  const streets = Math.max(50, Math.floor(records / 40))
  let made = 0
  for (let person = 0; made < records; person++) {
    const dice = diceFor(person)
    const sex = dice() < 0.45 ? 'women' : 'men'
    const given = givens[sex][ranked(dice, givens[sex].length, 8)] ?? ''
    const family = families[ranked(dice, families.length, 20)] ?? ''
    const day = dice() < 0.03 ? '01-01' : `${two(below(dice, 12))}-${two(below(dice, 28))}`
    const birth = `${1940 + below(dice, 66)}-${day}`
    // One in a hundred lives at one of a few hostels.
    const hostel = dice() < 0.01
    const home = postcodeOf(hostel ? below(dice, 20) : below(dice, streets))
    const phone = `07${String(below(dice, 1e9)).padStart(9, '0')}`
    const nhs = String(1e9 + below(dice, 9e9))
    for (let times = dice() < 0.6 ? 1 : 2 + below(dice, 3); times > 0 && made < records; times--) {
      const moved = dice() < 0.2
      const wrongDay = dice() < 0.03
      made += 1
      yield {
        person,
        raw: {
          names: [{ given: slip(dice, given), family: slip(dice, family) }],
          births: dice() < 0.08 ? [] : [wrongDay ? birth.replace(/.$/, '5') : birth],
          postcodes: dice() < 0.2 ? [] : [moved ? postcodeOf(below(dice, streets)) : home],
          phones: dice() < 0.4 ? [phone] : [],
          identifiers: dice() < 0.35 ? [{ type: 'nhs', value: nhs }] : [],
          sexes: dice() < 0.6 ? [sex === 'women' ? 'f' : 'm'] : [],
        },
      }
    }
  }
}
