import { describe, expect, it, vi } from 'vitest'
import { CSV_LIMITS, openCsv } from '@/lib/transfer/csv'
import { sniffDelimiter } from '@/lib/transfer/delimiter'
import type { CsvRow } from '@/lib/transfer/csv'
import { FileRefused } from '@/lib/transfer/problems'

// Many rows or many tries: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const bytes = (text: string) => new TextEncoder().encode(text)
async function read(input: string | Uint8Array) {
  const file = openCsv(typeof input === 'string' ? bytes(input) : input)
  const rows: CsvRow[] = []
  for await (const row of file.rows()) rows.push(row)
  return { file, rows }
}

describe('CSV', () => {
  it.each([
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CR', 'a,b\r1,2\r3,4'],
    ['mixed', 'a,b\r\n1,2\n3,4\r\n'],
  ])('reads %s line ends', async (lineEnds, text) => {
    const { file, rows } = await read(text)
    expect(file.lineEnds).toBe(lineEnds)
    expect(file.header).toEqual(['a', 'b'])
    expect(rows).toEqual([
      { line: 2, cells: ['1', '2'], problem: null },
      { line: 3, cells: ['3', '4'], problem: null },
    ])
  })

  it.each([',', ';', '\t', '|'])('finds the separator %j', async (sign) => {
    const text = `name${sign}note\n"A${sign}B"${sign}"x, y; z"\nC${sign}"say ""hi"""\n`
    expect(sniffDelimiter(text)).toBe(sign)
    const { rows } = await read(text)
    expect(rows.map((row) => row.cells)).toEqual([
      [`A${sign}B`, 'x, y; z'],
      ['C', 'say "hi"'],
    ])
  })

  it('counts lines as an editor does, over cells of several lines and blank rows', async () => {
    const { rows } = await read('a,b\r\n"one\r\ntwo",2\r\n\r\n,\r\nlast,4\r\n')
    expect(rows.map(({ line, cells }) => [line, cells[0]])).toEqual([
      [2, 'one\ntwo'],
      [6, 'last'],
    ])
  })

  it('names headings that are missing or there twice', async () => {
    const { file } = await read('Name,,name,Name\n1,2,3,4\n')
    expect(file.header).toEqual(['Name', 'Column 2', 'name (2)', 'Name (3)'])
  })

  it('takes a quotation mark inside a name as a letter', async () => {
    const { rows } = await read('a,b\nJim "Jimmy" Smith,2\n')
    expect(rows[0]).toMatchObject({ cells: ['Jim "Jimmy" Smith', '2'], problem: null })
  })

  it('takes missing cells as empty, and refuses a row with cells beyond the heading', async () => {
    const { rows } = await read('a,b\n1\n1,2,3\n4,5\n')
    expect(rows.map(({ problem }) => problem?.message ?? null)).toEqual([
      null,
      'This row has 3 cells where the heading has 2; after its end comes “3”. ' +
        'Look for a separator inside a cell.',
      null,
    ])
  })

  it('refuses a row with a cell too long, naming it', async () => {
    const { rows } = await read(`a,b\n1,${'x'.repeat(CSV_LIMITS.cell + 1)}\n`)
    expect(rows[0]?.problem).toMatchObject({ line: 2, column: 'b' })
  })

  it('says where a quotation mark is never closed, and keeps the rows around it', async () => {
    const { rows } = await read('a,b\n1,2\n"3,4\n5,6\n')
    expect(rows.map(({ line, problem }) => [line, problem === null])).toEqual([
      [2, true],
      [3, false],
      [4, true],
    ])
    expect(rows[1]?.problem?.message).toContain('never closed')
  })

  it('does not let a file of nothing but open quotation marks take for ever', async () => {
    const { rows } = await read(`a,b\n${'"1,2\n'.repeat(49_999)}`)
    expect(rows.length).toBeLessThanOrEqual(CSV_LIMITS.rows)
    expect(rows.some(({ problem }) => problem !== null)).toBe(true)
  }, 20_000)

  it('refuses what is no CSV file, in words', () => {
    const refused = (input: Uint8Array) => {
      try {
        openCsv(input)
      } catch (error) {
        return error instanceof FileRefused ? error.message : 'another error'
      }
      return 'taken'
    }
    expect(refused(bytes(''))).toBe('This file is empty.')
    expect(refused(bytes('\n\n'))).toContain('must name the columns')
    expect(refused(bytes('PK\u0003\u0004'))).toContain('spreadsheet')
    expect(refused(new Uint8Array([0xff, 0xfe, 0x61, 0, 0, 0]))).toContain('not text')
    expect(refused(new Uint8Array([0x61, 0, 0x62]))).toContain('not text')
    expect(refused(new Uint8Array(CSV_LIMITS.bytes + 1).fill(97))).toContain('10 megabytes')
    expect(refused(bytes('a,'.repeat(201)))).toContain('200 columns')
  })

  it('reads fifty thousand rows and refuses one more', async () => {
    const rows = (n: number) => `a,b\n${'1,2\n'.repeat(n)}`
    expect((await read(rows(CSV_LIMITS.rows))).rows).toHaveLength(50_000)
    await expect(read(rows(CSV_LIMITS.rows + 1))).rejects.toThrow('more than 50,000 rows')
  })

  it('reads its rows again from the start', async () => {
    const file = openCsv(bytes('a,b\n1,2\n3,4\n'))
    for await (const row of file.rows()) if (row.line === 2) break
    const lines: number[] = []
    for await (const row of file.rows()) lines.push(row.line)
    expect(lines).toEqual([2, 3])
  })
})
