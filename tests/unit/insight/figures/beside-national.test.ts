import { expect, test } from 'vitest'
import { besideNational } from '@/lib/insight/beside-national'
import { tableOf, type Table } from '@/lib/insight/programme'
import { layTable } from '@/lib/insight/table-view'
import { areas, cellsOf } from './published'

const viewOf = (key: string, values: Record<string, number | null>) =>
  layTable(tableOf(key) as Table, cellsOf(values), areas)
const core = { 'total/1': 400, 'total/2': 300, 'total/3': 300, 'total/total': 1500 }

test('the national figure stands beside ours as shares of people in any of the three', () => {
  const lines = besideNational(viewOf('core_by_sex', core), 'commissioner')
  expect(lines?.map(({ national }) => national)).toEqual(['62 in 100', '28 in 100', '10 in 100'])
  expect(lines?.map(({ ours }) => ours)).toEqual([
    '40 to 40 in 100',
    '30 to 30 in 100',
    '30 to 30 in 100',
  ])
})

test('nothing stands beside a table of other definitions, few people, or what is withheld', () => {
  expect(besideNational(viewOf('gendered_by_sex', core), 'open')).toBeNull()
  expect(
    besideNational(viewOf('core_by_sex', { ...core, 'total/2': null }), 'commissioner'),
  ).toBeNull()
  const few = { 'total/1': 20, 'total/2': 10, 'total/3': 5, 'total/total': 60 }
  expect(besideNational(viewOf('core_by_sex', few), 'commissioner')).toEqual([])
})
