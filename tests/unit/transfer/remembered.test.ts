import { describe, expect, it } from 'vitest'
import { asRemembered } from '@/lib/transfer/remembered'
import { suggestMapping } from '@/lib/transfer/suggest'

const now = '2026-11-24'
const header = ['Client Ref', 'Name', 'Date of Birth']
const suggested = (births: string[], head = header) => {
  const rows = births.map((birth, i) => [`A${i}`, `Ann Bee${i}`, ...birth.split(' ')])
  return { rows, suggestion: suggestMapping(head, rows, 'people', now) }
}
const before = suggested(['18/05/1977', '27/11/1982']).suggestion.mapping
const again = (births: string[], settled = false) => {
  const { rows, suggestion } = suggested(births)
  const { mapping, columns } = asRemembered(suggestion, before, rows, now, settled)
  return [mapping.dateOrders['2'], columns[2]?.doubt]
}

describe('a file with headings seen before', () => {
  it('that writes its dates as last time is read so, and nothing is said', () => {
    expect(again(['19/05/1977', '01/02/1985'])).toEqual(['dmy', null])
    expect(again(['1977-05-19'])).toEqual(['dmy', null])
  })

  it('that writes month first is read so, and asked about', () => {
    expect(again(['05/18/1977', '03/04/1990', '01/02/1985'])).toEqual([
      'mdy',
      'This file writes month first, other than last time. Check the order.',
    ])
    expect(again(['28263', '30282'])[0]).toBe('serial')
  })

  it('that could be read both ways is read as last time, and doubted', () => {
    const [order, doubt] = again(['03/04/1990', '01/02/1985'])
    expect(order).toBe('dmy')
    expect(doubt).toContain('Read day first, as last time.')
  })

  it('whose order was chosen for itself keeps it', () => {
    expect(again(['05/18/1977'], true)).toEqual([
      'dmy',
      'This file writes month first, other than chosen. Check the order.',
    ])
  })
})

it('a column that could be either way round goes by one that cannot', () => {
  const head = ['Person Ref', 'Team', 'Start Date', 'Last Contact Date']
  const rows = [
    ['A1', 'North', '05/18/2025', '03/04/2026'],
    ['A2', 'North', '11/27/2025', '03/05/2026'],
  ]
  const { mapping } = suggestMapping(head, rows, 'headline_feed', now)
  expect(mapping.dateOrders).toEqual({ '2': 'mdy', '3': 'mdy' })
})
