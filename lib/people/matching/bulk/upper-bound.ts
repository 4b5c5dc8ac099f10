import { comparePostcodes } from '../compare-facts'
import type { Sex } from '../facets'
import type { Frequencies } from '../frequencies'
import { levelsOf, type Outcome } from '../levels'
import { weightOf, type Parameters } from '../parameters'
import { bitsOf, hair } from '../bits'
import { birthLevelOf } from '../birth-level'
import { known, markKinds, type Register } from './register'
import { NameBound } from './name-bound'
import { WordBits } from './word-bits'

/**
 * The most bits that `scorePair` can give a pair, from numbers alone and in a tenth of its time: a
 * pair whose bound is under the mark for suggestions need not be weighed. Never less than the score
 * (a test tries it); infinite where only weighing tells, as with an equal number.
 */
export class UpperBound {
  private readonly names: NameBound
  /** Bits of each date of birth that was met twice. */
  private readonly birthBits = new Map<number, number>()
  private readonly postcodeBits: Float64Array
  private readonly numberBits: number[]
  private readonly otherBirth: Record<string, number> = {}
  private readonly sex: { female: number; male: number; other: number }
  /** The most that any two unequal postcodes can speak for: one slip in a code nobody else has. */
  private readonly nearest: number

  private readonly values: Int32Array

  constructor(
    private readonly register: Register,
    private readonly parameters: Parameters,
    private readonly frequencies: Frequencies,
  ) {
    const words = new WordBits(register.words, parameters, frequencies)
    this.values = register.profiles.values
    this.names = new NameBound(this.values, words, this.base('order', 'swapped'))
    this.postcodeBits = Float64Array.from(register.postcodes, (value) =>
      this.weigh({ field: 'postcode', level: 'exact', values: [value] }),
    )
    for (const level of levelsOf.birth ?? []) this.otherBirth[level] = this.base('birth', level)
    this.otherBirth.decade = Math.max(this.base('birth', 'decade'), this.base('birth', 'different'))
    const slip = (kind: string) => this.base(kind, kind === 'email' ? 'near' : 'edit')
    this.numberBits = markKinds.map((kind) => Math.max(0, slip(kind)))
    const rarest = { field: 'postcode', level: 'edit', values: [''] }
    this.nearest = Math.max(this.base('postcode', 'slip'), this.weigh(rarest), 0)
    const same = (sex: Sex) => this.weigh({ field: 'sex', level: 'exact', values: [sex] })
    this.sex = {
      ...{ female: same('female'), male: same('male') },
      other: this.base('sex', 'different'),
    }
  }

  /** @param floor once the bound is under this, it may be told before it is all worked out */
  of(a: number, b: number, floor: number): number {
    const { values } = this
    const { starts } = this.register.profiles
    const one = starts[a] ?? 0
    const other = starts[b] ?? 0
    const flags = values[one] ?? 0
    const others = values[other] ?? 0
    if ((flags & others & known.details) !== 0) return Number.POSITIVE_INFINITY
    let bits = this.parameters.priorBits + hair + this.sexes(flags, others)
    bits += this.births(one + 1, other + 1)
    const places = one + 2 + (values[one + 1] ?? 0)
    const otherPlaces = other + 2 + (values[other + 1] ?? 0)
    const marks = places + 1 + (values[places] ?? 0)
    const otherMarks = otherPlaces + 1 + (values[otherPlaces] ?? 0)
    bits += this.numbers(marks, otherMarks)
    if (bits === Number.POSITIVE_INFINITY) return bits
    const names = marks + 1 + 3 * (values[marks] ?? 0)
    const otherNames = otherMarks + 1 + 3 * (values[otherMarks] ?? 0)
    bits += this.names.of(names, starts[a + 1] ?? 0, otherNames, starts[b + 1] ?? 0)
    const equal = this.postcodes(places, otherPlaces)
    if (equal === undefined) return bits
    if (equal !== null) return bits + equal
    if (bits + this.nearest < floor) return bits
    return bits + this.nearBits(values[places + 1] ?? 0, values[otherPlaces + 1] ?? 0)
  }

