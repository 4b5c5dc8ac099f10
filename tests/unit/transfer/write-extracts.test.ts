import { parse } from 'csv-parse/sync'
import { describe, expect, it, vi } from 'vitest'
import { openCsv } from '@/lib/transfer/csv'
import { readPerson } from '@/lib/transfer/rows'
import type { ImportedPerson } from '@/lib/transfer/rows'
import { suggestMapping } from '@/lib/transfer/suggest'
import { writeExtracts } from '@/prisma/practice/extracts'
import { samplePeople } from '@/prisma/practice/extracts/sample-people'

// Many rows or many tries: seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const now = '2026-11-24'
const people = samplePeople(600, 'test')
const made = writeExtracts(people, 'test')

async function imported() {
  const rows = new Map<string, ImportedPerson>()
  for (const { bytes } of made.files) {
    const file = openCsv(bytes)
    const all = []
    for await (const row of file.rows()) all.push(row)
    const first = all.slice(0, 500).map(({ cells }) => cells)
    const { mapping } = suggestMapping(file.header, first, 'people', now)
    for (const row of all) {
      const result = readPerson(row, file.header, mapping, { now, practice: true })
      if (result.ok) rows.set(result.value.localRef, result.value)
      else expect.fail(JSON.stringify(result.refusals))
    }
  }
  return rows
}

describe('extracts of the practice place', () => {
  it('are the same for the same people and seed, and others for another', () => {
    expect(writeExtracts(samplePeople(600, 'test'), 'test')).toEqual(made)
    expect(writeExtracts(people, 'other').truth).not.toEqual(made.truth)
  })

  it('say the truth about every row, and every row goes in', async () => {
    const rows = await imported()
    expect([...rows.keys()].sort()).toEqual(made.truth.map(({ row }) => row).sort())
    const known = new Set(people.map(({ id }) => id))
    for (const { person } of made.truth) expect(known).toContain(person)
    const text = new TextDecoder().decode(made.truthBytes)
    expect(parse(text, { columns: true, record_delimiter: '\r\n' })).toEqual(made.truth)
  })

  it('hold most people several times and a few twice in one file', () => {
    const perPerson = made.truth.length / people.length
    expect(perPerson).toBeGreaterThan(1.9)
    expect(perPerson).toBeLessThan(2.5)
    const pairs = made.truth.map(({ extract, person }) => `${extract}/${person}`)
    const twice = pairs.length - new Set(pairs).size
    expect(twice / pairs.length).toBeGreaterThan(0.01)
    expect(twice / pairs.length).toBeLessThan(0.08)
  })

  it('err as people do: mostly right, and wrong in every way', async () => {
    const rows = await imported()
    const byId = new Map(people.map((person) => [person.id, person]))
    const seen = made.truth.flatMap(({ row, person }) => {
      const [read, own] = [rows.get(row), byId.get(person)]
      return read && own ? [{ read, own }] : []
    })
    const share = (fits: (one: (typeof seen)[number]) => boolean) =>
      seen.filter(fits).length / seen.length
    const births = ({ read, own }: (typeof seen)[number]) =>
      read.birth !== null &&
      own.birth !==
        [read.birth.year, read.birth.month, read.birth.day]
          .map((part) => String(part).padStart(2, '0'))
          .join('-')
    expect(share(({ read }) => read.birth === null)).toBeGreaterThan(0.15)
    expect(share(({ read }) => read.birth === null)).toBeLessThan(0.3)
    expect(share(births)).toBeGreaterThan(0.04)
    expect(share(births)).toBeLessThan(0.2)
    const alone = share(({ read }) => read.names.every(({ family }) => family === ''))
    expect(alone).toBeGreaterThan(0.03)
    expect(alone).toBeLessThan(0.15)
    const norms = seen.flatMap(({ read }) => read.identifiers)
    const wrong = norms.filter(({ type, check }) => type === 'nhs' && check !== 'ok')
    expect(wrong.length).toBeGreaterThan(0)
    expect(wrong.length / norms.length).toBeLessThan(0.03)
  })

  it('write a name of another alphabet as old systems do', () => {
    const jobcentre = made.files.find(({ extract }) => extract === 'jobcentre')
    const bytes = jobcentre?.bytes ?? new Uint8Array()
    expect([...bytes].some((byte) => byte > 0x9f)).toBe(true)
    expect(openCsv(bytes).encoding).toBe('windows-1252')
  })
})
