import type { WordBits } from './word-bits'

/** Where the parts of one name stand in the list of a record. */
type Span = {
  given: number
  givens: number
  whole: number
  part: number
  parts: number
  single: boolean
  next: number
}

const span = (): Span => ({
  ...{ given: 0, givens: 0, whole: 0, part: 0, parts: 0, single: false, next: 0 },
})

/** The most bits that the names of two records can speak for, by the rules of `bestNames`. */
export class NameBound {
  private readonly left = span()
  private readonly right = span()

  constructor(
    /** Profiles of the register, names among them. */
    private readonly values: Int32Array,
    private readonly words: WordBits,
    /** Bits of names that are exchanged. */
    private readonly turned: number,
  ) {}

  /** Where the names of each begin and end. */
  of(one: number, end: number, other: number, otherEnd: number): number {
    const { left, right } = this
    let most = Number.NEGATIVE_INFINITY
    for (left.next = one; left.next < end;) {
      this.read(left)
      for (right.next = other; right.next < otherEnd;) {
        this.read(right)
        const single = left.single || right.single
        const bits = single ? this.eitherPart() : Math.max(this.straight(), this.exchanged())
        if (bits > most) most = bits
      }
    }
    return most === Number.NEGATIVE_INFINITY ? 0 : most
  }

  private read(into: Span): void {
    const { values } = this
    const at = into.next
    into.givens = values[at] ?? 0
    into.parts = values[at + 1] ?? 0
    into.single = values[at + 2] === 1
    into.given = at + 3
    into.whole = values[into.given + into.givens] ?? -1
    into.part = into.given + into.givens + 1
    into.next = into.part + into.parts
  }

  private word = (at: number) => this.values[at] ?? 0

  /** As written: given by given, family by family; what is missing of one counts nothing. */
  private straight(): number {
    const { left, right } = this
    let given = Number.NEGATIVE_INFINITY
    let middle = 0
    for (let i = 0; i < left.givens; i++) {
      for (let j = 0; j < right.givens; j++) {
        const place = this.words.given.look(this.word(left.given + i), this.word(right.given + j))
        given = Math.max(given, this.words.given.one(place))
        if (i > 0 && j > 0) middle = Math.max(middle, this.words.given.two(place))
      }
    }
    if (given === Number.NEGATIVE_INFINITY) given = 0
    if (left.whole < 0 || right.whole < 0) return given + middle
    return given + middle + this.family()
  }

  private family(): number {
    const { left, right } = this
    const { family: pairs } = this.words
    let family = pairs.one(pairs.look(left.whole, right.whole))
    for (let i = 0; i < left.parts; i++) {
      const one = this.word(left.part + i)
      for (let j = 0; j < right.parts; j++) {
        const other = this.word(right.part + j)
        if (one === left.whole && other === right.whole) continue
        family = Math.max(family, pairs.two(pairs.look(one, other)))
      }
    }
    return Math.max(family, this.crossed(left, right), this.crossed(right, left))
  }

  private crossed(one: Span, other: Span): number {
    const { crossed } = this.words
    let most = Number.NEGATIVE_INFINITY
    for (let i = 0; i < one.givens; i++) {
      const word = this.word(one.given + i)
      for (let j = 0; j < other.parts; j++) {
        most = Math.max(most, crossed.one(crossed.look(word, this.word(other.part + j))))
      }
    }
    return most
  }

  /** With given and family name exchanged, which counts only where both are alike. */
  private exchanged(): number {
    const { left, right } = this
    if (left.givens === 0 || right.givens === 0 || left.whole < 0 || right.whole < 0) {
      return Number.NEGATIVE_INFINITY
    }
    const { turned } = this.words
    const one = turned.look(this.word(left.given), right.whole)
    const [given, family] = [turned.one(one), turned.two(one)]
    if (Math.max(given, family) === Number.NEGATIVE_INFINITY) return given
    const other = turned.look(this.word(right.given), left.whole)
    return this.turned + Math.max(given + turned.two(other), family + turned.one(other))
  }

  /** A single name may be given or family name of the other, so only one of the two counts. */
  private eitherPart(): number {
    const { left, right } = this
    let most = Number.NEGATIVE_INFINITY
    for (let i = left.given; i < left.next; i++) {
      for (let j = right.given; j < right.next; j++) {
        if (this.word(i) < 0 || this.word(j) < 0) continue
        most = Math.max(most, this.anyRole(this.word(i), this.word(j)))
      }
    }
    return Math.max(0, most)
  }

  private anyRole(x: number, y: number): number {
    const { given, family, crossed } = this.words
    const bits = given.one(given.look(x, y))
    const place = family.look(x, y)
    const other = Math.max(family.one(place), family.two(place))
    return Math.max(bits, other, crossed.one(crossed.look(x, y)))
  }
}
