import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Facets } from '../../lib/people/matching/facets'
import { facetsFrom } from '../../lib/people/matching/facets-from'
import { readTable, type Row } from './read-table'

/** A record for the engine and, kept apart from it, whose it truly is. */
export type LabelledRecord = { id: string; facets: Facets; person: string }

/** What a column holds, told by its heading; the same headings the import page knows. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^(nhs)/, 'nhs'],
  [/^(ni|nino|national insurance)( number| no)?$/, 'nino'],
  [/^crn$/, 'crn'],
  [/^pnc/, 'pnc'],
  [/^cro/, 'cro'],
  [/post ?code|^pcode/, 'postcode'],
  [/^(dob|.*birth.*)$/, 'birth'],
  [/sex|gender/, 'sex'],
  [/phone|mobile|telephone/, 'phone'],
  [/mail$/, 'email'],
  [/^(surname|family name|last name)$/, 'family'],
  [/^(forenames?|given names?|first names?)$/, 'given'],
  [/name$/, 'name'],
]

const meaningOf = (heading: string): string | undefined => {
  const plain = heading
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
  return meanings.find(([pattern]) => pattern.test(plain))?.[1]
}

/** Reads every extract of a folder and its truth.csv (extract, row, person). */
export function readExtracts(folder: string): LabelledRecord[] {
  const truth = readTable(join(folder, 'truth.csv'))
  const personOf = new Map(truth.map((row) => [row.row ?? '', row.person ?? '']))
  const files = readdirSync(folder).filter((name) => name.endsWith('.csv') && name !== 'truth.csv')
  return files.sort().flatMap((name) => {
    const rows = readTable(join(folder, name))
    const reference = Object.keys(rows[0] ?? {}).find((column) =>
      rows.slice(0, 50).every((row) => personOf.has(row[column] ?? '')),
    )
    if (reference === undefined) throw new Error(`${name} has no column named in truth.csv`)
    return rows.flatMap((row) => {
      const id = row[reference] ?? ''
      const person = personOf.get(id)
      return person === undefined ? [] : [{ id, facets: facetsOfRow(row), person }]
    })
  })
}

function facetsOfRow(row: Row): Facets {
  const cells: Record<string, string> = {}
  for (const [heading, value] of Object.entries(row)) {
    const meaning = meaningOf(heading)
    if (meaning !== undefined && value !== '') cells[meaning] ??= value
  }
  const one = (meaning: string) => (cells[meaning] === undefined ? [] : [cells[meaning]])
  const { name, given = '', family = '' } = cells
  return facetsFrom({
    names: [name === undefined ? { given, family } : { text: name }],
    births: one('birth'),
    postcodes: one('postcode'),
    sexes: one('sex'),
    phones: one('phone'),
    emails: one('email'),
    identifiers: numbers.flatMap((type) => one(type).map((value) => ({ type, value }))),
  })
}

const numbers = ['nhs', 'nino', 'crn', 'pnc', 'cro'] as const
