import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { openCsv } from '@/lib/transfer/csv'
import { BAD_LETTER, decodeFile } from '@/lib/transfer/decode'

// Many rows or many tries: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const utf8 = (text: string) => [...new TextEncoder().encode(text)]
const file = (...bytes: number[]) => new Uint8Array(bytes)
const MARK = [0xef, 0xbb, 0xbf]

describe('encodings', () => {
  it('reads UTF-8 with and without the mark', () => {
    expect(decodeFile(file(...utf8('Löhr,김'))).encoding).toBe('utf-8')
    expect(decodeFile(file(...MARK, ...utf8('Löhr')))).toEqual({
      text: 'Löhr',
      encoding: 'utf-8-bom',
      badBytes: [],
    })
    expect(decodeFile(file(...utf8('plain'))).encoding).toBe('utf-8')
  })

  it('reads Windows-1252, quotation marks and euro too', () => {
    expect(decodeFile(file(0x4c, 0xd6, 0x48, 0x52, 0x20, 0x80, 0x92, 0x9f))).toEqual({
      text: 'LÖHR €’Ÿ',
      encoding: 'windows-1252',
      badBytes: [],
    })
  })

  it('keeps a file UTF-8 for one broken letter among good ones, and says where it is', () => {
    const decoded = decodeFile(file(...utf8('é,è,'), 0xe9, ...utf8(',x')))
    expect(decoded).toEqual({ text: `é,è,${BAD_LETTER},x`, encoding: 'utf-8', badBytes: [6] })
  })

  it('marks the five bytes that are nothing in Windows-1252', () => {
    const decoded = decodeFile(file(0xe9, 0xe8, 0x81, 0x8d, 0x8f, 0x90, 0x9d))
    expect(decoded.encoding).toBe('windows-1252')
    expect(decoded.badBytes).toEqual([2, 3, 4, 5, 6])
  })

  it('does not take over-long forms and halves of pairs for letters', () => {
    for (const bad of [
      [0xc0, 0xaf],
      [0xed, 0xa0, 0x80],
      [0xf4, 0x90, 0x80, 0x80],
      [0xe2, 0x82],
    ]) {
      const { badBytes, encoding } = decodeFile(file(...MARK, ...bad))
      expect([encoding, badBytes[0]]).toEqual(['utf-8-bom', 3])
    }
  })

  it('reads any text written as UTF-8 with a mark back as it was', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).filter((t) => !/[\0]|\p{Cs}/u.test(t))
    fc.assert(fc.property(text, (t) => decodeFile(file(...MARK, ...utf8(t))).text === t))
  })
})

describe.each([
  ['UTF-8 with a mark', MARK, 0xff],
  ['UTF-8', utf8('éè'), 0xff],
  ['Windows-1252', [0xe9, 0xe8], 0x81],
])('one bad byte in fifty thousand rows of %s', (_, start, bad) => {
  it('costs one row, and says its line, column and byte', async () => {
    const before = [...start, ...utf8(`x,name\n${'1,Ann\n'.repeat(24_999)}2,B`)]
    const whole = [...before, bad, ...utf8(`n\n${'3,Cat\n'.repeat(25_000)}`)]
    let [rows, problems] = [0, [] as unknown[]]
    for await (const row of openCsv(Uint8Array.from(whole)).rows()) {
      rows += 1
      if (row.problem) problems = [...problems, row.problem]
    }
    expect(rows).toBe(50_000)
    const at = before.length.toLocaleString('en-GB')
    expect(problems).toEqual([
      { line: 25_001, column: 'name', message: expect.stringContaining(`byte ${at} of the file`) },
    ])
  })
})
