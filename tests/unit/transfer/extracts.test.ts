import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, vi } from 'vitest'
import { openCsv } from '@/lib/transfer/csv'
import { mappingProblems } from '@/lib/transfer/mapping'
import type { Problem } from '@/lib/transfer/problems'
import { readPerson } from '@/lib/transfer/rows'
import type { ImportedPerson } from '@/lib/transfer/rows'
import { suggestMapping } from '@/lib/transfer/suggest'

// Many rows or many tries: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const now = '2026-11-24'
const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))
/** Kept with the project, made by the practice place. */
const SAMPLES = folder('../../fixtures/extracts/')
/** The whole files, where somebody has put them beside the project. */
const WHOLE = folder('../../../../shared/data/extracts/')

/** A file as it goes in when nobody changes anything on the screen. */
async function readFile(path: string) {
  const file = openCsv(readFileSync(path))
  const rows = []
  for await (const row of file.rows()) rows.push(row)
  const first = rows.slice(0, 500).map(({ cells }) => cells)
  const { mapping, columns } = suggestMapping(file.header, first, 'people', now)
  const people: ImportedPerson[] = []
  const refused: Problem[] = []
  for (const row of rows) {
    const result = readPerson(row, file.header, mapping, { now, practice: true })
    if (result.ok) people.push(result.value)
    else refused.push(...result.refusals)
  }
  return { file, mapping, columns, rows: rows.length, people, refused }
}

const FILES = [
  [
    'probation_caseload.csv',
    'utf-8',
    'CRLF',
    1420,
    'crn pnc fullName birth sex postcode nino localRef',
  ],
  [
    'housing_applications.csv',
    'utf-8-bom',
    'LF',
    1379,
    'localRef fullName birth sex postcode nino',
  ],
  [
    'community_health_register.csv',
    'utf-8',
    'LF',
    1342,
    'localRef nhs family given birth sex postcode',
  ],
  [
    'jobcentre_claimants.csv',
    'windows-1252',
    'CRLF',
    1422,
    'localRef family given birth nino postcode',
  ],
] as const

describe.each(FILES)('%s', (name, encoding, lineEnds, total, fields) => {
  describe.each([
    ['sample', SAMPLES, false],
    ['whole', WHOLE, !existsSync(`${WHOLE}${name}`)],
  ] as const)('%s', (which, path, missing) => {
    it.skipIf(missing)('is understood without a hand on it, and every row goes in', async () => {
      const read = await readFile(path + name)
      expect([read.file.encoding, read.file.lineEnds]).toEqual([encoding, lineEnds])
      expect(read.mapping.columns.join(' ')).toBe(fields)
      expect(mappingProblems(read.mapping)).toEqual([])
      expect(read.columns.map(({ doubt }) => doubt)).toEqual(fields.split(' ').map(() => null))
      expect(read.refused).toEqual([])
      expect(read.people).toHaveLength(read.rows)
      if (which === 'whole') expect(read.rows).toBe(total)
      const refs = new Set(read.people.map(({ localRef }) => localRef))
      expect(refs.size).toBe(read.rows)
      const shouted = read.people.flatMap(({ names }) =>
        names.filter(({ given, family }) => /\p{Lu}{4}/u.test(`${given} ${family}`)),
      )
      expect(shouted).toEqual([])
    })

    it.skipIf(missing)('gives dates, postcodes and numbers that are nearly all good', async () => {
      const { people } = await readFile(path + name)
      const good = <T>(all: T[], fits: (one: T) => boolean) => all.filter(fits).length / all.length
      const identifiers = people.flatMap((person) => person.identifiers)
      const checked = identifiers.filter(({ type }) => type !== 'nino')
      if (checked.length > 0)
        expect(good(checked, ({ check }) => check === 'ok')).toBeGreaterThan(0.95)
      // Invented National Insurance numbers begin QQ and all carry that warning.
      const ninos = identifiers.filter(({ type }) => type === 'nino')
      if (ninos.length > 0) {
        expect(good(ninos, ({ norm }) => /^QQ\d{6}[A-D]$/.test(norm))).toBeGreaterThan(0.95)
      }
      const postcodes = people.flatMap(({ addresses }) => addresses)
      expect(
        good(postcodes, ({ postcode }) => /^[A-Z]{2}\d /.test(postcode ?? '')),
      ).toBeGreaterThan(0.9)
      expect(good(people, ({ birth }) => birth !== null)).toBeGreaterThan(0.6)
    })
  })
})
