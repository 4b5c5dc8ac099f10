import { GrowingLists, type Lists } from './growing'

/** Blocks of records that share a key, by block and by record. */
export type Blocks = { members: Lists; blocksOf: Lists }

/** Takes blocks in one after another. */
export class BlocksBuilder {
  private readonly members = new GrowingLists()
  private readonly sizes: Int32Array

  constructor(private readonly records: number) {
    this.sizes = new Int32Array(records)
  }

  /** @param block numbers of the records in it, ascending */
  add(block: Iterable<number>): void {
    for (const record of block) {
      this.members.push(record)
      this.sizes[record] = (this.sizes[record] ?? 0) + 1
    }
    this.members.end()
  }

  taken(): Blocks {
    const members = this.members.taken()
    const starts = new Int32Array(new SharedArrayBuffer(4 * (this.records + 1)))
    for (let i = 0; i < this.records; i++) starts[i + 1] = (starts[i] ?? 0) + (this.sizes[i] ?? 0)
    const values = new Int32Array(new SharedArrayBuffer(4 * members.values.length))
    const next = starts.slice()
    for (let block = 0; block + 1 < members.starts.length; block++) {
      const end = members.starts[block + 1] ?? 0
      for (let at = members.starts[block] ?? 0; at < end; at++) {
        const record = members.values[at] ?? 0
        const place = next[record] ?? 0
        values[place] = block
        next[record] = place + 1
      }
    }
    return { members, blocksOf: { starts, values } }
  }
}

/**
 * Records after this one that share a block with it, each once: with `seen` kept between calls, an
 * array of zeros as long as the register, so that nothing is cleared between two records.
 *
 * @returns how many were written to `into`
 */
export function candidatesAfter(
  { members, blocksOf }: Blocks,
  record: number,
  seen: Int32Array,
  into: number[],
): number {
  let found = 0
  const mark = record + 1
  const last = blocksOf.starts[record + 1] ?? 0
  for (let i = blocksOf.starts[record] ?? 0; i < last; i++) {
    const block = blocksOf.values[i] ?? 0
    const start = members.starts[block] ?? 0
    for (let at = (members.starts[block + 1] ?? 0) - 1; at >= start; at--) {
      const other = members.values[at] ?? 0
      if (other <= record) break
      if (seen[other] === mark) continue
      seen[other] = mark
      into[found++] = other
    }
  }
  return found
}

/** Whether two records share a block. */
export function share({ blocksOf }: Blocks, a: number, b: number): boolean {
  const end = blocksOf.starts[b + 1] ?? 0
  let at = blocksOf.starts[b] ?? 0
  for (let i = blocksOf.starts[a] ?? 0; i < (blocksOf.starts[a + 1] ?? 0); i++) {
    const block = blocksOf.values[i] ?? 0
    while (at < end && (blocksOf.values[at] ?? 0) < block) at++
    if (at < end && blocksOf.values[at] === block) return true
  }
  return false
}
