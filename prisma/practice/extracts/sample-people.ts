import { nhsCheckDigit } from '@/lib/people/identifiers'
import { pncCheckLetter } from '@/lib/people/police-numbers'
import type { ExtractPerson } from '../extracts'
import { anyPool } from '../names/cultures'
import { fullName } from '../names/full-name'
import { random } from '../random'
import type { Random } from '../random'

const digits = (rng: Random, n: number) =>
  Array.from({ length: n }, () => String(rng.int(0, 9))).join('')

/** From the range that no patient gets; draws again where the first nine have no check digit. */
function nhsNumber(rng: Random): string {
  for (;;) {
    const nine = `999${digits(rng, 6)}`
    const check = nhsCheckDigit(nine)
    if (check !== null) return `${nine}${check}`
  }
}

function pncNumber(rng: Random, birth: number): string {
  const year = String(birth + rng.int(16, 20))
  const serial = digits(rng, 7)
  return `${year}/${serial}${pncCheckLetter(year, serial)}`
}

/** ZW is no postcode area: nobody lives at one. */
const postcode = (rng: Random) =>
  `ZW${rng.int(1, 9)} ${rng.int(1, 6)}${rng.pick([...'ABDEFGHJLN'])}${rng.pick([...'PQRSTUWXYZ'])}`

function samplePerson(rng: Random, i: number): ExtractPerson {
  const sex = rng.chance(0.4) ? 'female' : 'male'
  const pool = anyPool(rng)
  const name = fullName(rng, pool, sex)
  const year = rng.int(1950, 2006)
  const two = (n: number) => String(n).padStart(2, '0')
  const former = rng.chance(0.15) ? [{ given: name.given, family: rng.pick(pool.family) }] : []
  return {
    id: `sample-${String(i + 1).padStart(3, '0')}`,
    names: [{ given: name.given, middle: name.middle, family: name.family }, ...former],
    birth: `${year}-${two(rng.int(1, 12))}-${two(rng.int(1, 28))}`,
    sex,
    postcodes: Array.from({ length: rng.int(1, 3) }, () => postcode(rng)),
    identifiers: {
      nhs: rng.chance(0.85) ? nhsNumber(rng) : undefined,
      nino: `QQ${digits(rng, 6)}${rng.pick([...'ABCD'])}`,
      crn: `X${digits(rng, 6)}`,
      pnc: rng.chance(0.75) ? pncNumber(rng, year) : undefined,
    },
  }
}

/** Invented people for the small samples that the project keeps; the same for the same seed. */
export function samplePeople(count: number, seed: string): ExtractPerson[] {
  const rng = random(`sample people/${seed}`)
  return Array.from({ length: count }, (_, i) => samplePerson(rng, i))
}
