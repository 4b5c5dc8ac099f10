import { edits, jaroWinkler } from '../similarity'
import { soundOf } from '../sound'

/** How alike two different words are: a slip apart, or heard or written roughly alike. */
export const likeness = { near: 1, alike: 2 } as const

/**
 * If words are near (`near`) or alike (`alike` of compare-names), by number, most of the unlike
 * told by which letters they have. Where order matters by a hair, either order will do.
 */
export class Likeness {
  private readonly letters: Int32Array
  private readonly sounds: string[]

  constructor(private readonly words: readonly string[]) {
    this.letters = Int32Array.from(words, (word) => {
      let set = 0
      for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31)
      return set
    })
    this.sounds = words.map(soundOf)
  }

  /** Flags of two different words. */
  of(one: number, other: number): number {
    const x = this.words[one] ?? ''
    const y = this.words[other] ?? ''
    const shorter = Math.min(x.length, y.length)
    if (shorter < 3) return 0
    const onlyX = bitsSet((this.letters[one] ?? 0) & ~(this.letters[other] ?? 0))
    const onlyY = bitsSet((this.letters[other] ?? 0) & ~(this.letters[one] ?? 0))
    const sound = this.sounds[one] ?? ''
    const heard = sound.length > 1 && sound === this.sounds[other] ? likeness.alike : 0
    const slip = shorter > 3 && onlyX <= 1 && onlyY <= 1 && edits(x, y, 1) <= 1 ? likeness.near : 0
    // No more letters can match than either has in common with the other (Jaro's m).
    const m = Math.min(x.length - onlyX, y.length - onlyY)
    const jaro = (m / x.length + m / y.length + 1) / 3
    // Longer words are compared by their beginnings, which may be more alike than the whole.
    const whole = Math.max(x.length, y.length) <= 30
    if (whole && jaro + 0.4 * (1 - jaro) < 0.82) return heard | slip
    const score = Math.max(jaroWinkler(x, y), jaroWinkler(y, x))
    return heard | slip | (score >= 0.92 ? likeness.near : 0) | (score >= 0.82 ? likeness.alike : 0)
  }
}

function bitsSet(set: number): number {
  let left = set - ((set >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
