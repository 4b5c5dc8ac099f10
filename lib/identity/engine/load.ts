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
  /** Index in the register of a record's number in the database; -1: none. */
  indexOf: Int32Array
}

const atATime = 10_000

type Row = { no: number; record_id: string; person_id: string; facets: string }

/** Reads the register, a piece at a time, in the order in which records were numbered. */
export async function loadRegister({ ask }: WorkerScope): Promise<Loaded> {
  const builder = new RegisterBuilder()
  const counter = new FrequencyCounter()
  const ids: string[] = []
  const people: string[] = []
  const numbers: number[] = []
  for (let after = 0; ;) {
    const rows = await ask<Row>('select * from identity.facets_after($1, $2)', [after, atATime])
    for (const { no, record_id: id, person_id: person, facets: text } of rows) {
      const facets = JSON.parse(text) as Facets
      builder.add(facets, text, person)
      counter.add(facets)
      ids.push(id)
      people.push(person)
      numbers.push(no)
    }
    const last = rows.at(-1)
    if (!last) break
    after = last.no
  }
  const indexOf = new Int32Array((numbers.at(-1) ?? 0) + 1).fill(-1)
  numbers.forEach((no, index) => (indexOf[no] = index))
  return { register: builder.taken(), table: counter.table, ids, people, indexOf }
}

/** What the caps kept out: blocks, and records counted once for each. */
export type LeftOut = { blocks: number; records: number }

/** Asks the database who shares a key, and reads it through a cursor. */
export async function loadBlocks(
  { ask }: WorkerScope,
  { register, indexOf }: Loaded,
): Promise<{ blocks: Blocks; leftOut: LeftOut }> {
  const builder = new BlocksBuilder(register.records)
  const leftOut = { blocks: 0, records: 0 }
  await ask('begin')
  try {
    await ask(
      `declare block no scroll cursor for
         select size, members::text from identity.blocks('${JSON.stringify(keyCaps)}', ${usualCap})`,
    )
    for (;;) {
      const rows = await ask<{ size: number; members: string | null }>(
        `fetch ${atATime} from block`,
      )
      if (rows.length === 0) break
      for (const { size, members } of rows) {
        if (members === null) {
          leftOut.blocks += 1
          leftOut.records += size
        } else builder.add(indexes(members, indexOf))
      }
    }
  } finally {
    await ask('rollback')
  }
  return { blocks: builder.taken(), leftOut }
}

/** `{3,17}` as indexes; a record that came since the register was read is passed over. */
function indexes(members: string, indexOf: Int32Array): number[] {
  return members
    .slice(1, -1)
    .split(',')
    .map((no) => indexOf[Number(no)] ?? -1)
    .filter((index) => index >= 0)
}
