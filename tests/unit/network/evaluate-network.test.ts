import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readLinks } from '@/lib/network/rules/read-links'

const read = (text: string) => readLinks(Buffer.from(text))

describe('a file of links', () => {
  test('is read with a mark, CRLF, semicolons, quotes, other columns and headings in any order', () => {
    const { links } = read('\uFEFFNote;To;From\r\nx;"Smith; Sons";B\r\n;A “B”;"Jim ""J"" Lee"\r\n')
    expect(links).toEqual([
      { from: 'B', to: 'Smith; Sons' },
      { from: 'Jim "J" Lee', to: 'A “B”' },
    ])
  })

  test('has the same name once, however its letters and blanks are written', () => {
    const { links } = read('from,to\nCafe\u0301  One ,B\nCaf\u00e9 One,C\n')
    expect(new Set(links.map(({ from }) => from))).toEqual(new Set(['Caf\u00e9 One']))
  })

  test('may name a node alone, which is said', () => {
    const { links, alone, notes } = read('from,to\nA,B\nC,\n,D\nE\n\n , \n')
    expect(links).toHaveLength(1)
    expect(alone).toEqual(['C', 'D', 'E'])
    expect(notes[0]).toBe('Line 3 names “C” alone: no link is made of it.')
  })

  test('keeps line ends out of names when the first line ends otherwise than the rest', () => {
    expect(read('from,to\nA,B\r\nB,C\r\n').links[1]).toEqual({ from: 'B', to: 'C' })
  })

  test.each([
    ['', /empty/],
    ['\n\n', /empty/],
    ['from,to\n', /no links/],
    ['a,b\nA,B\n', /column “from”/],
    ['from,to,to\nA,B,C\n', /twice/],
    ['from,to\nA,"B\nC,D\n', /quotation mark/],
    ['from,to\nSmith, Sons,B\n', /Line 2 has 3 cells/],
    ['PK\u0003\u0004', /spreadsheet/],
  ])('that cannot be read is refused in words: %j', (text, words) => {
    expect(() => read(text)).toThrow(words)
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'network-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...given: string[]) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'scripts/evaluate-network.ts', ...given], {
      encoding: 'utf8',
    })

  test('prints one object', () => {
    const path = join(folder, 'links.csv')
    writeFileSync(path, 'from,to\nb,a\na,b\nb,c\nc,d\n__proto__,d\n')
    const { stdout, status } = run(path)
    expect(status).toBe(0)
    const found: unknown = JSON.parse(stdout)
    expect(found).toMatchObject({
      nodes: ['__proto__', 'a', 'b', 'c', 'd'],
      betweenness: { a: 0, b: 0.5, c: 4 / 6, d: 0.5 },
      closeness: { a: 0.4, c: 4 / 6 },
      cutPoints: ['b', 'c', 'd'],
      bridges: [
        ['__proto__', 'd'],
        ['a', 'b'],
        ['b', 'c'],
        ['c', 'd'],
      ],
    })
  })

  test('says in words what it cannot do, and prints nothing', () => {
    const none = run(join(folder, 'none.csv'))
    expect([none.status, none.stdout]).toEqual([1, ''])
    expect(none.stderr).toMatch(/There is no file/)
    expect(run(folder)).toMatchObject({ status: 1, stdout: '' })
    expect(run()).toMatchObject({ status: 2, stdout: '' })
  })
})
