import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { EngineRecord } from '@/lib/people/matching/engine'
import { memoryEngine } from '@/lib/people/matching/memory-engine'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { inventRecords } from '@/scripts/evaluation/invent'
import { readExtracts } from '@/scripts/evaluation/read-extracts'

// The agencies' full extracts lie beside the project where it is developed, and nowhere else.
const whole = '../shared/data/extracts'

const sets: [string, EngineRecord[]][] = [
  ['the kept samples', readExtracts('tests/fixtures/extracts')],
  ['invented people of seven origins', inventRecords(60)],
  ...(existsSync(whole)
    ? [
        ['a quarter of the four extracts', quarterOf(readExtracts(whole))] as [
          string,
          EngineRecord[],
        ],
      ]
    : []),
]

/** Every row of a quarter of the people. */
function quarterOf(records: ReturnType<typeof readExtracts>): EngineRecord[] {
  return records.filter(({ person }) => Number(person.slice(1)) % 4 === 0)
}

/** The same rows in an order of their own. */
const shuffled = (records: readonly EngineRecord[]): EngineRecord[] =>
  records
    .map((record, at) => ({ record, place: Math.imul(at + 7, 0x9e3779b1) >>> 0 }))
    .sort((x, y) => x.place - y.place)
    .map(({ record }) => record)

/** Who is one person, by the records' own names: groups as sorted texts. */
function peopleOf(records: readonly EngineRecord[]): string[] {
  const parameters = shippedParameters(records.length)
  const { groupOf } = memoryEngine.linkAll(records, parameters)
  const groups = new Map<number, string[]>()
  records.forEach(({ id }, at) => {
    const group = groupOf[at] ?? -1
    groups.set(group, [...(groups.get(group) ?? []), id])
  })
  return [...groups.values()].map((ids) => ids.sort().join(' ')).sort()
}

describe.each(sets)('%s', (_, records) => {
  test('are the same people in any order of the rows', () => {
    const people = peopleOf(records)
    expect(people.length).toBeLessThan(records.length)
    for (const order of [shuffled(records), [...records].reverse()]) {
      expect(peopleOf(order)).toEqual(people)
    }
  })
})
