import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeFile } from '@/lib/transfer/decode'
import { random, type Random } from '@/prisma/practice/random'

/**
 * A file that somebody could send: its lines as text, and its bytes. `how`: what was done to it.
 */
export type Fuzzed = { base: string; how: string[]; lines: string[]; bytes: Buffer }
/** A file as it was before anything was done to it, by its lines. */
export type Base = { name: string; lines: string[] }

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const FOLDERS = ['../../../shared/data/files/', '../../../shared/data/extracts/'].map(folder)
/** Kept with the project: samples of the same four extracts. */
const SAMPLES = folder('../fixtures/extracts/')

/** Rows of a long file that one variant takes. */
const piece = 14

/** Files of people: those beside the project, or else the samples kept with it. */
export function baseFiles(): Base[] {
  const there = FOLDERS.filter(existsSync)
  return (there.length > 0 ? there : [SAMPLES]).flatMap((from) =>
    readdirSync(from)
      .filter((name) => name.endsWith('.csv') && !/truth|feed|areas|^f06-[23]|^f07-2/.test(name))
      .sort()
      .map((name) => {
        const { text } = decodeFile(readFileSync(from + name))
        const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
        return { name, lines }
      }),
  )
}

/** The heading's line and the separator, for bases that begin with their heading. */
const separatorOf = (line: string) =>
  [',', ';', '\t', '|'].sort((a, b) => line.split(b).length - line.split(a).length)[0] ?? ','

/** What stands where a number is not known, and what is left of one. */
export const STAND_INS = (
  'REFUSED|PENDING|NRPF|no recourse|NOT KNOWN TO PNC|NONE|n/k|1111111111|1234567890|9999999999|' +
  '000000/00Z|0000/0000000Z|A0000AA|X000000|ZZ999999Z|9.99E+09|4.44E+09|1.23457E+11'
).split('|')

const OTHER_HEADINGS = 'Ref No|Notes|ID|Column1|Surname.|Known|DOB (dd/mm/yyyy)||  |Ünïque'.split(
  '|',
)

type Change = (lines: string[], at: number, rng: Random, separator: string) => string[] | null

const within = (lines: string[], at: number, to: string[]) => [
  ...lines.slice(0, at),
  ...to,
  ...lines.slice(at + 1),
]
const cellsOf = (line: string, separator: string) => line.split(separator)

/** What happens to files on their way: each changes a line, or some, of those after the heading. */
const CHANGES: Record<string, Change> = {
  'a cell lost': (lines, at, rng, separator) => {
    const cells = cellsOf(lines[at] ?? '', separator)
    cells.splice(rng.int(0, cells.length - 1), 1)
    return within(lines, at, [cells.join(separator)])
  },
  'a cell too many': (lines, at, rng, separator) => {
    const cells = cellsOf(lines[at] ?? '', separator)
    cells.splice(rng.int(0, cells.length), 0, rng.pick(['', 'x', '  ']))
    return within(lines, at, [cells.join(separator)])
  },
  'two cells changed about': (lines, at, rng, separator) => {
    const cells = cellsOf(lines[at] ?? '', separator)
    const [a, b] = [rng.int(0, cells.length - 1), rng.int(0, cells.length - 1)]
    ;[cells[a], cells[b]] = [cells[b] ?? '', cells[a] ?? '']
    return within(lines, at, [cells.join(separator)])
  },
  'a stand-in typed': (lines, at, rng, separator) => {
    const cells = cellsOf(lines[at] ?? '', separator)
    cells[rng.int(1, Math.max(1, cells.length - 1))] = rng.pick(STAND_INS)
    return within(lines, at, [cells.join(separator)])
  },
  'a quotation mark dropped': (lines, at) => {
    const line = lines[at] ?? ''
    return line.includes('"') ? within(lines, at, [line.replace('"', '')]) : null
  },
  'a quotation mark too many': (lines, at, rng) => {
    const line = lines[at] ?? ''
    const place = rng.int(0, line.length)
    return within(lines, at, [`${line.slice(0, place)}"${line.slice(place)}`])
  },
  'a quotation mark before a cell': (lines, at, rng, separator) => {
    const cells = cellsOf(lines[at] ?? '', separator)
    const place = rng.int(0, cells.length - 1)
    cells[place] = `"${cells[place] ?? ''}`
    return within(lines, at, [cells.join(separator)])
  },
  'a line cut': (lines, at, rng) => {
    const line = lines[at] ?? ''
    return within(lines, at, [line.slice(0, rng.int(0, line.length))])
  },
  'a line broken in two': (lines, at, rng) => {
    const line = lines[at] ?? ''
    const place = rng.int(0, line.length)
    return within(lines, at, [line.slice(0, place), line.slice(place)])
  },
  'two lines run together': (lines, at) =>
    at + 1 < lines.length
      ? [...lines.slice(0, at), `${lines[at]}${lines[at + 1]}`, ...lines.slice(at + 2)]
      : null,
  'a line twice': (lines, at) => within(lines, at, [lines[at] ?? '', lines[at] ?? '']),
  'an empty line': (lines, at) => within(lines, at, ['', lines[at] ?? '']),
  'the end lost': (lines, at, rng) => {
    const line = lines[at] ?? ''
    return [...lines.slice(0, at), line.slice(0, rng.int(1, Math.max(1, line.length)))]
  },
}

