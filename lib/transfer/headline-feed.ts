import { londonInstant } from '../dates'
import { partialDateText } from '../partial-date'
import { looksLikePhone } from '../people/phone'
import { readTime } from '../time-text'
import { quoted, RowReader } from './cells'
import type { RowResult } from './cells'
import type { CsvRow } from './csv'
import { DATE_ORDER_WORDS, readDate } from './dates'
import { contactKindOf, outcomeOf } from './feed-words'
import { dateOrderOf } from './mapping'
import type { Mapping } from './mapping'
import { readReference } from './rows'

/**
 * One row of the headline feed: who works with a person, when they were last in contact, and what
 * is next (safeguards.md 1.1). Dates are `YYYY-MM-DD`. `kind` and `outcome` are keys of
 * `CONTACT_KINDS` and `CONTACT_OUTCOMES`; null where the agency's word is not known, which is then
 * in `kindReceived` or `outcomeReceived`.
 */
export type FeedRow = {
  localRef: string
  team: string | null
  worker: string | null
  teamPhone: string | null
  workerPhone: string | null
  from: string | null
  until: string | null
  last: {
    date: string
    kind: string | null
    kindReceived: string | null
    outcome: string | null
    outcomeReceived: string | null
  } | null
  /** `at` is the instant in UTC when the time is known. */
  next: { date: string; time: string | null; at: string | null } | null
}

/** A whole date in a column; a warning and null when it cannot be read. */
function wholeDate(row: RowReader, mapping: Mapping, key: string, now: string): string | null {
  const cell = row.one(key)
  if (!cell) return null
  const order = dateOrderOf(mapping, cell.column)
  const date = readDate(cell.text, order, now)
  if (date && date.day !== null) return partialDateText(date)
  row.warn(cell, `${quoted(cell.text)} is no date written as ${DATE_ORDER_WORDS[order]}. Left out.`)
  return null
}

function words(row: RowReader, key: string): string | null {
  return row.one(key)?.text.replace(/\s+/g, ' ').slice(0, 120) ?? null
}

function phone(row: RowReader, key: string): string | null {
  const cell = row.one(key)
  if (!cell || looksLikePhone(cell.text)) return cell?.text.slice(0, 60) ?? null
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
  const [kindCell, keptCell] = [row.one('lastKind'), row.one('lastKept')]
  const kind = kindCell ? contactKindOf(kindCell.text) : null
  const outcome = keptCell ? outcomeOf(keptCell.text) : null
  if (kindCell && !kind)
    row.warn(kindCell, `We have no kind of contact called ${quoted(kindCell.text)}.`)
  if (keptCell && !outcome)
    row.warn(keptCell, `We cannot tell whether ${quoted(keptCell.text)} is kept.`)
  const received = (known: string | null, text: string | undefined) =>
    known ? null : (text?.slice(0, 60) ?? null)
  return {
    date,
    kind,
    kindReceived: received(kind, kindCell?.text),
    outcome,
    outcomeReceived: received(outcome, keptCell?.text),
  }
}

/** The time may stand in its own column or after the date. */
function readNext(row: RowReader, mapping: Mapping, now: string): FeedRow['next'] {
  const date = wholeDate(row, mapping, 'nextDate', now)
  if (!date) return null
  const own = row.one('nextTime')
  const beside = /\d[T ](\d{1,2}:\d{2})/.exec(row.one('nextDate')?.text ?? '')?.[1]
  const time = readTime((own?.text ?? beside ?? '').toLowerCase())
  if (own && !time) row.warn(own, `${quoted(own.text)} is no time of day. Left out.`)
  if (date < now) row.warn(row.one('nextDate'), 'The next appointment lies behind us.')
  // Midnight beside a date is how systems write a date without a time.
  const real = own || time !== '00:00' ? time : null
  return { date, time: real, at: real ? londonInstant(date, real).toISOString() : null }
}

/**
 * Reads a row of a headline feed. Refused: a row the file itself broke, one without the agency's
 * own number, one that names neither team nor worker, and one that ends before it begins. `now` is
 * today, `YYYY-MM-DD`.
 */
export function readFeedRow(
  row: CsvRow,
  header: readonly string[],
  mapping: Mapping,
  { now }: { now: string },
): RowResult<FeedRow> {
  if (row.problem) return { ok: false, line: row.line, refusals: [row.problem] }
  const reader = new RowReader(row, header, mapping)
  const value: FeedRow = {
    localRef: readReference(reader, mapping),
    team: words(reader, 'team'),
    worker: words(reader, 'worker'),
    teamPhone: phone(reader, 'teamPhone'),
    workerPhone: phone(reader, 'workerPhone'),
    from: wholeDate(reader, mapping, 'from', now),
    until: wholeDate(reader, mapping, 'until', now),
    last: readLast(reader, mapping, now),
    next: readNext(reader, mapping, now),
  }
  if (!value.team && !value.worker) reader.refuse(null, 'Neither a team nor a worker.')
  if (value.from && value.until && value.until < value.from) {
    reader.refuse(reader.one('until'), 'The work ends before it begins.')
  }
  const { refusals, warnings } = reader
  if (refusals.length > 0) return { ok: false, line: row.line, refusals }
  return { ok: true, line: row.line, value, warnings }
}
