import { sameForm, slipOfForm } from '../name-forms'
import type { Frequencies } from '../frequencies'
import type { Outcome } from '../levels'
import { weightOf, type Parameters } from '../parameters'
import { bitsOf } from '../score'
import { Likeness, likeness } from './likeness'

const impossible = Number.NEGATIVE_INFINITY
const placeBits = 18
const places = 1 << placeBits

/**
 * Two numbers for each pair of words, remembered for as many pairs as there are places: names are
 * met again and again, and a list of all pairs would fill the memory.
 */
export class WordPairs {
  private readonly first = new Int32Array(places).fill(-1)
  private readonly second = new Int32Array(places)
  private readonly numbers = new Float64Array(places * 2)

  /**
   * @param workOut gives the first number, and leaves the second in `second` of what it is
   * given
   */
  constructor(
    private readonly workOut: (x: number, y: number, beside: { second: number }) => number,
  ) {}

  private readonly beside = { second: 0 }

  /** Where the two numbers of a pair stand; read them with `one` and `two` before the next look. */
  look(x: number, y: number): number {
    const place = (Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> (32 - placeBits)
    if (this.first[place] !== x || this.second[place] !== y) {
      this.numbers[place * 2] = this.workOut(x, y, this.beside)
      this.numbers[place * 2 + 1] = this.beside.second
      this.first[place] = x
      this.second[place] = y
    }
    return place
  }

  one = (place: number): number => this.numbers[place * 2] ?? 0
  two = (place: number): number => this.numbers[place * 2 + 1] ?? 0
}

/** The most bits that two words can speak for, by the part of a name that each is. */
export class WordBits {
  private readonly likeness: Likeness
  private readonly different: Record<'given' | 'middle' | 'family', number>
  /** Both given names: as first name, and as middle name. */
  readonly given = new WordPairs((x, y, beside) => this.asGiven(x, y, beside))
  /** Both family names: as a whole, and as a part. */
  readonly family = new WordPairs((x, y, beside) => this.asFamily(x, y, beside))
  /** A given and a family name: as a surname that is a middle name of the other. */
  readonly crossed = new WordPairs((x, y) => this.asCrossed(x, y))
  /** A given and a family name, if alike enough to be one: as given, and as family name. */
  readonly turned = new WordPairs((x, y, beside) => this.asTurned(x, y, beside))

  constructor(
    private readonly words: readonly string[],
    private readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {
    this.likeness = new Likeness(words)
    const of = (field: string) => this.base(field, 'different')
    this.different = { given: of('given'), middle: of('middle'), family: of('family') }
  }

  private readonly text = (word: number) => this.words[word] ?? ''
  private readonly base = (field: string, level: string) =>
    weightOf(this.parameters.fields[field]?.[level])

  private near(x: number, y: number): boolean {
    return x !== y && (this.likeness.of(x, y) & likeness.near) !== 0
  }

  private asGiven(x: number, y: number, beside: { second: number }): number {
    const one = this.text(x)
    const other = this.text(y)
    let { given, middle } = this.different
    if (x === y) {
      given = Math.max(given, this.most('given', ['exact', 'part'], [x]))
      middle = Math.max(middle, this.most('middle', ['exact', 'near'], [x]))
    }
    const flags = x === y ? 0 : this.likeness.of(x, y)
    if (x !== y && ((flags & likeness.near) !== 0 || sameForm(one, other))) {
      given = Math.max(given, this.most('given', ['nickname', 'near', 'part'], [x, y]))
      middle = Math.max(middle, this.base('middle', 'near'))
    }
    if (Math.min(one.length, other.length) === 1 && one.charAt(0) === other.charAt(0)) {
      given = Math.max(given, this.base('given', 'initial'))
      middle = Math.max(middle, this.base('middle', 'initial'))
    }
    if ((flags & likeness.alike) !== 0) given = Math.max(given, this.base('given', 'sound'))
    if (slipOfForm(one, other)) given = Math.max(given, this.base('given', 'formSlip'))
    beside.second = middle
    return given
  }

  private asFamily(x: number, y: number, beside: { second: number }): number {
    const { family: different } = this.different
    if (x === y) {
      const sound = this.base('family', 'sound')
      beside.second = this.most('family', ['part'], [x])
      return Math.max(different, sound, this.most('family', ['exact'], [x]))
    }
    const flags = this.likeness.of(x, y)
    const near = (flags & likeness.near) !== 0
    let whole = near ? Math.max(different, this.most('family', ['near'], [x, y])) : different
    if ((flags & likeness.alike) !== 0) whole = Math.max(whole, this.base('family', 'sound'))
    beside.second = near ? this.most('family', ['part'], [x, y]) : impossible
    return whole
  }

  private asCrossed(x: number, y: number): number {
    if (x !== y && !this.near(x, y)) return impossible
    return this.most('family', ['crossed'], [x, y])
  }

  private asTurned(x: number, y: number, beside: { second: number }): number {
    const like = x === y || this.near(x, y) || sameForm(this.text(x), this.text(y))
    beside.second = like ? this.most('family', ['exact', 'near'], [x, y]) : impossible
    return like ? this.most('given', ['exact', 'nickname', 'near'], [x, y]) : impossible
  }

  /** Some levels count how common both words are, some one of the two, some none. */
  private most(field: string, levels: readonly string[], words: readonly number[]): number {
    const values = words.map(this.text)
    let most = impossible
    for (const level of levels) {
      for (const counted of [[], values, ...values.map((value) => [value])]) {
        const outcome: Outcome = { field, level, values: counted }
        most = Math.max(most, this.weigh(outcome), this.weigh({ ...outcome, eitherName: true }))
      }
    }
    return most
  }

  private readonly weigh = (outcome: Outcome) => bitsOf(outcome, this.parameters, this.frequencies)
}
