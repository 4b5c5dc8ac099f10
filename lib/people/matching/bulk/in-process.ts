import type { EngineRecord } from '../engine'
import { FrequencyCounter } from '../frequencies'
import { capOf, keysOf } from '../keys'
import { BlocksBuilder, type Blocks } from './blocks'
import { RegisterBuilder, type Register } from './register'

/** Blocks of records that share a key, within the caps; what was left out is counted. */
export function blocksOf(records: readonly EngineRecord[]): Blocks {
  const members = new Map<string, number[]>()
  records.forEach(({ facets }, index) => {
    for (const key of keysOf(facets)) {
      const block = members.get(key)
      if (block) block.push(index)
      else members.set(key, [index])
    }
  })
  const builder = new BlocksBuilder(records.length)
  for (const [key, block] of members) {
    if (block.length > 1 && block.length <= capOf(key)) builder.add(block)
  }
  return builder.taken()
}

/** The register and the counts of records held in memory. */
export function registerOf(records: readonly EngineRecord[]) {
  const builder = new RegisterBuilder()
  const counter = new FrequencyCounter()
  for (const { facets } of records) {
    builder.add(facets)
    counter.add(facets)
  }
  const register: Register = builder.taken()
  return { register, table: counter.table }
}
