import { cutText } from '../cut-text'
import { londonInstant } from '../dates'
import { partialDateText } from '../partial-date'
import { looksLikePhone } from '../people/phone'
import { readTime } from '../time-text'
import { quoted, RowReader } from './cells'
import type { RowResult } from './cells'
import type { CsvRow } from './csv'
import { DATE_ORDER_WORDS, readDate } from './dates'
import { contactKindOf, outcomeOf } from './feed-words'
import { footerProblem } from './footer'
import { columnsOf, dateOrderOf } from './mapping'
import type { Mapping } from './mapping'
import { splitName } from './names'
import { readReference } from './rows'
import { inLondon } from './zoned'

/**
 * One row of the headline feed: who works with a person, when they were last in contact, and what
 * is next, so that nobody types it twice. Dates are `YYYY-MM-DD`. `kind` and `outcome` are keys of
 * `CONTACT_KINDS` and `CONTACT_OUTCOMES`.
 */
export type FeedRow = {
  localRef: string
  team: string | null
  worker: string | null
  teamPhone: string | null
  workerPhone: string | null
  from: string | null
  until: string | null
  last: { date: string; kind: string; outcome: string } | null
  /** `at` is the instant in UTC. */
  next: { date: string; time: string; at: string } | null
  /**
   * What the file has a column for and this row leaves empty: the agency's system says that there
   * is none (any more). A cell that could not be read says nothing.
   */
  none: ('worker' | 'until' | 'next')[]
}

/** What systems write where nobody has been allocated yet. */
const NOBODY = new RegExp(
  '^(?:(?:un|not (?:yet )?)(?:allocated|assigned)|(?:awaiting|pending) allocation|vacan(?:t|cy)' +
    '(?: post)?|duty(?: (?:worker|team|rota))?|to be (?:confirmed|allocated))$',
  'i',
)

/** A worker as people say their name: `BYRNE, Colm` is Colm Byrne; null for nobody. */
function readWorker(row: RowReader): string | null {
  const text = words(row, 'worker')
  if (!text || NOBODY.test(text)) return null
  if (!text.includes(',')) return text
  const { given, middle, family } = splitName(text, 'family_first')
  return [given, middle, family].filter(Boolean).join(' ')
}

const COLUMNS = { worker: 'worker', until: 'until', next: 'nextDate' } as const

function noneOf(row: RowReader, mapping: Mapping): FeedRow['none'] {
  const keys = ['worker', 'until', 'next'] as const
  return keys.filter((key) => {
    if (columnsOf(mapping, COLUMNS[key]).length === 0) return false
    const text = row.one(COLUMNS[key])?.text ?? ''
    return text === '' || (key === 'worker' && NOBODY.test(text))
  })
}

/** A whole date in a column; a warning and null when it cannot be read. */
function wholeDate(row: RowReader, mapping: Mapping, key: string, now: string): string | null {
  const cell = row.one(key)
  if (!cell) return null
  const order = dateOrderOf(mapping, cell.column)
  const date = readDate(cell.text, order, now, 'near')
  if (date && date.day !== null) return partialDateText(date)
  row.warn(cell, `${quoted(cell.text)} is no date written as ${DATE_ORDER_WORDS[order]}. Left out.`)
  return null
}

function words(row: RowReader, key: string): string | null {
  return cutText(row.one(key)?.text.replace(/\s+/g, ' ') ?? '', 120) || null
}

function phone(row: RowReader, key: string): string | null {
  const cell = row.one(key)
  if (!cell) return null
  if (looksLikePhone(cell.text)) return cutText(cell.text, 60)
  row.warn(cell, 'Not a telephone number. Left out.')
  return null
}

