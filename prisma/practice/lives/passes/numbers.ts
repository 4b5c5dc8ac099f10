import type { Random } from '../../random'

/**
 * Numbers that cannot belong to anybody. NHS: 999 is kept for tests. NINO: QQ was never issued
 * (HMRC, NIM39110). CRN: X by the convention of the practice place. Phones: 07700 900 and 01632 960
 * are Ofcom's numbers for drama. UPRN: twelve digits from 9990; no allocated block known to us is
 * that high (the highest, of Scottish councils, begin with 906); unverified, so shown as invented.
 * Prison numbers: letters Z, which no prison has reached; unverified likewise.
 */

const digits = (rng: Random, n: number) => Array.from({ length: n }, () => rng.int(0, 9)).join('')

/** The check digit of nine digits (weights 10 to 2, modulus 11), or null when there is none. */
export function nhsCheck(nine: string): number | null {
  const sum = [...nine].reduce((total, digit, i) => total + Number(digit) * (10 - i), 0)
  const check = (11 - (sum % 11)) % 11
  return check === 10 ? null : check
}

/** A different valid number for each index under 250,000. */
export function nhsNumber(seed: number, index: number): string {
  for (let turn = 0; ; turn += 1) {
    const serial = (index * 7919 + seed * 104729 + turn * 250_007) % 1_000_000
    const nine = `999${String(serial).padStart(6, '0')}`
    const check = nhsCheck(nine)
    if (check !== null) return `${nine.slice(0, 3)} ${nine.slice(3, 6)} ${nine.slice(6)}${check}`
  }
}

export const nino = (rng: Random) => `QQ${digits(rng, 6)}${rng.pick(['A', 'B', 'C', 'D'])}`
export const crn = (rng: Random) => `X${digits(rng, 6)}`
export const prisonNumber = (rng: Random) => `Z${digits(rng, 4)}ZZ`
export const uprn = (rng: Random) => `9990${digits(rng, 8)}`

/** Of 1,000 mobiles and 600 landlines every one is somebody's own; the rest have no phone. */
export function ownPhones(
  seed: number,
  index: number,
): { mobile: string | null; landline: string | null } {
  const slot = Math.floor(index / 2)
  const mobile = index % 2 === 0 && slot < 1000 ? (slot * 389 + seed * 17) % 1000 : null
  const third = Math.floor(index / 5)
  const landline = index % 5 === 3 && third < 600 ? 400 + ((third * 187 + seed * 11) % 600) : null
  const three = (n: number) => String(n).padStart(3, '0')
  return {
    mobile: mobile === null ? null : `07700 900${three(mobile)}`,
    landline: landline === null ? null : `01632 960${three(landline)}`,
  }
}
