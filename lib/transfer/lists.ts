import { DATE_ORDER_WORDS } from './dates'
import { fieldsOf, type ImportShape } from './fields'

/** What a file may be. */
export const SHAPES = [
  { key: 'people', label: 'People: who they are, how to reach them' },
  { key: 'headline_feed', label: 'Headline feed: who works with whom, last contact, what is next' },
] as const satisfies readonly { key: ImportShape; label: string }[]

/** What being on a list means. */
export const LIST_KINDS = [
  { key: 'current', label: 'People we work with now' },
  { key: 'reference', label: 'A reference list' },
] as const

export const NAME_ORDERS = [
  { key: 'given_first', label: 'Forename Surname' },
  { key: 'family_first', label: 'SURNAME, Forename' },
] as const

export const DATE_ORDERS = (['dmy', 'mdy', 'ymd', 'serial'] as const).map((key) => ({
  key,
  label: DATE_ORDER_WORDS[key],
}))

/** What may become of a row, in the order shown: by key, with its words. */
export const OUTCOMES = [
  { key: 'received', label: 'Received', hint: 'Goes in. The record steward matches it.' },
  { key: 'same', label: 'One of your own people', hint: 'Goes in beside your own record of them.' },
  { key: 'changed', label: 'Changed', hint: 'You sent this person before; something is new.' },
  { key: 'unchanged', label: 'Unchanged', hint: 'You sent this person before, just like this.' },
  { key: 'refused', label: 'Refused', hint: 'Stays out, with the reason.' },
] as const

/** Why a file was turned away before it was stored; the key goes into the address. */
export const UPLOAD_PROBLEMS: Readonly<Record<string, string>> = {
  none: 'Choose a file first.',
  large: 'This file is larger than 10 megabytes. Send it in parts.',
  many: 'This file has more than 50,000 rows. Send it in parts.',
  heading: 'The first line of the file must name the columns.',
  columns: 'This file has more than 200 columns.',
  empty: 'This file has headings and no rows.',
  unreadable: 'This file could not be read. Export it as CSV and send it again.',
}

/** The key of the words above for a refusal of the reader. */
export function uploadProblemOf(message: string): string {
  const known = Object.entries(UPLOAD_PROBLEMS).find(([, words]) => words === message)
  if (known) return known[0]
  if (message.includes('megabytes')) return 'large'
  if (message.includes('rows.')) return 'many'
  if (message.includes('name the columns')) return 'heading'
  return message.includes('columns') ? 'columns' : 'unreadable'
}

/** The choices for a column: nothing first. */
export const columnOptions = (shape: ImportShape) => [
  { value: '', label: 'Leave this column out' },
  ...fieldsOf(shape).map(({ key, label }) => ({ value: key, label })),
]
