import { describe, expect, test } from 'vitest'
import { groupByValue, sayGivers, type FactValue } from '@/lib/facts/grouped'

let count = 0
const said = (by: string, more: Partial<FactValue> = {}): FactValue => ({
  ...{ id: String(++count), by, value: '19 March 1990', when: '4 August 2026' },
  ...more,
})
const document = { proof: true, source: 'Seen on a document' }
const hidden = 'another service'

describe('who says so', () => {
  test('two by name, more by how many, and how many by a document', () => {
    expect(sayGivers([said('Health'), said('Housing')])).toBe('Health and Housing')
    const many = ['Health', 'Housing', 'Probation'].map((by) => said(by, document))
    expect(sayGivers([...many, said('Jobcentre')])).toBe('Four agencies, three by a document')
  })

  test('an agency that says it twice counts once', () => {
    expect(sayGivers([said('Health', document), said('Health', document), said('Housing')])).toBe(
      'Health and Housing, one by a document',
    )
  })

  test('however many may not be known, they are told as one and counted nowhere', () => {
    const known = ['Health', 'Housing', 'Probation'].map((by) => said(by))
    const one = [...known, said(hidden, document)]
    const three = [...one, said(hidden, document), said(hidden)]
    expect(sayGivers(one)).toBe('Three agencies and another service, by a document')
    expect(sayGivers(three)).toBe(sayGivers(one))
    expect(groupByValue(three)[0]?.lines).toHaveLength(groupByValue(one)[0]?.lines.length ?? 0)
    expect(sayGivers([said(hidden), said(hidden)])).toBe('Another service')
  })
})

test('entries that say the same stand together, in the order of their first', () => {
  const groups = groupByValue([
    said('Health', { value: '1 Example Street, ZZ1 1ZZ', note: 'Ring first' }),
    said('Housing', { value: '2 Example Street' }),
    said('Probation', { value: '1 example street ZZ1 1ZZ' }),
  ])
  expect(groups.map(({ value, givers, notes }) => [value, givers, notes])).toEqual([
    ['1 Example Street, ZZ1 1ZZ', 'Health and Probation', ['Ring first']],
    ['2 Example Street', 'Housing, 4 August 2026', []],
  ])
})

test('a single entry says when it was said and where from', () => {
  expect(groupByValue([said('Health', document)])[0]?.givers).toBe(
    'Health, 4 August 2026, seen on a document',
  )
  const two = groupByValue([said(hidden, { note: 'His sister’s' }), said(hidden)])
  expect(two[0]?.lines).toMatchObject([{ note: 'His sister’s' }])
})
