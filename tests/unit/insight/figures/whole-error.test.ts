import { expect, test } from 'vitest'
import { listGroupsUnsure, listUnknown, sayLeftOut, sayRanges } from '@/lib/insight/whole-error'
import { cellsOf } from './published'

const figures = (of: Record<string, Record<string, number | null>>) =>
  new Map(Object.entries(of).map(([key, cells]) => [key, cellsOf(cells)]))

test('overlap is a range from joined records to suggested ones, where they differ', () => {
  const found = sayRanges(
    figures({
      several_by_ward: { 'total/yes': 500 },
      agencies_by_number: { 'total/2': 300, 'total/3': 100, 'total/4': 20 },
      if_joined: {
        ...{ joined_several: 503, joined_agencies_2: 330 },
        ...{ joined_agencies_3: null, joined_agencies_4: 31 },
      },
    }),
    'commissioner',
  )
  expect(found).toHaveLength(2)
  expect(found[0]).toMatch(/^People in touch with two agencies: 300 to 330, from records/)
  expect(found[1]).toMatch(/four agencies or more: 20 to 31/)
  expect(sayRanges(figures({ several_by_ward: { 'total/yes': 500 } }), 'open')).toEqual([])
})

test('a group is named only where its records clearly wait more often', () => {
  const of = (waits: number) =>
    listGroupsUnsure(
      figures({
        unsure_by_group: {
          ...{ 'total/people': 2000, 'total/pair_waits': 100 },
          ...{ 'asian/people': 300, 'asian/pair_waits': waits },
        },
      }),
      'commissioner',
    )
  expect(of(16)).toMatch(/no ethnic group clearly more/)
  expect(of(45)).toMatch(/^5 in 100 people counted .* more of those recorded as .*\(14 to 16/)
  expect(listGroupsUnsure(figures({}), 'open')).toBe('')
})

test('what is not known is a share of everybody, and too few is said', () => {
  const found = listUnknown(
    figures({
      people: { total: 1000 },
      needs: { 'money/not_asked': 300, 'money/not_known': null },
    }),
    'commissioner',
  )
  expect(found[0]).toMatchObject({ key: 'money', cells: ['30 in 100', 'too few to say'] })
  expect(found).toHaveLength(13)
  expect(listUnknown(figures({}), 'open')).toEqual([])
})

test('who is left out is counted by how, and as a share', () => {
  const left = figures({ left_out: { left_out: 40, objected: 30, not_counted: 0 } })
  expect(sayLeftOut(left, 960, 'commissioner')).toMatch(
    /^30 people objected to sharing, and 0 to 2 asked not .*: 4 in 100 of all in touch.$/,
  )
  expect(sayLeftOut(figures({}), 960, 'commissioner')).toMatch(/not how many they are/)
})