function readLast(row: RowReader, mapping: Mapping, now: string): FeedRow['last'] {
  const date = wholeDate(row, mapping, 'lastDate', now)
  if (!date) return null
  if (date > now) {
    row.warn(row.one('lastDate'), 'The last contact lies ahead. Left out.')
    return null
  }
  const kind = meant(row, 'lastKind', contactKindOf, {
    none: 'The last contact has a date and no kind. Or leave its date out of the columns.',
    unknown: (word) => `We have no kind of contact called ${word}.`,
  })
  const outcome = meant(row, 'lastKept', outcomeOf, {
    none: 'It is not said whether the last contact was kept. Or leave its date out of the columns.',
    unknown: (word) => `We cannot tell whether ${word} is kept.`,
  })
  return kind && outcome ? { date, kind, outcome } : null
}

type Wanting = { none: string; unknown: (word: string) => string }

/** What an agency's word means; a refusal and null when there is none or it is not known. */
function meant(row: RowReader, key: string, of: (word: string) => string | null, say: Wanting) {
  const cell = row.one(key)
  const found = cell ? of(cell.text) : null
  if (!found)
    row.refuse(cell ?? row.one('lastDate'), cell ? say.unknown(quoted(cell.text)) : say.none)
  return found
}

/** The time may stand in its own column or after the date. */
function readNext(row: RowReader, mapping: Mapping, now: string): FeedRow['next'] {
  const date = wholeDate(row, mapping, 'nextDate', now)
  if (!date) return null
  const own = row.one('nextTime')
  const written = row.one('nextDate')?.text ?? ''
  // With a zone the day has been moved to London already; its time goes with it.
  const beside = inLondon(date, written)?.time ?? /\d[T ](\d{1,2}:\d{2})/.exec(written)?.[1]
  const time = readTime((own?.text ?? beside ?? '').toLowerCase())
  if (date < now) row.warn(row.one('nextDate'), 'The next appointment lies behind us.')
  // Midnight beside a date is how systems write a date without a time.
  if (time && (own || time !== '00:00')) {
    return { date, time, at: londonInstant(date, time).toISOString() }
  }
  const none = 'The next appointment has a date and no time. Or leave its date out of the columns.'
  if (own) row.refuse(own, `${quoted(own.text)} is no time of day.`)
  else row.refuse(row.one('nextDate'), none)
  return null
}

/**
 * Reads a row of a headline feed. Refused: a row the file itself broke, one without the agency's
 * own number, one that names neither team nor worker, one that ends before it begins, a last
 * contact whose kind or outcome we cannot tell, and a next appointment without a time. `now` is
 * today, `YYYY-MM-DD`.
 */
export function readFeedRow(
  row: CsvRow,
  header: readonly string[],
  mapping: Mapping,
  { now }: { now: string },
): RowResult<FeedRow> {
  if (row.problem) return { ok: false, line: row.line, refusals: [row.problem] }
  const footer = footerProblem(row, header, mapping)
  if (footer) return { ok: false, line: row.line, refusals: [footer] }
  const reader = new RowReader(row, header, mapping)
  const value: FeedRow = {
    localRef: readReference(reader, mapping),
    team: words(reader, 'team'),
    worker: readWorker(reader),
    teamPhone: phone(reader, 'teamPhone'),
    workerPhone: phone(reader, 'workerPhone'),
    from: wholeDate(reader, mapping, 'from', now),
    until: wholeDate(reader, mapping, 'until', now),
    last: readLast(reader, mapping, now),
    next: readNext(reader, mapping, now),
    none: noneOf(reader, mapping),
  }
  if (!value.team && !reader.one('worker')) reader.refuse(null, 'Neither a team nor a worker.')
  if (value.from && value.until && value.until < value.from) {
    reader.refuse(reader.one('until'), 'The work ends before it begins.')
  }
  if (value.from && value.from > now) {
    reader.warn(reader.one('from'), 'This day lies ahead. The work counts from the day it goes in.')
  }
  const { refusals, warnings } = reader
  if (refusals.length > 0) {
    const named = value.localRef === '' ? {} : { localRef: value.localRef }
    return { ok: false, line: row.line, refusals, ...named }
  }
  return { ok: true, line: row.line, value, warnings }
}
