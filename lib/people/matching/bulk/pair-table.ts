import type { Edge } from '../cluster'
import { edgeAt, type Found } from './score-records'

/** All pairs that threads found, as columns in the order of the first record. */
export class PairTable implements Found {
  readonly size: number
  readonly a: Int32Array
  readonly b: Int32Array
  readonly bits: Float64Array
  readonly flags: Uint8Array
  private readonly starts: Int32Array

  constructor(found: readonly Found[], records: number) {
    this.size = found.reduce((sum, { a }) => sum + a.length, 0)
    this.a = new Int32Array(this.size)
    this.b = new Int32Array(this.size)
    this.bits = new Float64Array(this.size)
    this.flags = new Uint8Array(this.size)
    this.starts = new Int32Array(records + 1)
    for (const { a } of found) {
      for (const record of a) this.starts[record + 1] = (this.starts[record + 1] ?? 0) + 1
    }
    for (let i = 0; i < records; i++) {
      this.starts[i + 1] = (this.starts[i + 1] ?? 0) + (this.starts[i] ?? 0)
    }
    const next = this.starts.slice()
    for (const { a, b, bits, flags } of found) {
      a.forEach((record, i) => {
        const at = next[record] ?? 0
        next[record] = at + 1
        this.a[at] = record
        this.b[at] = b[i] ?? 0
        this.bits[at] = bits[i] ?? 0
        this.flags[at] = flags[i] ?? 0
      })
    }
  }

  edge = (at: number): Edge => edgeAt(this, at)

  /** The places of the pairs chosen, in the order of `strongestFirst`. */
  strongestFirst(chosen: (at: number) => boolean): Uint32Array {
    const { a, b, bits } = this
    const places = new Uint32Array(this.size)
    let count = 0
    for (let at = 0; at < this.size; at++) if (chosen(at)) places[count++] = at
    return places
      .subarray(0, count)
      .sort(
        (x, y) =>
          (bits[y] ?? 0) - (bits[x] ?? 0) || (a[x] ?? 0) - (a[y] ?? 0) || (b[x] ?? 0) - (b[y] ?? 0),
      )
  }

  /** The pair of two records, whichever comes first, if it was found. */
  find(one: number, other: number): Edge | undefined {
    const [a, b] = one < other ? [one, other] : [other, one]
    for (let at = this.starts[a] ?? 0; at < (this.starts[a + 1] ?? 0); at++) {
      if (this.b[at] === b) return this.edge(at)
    }
    return undefined
  }
}
