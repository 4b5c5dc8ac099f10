import { comparePostcodes } from '../compare-facts'
import type { Frequencies } from '../frequencies'
import { levelsOf, type Outcome } from '../levels'
import { weightOf, type Parameters } from '../parameters'
import { bitsOf } from '../score'
import { birthLevelOf } from './birth-level'
import { known, markKinds, type Register } from './register'
import { NameBound } from './name-bound'
import { WordBits } from './word-bits'

/** More than any rounding of sums can take away. */
const hair = 1e-6

/**
 * The most bits that `scorePair` can give a pair, from numbers alone and in a tenth of its time: a
 * pair whose bound is under the mark for suggestions need not be weighed. Never less than the score
 * (a test tries it); infinite where only weighing tells, as with an equal number.
 */
export class UpperBound {
  private readonly names: NameBound
  private readonly birthBits: Float64Array
  private readonly postcodeBits: Float64Array
  private readonly numberBits: number[]
  private readonly otherBirth: Record<string, number> = {}
  private readonly sex: { same: number; other: number }
  /** The most that any two unequal postcodes can speak for: one slip in a code nobody else has. */
  private readonly nearest: number

  constructor(
    private readonly register: Register,
    private readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {
    const words = new WordBits(register.words, parameters, frequencies)
    this.names = new NameBound(register.namesOf, words, this.base('order', 'swapped'))
    this.birthBits = Float64Array.from(register.birthsOf.values, (date) =>
      this.weigh({ field: 'birth', level: 'exact', values: [digitsOf(date)] }),
    )
    this.postcodeBits = Float64Array.from(register.postcodes, (value) =>
      this.weigh({ field: 'postcode', level: 'exact', values: [value] }),
    )
    for (const level of levelsOf.birth ?? []) this.otherBirth[level] = this.base('birth', level)
    this.otherBirth.decade = Math.max(this.base('birth', 'decade'), this.base('birth', 'different'))
    const slip = (kind: string) => this.base(kind, kind === 'email' ? 'near' : 'edit')
    this.numberBits = markKinds.map((kind) => Math.max(0, slip(kind)))
    const rarest = { field: 'postcode', level: 'edit', values: [''] }
    this.nearest = Math.max(this.base('postcode', 'slip'), this.weigh(rarest), 0)
    this.sex = { same: this.base('sex', 'exact'), other: this.base('sex', 'different') }
  }

  /** @param floor once the bound is under this, it may be told before it is all worked out */
  of(a: number, b: number, floor: number): number {
    const { register } = this
    const flags = register.known[a] ?? 0
    const others = register.known[b] ?? 0
    if ((flags & others & known.details) !== 0) return Number.POSITIVE_INFINITY
    let bits = this.parameters.priorBits + hair + this.numbers(a, b) + this.births(a, b)
    if (bits === Number.POSITIVE_INFINITY) return bits
    bits += this.sexes(flags, others) + this.names.of(a, b)
    const equal = this.postcodes(a, b)
    if (equal === undefined) return bits
    if (equal !== null) return bits + equal
    return bits + this.nearest < floor ? bits : bits + this.nearPostcodes(a, b)
  }

  private readonly weigh = (outcome: Outcome) => bitsOf(outcome, this.parameters, this.frequencies)

  private readonly base = (field: string, level: string) =>
    weightOf(this.parameters.fields[field]?.[level])

  private numbers(a: number, b: number): number {
    const { starts, values } = this.register.marksOf
    const from = starts[b] ?? 0
    const to = starts[b + 1] ?? 0
    let bits = 0
    for (let i = starts[a] ?? 0; i < (starts[a + 1] ?? 0); i += 3) {
      let most = 0
      for (let j = from; j < to; j += 3) {
        if (values[i] !== values[j]) continue
        if (values[i + 1] === values[j + 1]) return Number.POSITIVE_INFINITY
        const one = values[i + 2] ?? 0
        const other = values[j + 2] ?? 0
        const differ = one ^ other
        const short = one === 0 || other === 0 || values[i] === 1
        if (short || (differ & 0xffff) === 0 || differ >>> 16 === 0) {
          most = this.numberBits[values[i] ?? 0] ?? 0
        }
      }
      bits += most
    }
    return bits
  }

  private births(a: number, b: number): number {
    const { starts, values } = this.register.birthsOf
    const from = starts[b] ?? 0
    const to = starts[b + 1] ?? 0
    const first = starts[a] ?? 0
    const last = starts[a + 1] ?? 0
    if (first === last || from === to) return 0
    let most = Number.NEGATIVE_INFINITY
    for (let i = first; i < last; i++) {
      for (let j = from; j < to; j++) {
        const level = birthLevelOf(values[i] ?? 0, values[j] ?? 0)
        const bits = level === 'exact' ? this.birthBits[i] : this.otherBirth[level]
        most = Math.max(most, bits ?? 0)
      }
    }
    return most
  }

  private sexes(flags: number, others: number): number {
    const both = known.female | known.male
    if ((flags & both) === 0 || (others & both) === 0) return 0
    return (flags & others & both) === 0 ? this.sex.other : this.sex.same
  }

  /** Bits of an equal postcode; null: both have some and none is equal; undefined: not known. */
  private postcodes(a: number, b: number): number | null | undefined {
    const { starts, values } = this.register.postcodesOf
    const from = starts[b] ?? 0
    const to = starts[b + 1] ?? 0
    const first = starts[a] ?? 0
    const last = starts[a + 1] ?? 0
    if (first === last || from === to) return undefined
    if (last - first > 1 || to - from > 1) return this.bestPostcode(a, b)
    return values[first] === values[from] ? (this.postcodeBits[values[first] ?? 0] ?? 0) : null
  }

  private bestPostcode(a: number, b: number): number {
    const { starts, values } = this.register.postcodesOf
    const of = (record: number) => values.subarray(starts[record], starts[record + 1])
    let most = Number.NEGATIVE_INFINITY
    for (const one of of(a)) {
      for (const other of of(b)) {
        const bits = one === other ? this.postcodeBits[one] : this.nearBits(one, other)
        most = Math.max(most, bits ?? 0)
      }
    }
    return most
  }

  private nearPostcodes(a: number, b: number): number {
    const { starts, values } = this.register.postcodesOf
    return this.nearBits(values[starts[a] ?? 0] ?? 0, values[starts[b] ?? 0] ?? 0)
  }

  private nearBits(one: number, other: number): number {
    const { postcodes } = this.register
    return this.weigh(comparePostcodes(postcodes[one] ?? '', postcodes[other] ?? ''))
  }
}

const digitsOf = (date: number): string => (date >>> 0).toString(16).padStart(8, '0')
