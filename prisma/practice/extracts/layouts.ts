import { MONTHS } from '@/lib/dates'
import type { Random } from '../random'
import type { Recorded } from './recorded'

export type ExtractKey = 'probation' | 'housing' | 'health' | 'jobcentre'

/** How one agency's system writes its file. */
export type Layout = {
  key: ExtractKey
  filename: string
  prefix: string
  encoding: 'utf-8' | 'utf-8-bom' | 'windows-1252'
  lineEnd: '\r\n' | '\n'
  header: readonly string[]
  cells: (person: Recorded, row: string, rng: Random) => string[]
}

const join = (...parts: string[]) => parts.filter((part) => part !== '').join(' ')

const paired = (nino: string) => nino.replace(/^(..)(\d\d)?(\d\d)?(\d\d)?/, '$1 $2 $3 $4 ').trim()
const grouped = (nhs: string) => nhs.replace(/^(\d{3})(\d{3})/, '$1 $2 ')

/** A number that this agency has only of some. */
const sometimes = (rng: Random, share: number, text: string) => (rng.chance(share) ? text : '')

/** Surnames shouted before a comma; one name alone as it was typed; day first. */
const probation: Layout = {
  key: 'probation',
  filename: 'probation_caseload.csv',
  prefix: 'PR',
  encoding: 'utf-8',
  lineEnd: '\r\n',
  header: [
    'CRN',
    'PNC_ID',
    'Offender_Name',
    'DOB',
    'Gender',
    'Main_Address_Postcode',
    'NI_Number',
    'Row_Ref',
  ],
  cells: (p, row, rng) => [
    p.crn || `X${rng.int(100_000, 999_999)}`,
    sometimes(rng, 0.7, p.pnc),
    p.given && p.family ? `${p.family.toUpperCase()}, ${p.given}` : p.given || p.family,
    p.birth ? `${p.birth.day}/${p.birth.month}/${p.birth.year}` : '',
    p.sex === '' ? '' : p.sex === 'male' ? 'M' : 'F',
    p.postcode,
    sometimes(rng, 0.25, p.nino),
    row,
  ],
}

/** The whole name in one cell, the year first, and a byte-order mark. */
const housing: Layout = {
  key: 'housing',
  filename: 'housing_applications.csv',
  prefix: 'HO',
  encoding: 'utf-8-bom',
  lineEnd: '\n',
  header: ['application_id', 'full_name', 'date_of_birth', 'sex', 'current_postcode', 'ni_number'],
  cells: (p, row, rng) => [
    row,
    join(p.given, p.middle, p.family),
    p.birth ? `${p.birth.year}-${p.birth.month}-${p.birth.day}` : '',
    p.sex,
    p.postcode,
    paired(sometimes(rng, 0.45, p.nino)),
  ],
}

/** Months by name, NHS numbers in groups, and a word where the sex is not known. */
const health: Layout = {
  key: 'health',
  filename: 'community_health_register.csv',
  prefix: 'HE',
  encoding: 'utf-8',
  lineEnd: '\n',
  header: [
    'Local Patient ID',
    'NHS Number',
    'Family Name',
    'Given Names',
    'Birth Date',
    'Administrative Gender',
    'Post Code',
  ],
  cells: (p, row, rng) => {
    const month = MONTHS[Number(p.birth?.month ?? 0) - 1]?.slice(0, 3) ?? ''
    return [
      row,
      grouped(sometimes(rng, 0.8, p.nhs)),
      p.family,
      join(p.given, p.middle),
      p.birth ? `${p.birth.day}-${month}-${p.birth.year}` : '',
      p.sex || 'unknown',
      p.postcode,
    ]
  },
}

/** All in capitals, nothing between the digits, and an alphabet of 1991. */
const jobcentre: Layout = {
  key: 'jobcentre',
  filename: 'jobcentre_claimants.csv',
  prefix: 'JO',
  encoding: 'windows-1252',
  lineEnd: '\r\n',
  header: ['CLAIM_REF', 'SURNAME', 'FORENAMES', 'DOB', 'NINO', 'PCODE'],
  cells: (p, row, rng) => [
    row,
    p.family.toUpperCase(),
    p.given.toUpperCase(),
    p.birth ? p.birth.year + p.birth.month + p.birth.day : '',
    sometimes(rng, 0.9, p.nino),
    p.postcode.replaceAll(' ', ''),
  ],
}

export const EXTRACTS: readonly Layout[] = [probation, housing, health, jobcentre]
