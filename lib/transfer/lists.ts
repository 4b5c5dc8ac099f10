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

/** What may become of a row, in the order shown: by key, with its words before it has. */
export const OUTCOMES = [
  { key: 'received', label: 'New', hint: 'Goes in as somebody you have not sent before.' },
  { key: 'same', label: 'One of your own people', hint: 'Goes in beside your own record of them.' },
  { key: 'changed', label: 'Changed', hint: 'You sent this person before; something is new.' },
  { key: 'unchanged', label: 'Unchanged', hint: 'You sent this person before, just like this.' },
  {
    key: 'waiting',
    label: 'Waiting',
    hint: 'No file of people has brought this number yet. The row goes in when one does.',
  },
  { key: 'refused', label: 'Refused', hint: 'Stays out, with the reason.' },
] as const

/** Why a file was turned away before it was stored; the key goes into the address. */
export const UPLOAD_PROBLEMS: Readonly<Record<string, string>> = {
  none: 'Choose a file first.',
  empty: 'This file is empty: it holds 0 bytes. Export it again and send that one.',
  busy: 'Many people are working here just now. Send the file again in a minute.',
  large: 'This file is larger than 10 megabytes. Send it in parts.',
  second: 'A file of yours is being read. Send the next one when it has been.',
  team: 'Your agency has no team yet.',
  unreadable: 'This file could not be read. Export it as CSV and send it again.',
}

/** The key of the words above for a refusal by the database, which says the same ones. */
export const uploadProblemOf = (message: string): string =>
  Object.entries(UPLOAD_PROBLEMS).find(([, words]) => words === message)?.[0] ?? 'unreadable'

/** The choices for a column: nothing first. */
export const columnOptions = (shape: ImportShape) => [
  { value: '', label: 'Leave this column out' },
  ...fieldsOf(shape).map(({ key, label }) => ({ value: key, label })),
]
