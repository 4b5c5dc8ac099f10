import { CONTACT_KINDS, CONTACT_OUTCOMES, labelOf, NAME_KINDS, SEXES } from '@/lib/codes'
import { formatDate, formatDateTime } from '@/lib/dates'
import { formatPartialDate, type PartialDate } from '@/lib/partial-date'
import { IDENTIFIER_TYPES } from '@/lib/people/identifiers'

/** A row of people as it is stored for taking in (`storedPerson`), as far as a page shows it. */
export type UnderstoodPerson = {
  localRef: string
  names: { kind: string; given: string; middle: string; family: string }[]
  birth: PartialDate | null
  sex: string | null
  ethnicity: { received: string | null } | null
  identifiers: { type: string; display: string; norm: string; check: string }[]
  addresses: { lines: string; postcode: string | null }[]
  reaches: { kind: string; value: string }[]
}

/** A row of a feed as it is stored for taking in (`storedFeed`). */
export type UnderstoodFeed = {
  localRef: string
  team: string | null
  worker: string | null
  from: string | null
  until: string | null
  last: { date: string; kind: string; outcome: string } | null
  nextAt: string | null
}

/** One fact of a row in words: what it is, what was understood. */
export type Fact = { term: string; words: string }

const said = (facts: (Fact | null | false)[]): Fact[] =>
  facts.filter((fact): fact is Fact => Boolean(fact && fact.words !== ''))

type Name = UnderstoodPerson['names'][number]

/** Which part is which, since that is what goes wrong: `Ida Mary, family name Alderfield`. */
const nameWords = ({ given, middle, family }: Name) =>
  [[given, middle].filter(Boolean).join(' '), family && `family name ${family}`]
    .filter(Boolean)
    .join(', ')

/** What a number is taken for: of one that is none, or is no evidence, it is said. */
const numberWords = ({ display, norm, check }: UnderstoodPerson['identifiers'][number]) =>
  check === 'none'
    ? `${display} (not a number: kept as it came, and nothing is found by it)`
    : norm === ''
      ? `${display} (kept as it came, and compared with nothing)`
      : display

/** A person of a row as they were understood, for whoever sent the file to compare. */
export function personFacts(person: UnderstoodPerson): Fact[] {
  return said([
    ...person.names.map((name) => ({
      term: name.kind === 'legal' ? 'Name' : labelOf(NAME_KINDS, name.kind),
      words: nameWords(name),
    })),
    person.birth && { term: 'Born', words: formatPartialDate(person.birth) },
    person.sex !== null && { term: 'Sex', words: labelOf(SEXES, person.sex) },
    person.ethnicity && { term: 'Ethnic group', words: person.ethnicity.received ?? '' },
    { term: 'Your number', words: person.localRef },
    ...person.identifiers
      .filter(({ type, display }) => type !== 'local' || display !== person.localRef)
      .map((one) => ({ term: labelOf(IDENTIFIER_TYPES, one.type), words: numberWords(one) })),
    ...person.addresses.map(({ lines, postcode }) => ({
      term: 'Address',
      words: [lines.replaceAll('\n', ', '), postcode].filter(Boolean).join(', '),
    })),
    ...person.reaches.map(({ kind, value }) => ({
      term: kind === 'email' ? 'Email' : 'Telephone',
      words: value,
    })),
  ])
}

/** A row of a feed as it was understood. */
export function feedFacts(row: UnderstoodFeed): Fact[] {
  return said([
    { term: 'Your number', words: row.localRef },
    { term: 'Team', words: row.team ?? '' },
    { term: 'Worker', words: row.worker ?? '' },
    row.from !== null && { term: 'From', words: formatDate(row.from) },
    row.until !== null && { term: 'Until', words: formatDate(row.until) },
    row.last && {
      term: 'Last contact',
      words: [
        formatDate(row.last.date),
        labelOf(CONTACT_KINDS, row.last.kind),
        labelOf(CONTACT_OUTCOMES, row.last.outcome).toLowerCase(),
      ].join(', '),
    },
    row.nextAt !== null && { term: 'Next', words: formatDateTime(new Date(row.nextAt)) },
  ])
}
