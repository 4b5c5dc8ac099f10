import { SEVERITIES, labelOf } from '@/lib/codes'
import { countInWords } from '@/lib/count-in-words'
import { firstCapital } from '@/lib/first-capital'
import { formatMonth, type PlainDate } from '@/lib/dates'
import { join } from '@/lib/people/because'
import type { Lane, NeedLanes } from './lanes'
import { mayCallOut, windowStart, type Standing } from './rules'
import { unseenWords } from './unseen'

const short: Record<string, string> = { homelessness: 'housing', money: 'money' }

/** `housing`: a need inside a sentence that joins several. */
const within = ({ domain, label }: NeedLanes) => short[domain] ?? label.toLowerCase()

/** What a voice says now: not withdrawn, not old, its work not ended. */
const speaking = ({ newest, old, ended }: Lane) => newest !== null && !old && ended === null

/**
 * The heading of the picture: which way needs are going, said by those who speak now, and how many
 * are recorded as not asked; without a way, which are needs now.
 */
export function headline(rows: readonly NeedLanes[]): string {
  const open = rows.filter(({ domain }) => mayCallOut(domain))
  const going = (way: string, not: string) =>
    open.filter(({ lanes }) => {
      const ways = lanes.filter(speaking).map(({ newest }) => newest?.trend)
      return ways.includes(way) && !ways.includes(not)
    })
  const better = going('better', 'worse')
  const worse = going('worse', 'better')
  const now = open.filter(({ standing }) => standing === 'now')
  const parts = [
    better.length > 0 ? `better for ${few(better.map(within))}` : '',
    worse.length > 0 ? `more worry about ${few(worse.map(within))}` : '',
  ].filter(Boolean)
  if (parts.length === 0 && now.length > 0)
    parts.push(
      `${few(now.map(({ label }) => label.toLowerCase()))} ${now.length > 1 ? 'are needs' : 'is a need'} now`,
    )
  if (parts.length === 0 && rows.every(({ standing }) => standing === 'unseen'))
    return 'Nobody has said how a need stands, as far as you can see'
  if (parts.length === 0) parts.push('no need now, as far as you can see')
  const asked = open.filter(({ standing }) => standing === 'not-asked').length
  if (asked > 0) parts.push(`${countInWords(asked)} not asked about`)
  return firstCapital(parts.join(', '))
}

const few = (words: string[]) =>
  words.length > 3
    ? join([...words.slice(0, 2), `${countInWords(words.length - 2)} more`], ' and ')
    : join(words, ' and ')

/** Needs on which two voices that speak now say different things, in their words. */
export function differing(rows: readonly NeedLanes[], nameOf: (lane: Lane) => string) {
  return rows.flatMap((row) => {
    const heard = row.lanes.filter(speaking).flatMap((lane) => {
      const how = stands(lane)
      return how ? [{ lane, how }] : []
    })
    const lines: string[] = []
    if (new Set(heard.map(({ how }) => how)).size > 1)
      lines.push(heard.map(({ lane, how }) => `${how}, says ${nameOf(lane)}`).join('; '))
    const ways = heard.filter(({ lane }) => ['better', 'worse'].includes(lane.newest?.trend ?? ''))
    if (new Set(ways.map(({ lane }) => lane.newest?.trend)).size > 1)
      lines.push(
        ways
          .map(
            ({ lane }) =>
              `${lane.newest?.trend === 'better' ? 'better' : 'more worried'}, says ${nameOf(lane)}`,
          )
          .join('; '),
      )
    const words = lines.map((line) => `${firstCapital(line)}.`).join(' ')
    return words ? [{ domain: row.domain, label: row.label, words }] : []
  })
}

/** What can be compared: how far it gets in the way, or that it is no need now. */
function stands({ newest }: Lane): string | null {
  if (newest?.state === 'none' || newest?.state === 'past') return 'not a need now'
  if (newest?.state !== 'current' || !newest.severity) return null
  return labelOf(SEVERITIES, String(newest.severity)).toLowerCase()
}

/**
 * Needs that somebody asked about without an answer, those that are recorded as not asked, and
 * those of which the reader sees nothing, which is neither.
 */
export function unanswered(rows: readonly NeedLanes[]) {
  const ofState = (state: string) =>
    rows.flatMap(({ domain, label, lanes }) =>
      lanes
        .filter(({ newest, ended }) => newest?.state === state && !ended)
        .map((lane) => ({ domain, label, lane })),
    )
  return {
    notKnown: ofState('not_known'),
    notAsked: ofState('not_asked'),
    unseen: rows.filter(({ lanes }) => lanes.length === 0),
  }
}

/**
 * Since when several needs have come together without a break, as far as the reader can see:
 * the day on which the last of them began. Null when one of them is no need now.
 */
export function togetherSince(
  rows: readonly NeedLanes[],
  domains: readonly string[],
  now: PlainDate,
): PlainDate | null {
  const began = domains.map((domain) =>
    beganOn(
      rows.find((row) => row.domain === domain),
      now,
    ),
  )
  if (began.length === 0 || began.includes(null)) return null
  return (
    began
      .map((day) => day ?? now)
      .sort()
      .at(-1) ?? null
  )
}

function beganOn(row: NeedLanes | undefined, now: PlainDate): PlainDate | null {
  const felt = (row?.lanes ?? [])
    .flatMap(({ steps }) => steps)
    .filter(({ drawn }) => drawn === 'level' || drawn === 'recorded')
  let since: PlainDate | null = felt.some(({ to }) => to >= now) ? now : null
  for (let found = since !== null; found;) {
    const before = felt.filter(({ from, to }) => since !== null && from < since && to >= since)
    found = before.length > 0
    if (found) since = before.map(({ from }) => from).sort()[0] ?? since
  }
  return since
}

/** `about July 2024`, or the five years where it began before. */
export function sinceWords(since: PlainDate, now: PlainDate): string {
  if (since <= windowStart(now)) return 'for five years or more'
  return `since about ${formatMonth(since)}`
}

export const standingWords: Record<Standing, string> = {
  now: 'a need now',
  past: 'in the last five years',
  no: 'not a need',
  'not-known': 'not known',
  'not-asked': 'not asked',
  unseen: unseenWords,
}
