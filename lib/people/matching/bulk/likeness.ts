import { edits, jaroWinkler } from '../similarity'
import { soundOf } from '../sound'

/** More than any rounding of sums can take away. */
const hair = 1e-9

/** How alike two different words are: a slip apart, or heard or written roughly alike. */
export const likeness = { near: 1, alike: 2 } as const

/**
 * If words are near (`near`) or alike (`alike` of compare-names), by number, most of the unlike
 * told by which letters they have. Where order matters by a hair, either order will do.
 */
export class Likeness {
  private readonly letters: Int32Array
  private readonly lengths: Int32Array
  /** The first four signs, a byte each. */
  private readonly starts: Int32Array
  /** A number for each sound of two signs and more; nought for shorter ones. */
  private readonly sounds: Int32Array

  constructor(private readonly words: readonly string[]) {
    this.letters = Int32Array.from(words, (word) => {
      let set = 0
      for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31)
      return set
    })
    this.lengths = Int32Array.from(words, (word) => word.length)
    this.starts = Int32Array.from(words, (word) => {
      const sign = (at: number) => (at < word.length ? word.charCodeAt(at) & 255 : 0)
      return (sign(0) << 24) | (sign(1) << 16) | (sign(2) << 8) | sign(3)
    })
    const numbers = new Map<string, number>()
    this.sounds = Int32Array.from(words, (word) => {
      const sound = soundOf(word)
      if (sound.length < 2) return 0
      if (!numbers.has(sound)) numbers.set(sound, numbers.size + 1)
      return numbers.get(sound) ?? 0
    })
  }

  lengthOf = (word: number): number => this.lengths[word] ?? 0

  private heard(one: number, other: number): boolean {
    const sound = this.sounds[one]
    return sound !== 0 && sound === this.sounds[other]
  }

  /** Whether two different words may be alike at all, from numbers alone; mostly they are not. */
  mayBe = (one: number, other: number): boolean =>
    this.heard(one, other) || this.mayScore(one, other, 0.82)

  /** The same of words a slip apart. */
  mayBeNear = (one: number, other: number): boolean => this.mayScore(one, other, 0.92)

  /** Whether the words may be one edit apart, or reach a likeness (Jaro-Winkler). */
  private mayScore(one: number, other: number, least: number): boolean {
    const x = this.lengths[one] ?? 0
    const y = this.lengths[other] ?? 0
    const shorter = x < y ? x : y
    if (shorter < 3) return false
    // Longer words are compared by their beginnings, which may be more alike than the whole.
    if (x > 30 || y > 30) return true
    const left = this.letters[one] ?? 0
    const right = this.letters[other] ?? 0
    const onlyX = bitsSet(left & ~right)
    const onlyY = bitsSet(right & ~left)
    if (shorter > 3 && onlyX <= 1 && onlyY <= 1) return true
    // No more letters can match than either has in common with the other (Jaro's m).
    const m = Math.min(x - onlyX, y - onlyY)
    const jaro = (m / x + m / y + 1) / 3
    const differ = (this.starts[one] ?? 0) ^ (this.starts[other] ?? 0)
    const prefix = differ === 0 ? 4 : Math.clz32(differ) >>> 3
    return jaro + 0.1 * prefix * (1 - jaro) >= least - hair
  }

  /** Flags of two different words. */
  of(one: number, other: number): number {
    if (!this.mayBe(one, other)) return 0
    const x = this.words[one] ?? ''
    const y = this.words[other] ?? ''
    if (Math.min(x.length, y.length) < 3) return 0
    const heard = this.heard(one, other) ? likeness.alike : 0
    const slip = Math.min(x.length, y.length) > 3 && edits(x, y, 1) <= 1 ? likeness.near : 0
    const score = Math.max(jaroWinkler(x, y), jaroWinkler(y, x))
    return heard | slip | (score >= 0.92 ? likeness.near : 0) | (score >= 0.82 ? likeness.alike : 0)
  }
}

function bitsSet(set: number): number {
  let left = set - ((set >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
