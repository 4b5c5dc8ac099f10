import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { csvCell, csvLine, refusedReport } from '@/lib/transfer/report'

// Many rows or many tries: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

describe('cells of an export', () => {
  it.each([
    '=1+1',
    '+44 7700',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    ' =1',
    '＝1',
    '\u200b=1',
    '\u0001=1',
    ' \u0007\u200b+1',
    '\u0085@1',
  ])('%j is not run by a spreadsheet', (text) =>
    expect(csvCell(text).replace(/^"/, '')).toMatch(/^'/),
  )

  it('are quoted as RFC 4180 asks', () => {
    expect(csvLine(['a', 'b,c', 'say "hi"', 'two\nlines', ''])).toBe(
      'a,"b,c","say ""hi""","two\nlines",\r\n',
    )
    expect(csvCell("O'Neill")).toBe("O'Neill")
    expect(csvCell('a\u0000b')).toBe('ab')
  })

  it('come back as they were but for the guard, and none can be run', () => {
    const cell = fc.string({ unit: 'binary', maxLength: 20 })
    const odd = fc.constantFrom('=', '+', '-', '@', '\t', '"', ',', '\r\n', ' ', '\u0000', '＝')
    const text = fc.oneof(
      cell,
      fc.array(fc.oneof(odd, cell)).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), (cells) => {
        const rows: string[][] = parse(csvLine(cells), { record_delimiter: '\r\n' })
        const [back = []] = rows
        return cells.every((given, i) => {
          const plain = given.replaceAll('\u0000', '')
          const read = back[i] ?? ''
          return (read === plain || read === `'${plain}`) && !/^[\s\p{C}]*[=+\-@＝]/u.test(read)
        })
      }),
      { numRuns: 400 },
    )
  })
})

it('a report of refused rows says line, column and reason, and gives the row back', () => {
  const problems = [
    { line: 7, column: 'ref', message: 'No number.' },
    { line: 7, column: 'NINO', message: 'Somebody could have it.' },
  ]
  const rows = [
    { problems, cells: ['=cmd', 'AB123456C'] },
    { problems: [{ line: 9, column: null, message: 'Too few cells.' }], cells: ['R2'] },
  ]
  const text = [...refusedReport(['ref', 'NINO'], rows)].join('')
  expect(text).toBe(
    '\uFEFFLine,Column,Reason,ref,NINO\r\n' +
      '7,"ref; NINO",No number. Somebody could have it.,\'=cmd,AB123456C\r\n' +
      '9,,Too few cells.,R2,\r\n',
  )
})
