import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { birthFromText } from '../../lib/people/matching/births'
import { type DetailKind, type Facets, nothingKnown } from '../../lib/people/matching/facets'
import { nameFromParts, nameFromText } from '../../lib/people/matching/names'
import { fold, squash } from '../../lib/people/matching/text'
import type { LabelledRecord } from './read-extracts'
import { readTable, type Row } from './read-table'

export const formats = ['febrl', 'historical'] as const
export type Format = (typeof formats)[number]

const earliest = 1

function addDetail(facets: Facets, kind: DetailKind, raw: string | undefined): void {
  const value = fold(raw ?? '')
  if (value !== '') facets.details[kind] = [value]
}

function common(row: Row, birth: string | undefined, postcode: string | undefined): Facets {
  const facets = nothingKnown()
  const date = birthFromText(birth ?? '', earliest)
  if (date) facets.births.push(date)
  const code = squash(postcode ?? '')
  if (code !== '') facets.postcodes.push(code)
  const sex = row.gender?.charAt(0)
  if (sex === 'f') facets.sexes.push('female')
  if (sex === 'm') facets.sexes.push('male')
  return facets
}

/** One record of the Febrl sets: the number in rec_id is the person. */
function febrl(row: Row): LabelledRecord {
  const id = row.rec_id ?? ''
  const facets = common(row, row.date_of_birth, row.postcode)
  const name = nameFromParts(row.given_name ?? '', row.surname ?? '')
  if (name) facets.names.push(name)
  const number = squash(row.soc_sec_id ?? '')
  if (number !== '') facets.identifiers.push({ kind: 'nino', value: number, check: 'none' })
  addDetail(facets, 'houseNumber', row.street_number)
  addDetail(facets, 'street', row.address_1)
  addDetail(facets, 'locality', row.address_2)
  addDetail(facets, 'town', row.suburb)
  return { id, facets, person: /^rec-(\d+)-/.exec(id)?.[1] ?? id }
}

/** One record of the historical figures set: column cluster is the person. */
function historical(row: Row): LabelledRecord {
  const facets = common(row, row.dob, row.postcode_fake)
  const name = nameFromText(row.full_name ?? '')
  if (name) facets.names.push(name)
  addDetail(facets, 'birthPlace', row.birth_place)
  addDetail(facets, 'occupation', row.occupation)
  return { id: row.unique_id ?? '', facets, person: row.cluster ?? '' }
}

/** Reads one labelled file, or every such file of a folder as one set. */
export function readLabelled(path: string, format: Format): LabelledRecord[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => (format === 'febrl' ? /^febrl.*\.csv$/ : /^historical.*\.csv(\.gz)?$/).test(name))
        .sort()
        .map((name) => join(path, name))
    : [path]
  return files.flatMap((file) => readTable(file).map(format === 'febrl' ? febrl : historical))
}
