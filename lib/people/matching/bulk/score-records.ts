import type { Edge } from '../cluster'
import type { Facets } from '../facets'
import { frequenciesOf, type Frequencies, type FrequencyTable } from '../frequencies'
import type { Parameters } from '../parameters'
import { scorePair, weighPair, weighPairFrom, type PairScore } from '../score'
import { candidatesAfter, share, type Blocks } from './blocks'
import type { Register } from './register'
import { UpperBound } from './upper-bound'

/** What threads share: all of it plain data or shared memory. */
export type BulkInput = {
  register: Register
  blocks: Blocks
  parameters: Parameters
  table: FrequencyTable
  /** Pairs under this many bits are not given back. */
  floor: number
}

/** Pairs found, as columns: bit 0 of a flag is `blocked`, bit 1 `apart`. */
export type Found = { a: Int32Array; b: Int32Array; bits: Float64Array; flags: Uint8Array }

/** How many pairs were met, and how many of them had to be weighed. */
export type Effort = { met: number; weighed: number }

const kept = 1 << 13

/** Weighs pairs of a register, one thread's share at a time. */
export class BulkScorer {
  private readonly frequencies: Frequencies
  private bound: UpperBound | null = null
  private readonly seen: Int32Array
  private readonly candidates: number[] = []
  private readonly facets: { record: number; facets: Facets }[] = []
  private readonly text: Buffer
  readonly effort: Effort = { met: 0, weighed: 0 }

  constructor(private readonly input: BulkInput) {
    const { register, table } = input
    this.frequencies = frequenciesOf(table)
    this.seen = new Int32Array(register.records)
    this.text = Buffer.from(register.texts.buffer)
  }

  /** Facets of a record; those met last are kept. */
  facetsOf(record: number): Facets {
    const place = record % kept
    const held = this.facets[place]
    if (held?.record === record) return held.facets
    const { textStarts } = this.input.register
    const text = this.text.toString('utf8', textStarts[record], textStarts[record + 1])
    const facets = JSON.parse(text) as Facets
    this.facets[place] = { record, facets }
    return facets
  }

  /** The score of a pair, whether or not they share a block; the lower number first. */
  score(a: number, b: number): PairScore {
    const [left, right] = this.inOrder(a, b)
    return scorePair(left, right, this.input.parameters, this.frequencies)
  }

  private inOrder(a: number, b: number): [Facets, Facets] {
    return [this.facetsOf(Math.min(a, b)), this.facetsOf(Math.max(a, b))]
  }

  /** What is known of a pair; undefined when they share no block. */
  edgeOf(a: number, b: number): Edge | undefined {
    if (!share(this.input.blocks, a, b)) return undefined
    const [left, right] = this.inOrder(a, b)
    const { parameters } = this.input
    const { bits, guards, conflict } = weighPair(left, right, parameters, this.frequencies)
    return { a, b, bits, blocked: guards.length > 0, apart: conflict }
  }

  /** Every pair at or over the floor of these records with a later one they are not linked with. */
  scoreRecords(from: number, to: number): Found {
    const { register, blocks, floor, parameters } = this.input
    this.bound ??= new UpperBound(register, parameters, this.frequencies)
    const a: number[] = []
    const b: number[] = []
    const bits: number[] = []
    const flags: number[] = []
    for (let record = from; record < Math.min(to, register.records); record++) {
      const found = candidatesAfter(blocks, record, this.seen, this.candidates)
      this.effort.met += found
      for (let i = 0; i < found; i++) {
        const other = this.candidates[i] ?? 0
        if (register.personOf[record] === register.personOf[other]) continue
        if (this.bound.of(record, other, floor) < floor) continue
        this.effort.weighed += 1
        const [left, right] = this.inOrder(record, other)
        const score = weighPairFrom(floor, left, right, parameters, this.frequencies)
        if (!score) continue
        a.push(record)
        b.push(other)
        bits.push(score.bits)
        flags.push((score.guards.length > 0 ? 1 : 0) | (score.conflict ? 2 : 0))
      }
    }
    return {
      ...{ a: Int32Array.from(a), b: Int32Array.from(b) },
      ...{ bits: Float64Array.from(bits), flags: Uint8Array.from(flags) },
    }
  }
}

/** One pair of columns. */
export function edgeAt({ a, b, bits, flags }: Found, i: number): Edge {
  const flag = flags[i] ?? 0
  const blocked = (flag & 1) !== 0
  return { a: a[i] ?? 0, b: b[i] ?? 0, bits: bits[i] ?? 0, blocked, apart: (flag & 2) !== 0 }
}

/** The pairs of columns, one by one. */
export function* edgesOf(found: Found): Generator<Edge> {
  for (let i = 0; i < found.a.length; i++) yield edgeAt(found, i)
}
