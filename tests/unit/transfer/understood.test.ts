import { describe, expect, it } from 'vitest'
import { feedFacts, personFacts, type UnderstoodPerson } from '@/lib/transfer/understood'
import { namesWords, undoWords } from '@/lib/transfer/words'

const person: UnderstoodPerson = {
  localRef: 'A1',
  names: [
    { kind: 'legal', given: 'Ida', middle: 'Mary', family: 'van der Berg' },
    { kind: 'legal', given: 'Suharto', middle: '', family: '' },
  ],
  birth: { year: 1985, month: 6, day: 5, estimated: false },
  sex: null,
  ethnicity: null,
  identifiers: [
    { type: 'nhs', display: '999 104 7298', norm: '9991047298', check: 'ok' },
    { type: 'nino', display: 'REFUSED', norm: '', check: 'none' },
    { type: 'crn', display: 'X123456', norm: '', check: 'warning' },
    { type: 'local', display: 'A1', norm: 'A1', check: 'ok' },
  ],
  addresses: [{ lines: '1 Elm Row\nWrenford', postcode: 'CV1 1AA' }],
  reaches: [{ kind: 'mobile', value: '07700 900017' }],
}

describe('a row as it was understood', () => {
  it('tells which part of a name is which, dates in words, and what is no number', () => {
    expect(personFacts(person).map(({ term, words }) => `${term}: ${words}`)).toEqual([
      'Name: Ida Mary, family name van der Berg',
      'Name: Suharto',
      'Born: 5 June 1985',
      'Your number: A1',
      'NHS number: 999 104 7298',
      'National Insurance number: REFUSED (not a number: kept as it came, and nothing is found by it)',
      'Probation number (CRN): X123456 (kept as it came, and compared with nothing)',
      'Address: 1 Elm Row, Wrenford, CV1 1AA',
      'Telephone: 07700 900017',
    ])
  })

  it('of a feed tells the spell, the contact and what is next', () => {
    const facts = feedFacts({
      ...{ localRef: 'A1', team: 'North', worker: 'Colm Byrne', from: '2026-02-01', until: null },
      last: { date: '2026-11-20', kind: 'home_visit', outcome: 'not_seen' },
      nextAt: '2026-11-26T14:30:00.000Z',
    })
    expect(facts.map(({ term, words }) => `${term}: ${words}`)).toEqual([
      ...['Your number: A1', 'Team: North', 'Worker: Colm Byrne', 'From: 1 February 2026'],
      'Last contact: 20 November 2026, Home visit, not seen',
      expect.stringMatching(/^Next: 26 November 2026/),
    ])
  })
})

describe('words of a file', () => {
  it('names a few, and the first of many', () => {
    expect(namesWords(['Ann'])).toBe('Ann')
    expect(namesWords(['Ann', 'Bob', 'Col'])).toBe('Ann, Bob and Col')
    const many = 'ABCDEFGHIJ'.split('')
    expect(namesWords(many)).toBe('A, B, C, D, E, F and 4 more')
  })

  it('say exactly what undoing does', () => {
    expect(undoWords({ received: 1, changed: 2, unchanged: 5 })).toEqual([
      'The 1 person it brought, with all it said of them, is taken away.',
      '2 people go back to what was known before.',
      'Links that were made because of it are undone.',
    ])
    expect(undoWords({ received: 2, same: 1, waiting: 1 })).toEqual([
      'The records of 3 people it brought, with all it said of them, are taken away.',
      '1 row no longer waits.',
      'Links that were made because of it are undone.',
    ])
  })
})
