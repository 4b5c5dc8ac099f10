/** The largest prime below 2^31: powers fit an int4 of SQL, and their sums a bigint. */
export const digestPrime = 2_147_483_647

const prime = BigInt(digestPrime)

/**
 * What is kept of a cell's members when the extract is destroyed: how many, and the sums of the
 * first four powers of their digest keys. Without the key it names nobody and cannot be asked
 * whether somebody was in; with the next one it tells whether the two sets differ by a few people.
 */
export interface MemberDigest {
  size: number
  sums: readonly [number, number, number, number]
}

/** The first four powers of a digest key, as the extract holds them for summing in SQL. */
export function digestPowers(key: number): [number, number, number, number] {
  const one = key % digestPrime
  const two = times(one, one)
  return [one, two, times(two, one), times(two, two)]
}

/** A product modulo the prime, in two halves so that no double is rounded. */
const times = (a: number, b: number) =>
  (((a * (b >>> 16)) % digestPrime) * 65_536 + a * (b & 65_535)) % digestPrime

/** The digest of a set of people, from the digest keys of each, in any order. */
export function digestMembers(keys: readonly number[]): MemberDigest {
  const sums: [number, number, number, number] = [0, 0, 0, 0]
  for (const key of keys) {
    digestPowers(key).forEach((power, k) => (sums[k] = ((sums[k] ?? 0) + power) % digestPrime))
  }
  return { size: keys.length, sums }
}

/**
 * Whether two sets differ by two people at most: one or two joined, one or two left, or one was
 * replaced. Never false where they do; wrongly true once in some 2^60 pairs, and then a value is
 * repeated that need not have been.
 *
 * As in set reconciliation by power sums (Minsky, Trachtenberg and Zippel 2003): the difference of
 * the sums is that of the few who differ, and two of them are fixed by the first two sums; the
 * third and fourth must agree.
 */
export function differByTwoAtMost(before: MemberDigest, now: MemberDigest): boolean {
  const grown = now.size - before.size
  if (Math.abs(grown) > 2) return false
  const sign = grown < 0 ? -1n : 1n
  const [d1 = 0n, d2 = 0n, d3 = 0n, d4 = 0n] = now.sums.map((sum, k) =>
    within(sign * (BigInt(sum) - BigInt(before.sums[k] ?? 0))),
  )
  if (grown === 0) return isNone(d1, d2, d3, d4) || isReplacement(d1, d2, d3, d4)
  if (Math.abs(grown) === 1) return isOne(d1, d2, d3, d4)
  return isTwo(d1, d2, d3, d4)
}

type Sums = [bigint, bigint, bigint, bigint]

const isNone = (...sums: Sums) => sums.every((sum) => sum === 0n)

const isOne = (...[d1, d2, d3, d4]: Sums) =>
  d2 === within(d1 ** 2n) && d3 === within(d1 ** 3n) && d4 === within(d1 ** 4n)

/** a + b and a squared + b squared give ab, and ab the higher powers. */
function isTwo(...[d1, d2, d3, d4]: Sums): boolean {
  const twiceProduct = within(d1 ** 2n - d2)
  const product = within(twiceProduct * inverse(2n))
  return d3 === within(d1 ** 3n - 3n * product * d1) && d4 === within(d2 ** 2n - 2n * product ** 2n)
}

/** a - b and a squared - b squared give a + b, and so a and b. Two people of one key differ. */
function isReplacement(...[d1, d2, d3, d4]: Sums): boolean {
  if (d1 === 0n) return false
  const sum = within(d2 * inverse(d1))
  const a = within((sum + d1) * inverse(2n))
  const b = within((sum - d1) * inverse(2n))
  return d3 === within(a ** 3n - b ** 3n) && d4 === within(a ** 4n - b ** 4n)
}

const within = (value: bigint) => ((value % prime) + prime) % prime

/** By Fermat: a^(p - 2). */
function inverse(value: bigint): bigint {
  let result = 1n
  let base = within(value)
  for (let power = prime - 2n; power > 0n; power /= 2n) {
    if (power % 2n === 1n) result = within(result * base)
    base = within(base * base)
  }
  return result
}
