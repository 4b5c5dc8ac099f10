import { londonDate, londonTime, plainDate, type PlainDate } from '../dates'

/** A time of day behind a date, with a zone or without. */
const TIME =
  /[T ,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]m)?\s*(Z|GMT|UTC|[+-]\d{2}:?\d{2})?$/i

/** The zone alone behind a date, as XML writes it: 2002-05-17Z. */
const BARE_ZONE = /^(\d{4}-\d{2}-\d{2})(?:Z|[+-]\d{2}:\d{2})$/i

/** A date and its time without a sign between, as HL7 messages write them: 20020517093000. */
const RUN_ON = /^(\d{8})(?:\d{4}|\d{6})$/

/** The text of a date without its time of day and zone. */
export const withoutTime = (text: string): string =>
  text
    .replace(/^(\d{8})T(\d{4}|\d{6})(Z|[+-]\d{4})?$/i, '$1')
    .replace(TIME, '')
    .replace(BARE_ZONE, '$1')
    .replace(RUN_ON, '$1')
    // Part of a day, as a spreadsheet counts it.
    .replace(/^(\d{5})\.\d+$/, '$1')

/**
 * Day and time in London of a day that was written with a time and a zone: systems that keep
 * instants write the midnight of a summer's day as 23:00 of the day before. Null without a zone.
 * A midnight in another zone than UTC is that day's, wherever it was written.
 */
export function inLondon(day: PlainDate, text: string): { date: PlainDate; time: string } | null {
  const compact = /^\d{8}T(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{4})$/i.exec(text.trim())
  const found = compact ? [...compact.slice(0, 4), '', compact[4]] : TIME.exec(text.trim())
  const [, hours = '', minutes = '', , half = '', zone] = found ?? []
  if (!zone) return null
  const hour = (Number(hours) % (half ? 12 : 24)) + (/p/i.test(half) ? 12 : 0)
  const [, sign = '+', h = '0', m = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  const ahead = (sign === '-' ? -1 : 1) * (Number(h) * 60 + Number(m))
  if (ahead !== 0 && hour === 0 && Number(minutes) === 0) return { date: day, time: '00:00' }
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (!plainDate(year, month, date)) return null
  const at = new Date(Date.UTC(year, month - 1, date, hour, Number(minutes) - ahead))
  return { date: londonDate(at), time: londonTime(at) }
}