/** Ways to write the same text; the last a line in another encoding than the rest. */
const ENCODINGS: Record<string, (lines: string[], rng: Random) => Buffer> = {
  'UTF-8': (lines) => Buffer.from(lines.join('\n')),
  'UTF-8 with a mark, CRLF': (lines) => Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  'UTF-16': (lines) => Buffer.from(`\uFEFF${lines.join('\r\n')}`, 'utf16le'),
  'Windows-1252': (lines) => Buffer.from(lines.join('\r\n'), 'latin1'),
  'a line in Windows-1252': (lines, rng) => {
    const at = rng.int(0, lines.length - 1)
    return Buffer.concat(
      lines.map((line, i) => Buffer.from(`${line}\n`, i === at ? 'latin1' : 'utf8')),
    )
  },
  'a byte changed': (lines, rng) => {
    const bytes = Buffer.from(lines.join('\n'))
    bytes[rng.int(0, bytes.length - 1)] = rng.int(0, 255)
    return bytes
  },
}

const LATIN = /^[\u0000-\u007f\u00a0-\u00ff]*$/

/** The same number gives the same file. One to four things happen to each, and an encoding. */
export function fuzz(bases: readonly Base[], no: number, most = piece): Fuzzed {
  const rng = random(`fuzzed file ${no}`)
  const base = bases[no % bases.length] as Base
  const headed = base.lines.length > most + 10
  const start = headed ? rng.int(1, base.lines.length - most) : 0
  let lines = headed
    ? [base.lines[0] ?? '', ...base.lines.slice(start, start + most)]
    : [...base.lines]
  const how: string[] = []
  const separator = separatorOf(lines.reduce((a, b) => (b.length > a.length ? b : a), ''))
  if (headed && rng.chance(0.3)) {
    lines = [lines[0] ?? '', ...rng.some(lines.slice(1), lines.length)]
    how.push('rows in another order')
  }
  if (headed && rng.chance(0.2)) {
    const cells = cellsOf(lines[0] ?? '', separator)
    cells[rng.int(0, cells.length - 1)] = rng.pick(OTHER_HEADINGS)
    lines[0] = cells.join(separator)
    how.push('a column renamed')
  }
  for (let times = rng.int(1, 4); times > 0; times -= 1) {
    const name = rng.pick(Object.keys(CHANGES))
    if (lines.length < 2) break
    const changed = CHANGES[name]?.(lines, rng.int(1, lines.length - 1), rng, separator)
    if (!changed) continue
    lines = changed
    how.push(name)
  }
  const encoding = rng.chance(0.5) ? 'UTF-8' : rng.pick(Object.keys(ENCODINGS))
  const latin = LATIN.test(lines.join(''))
  const used = encoding.endsWith('1252') && !latin ? 'UTF-8' : encoding
  how.push(used)
  const bytes = ENCODINGS[used]?.(lines, rng) ?? Buffer.from(lines.join('\n'))
  return { base: base.name, how, lines, bytes }
}
