import { addMonths, formatMonth, type PlainDate } from '@/lib/dates'
import { markOf } from './words'

/** `YYYY-MM`. Sorts as text. */
export type PlainMonth = string

/** What page.contact_months says. No id: a giver whom this reader may not know of. */
export type MonthCount = {
  month: PlainMonth
  agencyId: string | null
  agency: string
  own: boolean
  outcome: string
  kind: string
  major: boolean
  count: number
}

/** Contacts by what came of them. `other`: nobody was to be seen, as with information passed on. */
export type Tally = { seen: number; tried: number; other: number }

export type Lane = Tally & { agency: string; months: Tally[] }

/** Twelve months of contacts, and what may be looked at before and after them. */
export type MonthStrip = Tally & {
  months: PlainMonth[]
  lanes: Lane[]
  /** Nothing newer is left out. */
  newest: boolean
  /** The last month of the twelve before, and of the twelve after; null where there is nothing. */
  earlier: PlainMonth | null
  later: PlainMonth | null
}

type Filters = { kind?: string | undefined; agency?: string | undefined; major?: 'yes' | undefined }

const LENGTH = 12
const monthOf = (date: PlainDate): PlainMonth => date.slice(0, 7)

/** The month so many months later (earlier when negative). */
export const monthsLater = (month: PlainMonth, many: number): PlainMonth =>
  monthOf(addMonths(`${month}-01`, many))

/** The first day after a month. */
export const dayAfter = (month: PlainMonth): PlainDate => `${monthsLater(month, 1)}-01`

/** `November 2026` */
export const monthName = (month: PlainMonth): string => formatMonth(`${month}-01`)

const index = (month: PlainMonth) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5))

const nothing = (): Tally => ({ seen: 0, tried: 0, other: 0 })

/** Contacts by what came of them, all together. */
export function tallyOf(counts: readonly MonthCount[]): Tally {
  const tally = nothing()
  for (const { outcome, count } of counts) tally[markOf(outcome)] += count
  return tally
}

export const totalOf = ({ seen, tried, other }: Tally): number => seen + tried + other

/** What the list's own filters leave of the counts, so that the strip shows what the list does. */
export const filtered = (counts: readonly MonthCount[], { kind, agency, major }: Filters) =>
  counts.filter(
    (each) =>
      (!kind || each.kind === kind) &&
      (!agency || each.agencyId === agency) &&
      (!major || each.major),
  )

/**
 * Twelve months with a lane for each agency: the newest twelve, or those in which the month asked
 * for lies, counted back from now. The reader's own agency first, who may not be named last.
 */
export function stripOf(
  counts: readonly MonthCount[],
  now: PlainDate,
  asked?: PlainMonth,
): MonthStrip {
  const all = counts.map(({ month }) => month).sort()
  const last = [monthOf(now), ...all].sort().at(-1) ?? monthOf(now)
  const first = all[0] ?? last
  const wanted = !asked || asked > last ? last : asked < first ? first : asked
  const back = Math.floor((index(last) - index(wanted)) / LENGTH) * LENGTH
  const months = Array.from({ length: LENGTH }, (_, at) =>
    monthsLater(last, at + 1 - LENGTH - back),
  )
  const here = counts.filter(({ month }) => months.includes(month))
  const [start = last] = months
  return {
    ...tallyOf(here),
    months,
    lanes: lanesOf(here, months),
    newest: back === 0,
    earlier: first < start ? monthsLater(start, -1) : null,
    later: back === 0 ? null : monthsLater(last, LENGTH - back),
  }
}

function lanesOf(counts: readonly MonthCount[], months: readonly PlainMonth[]): Lane[] {
  const lanes = new Map<string, MonthCount[]>()
  for (const each of counts) {
    const key = each.agencyId ?? ''
    lanes.set(key, [...(lanes.get(key) ?? []), each])
  }
  const place = (key: string, [one]: MonthCount[]) => (key === '' ? 2 : one?.own ? 0 : 1)
  return [...lanes]
    .map(([key, own]) => ({
      ...tallyOf(own),
      agency: own[0]?.agency ?? '',
      months: months.map((month) => tallyOf(own.filter((each) => each.month === month))),
      place: place(key, own),
    }))
    .sort((one, other) => one.place - other.place || totalOf(other) - totalOf(one))
    .map(({ place: _, ...lane }) => lane)
}

const times = (count: number) => (count === 1 ? 'once' : `${count} times`)

/** What the strip finds, as a sentence: `Seen or spoken to 41 times of 82 since December 2025`. */
export function findingOf({ seen, tried, other, months, newest }: MonthStrip): string {
  const [start = ''] = months
  const when = newest
    ? `since ${monthName(start)}`
    : `from ${monthName(start)} to ${monthName(months.at(-1) ?? start)}`
  const met = seen + tried
  if (met === 0) return other === 0 ? `No contact ${when}` : `Nobody tried to see them ${when}`
  if (seen === 0) return `Tried ${times(tried)} and not seen ${when}`
  if (tried === 0) return `Seen or spoken to ${times(seen)} ${when}`
  return `Seen or spoken to ${times(seen)} of ${met} ${when}`
}

/** `3 seen or spoken to, 1 not seen`; `none` where there is nothing. */
export const tallyWords = ({ seen, tried, other }: Tally): string =>
  [
    seen > 0 ? `${seen} seen or spoken to` : '',
    tried > 0 ? `${tried} not seen` : '',
    other > 0 ? `${other} other` : '',
  ]
    .filter(Boolean)
    .join(', ') || 'none'
