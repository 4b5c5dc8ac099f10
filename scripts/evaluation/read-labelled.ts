import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { DetailKind, Facets } from '../../lib/people/matching/facets'
import { facetsFrom } from '../../lib/people/matching/facets-from'
import { fold } from '../../lib/people/matching/text'
import type { LabelledRecord } from './read-extracts'
import { readTable, type Row } from './read-table'

export const formats = ['febrl', 'historical'] as const
export type Format = (typeof formats)[number]

/** These sets hold people of all ages and times. */
const options = { oldest: 1 }

function addDetail(facets: Facets, kind: DetailKind, raw: string | undefined): void {
  const value = fold(raw ?? '')
  if (value !== '') facets.details[kind] = [value]
}

/** One record of the Febrl sets: the number in rec_id is the person. */
function febrl(row: Row): LabelledRecord {
  const id = row.rec_id ?? ''
  const raw = {
    names: [{ given: row.given_name ?? '', family: row.surname ?? '' }],
    births: [row.date_of_birth ?? ''],
    postcodes: [row.postcode ?? ''],
    identifiers: [{ type: 'nino' as const, value: row.soc_sec_id ?? '' }],
  }
  const facets = facetsFrom(raw, options)
  addDetail(facets, 'houseNumber', row.street_number)
  addDetail(facets, 'street', row.address_1)
  addDetail(facets, 'locality', row.address_2)
  addDetail(facets, 'town', row.suburb)
  return { id, facets, person: /^rec-(\d+)-/.exec(id)?.[1] ?? id }
}

/** One record of the historical figures set: column cluster is the person. */
function historical(row: Row): LabelledRecord {
  const raw = {
    names: [{ text: row.full_name ?? '' }],
    births: [row.dob ?? ''],
    postcodes: [row.postcode_fake ?? ''],
    sexes: [row.gender ?? ''],
  }
  const facets = facetsFrom(raw, options)
  addDetail(facets, 'birthPlace', row.birth_place)
  addDetail(facets, 'occupation', row.occupation)
  return { id: row.unique_id ?? '', facets, person: row.cluster ?? '' }
}

const patterns = { febrl: /^febrl.*\.csv$/, historical: /^historical.*\.csv(\.gz)?$/ }

/**
 * Reads one labelled file, or every such file of a folder as one register. Files that differ only
 * in a last letter (4a and 4b) are one set; people of different sets are different people.
 */
export function readLabelled(path: string, format: Format): LabelledRecord[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => patterns[format].test(name))
        .sort()
        .map((name) => join(path, name))
    : [path]
  return files.flatMap((file) => {
    const set = basename(file).replace(/[a-z]?\.csv.*$/, '')
    return readTable(file).map((row) => {
      const { id, person, facets } = format === 'febrl' ? febrl(row) : historical(row)
      return { id: `${set} ${id}`, person: `${set} ${person}`, facets }
    })
  })
}
