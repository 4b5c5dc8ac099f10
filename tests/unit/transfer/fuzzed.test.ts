import { describe, expect, it, vi } from 'vitest'
import { isExample, isRounded, isStandInWord } from '@/lib/people/stand-ins'
import { keysOf } from '@/lib/people/matching/keys'
import { foldName } from '@/lib/people/normalise'
import { openCsv, type CsvRow } from '@/lib/transfer/csv'
import { mappingProblems, type Mapping } from '@/lib/transfer/mapping'
import { facetsOfImported } from '@/lib/transfer/prepare'
import { FileRefused } from '@/lib/transfer/problems'
import { readPerson, type ImportedPerson } from '@/lib/transfer/rows'
import { suggestMapping } from '@/lib/transfer/suggest'
import { baseFiles, fuzz, STAND_INS, type Base, type Fuzzed } from '@/tests/support/fuzzed-files'

// A thousand files: some six seconds of a processor, minutes where it is shared.
vi.setConfig({ testTimeout: 300_000 })

const now = '2026-11-24'
/** FUZZ_FILES: more than a thousand. */
const files = Number(process.env.FUZZ_FILES ?? 1000)

type Read = { header: string[]; headingLine: number; mapping: Mapping; rows: CsvRow[] }

/** A file as it is read when nobody changes anything; null where it is refused, in words. */
async function read(bytes: Uint8Array): Promise<Read | null> {
  try {
    const file = openCsv(bytes)
    const rows: CsvRow[] = []
    for await (const row of file.rows()) rows.push(row)
    const { header, headingLine } = file
    const first = rows.slice(0, 500).map(({ cells }) => cells)
    return { header, headingLine, rows, ...suggestMapping(header, first, 'people', now) }
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error
    expect(error.message).toMatch(/^[A-Z].{15,}\.$/s)
    return null
  }
}

const personOf = (row: CsvRow, { header, mapping }: Pick<Read, 'header' | 'mapping'>) =>
  readPerson(row, header, mapping, { now, practice: true })

/** What each line of a file as it was says, read with everything round it as it was. */
async function told(base: Base) {
  const whole = await read(Buffer.from(base.lines.join('\n')))
  const by = new Map<string, string | null>()
  for (const row of whole?.rows ?? []) {
    if (!whole) break
    const result = personOf(row, whole)
    by.set(base.lines[row.line - 1] ?? '', result.ok ? JSON.stringify(result.value) : null)
  }
  return { mapping: whole?.mapping, header: whole?.header, by }
}

const letters = (text: string) => foldName(text).replace(/[^\p{L}\p{M}\p{N}]/gu, '')
/** Noughts are put before the short numbers of some kinds. */
const unpadded = (text: string) => letters(text).replaceAll('0', '')
const digits = (text: string) => text.normalize('NFKC').replace(/\D/g, '')

/** What of a person does not stand in the text that they were read from. */
function strange(person: ImportedPerson, text: string): string[] {
  const [here, numbers] = [letters(text), digits(text)]
  const parts = person.names.flatMap(({ given, middle, family }) => [given, middle, family])
  return [
    ...[person.localRef, ...parts].filter((part) => !here.includes(letters(part))),
    ...person.identifiers
      .map(({ norm }) => norm)
      .filter((norm) => !unpadded(text).includes(unpadded(norm))),
    ...person.addresses.flatMap(({ norm }) => norm ?? []).filter((n) => !here.includes(letters(n))),
    ...person.reaches.flatMap(({ kind, norm }) =>
      kind === 'email' || numbers.includes(norm.slice(-9)) ? [] : [norm],
    ),
  ]
}

