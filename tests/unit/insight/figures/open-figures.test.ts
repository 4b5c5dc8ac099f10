import { expect, test } from 'vitest'
import { getOpenPublications, getOpenTable } from '@/lib/insight/open-figures'
import type { ReadPublished } from '@/lib/insight/queries'
import { publicationOf } from './published'

const rows = [
  publicationOf({ no: 9, profile: 'open' }),
  publicationOf({ no: 8, to: '2026-06-30', profile: 'commissioner' }),
]
const asked: unknown[][] = []
const read = (async (text: string, values: readonly unknown[]) => {
  if (text.includes('shown_publication')) return rows
  asked.push([...values])
  return [
    { keys: ['female', '3'], value: 12 },
    { keys: ['male', '3'], value: null },
    { keys: ['total', 'total'], value: 900 },
  ]
}) as unknown as ReadPublished
const parsed = (text: string | null): unknown => JSON.parse(text ?? 'null')

test('the public is told of open publications and their city tables alone', async () => {
  const { publications } = parsed(await getOpenPublications(read)) as {
    publications: { no: number; margin: string; tables: { key: string; href: string }[] }[]
  }
  expect(publications.map(({ no }) => no)).toEqual([9])
  expect(publications[0]?.margin).toMatch(/less than about 8/)
  const keys = publications[0]?.tables.map(({ key }) => key) ?? []
  expect(keys).toContain('flow')
  expect(keys).not.toContain('people')
  expect(keys).not.toContain('several_by_ward')
})

test('a table is given with its ranges and what is withheld, and its definition', async () => {
  const found = parsed(await getOpenTable(read, '9', 'core_by_sex')) as {
    rows: { sex: string; core: string; people: unknown; note: unknown }[]
    table: { definition: string[] }
  }
  const at = (sex: string, core: string) =>
    found.rows.find((row) => row.sex === sex && row.core === core)
  expect(at('Female', 'All three')).toMatchObject({ people: 12, note: null })
  expect(at('Female', 'One')).toMatchObject({ people: '0 to 4', note: null })
  expect(at('Male', 'All three')).toMatchObject({ people: null, note: '[c]' })
  expect(found.table.definition.length).toBeGreaterThan(1)
})

test.each([
  ['8', 'core_by_sex'],
  ['9', 'several_by_ward'],
  ['9', 'people'],
  ['9', 'constructor'],
  ['9', ''],
  ['09', 'core_by_sex'],
  ['9 or 1=1', 'core_by_sex'],
  ['', 'core_by_sex'],
])('publication %j, table %j: nothing, and no figure is asked for', async (no, key) => {
  const before = asked.length
  expect(await getOpenTable(read, no, key)).toBeNull()
  expect(asked).toHaveLength(before)
})
