import { expect, test } from 'vitest'
import { addressAt, addressWith, filtersOf } from '@/app/people/[personId]/timeline/addresses'

const here = '/people/p/timeline'
const agency = '01890000-0000-7000-8000-000000000001'

test('another filter stays at the same place in the list', () => {
  const asked = { day: '2026-01-02', after: 'x', part: 'end', earlier: ',a', kind: 'phone' }
  expect(addressWith(here, { show: 'changes', view: 'compact' }, asked)).toBe(
    `${here}?show=changes&view=compact&day=2026-01-02&after=x&part=end&earlier=%2Ca#happened`,
  )
  expect(addressWith(here, {}, { month: ['2026-01', '2026-02'] })).toBe(`${here}#happened`)
})

test('a kind of contact and turning points are left behind where changes alone are shown', () => {
  expect(filtersOf({ kind: 'phone', major: 'yes', agency })).toEqual({
    ...{ kind: 'phone', major: 'yes', agency },
  })
  expect(filtersOf({ show: 'changes', kind: 'phone', major: 'yes', agency })).toEqual({
    ...{ show: 'changes', agency },
  })
})

test('a month keeps the filters and begins anew', () => {
  expect(addressAt(here, { view: 'compact' }, '2026-01', '')).toBe(
    `${here}?view=compact&month=2026-01`,
  )
  expect(addressAt(here, {}, null, '#happened')).toBe(`${here}#happened`)
})
