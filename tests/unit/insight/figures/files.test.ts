import { describe, expect, test } from 'vitest'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { unzipSync, strFromU8 } from 'fflate'
import { listFiles, readFileName } from '@/lib/insight/choose'
import { makeFile } from '@/lib/insight/files/make-file'
import { writeOds } from '@/lib/insight/files/write-ods'
import { programme } from '@/lib/insight/programme'
import { areas, cellsOf, publicationOf } from './published'

const publication = publicationOf()
const square = { type: 'Polygon' as const, coordinates: [[[3, 55], [3.1, 55], [3.1, 55.1], [3, 55]] as [number, number][]] } // prettier-ignore
const map = { areas: areas.map((area) => ({ ...area, shape: square })) }
const cells = cellsOf({
  'W01/yes': 1150,
  'W01/no': 0,
  'W02/yes': null,
  'W01/total': 1160,
  'total/total': 2000,
})
const make = (name: string) => {
  const asked = readFileName(name)
  if (!asked) throw new Error(name)
  return makeFile(asked, { place: 'Wrenford', publication, cells, map })
}
const csvOf = (name: string) =>
  parse<Record<string, string>>(String(make(name).body), {
    ...{ bom: true, columns: true, record_delimiter: '\r\n' },
  })

describe('CSV', () => {
  const rows = csvOf('several_by_ward.csv')

  test('has a line for each cell, ranges in words, and a note where a figure is withheld', () => {
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'Area code',
      'Ward',
      'Two or more needs now',
      'People',
      'Note',
    ])
    const said = rows.map(({ Ward, People, Note, ...rest }) =>
      [Ward, rest['Two or more needs now'], People, Note].join('|'),
    )
    expect(said).toContain('Minster|Two or more|1150|')
    expect(said).toContain('Minster|Fewer, or not known|0 to 2|')
    expect(said).toContain('Stonebow|Two or more||[c]')
    expect(said).toContain('Whole city|All|2000|')
  })

  test('no cell is one that a spreadsheet would run or read as a date or a negative', () => {
    for (const { key } of programme.tables) {
      for (const cell of csvOf(`${key}.csv`).flatMap((row) => Object.values(row))) {
        expect(cell).not.toMatch(/^\s*[=+\-@]|^\(?\d+[-/]\d+|^\(\d+\)$/)
      }
    }
  })
})

describe('CSV on the Web', () => {
  type Column = {
    name: string
    titles: string
    required: boolean
    datatype: string | { base: string; format: string }
  }
  type Described = {
    '@context': unknown
    url: string
    tableSchema: { columns: Column[]; primaryKey: string[] }
  }
  const described = (key: string) =>
    JSON.parse(String(make(`${key}.csv-metadata.json`).body)) as Described

  test('describes the columns of every table as its CSV has them', () => {
    for (const { key } of programme.tables) {
      const { url, tableSchema } = described(key)
      const rows = csvOf(`${key}.csv`)
      expect(url).toBe(`${key}.csv`)
      expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(Object.keys(rows[0] ?? {}))
      const names = tableSchema.columns.map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
      // A name may not begin with a sign of our own (W3C, tabular metadata, 5.6).
      for (const name of names) expect(name).toMatch(/^[a-z][a-z0-9_]*$/)
      const keyed = rows.map((row) =>
        tableSchema.columns
          .filter(({ name }) => tableSchema.primaryKey.includes(name))
          .map(({ titles }) => row[titles])
          .join('|'),
      )
      expect(new Set(keyed).size).toBe(rows.length)
    }
  })

  test('every cell is of the datatype that is said of its column', () => {
    const { columns } = described('several_by_ward').tableSchema
    const rows = csvOf('several_by_ward.csv')
    for (const { titles, required, datatype } of columns) {
      const format = typeof datatype === 'string' ? '.*' : datatype.format
      for (const row of rows) {
        const cell = row[titles] ?? ''
        if (cell === '') expect(required, titles).toBe(false)
        else expect(cell).toMatch(new RegExp(`^(?:${format})$`))
      }
    }
  })
})

describe('ODS', () => {
  test('is read back by another program as it was: numbers as numbers, words as words', () => {
    const { body } = make('several_by_ward.ods')
    const book = read(body, { type: 'array' })
    expect(book.SheetNames).toEqual(['Figures', 'Notes'])
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets.Figures ?? {}, { header: 1 })
    expect(rows[0]).toEqual(['Area code', 'Ward', 'Two or more needs now', 'People', 'Note'])
    expect(rows[1]).toEqual(['W01', 'Minster', 'Two or more', 1150])
    expect(rows).toContainEqual(['W01', 'Minster', 'Fewer, or not known', '0 to 2'])
    expect(rows.map((row) => row.at(-1))).toContain('[c]')
    const notes = utils.sheet_to_json<string[]>(book.Sheets.Notes ?? {}, { header: 1 })
    expect(notes[1]?.[0]).toMatch(/^Wrenford, Common Thread, publication 7/)
  })

  test('what looks like a formula or markup stays words, and an empty row keeps its place', () => {
    const body = writeOds([{ name: 'Words', rows: [['=1+1', '<b>', 'two  blanks'], [], [7]] }])
    const sheet = read(body, { type: 'array' }).Sheets.Words ?? {}
    const at = (cell: string) => sheet[cell] as { t: string; v: unknown; f?: string } | undefined
    expect(at('A1')).toMatchObject({ t: 's', v: '=1+1' })
    expect(at('A1')?.f).toBeUndefined()
    expect(at('B1')?.v).toBe('<b>')
    expect(at('C1')?.v).toBe('two  blanks')
    expect(at('A3')).toMatchObject({ t: 'n', v: 7 })
  })

  test('says first and uncompressed what it is, and is the same each time', () => {
    const first = writeOds([{ name: 'Figures', rows: [[1]] }])
    expect(strFromU8(first.slice(30, 38))).toBe('mimetype')
    expect(strFromU8(first.slice(38, 84))).toBe('application/vnd.oasis.opendocument.spreadsheet')
    expect([...writeOds([{ name: 'Figures', rows: [[1]] }])]).toEqual([...first])
    expect(Object.keys(unzipSync(first))).toContain('content.xml')
  })
})

test('every kind of file of every declared table is made', () => {
  for (const table of programme.tables) {
    for (const { name } of listFiles(table)) {
      const { body, type } = make(name)
      expect(body.length, name).toBeGreaterThan(100)
      expect(type).toMatch(/^(text|application|image)\//)
    }
  }
  expect(String(make('several_by_ward.svg').body)).toContain('Figures are altered slightly')
})
