/**
 * Seeded randomness for the practice place. Not for anything secret: xmur3 to mix the seed and
 * sfc32 to draw (both public domain, by bryc), so the same seed gives the same people everywhere.
 */
export type Random = {
  /** A number in [0, 1). */
  next: () => number
  /** A whole number from `low` to `high`, both included. */
  int: (low: number, high: number) => number
  /** True with probability `p`. */
  chance: (p: number) => boolean
  /** One of `list`; throws on an empty list. */
  pick: <T>(list: readonly T[]) => T
  /** `n` different ones of `list`, or all of them when it is shorter. */
  some: <T>(list: readonly T[], n: number) => T[]
  /** A value by weight. */
  weigh: <T>(pairs: readonly (readonly [T, number])[]) => T
  /** About normal with the given mean and spread, cut at `low` and `high`, whole. */
  bell: (mean: number, spread: number, low: number, high: number) => number
  /** 32 random bits. */
  bits: () => number
}

function mix(text: string): () => number {
  let h = 1779033703 ^ text.length
  for (let i = 0; i < text.length; i++) {
    h = Math.imul(h ^ text.charCodeAt(i), 3432918353)
    h = (h << 13) | (h >>> 19)
  }
  return () => {
    h = Math.imul(h ^ (h >>> 16), 2246822507)
    h = Math.imul(h ^ (h >>> 13), 3266489909)
    return (h ^= h >>> 16) >>> 0
  }
}

function sfc32(seed: string): () => number {
  const next = mix(seed)
  let a = next() | 0
  let b = next() | 0
  let c = next() | 0
  let d = next() | 0
  return () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + t) | 0
    return t >>> 0
  }
}

/** A stream of draws for `seed`; different parts of a life use different seeds. */
export function random(seed: string): Random {
  const bits = sfc32(seed)
  for (let i = 0; i < 12; i++) bits()
  const next = () => bits() / 4294967296
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(list: readonly T[]): T => {
    if (list.length === 0) throw new Error('Nothing to pick from')
    return list[Math.floor(next() * list.length)] as T
  }
  return {
    next,
    int,
    pick,
    bits,
    chance: (p) => next() < p,
    some: (list, n) => {
      const rest = [...list]
      const taken: typeof rest = []
      while (taken.length < n && rest.length > 0) {
        taken.push(...rest.splice(Math.floor(next() * rest.length), 1))
      }
      return taken
    },
    weigh: (pairs) => {
      let at = next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of pairs) if ((at -= weight) < 0) return value
      return pick(pairs)[0]
    },
    bell: (mean, spread, low, high) => {
      const about = mean + (next() + next() + next() - 1.5) * 2 * spread
      return Math.min(high, Math.max(low, Math.round(about)))
    },
  }
}
