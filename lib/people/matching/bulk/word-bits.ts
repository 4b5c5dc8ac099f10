import { formKind, hasFamilyForms, sameFamily, sameForm, slipOfForm } from '../name-forms'
import type { Frequencies } from '../frequencies'
import type { Outcome } from '../levels'
import { weightOf, type Parameters } from '../parameters'
import { bitsOf } from '../bits'
import { Likeness, likeness } from './likeness'

const impossible = Number.NEGATIVE_INFINITY
const placeBits = 18
const places = 1 << placeBits

type WorkOut = (x: number, y: number, beside: { second: number }) => number

/** Pairs of words that have nothing in common, told quickly, and what every one of them says. */
type Unlike = { is: (x: number, y: number) => boolean; one: number; two: number }

/**
 * Two numbers for each pair of words, remembered for as many pairs as there are places: names are
 * met again and again, and a list of all pairs would fill the memory. Most pairs are unlike, and
 * need no remembering.
 */
export class WordPairs {
  private readonly first = new Int32Array(places).fill(-1)
  private readonly second = new Int32Array(places)
  private readonly numbers = new Float64Array((places + 1) * 2)
  private readonly beside = { second: 0 }

  /**
   * @param workOut gives the first number, and leaves the second in `second` of what it is given
   */
  constructor(
    private readonly unlike: Unlike,
    private readonly workOut: WorkOut,
  ) {
    this.numbers.set([unlike.one, unlike.two], places * 2)
  }

  /** Where the two numbers of a pair stand; read them with `one` and `two` before the next look. */
  look(x: number, y: number): number {
    if (x !== y && this.unlike.is(x, y)) return places
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

const kinds = { none: 0, slip: 1, listed: 2 } as const
const notYet = 3

/** The most bits that two words can speak for, by the part of a name that each is. */
export class WordBits {
  private readonly likeness: Likeness
  private readonly different: Record<'given' | 'middle' | 'family', number>
  private readonly forms: Uint8Array
  private readonly familyForms: Uint8Array
  /** Both given names: as first name, and as middle name. */
  readonly given: WordPairs
  /** Both family names: as a whole, and as a part. */
  readonly family: WordPairs
  /** A given and a family name: as a surname that is a middle name of the other. */
  readonly crossed: WordPairs
  /** A given and a family name, if alike enough to be one: as given, and as family name. */
  readonly turned: WordPairs

  constructor(
    private readonly words: readonly string[],
    private readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {
    this.likeness = new Likeness(words)
    this.forms = new Uint8Array(words.length).fill(notYet)
    this.familyForms = Uint8Array.from(words, (word) => (hasFamilyForms(word) ? 1 : 0))
    const of = (field: string) => this.base(field, 'different')
    this.different = { given: of('given'), middle: of('middle'), family: of('family') }
    const unlike = (x: number, y: number) => !this.likeness.mayBe(x, y)
    this.given = new WordPairs(
      {
        is: (x, y) => unlike(x, y) && !this.initial(x, y) && !this.mayShareForm(x, y),
        ...{ one: this.different.given, two: this.different.middle },
      },
      (x, y, beside) => this.asGiven(x, y, beside),
    )
    this.family = new WordPairs(
      {
        is: (x, y) => unlike(x, y) && !this.mayBeOneFamily(x, y),
        ...{ one: this.different.family, two: impossible },
      },
      (x, y, beside) => this.asFamily(x, y, beside),
    )
    const never = { one: impossible, two: impossible }
    const apart = (x: number, y: number) => !this.likeness.mayBeNear(x, y)
    this.crossed = new WordPairs({ is: apart, ...never }, (x, y) => this.asCrossed(x, y))
    this.turned = new WordPairs(
      {
        is: (x, y) => apart(x, y) && !this.mayShareForm(x, y) && !this.mayBeOneFamily(x, y),
        ...never,
      },
      (x, y, beside) => this.asTurned(x, y, beside),
    )
  }

  private initial = (x: number, y: number) =>
    this.likeness.lengthOf(x) === 1 || this.likeness.lengthOf(y) === 1

  private mayBeOneFamily = (x: number, y: number) =>
    this.familyForms[x] === 1 && this.familyForms[y] === 1

  private mayShareForm(x: number, y: number): boolean {
    const one = this.formOf(x)
    return one !== kinds.none && one + this.formOf(y) > kinds.listed
  }

  private formOf(word: number): number {
    const known = this.forms[word] ?? 0
    if (known !== notYet) return known
    const kind = kinds[formKind(this.text(word))]
    this.forms[word] = kind
    return kind
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
    const alike = near || sameFamily(this.text(x), this.text(y))
    let whole = alike ? Math.max(different, this.most('family', ['near'], [x, y])) : different
    if ((flags & likeness.alike) !== 0) whole = Math.max(whole, this.base('family', 'sound'))
    beside.second = near ? this.most('family', ['part'], [x, y]) : impossible
    return whole
  }

  private asCrossed(x: number, y: number): number {
    if (x !== y && !this.near(x, y)) return impossible
    return this.most('family', ['crossed'], [x, y])
  }

  private asTurned(x: number, y: number, beside: { second: number }): number {
    const like = x === y || this.near(x, y)
    const family = like || sameFamily(this.text(x), this.text(y))
    beside.second = family ? this.most('family', ['exact', 'near'], [x, y]) : impossible
    const given = like || sameForm(this.text(x), this.text(y))
    return given ? this.most('given', ['exact', 'nickname', 'near'], [x, y]) : impossible
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
