import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { keysOf } from '@/lib/people/matching/keys'
import { openCsv } from '@/lib/transfer/csv'
import { facetsOfImported } from '@/lib/transfer/prepare'
import { readPerson } from '@/lib/transfer/rows'
import { suggestMapping } from '@/lib/transfer/suggest'

const now = '2026-11-24'

async function read(bytes: Uint8Array) {
  const file = openCsv(bytes)
  const rows = []
  for await (const row of file.rows()) rows.push(row)
  const { mapping } = suggestMapping(
    file.header,
    rows.map(({ cells }) => cells),
    'people',
    now,
  )
  return rows.map((row) => readPerson(row, file.header, mapping, { now, practice: true }))
}

/** Keys by which a number, a telephone or an address finds somebody. */
async function numberKeys(bytes: Uint8Array): Promise<string[]> {
  const people = (await read(bytes)).flatMap((result) => (result.ok ? [result.value] : []))
  return people.flatMap((person) =>
    keysOf(facetsOfImported(person, 'an agency')).filter((key) => /^(i\w+|t|e):/.test(key)),
  )
}

const csv = (rows: string[][]) =>
  new TextEncoder().encode(
    [
      'Client Ref,Surname,Forename,Date of Birth,NI Number,NHS Number,CRN,Mobile,Email',
      ...rows.map((row) => row.join(',')),
    ].join('\r\n'),
  )

describe('what is typed where no number is known', () => {
  const standIns = [
    ['REFUSED', 'PENDING', 'None', '00000000000', 'none@none.com'],
    ['NRPF', '9.99E+09', 'X000000', '7.7E+09', 'no-email@home.example'],
    ['TN140279M', '1234567890', 'n/a', '0700000000', 'test@test.com'],
    ['ZZ999999Z', '0000000000', 'not known', '-', 'unknown@unknown.example'],
    ['TN010170F', 'NOT KNOWN', 'pending', '01234567890', 'x@x.example'],
  ]

  it.each(standIns)('%s, %s, %s, %s, %s find nobody', async (...cells) => {
    const rows = [1, 2].map((n) => [`A${n}`, `Family${n}`, `Given${n}`, `0${n}/03/1970`, ...cells])
    expect(await numberKeys(csv(rows))).toEqual([])
  })

  it('is kept as it came, and said', async () => {
    const row = ['A1', 'Bee', 'Ann', '01/03/1970', 'REFUSED', '9.99E+09', '', '0 (none)', '']
    const [result] = await read(csv([row]))
    if (!result?.ok) return expect.fail('refused')
    expect(result.value.identifiers.map(({ display }) => display)).toEqual(['9.99E+09', 'REFUSED'])
    expect(result.value.reaches.map(({ value }) => value)).toEqual(['0 (none)'])
    expect(result.warnings.length).toBe(3)
  })
})

// The awkward files, where somebody has put them beside the project.
const FOLDER = fileURLToPath(new URL('../../../../shared/data/files/', import.meta.url))
const there = existsSync(FOLDER)

describe.skipIf(!there)('the awkward files', () => {
  const bytes = (name: string) => readFileSync(FOLDER + name)

  it.each([
    'f01-nhs-scientific-a.csv',
    'f01-nhs-scientific-b.csv',
    'f02-temporary-nino-a.csv',
    'f02-temporary-nino-b.csv',
  ])('%s: nobody is found by a number', async (name) => {
    expect(await numberKeys(bytes(name))).toEqual([])
  })

  it('stand-ins: one telephone that could be somebody’s, and no more', async () => {
    for (const letter of ['a', 'b'])
      expect(await numberKeys(bytes(`f01-placeholders-${letter}.csv`))).toEqual(['t:700900000'])
  })

  it('an own number that a spreadsheet has rounded is refused', async () => {
    for (const n of [1, 2]) {
      const [result] = await read(bytes(`f05-own-number-scientific-${n}.csv`))
      if (result?.ok !== false) return expect.fail('it went in')
      expect(result.refusals[0]?.message).toContain('has lost its digits in a spreadsheet')
    }
  })

  it('an NHS number is read behind signs that stand for blanks', async () => {
    const people = (await read(bytes('f20-nhs-marks.csv'))).map((each) => each.ok && each.value)
    expect(people.map((each) => each && each.identifiers[0]?.norm)).toEqual(
      Array(4).fill('9991047298'),
    )
  })
})