  private readonly weigh = (outcome: Outcome) => bitsOf(outcome, this.parameters, this.frequencies)

  private readonly base = (field: string, level: string) =>
    weightOf(this.parameters.fields[field]?.[level])

  /** Where the marks of each begin: their number first, then the threes. */
  private numbers(one: number, other: number): number {
    const { values } = this
    const last = one + 3 * (values[one] ?? 0)
    const otherLast = other + 3 * (values[other] ?? 0)
    let bits = 0
    for (let i = one + 1; i < last; i += 3) {
      let most = 0
      for (let j = other + 1; j < otherLast; j += 3) {
        if (values[i] !== values[j]) continue
        if (values[i + 1] === values[j + 1]) return Number.POSITIVE_INFINITY
        const ends = values[i + 2] ?? 0
        const otherEnds = values[j + 2] ?? 0
        const differ = ends ^ otherEnds
        const short = ends === 0 || otherEnds === 0 || values[i] === 1
        if (short || (differ & 0xffff) === 0 || differ >>> 16 === 0) {
          most = this.numberBits[values[i] ?? 0] ?? 0
        }
      }
      bits += most
    }
    return bits
  }

  private births(one: number, other: number): number {
    const { values } = this
    const last = one + (values[one] ?? 0)
    const otherLast = other + (values[other] ?? 0)
    if (last === one || otherLast === other) return 0
    let most = Number.NEGATIVE_INFINITY
    for (let i = one + 1; i <= last; i++) {
      for (let j = other + 1; j <= otherLast; j++) {
        const date = values[i] ?? 0
        const level = birthLevelOf(date, values[j] ?? 0)
        const bits = level === 'exact' ? this.equalBirth(date) : this.otherBirth[level]
        most = Math.max(most, bits ?? 0)
      }
    }
    return most
  }

  private equalBirth(date: number): number {
    let bits = this.birthBits.get(date)
    if (bits === undefined) {
      bits = this.weigh({ field: 'birth', level: 'exact', values: [digitsOf(date)] })
      this.birthBits.set(date, bits)
    }
    return bits
  }

  private sexes(flags: number, others: number): number {
    const both = known.female | known.male
    if ((flags & both) === 0 || (others & both) === 0) return 0
    const { female, male, other } = this.sex
    const shared = flags & others & both
    if (shared === 0) return other
    return Math.max(
      shared & known.female ? female : -Infinity,
      shared & known.male ? male : -Infinity,
    )
  }

  /** Bits of an equal postcode; null: both have some and none is equal; undefined: not known. */
  private postcodes(one: number, other: number): number | null | undefined {
    const { values } = this
    const last = one + (values[one] ?? 0)
    const otherLast = other + (values[other] ?? 0)
    if (last === one || otherLast === other) return undefined
    if (last - one === 1 && otherLast - other === 1) {
      const postcode = values[last] ?? 0
      return postcode === values[otherLast] ? (this.postcodeBits[postcode] ?? 0) : null
    }
    let most = Number.NEGATIVE_INFINITY
    for (let i = one + 1; i <= last; i++) {
      for (let j = other + 1; j <= otherLast; j++) {
        const [x, y] = [values[i] ?? 0, values[j] ?? 0]
        most = Math.max(most, x === y ? (this.postcodeBits[x] ?? 0) : this.nearBits(x, y))
      }
    }
    return most
  }

  private nearBits(one: number, other: number): number {
    const { postcodes } = this.register
    return this.weigh(comparePostcodes(postcodes[one] ?? '', postcodes[other] ?? ''))
  }
}

const digitsOf = (date: number): string => (date >>> 0).toString(16).padStart(8, '0')
