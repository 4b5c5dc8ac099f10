/** A seeded source of numbers. The same seed gives the same numbers on every machine. */
export type Random = {
  /** Evenly from 0 up to, not including, 1. */
  next: () => number
  /** Evenly from `from` up to, not including, `to`. */
  between: (from: number, to: number) => number
  /** A whole number from 0 to `below` - 1. */
  below: (below: number) => number
  /** Normal with mean 0 and standard deviation 1 (Box and Muller). */
  normal: () => number
  /** A new source, independent of how often this one has been asked. */
  fork: (name: string) => Random
}

/** FNV-1a, 32 bits: turns a name into a seed. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i += 1) {
    hash ^= text.charCodeAt(i)
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/**
 * The mulberry32 generator (32 bits of state, public domain, T. Ettinger).
 * Not for secrets: for invented places that must come out the same twice.
 */
export function makeRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    between: (from, to) => from + (to - from) * next(),
    below: (below) => Math.floor(next() * below),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    fork: (name) => makeRandom((seed ^ hashText(name)) >>> 0),
  }
}
