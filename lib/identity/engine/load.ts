import { BlocksBuilder, type Blocks } from '@/lib/people/matching/bulk/blocks'
import { RegisterBuilder, type Register } from '@/lib/people/matching/bulk/register'
import type { Facets } from '@/lib/people/matching/facets'
import { FrequencyCounter, type FrequencyTable } from '@/lib/people/matching/frequencies'
import { keyCaps, usualCap } from '@/lib/people/matching/keys'
import type { WorkerScope } from '@/lib/worker'

/** Every record to be compared: whose it is now, and how common each value is. */
export type Loaded = {
  register: Register
  table: FrequencyTable
  ids: string[]
  people: string[]
  /** Those that somebody made or changed by typing. */
  byHand: Set<number>
  /** Index in the register of a record's number in the database; -1: none. */
  indexOf: Int32Array
}

const atATime = 10_000

type Row = { no: number; record_id: string; person_id: string; by_hand: boolean; facets: string }

/** Reads the register, a piece at a time, in the order in which records were numbered. */
export async function loadRegister({ ask }: WorkerScope): Promise<Loaded> {
  const builder = new RegisterBuilder()
  const counter = new FrequencyCounter()
  const ids: string[] = []
  const people: string[] = []
  const numbers: number[] = []
  const byHand = new Set<number>()
  const piece = (after: number) =>
    ask<Row>('select * from identity.facets_after($1, $2)', [after, atATime])
  for (let next = piece(0); ;) {
    const rows = await next
    const last = rows.at(-1)
    if (!last) break
    next = piece(last.no) // the database reads on while these are taken in
    next.catch(() => undefined) // heard when it is waited for
    for (const { no, record_id: id, person_id: person, by_hand: typed, facets: text } of rows) {
      if (typed) byHand.add(ids.length)
      const facets = JSON.parse(text) as Facets
      builder.add(facets, text, person)
      counter.add(facets)
      ids.push(id)
      people.push(person)
      numbers.push(no)
    }
  }
  const indexOf = new Int32Array((numbers.at(-1) ?? 0) + 1).fill(-1)
  numbers.forEach((no, index) => (indexOf[no] = index))
  return { register: builder.taken(), table: counter.table, ids, people, byHand, indexOf }
}

/** What the caps kept out: blocks, and records counted once for each. */
export type LeftOut = { blocks: number; records: number }

type BlockRow = { size: number; members: string | null }

const nextBlocks = ({ ask }: WorkerScope) => ask<BlockRow>(`fetch ${atATime} from block`)

/**
 * Asks the database who shares a key, and answers once it knows. Beside `loadRegister` where there
 * is a second connection: the one keeps the database busy, the other this process.
 */
export async function findBlocks(scope: WorkerScope): Promise<BlockRow[]> {
  await scope.ask('begin')
  try {
    await scope.ask(
      `declare block no scroll cursor for
         select size, members::text from identity.blocks('${JSON.stringify(keyCaps)}', ${usualCap})`,
    )
    return await nextBlocks(scope)
  } catch (error) {
    await scope.ask('rollback').catch(() => [])
    throw error
  }
}

/** Reads who shares a key, beginning with what `findBlocks` gave. */
export async function loadBlocks(
  scope: WorkerScope,
  { register, indexOf }: Loaded,
  first: BlockRow[],
): Promise<{ blocks: Blocks; leftOut: LeftOut }> {
  const builder = new BlocksBuilder(register.records)
  const leftOut = { blocks: 0, records: 0 }
  try {
    for (let rows = first; rows.length > 0;) {
      const next = nextBlocks(scope)
      next.catch(() => undefined) // heard when it is waited for
      for (const { size, members } of rows) {
        if (members === null) {
          leftOut.blocks += 1
          leftOut.records += size
        } else builder.add(indexes(members, indexOf))
      }
      rows = await next
    }
  } finally {
    await scope.ask('rollback')
  }
  return { blocks: builder.taken(), leftOut }
}

/**
 * `{3,17}` as indexes, ascending; a record that came since the register was read is passed over.
 */
function indexes(members: string, indexOf: Int32Array): number[] {
  const found: number[] = []
  let ascending = true
  let no = 0
  for (let at = 1; at < members.length; at++) {
    const sign = members.charCodeAt(at)
    if (sign >= zero && sign < zero + 10) {
      no = no * 10 + sign - zero
      continue
    }
    const index = indexOf[no] ?? -1
    no = 0
    if (index < 0) continue
    if (found.length > 0 && index < (found[found.length - 1] ?? 0)) ascending = false
    found.push(index)
  }
  return ascending ? found : found.sort((a, b) => a - b)
}

const zero = '0'.charCodeAt(0)