/** Why a file was read wrongly; none where every line went in right or was refused in words. */
async function faultsOf({ lines, bytes }: Fuzzed, was: Awaited<ReturnType<typeof told>>) {
  const found = await read(bytes)
  if (!found) return []
  const { header, headingLine, rows } = found
  // As somebody would who looks at the columns: those of the file as it was, where they fit.
  const asBefore = was.mapping && header.length === was.header?.length
  const mapping = asBefore ? (was.mapping as Mapping) : found.mapping
  const faults: string[] = []
  const covered = new Set<number>()
  for (const row of rows) {
    const more = row.problem ? 0 : row.cells.join('').split('\n').length - 1
    for (let at = 0; at <= more; at += 1) covered.add(row.line + at)
    const text = lines.slice(row.line - 1, row.line + more).join('\n')
    const result = mappingProblems(mapping).length > 0 ? null : personOf(row, { header, mapping })
    if (!result) continue
    if (!result.ok) {
      const words = result.refusals.every(
        ({ line, column, message }) =>
          line === row.line &&
          /[.?]$/.test(message) &&
          (column === null || header.includes(column)),
      )
      if (!words || result.refusals.length === 0) faults.push(`line ${row.line}: not said why`)
      const before = asBefore ? was.by.get(text) : undefined
      if (before && !row.problem) faults.push(`line ${row.line}: refused, and was right before`)
      continue
    }
    const person = result.value
    const before = asBefore ? was.by.get(text) : undefined
    if (before && before !== JSON.stringify(person)) {
      faults.push(`line ${row.line}: read as ${JSON.stringify(person)}, was ${before}`)
    }
    const others = strange(person, text)
    if (others.length > 0) faults.push(`line ${row.line}: not of this row: ${others.join(', ')}`)
    for (const { type, display, norm } of person.identifiers) {
      const none = isStandInWord(display) || isRounded(display) || isExample(type, norm)
      if (norm !== '' && none) faults.push(`line ${row.line}: ${display} taken for a number`)
    }
    const warned = result.warnings.some(({ message }) => / holds a number\.$/.test(message))
    for (const { given, middle, family } of warned ? [] : person.names) {
      const name = `${given} ${middle} ${family}`
      const number = /\d{2}(?!\d*(?:st|nd|rd|th)\b)/i.test(name)
      if (number) faults.push(`line ${row.line}: ${name} for a name`)
    }
    for (const { given, middle, family } of person.names) {
      const none = [given, middle, family].some(
        (part) =>
          isRounded(part) || STAND_INS.slice(6).some((value) => letters(value) === letters(part)),
      )
      if (none) faults.push(`line ${row.line}: a stand-in for a name`)
    }
    const keys = keysOf(facetsOfImported(person, 'agency')).filter((key) => /^i/.test(key))
    const known = person.identifiers.flatMap(({ norm }) => (norm === '' ? [] : letters(norm)))
    for (const key of keys) {
      // A National Insurance number is compared without its last letter.
      if (!known.some((norm) => norm.startsWith(letters(key.slice(key.indexOf(':') + 1))))) {
        faults.push(`line ${row.line}: found by ${key}, which is no number of theirs`)
      }
    }
  }
  const headingEnd = headingLine + header.join('').split('\n').length - 1
  for (const [at, text] of lines.entries()) {
    const blank = text.split(/[,;\t|]/).every((cell) => cell.replace(/["\s]/g, '') === '')
    if (at + 1 > headingEnd && !blank && !covered.has(at + 1)) faults.push(`line ${at + 1}: lost`)
  }
  return faults
}

describe('a thousand files as they could come', () => {
  it('each line goes in right, or is refused in words with its line', async () => {
    const bases = baseFiles()
    const before = new Map<string, Awaited<ReturnType<typeof told>>>()
    for (const base of bases) before.set(base.name, await told(base))
    const faults: string[] = []
    for (let no = 0; no < files; no += 1) {
      const file = fuzz(bases, no)
      const was = before.get(file.base)
      if (!was || /byte|a line in/.test(file.how.at(-1) ?? '')) {
        // Bytes that are no letters of the encoding: read at all, or refused in words.
        await read(file.bytes)
        continue
      }
      for (const fault of await faultsOf(file, was)) {
        faults.push(`${no} (${file.base}; ${file.how.join(', ')}) ${fault}`)
      }
    }
    expect(faults.slice(0, 60)).toEqual([])
  })

  it('the same rows in any order are read alike', async () => {
    for (const base of baseFiles().filter(({ lines }) => lines.length > 20)) {
      const [head = '', ...rest] = base.lines
      const one = await read(Buffer.from([head, ...rest.slice(0, 400)].join('\n')))
      const other = await read(Buffer.from([head, ...rest.slice(0, 400).reverse()].join('\n')))
      expect(other?.mapping, base.name).toEqual(one?.mapping)
    }
  })
})
