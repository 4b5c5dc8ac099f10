import { nhsCheckDigit } from '@/lib/people/identifiers'
import { csvLine } from '@/lib/transfer/report'
import { inventCrowd } from '../evaluation/crowd'

/** The headings of the file that is measured with, and what each column is. */
const columns = [
  ['Client Ref', 'localRef'],
  ['Surname', 'family'],
  ['Forename', 'given'],
  ['Date of Birth', 'birth'],
  ['Gender', 'sex'],
  ['NHS Number', 'nhs'],
  ['Address', 'address'],
  ['Postcode', 'postcode'],
  ['Mobile', 'phone'],
] as const

export const mapping = {
  shape: 'people',
  columns: columns.map(([, key]) => key),
  dateOrder: 'dmy',
  dateOrders: {},
  nameOrder: 'family_first',
}

/** A test number with its check digit; '' where the nine digits have none. */
function testNumber(no: number): string {
  const nine = `999${String(no % 1_000_000).padStart(6, '0')}`
  const check = nhsCheckDigit(nine)
  return check === null || check > 9 ? '' : `${nine}${check}`
}

/**
 * A file of people as an agency would send it: made-up people, some of them on several rows of
 * their own, with slips and gaps. Numbers are those that practice takes.
 */
export function fileOf(rows: number): Buffer {
  const lines = [csvLine(columns.map(([heading]) => heading))]
  let no = 0
  for (const { person, raw } of inventCrowd(rows)) {
    no += 1
    const [name] = (raw.names ?? []) as { given?: string; family?: string }[]
    const [born = ''] = raw.births ?? []
    const [postcode = ''] = raw.postcodes ?? []
    const sex = { f: 'Female', m: 'Male' }[raw.sexes?.[0] ?? ''] ?? ''
    const nhs = (raw.identifiers ?? []).length > 0 ? testNumber(person) : ''
    const day = born.split('-').reverse().join('/')
    const street = postcode ? `${(person % 90) + 1} High Street` : ''
    const phone = raw.phones?.[0] ?? ''
    const who = [name?.family ?? '', name?.given ?? '', day, sex, nhs]
    lines.push(csvLine([`B${String(no).padStart(6, '0')}`, ...who, street, postcode, phone]))
  }
  return Buffer.from(lines.join(''), 'utf8')
}
