import {
  alikeFrom,
  edits,
  jaroWinkler,
  lettersOf,
  mayBeShortSlip,
  mayScore,
  nearFrom,
  shortSlip,
  type Shape,
} from '../similarity'
import { soundOf } from '../sound'

/** How alike two different words are: a slip apart, or heard or written roughly alike. */
export const likeness = { near: 1, alike: 2 } as const

/**
 * If words are near (`near`) or alike (`alike` of compare-names), by number, most of the unlike
 * told by which letters they have. Where order matters by a hair, either order will do.
 */
export class Likeness {
  private readonly shapes: Shape[]
  /** The first four signs, a byte each. */
  private readonly starts: Int32Array
  /** A number for each sound of two signs and more; nought for shorter ones. */
  private readonly sounds: Int32Array

  constructor(private readonly words: readonly string[]) {
    this.shapes = words.map((word) => ({ length: word.length, letters: lettersOf(word) }))
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

  lengthOf = (word: number): number => this.shapes[word]?.length ?? 0

  private heard(one: number, other: number): boolean {
    const sound = this.sounds[one]
    return sound !== 0 && sound === this.sounds[other]
  }

  /** Whether two different words may be alike at all, from numbers alone; mostly they are not. */
  mayBe = (one: number, other: number): boolean =>
    this.heard(one, other) ||
    this.mayScore(one, other, alikeFrom) ||
    this.mayBeShortSlip(one, other)

  private mayBeShortSlip(one: number, other: number): boolean {
    const [x, y] = [this.shapes[one], this.shapes[other]]
    return x !== undefined && y !== undefined && mayBeShortSlip(x, y)
  }

  /** The same of words a slip apart. */
  mayBeNear = (one: number, other: number): boolean => this.mayScore(one, other, nearFrom)

  /** Whether the words may be one edit apart, or reach a likeness (Jaro-Winkler). */
  private mayScore(one: number, other: number, least: number): boolean {
    const x = this.shapes[one]
    const y = this.shapes[other]
    if (!x || !y) return false
    const differ = (this.starts[one] ?? 0) ^ (this.starts[other] ?? 0)
    return mayScore(x, y, differ === 0 ? 4 : Math.clz32(differ) >>> 3, least)
  }

  /** Flags of two different words. */
  of(one: number, other: number): number {
    if (!this.mayBe(one, other)) return 0
    const x = this.words[one] ?? ''
    const y = this.words[other] ?? ''
    const short = shortSlip(x, y) ? likeness.alike : 0
    if (Math.min(x.length, y.length) < 3) return short
    const heard = this.heard(one, other) ? likeness.alike : 0
    const slip = Math.min(x.length, y.length) > 3 && edits(x, y, 1) <= 1 ? likeness.near : 0
    const score = Math.max(jaroWinkler(x, y), jaroWinkler(y, x))
    return (
      heard |
      short |
      slip |
      (score >= nearFrom ? likeness.near : 0) |
      (score >= alikeFrom ? likeness.alike : 0)
    )
  }
}
