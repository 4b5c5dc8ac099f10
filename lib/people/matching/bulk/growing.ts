/** A list of whole numbers that grows, kept in memory that threads share. */
export class Growing {
  private values = new Int32Array(new SharedArrayBuffer(4096))
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(new SharedArrayBuffer(this.values.byteLength * 2))
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }

  /** The numbers so far, in shared memory. */
  taken(): Int32Array {
    return this.values.subarray(0, this.length)
  }
}

/** Lists of whole numbers by record: those of record i are values[starts[i]] to starts[i + 1]. */
export type Lists = { starts: Int32Array; values: Int32Array }

/** Lists made one after another. */
export class GrowingLists {
  private readonly starts = new Growing()
  private readonly values = new Growing()

  constructor() {
    this.starts.push(0)
  }

  push(value: number): void {
    this.values.push(value)
  }

  /** Ends the list of this record; what is pushed next is of the next. */
  end(): void {
    this.starts.push(this.values.length)
  }

  taken(): Lists {
    return { starts: this.starts.taken(), values: this.values.taken() }
  }
}
