import { describe, expect, test } from 'vitest'
import {
  findNewestPublication,
  listAllCells,
  listCells,
  listOverTime,
  listPublications,
  type ReadPublished,
} from '@/lib/insight/queries'
import { valueAt } from '@/lib/insight/cells'
import { publicationOf } from './published'

/** A reader that gives these rows and keeps what it was asked. */
function readerOf(rows: readonly object[]) {
  const asked: { text: string; values: readonly unknown[] }[] = []
  const read = (async (text: string, values: readonly unknown[]) => {
    asked.push({ text, values })
    return rows
  }) as unknown as ReadPublished
  return { read, asked }
}

const rowOf = (given: Record<string, unknown>) => ({ ...publicationOf(), ...given })

describe('publications', () => {
  test('are asked for in the programme that is known here, the newest year first', async () => {
    const { read, asked } = readerOf([rowOf({ no: 8 }), rowOf({ no: 7 })])
    expect((await findNewestPublication(read))?.no).toBe(8)
    expect(asked[0]?.text).toMatch(/programme_version = any \(\$1\) order by to_on desc/)
    expect(asked[0]?.values).toEqual([[1, 2]])
    expect(await findNewestPublication(readerOf([]).read)).toBeUndefined()
  })

  test.each([
    { profile: 'exact' },
    { profile: 'constructor' },
    { to: '2026-02-31' },
    { no: null },
    { coverage: {} },
  ])('of which something is not as it should be are not shown: %o', async (given) => {
    await expect(listPublications(readerOf([rowOf(given)]).read)).rejects.toThrow()
  })
})

describe('figures', () => {
  test('are found by their keys; what has no row is 0, what is null is withheld', async () => {
    const { read, asked } = readerOf([
      { keys: ['W01', 'yes'], value: 12 },
      { keys: ['W02', 'yes'], value: null },
    ])
    const cells = await listCells(read, 7, 'several_by_ward')
    expect(asked[0]?.values).toEqual([7, 'several_by_ward'])
    expect(valueAt(cells, 'W01', 'yes')).toBe(12)
    expect(valueAt(cells, 'W02', 'yes')).toBeNull()
    expect(valueAt(cells, 'W03', 'yes')).toBe(0)
  })

  test('of a table that was never declared are read by nobody', async () => {
    const { read } = readerOf([
      { table: 'people', keys: ['total'], value: 12 },
      { table: 'people_by_street', keys: ['total'], value: 12 },
    ])
    const all = await listAllCells(read, 7)
    expect(valueAt(all.get('people') ?? new Map<string, number>(), 'total')).toBe(12)
    expect(all.has('people_by_street')).toBe(false)
  })

  test('that are no counts stop the page', async () => {
    await expect(listCells(readerOf([{ keys: ['a'], value: -1 }]).read, 7, 'x')).rejects.toThrow()
  })

  test('over time are one for each publication that has a row', async () => {
    const found = await listOverTime(readerOf([{ no: 7, value: null }]).read, 'number', ['2'])
    expect([...found]).toEqual([[7, null]])
  })
})
