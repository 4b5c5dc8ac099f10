import { daysBetween, formatTime, londonDate, londonTime, mondayOf } from '@/lib/dates'
import { WEIGHTY } from './lists'
import { travelMinutes } from './rules'
import type { DateHeld, HardTime } from './view'

/** More than this many in a week is called out: our own measure, for somebody to doubt. */
export const MOST_A_WEEK = 4

/** On foot and by bus across a town, door to door, kilometres an hour: a cautious guess of ours. */
const SPEED = 10
/** What waiting and getting ready take, in minutes, whatever the distance. */
const READY = 10
/** A way by streets is longer than a straight line; 1.3 is the usual factor for towns. */
const DETOUR = 1.3

type Placed = Pick<DateHeld, 'place' | 'lon' | 'lat'>

/** Kilometres in a straight line between two points of the earth; null where one is not known. */
export function kilometres(one: Placed, other: Placed): number | null {
  if (one.lon === null || one.lat === null || other.lon === null || other.lat === null) return null
  const rad = (degrees: number) => (degrees * Math.PI) / 180
  const [a, b] = [rad(one.lat), rad(other.lat)]
  const half = (x: number) => Math.sin(x / 2) ** 2
  const h = half(b - a) + Math.cos(a) * Math.cos(b) * half(rad(other.lon - one.lon))
  return 12_742 * Math.asin(Math.sqrt(h))
}

/**
 * Minutes to get from one date to another: none within a place, an estimate from the distance where
 * both are known, else what is allowed for any two places.
 */
export function minutesBetween(one: Placed, other: Placed): { minutes: number; known: boolean } {
  if (one.place !== null && one.place === other.place) return { minutes: 0, known: true }
  const far = kilometres(one, other)
  if (far === null) return { minutes: travelMinutes, known: false }
  return { minutes: Math.ceil(READY + ((far * DETOUR) / SPEED) * 60), known: true }
}

/** Something about dates that makes them hard to keep; `ids` are the dates it is about. */
export type Burden = {
  kind: 'two_at_once' | 'too_close' | 'too_many' | 'hard_time' | 'beside'
  ids: string[]
  words: string
}

const starts = ({ startsAt }: DateHeld) => Date.parse(startsAt)
const ends = (date: DateHeld) => starts(date) + date.minutes * 60_000
const dayOf = (date: DateHeld) => londonDate(new Date(date.startsAt))
const at = (date: DateHeld) => formatTime(new Date(date.startsAt))

/**
 * What makes dates hard to keep, from those that the reader may see, and nothing of others: two at
 * once, too close to travel between, too many in a week, a time that does not work, a day on which
 * much hangs.
 */
export function burdensOf(dates: readonly DateHeld[], hard: readonly HardTime[]): Burden[] {
  const open = dates.filter(({ outcome }) => outcome === null).sort((a, b) => starts(a) - starts(b))
  return [...pairs(open), ...weeks(open), ...open.flatMap((date) => hardTime(date, hard))]
}

const pairs = (open: readonly DateHeld[]): Burden[] =>
  open.flatMap((one, i) => open.slice(i + 1).flatMap((other) => between(one, other) ?? []))

/** What two dates of one day do to each other; the first begins first. */
function between(one: DateHeld, other: DateHeld): Burden | null {
  if (dayOf(one) !== dayOf(other)) return null
  const ids = [one.id, other.id]
  const both = `${at(one)} and ${at(other)}`
  if (starts(other) < ends(one)) return { kind: 'two_at_once', ids, words: `Two at once: ${both}` }
  const { minutes, known } = minutesBetween(one, other)
  const free = Math.round((starts(other) - ends(one)) / 60_000)
  if (free < minutes) return { kind: 'too_close', ids, words: close(both, free, minutes, known) }
  const heavy = [one, other].some(({ kind }) => WEIGHTY.includes(kind))
  const words = `On the day of one that must not be missed: ${both}`
  return heavy ? { kind: 'beside', ids, words } : null
}

const close = (both: string, free: number, minutes: number, known: boolean) =>
  `Too close to travel between: ${both}, ${free} minutes apart; the way takes about ${minutes}, ` +
  (known ? 'estimated from the distance' : 'as allowed where a place is not known')

function weeks(open: readonly DateHeld[]): Burden[] {
  const byWeek = new Map<string, string[]>()
  for (const date of open) {
    const monday = mondayOf(dayOf(date))
    byWeek.set(monday, [...(byWeek.get(monday) ?? []), date.id])
  }
  return [...byWeek.values()]
    .filter((ids) => ids.length > MOST_A_WEEK)
    .map((ids) => ({ kind: 'too_many', ids, words: `${ids.length} in one week` }))
}

/** Monday is 1, as ISO counts. */
export const weekdayOf = (day: string): number => daysBetween(mondayOf(day), day) + 1

const minuteOf = (date: Date) => {
  const [hours = 0, minutes = 0] = londonTime(date).split(':').map(Number)
  return hours * 60 + minutes
}

function hardTime(date: DateHeld, hard: readonly HardTime[]): Burden[] {
  const from = minuteOf(new Date(date.startsAt))
  const found = hard.some(
    ({ weekday, fromMinute, toMinute }) =>
      (weekday === null || weekday === weekdayOf(dayOf(date))) &&
      from < toMinute &&
      from + date.minutes > fromMinute,
  )
  const words = `${at(date)}: a time they said does not work`
  return found ? [{ kind: 'hard_time', ids: [date.id], words }] : []
}
