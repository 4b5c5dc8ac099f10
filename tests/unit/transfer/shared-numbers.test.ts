import { describe, expect, it } from 'vitest'
import { readPerson } from '@/lib/transfer/rows'
import { SharedNumbers } from '@/lib/transfer/shared-numbers'
import { suggestMapping } from '@/lib/transfer/suggest'

const now = '2026-11-24'
const header = ['Client Ref', 'Surname', 'Forename', 'Date of Birth', 'NHS Number']
const { mapping } = suggestMapping(header, [], 'people', now)

/** Each row's warnings, and whether its number is still evidence. */
function check(...rows: string[][]) {
  const numbered = rows.map((cells, i) => ({ line: i + 2, cells }))
  const shared = new SharedNumbers(mapping, numbered)
  return rows.map((cells, i) => {
    const row = { line: i + 2, cells, problem: null }
    const read = readPerson(row, header, mapping, { now, practice: true })
    if (!read.ok) return expect.fail('refused')
    const { person, warnings } = shared.of(row.line, read.value, header)
    return [warnings.map(({ message }) => message).join(' '), person.identifiers[0]?.norm]
  })
}

describe('one number on several rows of a file', () => {
  it('is said on each of them, and is evidence of nothing where they are not alike', () => {
    expect(
      check(
        ['A1', 'Bee', 'Ann', '01/02/1980', '999 000 0018'],
        ['A2', 'Bee', 'Bob', '03/04/1990', '9990000018'],
        ['A3', 'Cee', 'Cat', '05/06/1970', '9990000026'],
      ),
    ).toEqual([
      ['Line 3 has the same NHS number.', ''],
      ['Line 2 has the same NHS number.', ''],
      ['', '9990000026'],
    ])
  })

  it('stays evidence where the rows are one person twice', () => {
    const row = ['Bee', 'Ann', '01/02/1980', '9990000018']
    expect(check(['A1', ...row], ['A2', ...row], ['A3', ...row])).toEqual([
      ['Line 3 has the same NHS number, and so has 1 more.', '9990000018'],
      ['Line 2 has the same NHS number, and so has 1 more.', '9990000018'],
      ['Line 2 has the same NHS number, and so has 1 more.', '9990000018'],
    ])
  })

  it('that is a stand-in is none', () => {
    const rest = ['Ann', '01/02/1980', 'REFUSED']
    expect(check(['A1', 'Bee', ...rest], ['A2', 'Cee', ...rest])).toEqual([
      ['', ''],
      ['', ''],
    ])
  })
})
