import { firstCapital } from '@/lib/first-capital'
import { livingWords, isSettled } from '@/lib/code-lists/accommodation'
import {
  daysAgo,
  daysBetween,
  formatDate,
  formatShortDate,
  formatTime,
  londonDate,
  type PlainDate,
} from '@/lib/dates'
import { ageOn } from '@/lib/partial-date'
import type { CaseloadRow } from './queries'

/** What somebody in a list is called: their agency's name for them, or how they were described. */
export const rowName = ({ name, described }: Pick<CaseloadRow, 'name' | 'described'>): string =>
  name
    ? [name.given, name.family].filter(Boolean).join(' ')
    : described
      ? `Not named yet: ${described}`
      : 'Name held by another agency'

/** As `page.called` answers. */
export type Called = { given: string | null; family: string | null; described: string | null }

/** What `page.called` says of somebody, in words. */
export const calledWords = (row: Called | undefined): string =>
  rowName({
    name: row?.given == null ? null : { given: row.given, family: row.family ?? '' },
    described: row?.described ?? null,
  })

/** `51 · no settled address` */
export function rowAbout(
  { born, living }: Pick<CaseloadRow, 'born' | 'living'>,
  now: PlainDate,
): string {
  const age = born ? ageOn(born, now)?.words : undefined
  const stays = living
    ? isSettled(living) === false
      ? 'no settled address'
      : livingWords(living)
    : undefined
  return [age, stays === 'no settled address' ? stays : undefined].filter(Boolean).join(' · ')
}

/** The part of a list that a page shows: `26 to 50 of 158 people`. */
export const rangeWords = (before: number, here: number, all: number): string =>
  here === 0 ? '' : `${before + 1} to ${before + here} of ${all} ${all === 1 ? 'person' : 'people'}`

/** Days since somebody saw the person, from what the reader can see; tone by how long. */
export function rowSeen({ seenOn, seenBy, since, missed }: CaseloadRow, now: PlainDate) {
  const days = daysBetween(seenOn ?? since, now)
  const tone =
    days >= 21 ? ('danger' as const) : days >= 10 ? ('caution' as const) : ('neutral' as const)
  const times =
    missed === 0 ? '' : missed === 1 ? 'not seen once since' : `not seen at ${missed} times offered`
  return {
    days,
    words: seenOn
      ? days === 0
        ? 'today'
        : `${days} ${days === 1 ? 'day' : 'days'}`
      : 'not seen yet',
    tone,
    about: [seenOn && seenBy ? `${firstCapital(seenBy)}, ${formatDate(seenOn)}` : '', times]
      .filter(Boolean)
      .join(' · '),
  }
}

/** The next date anybody has with the person: `Tue 24 Nov, 10:00`. */
export function rowNext({ nextAt, nextWith }: CaseloadRow, now: PlainDate) {
  if (!nextAt) return { words: 'none', about: 'nothing booked that you can see' }
  const at = new Date(nextAt)
  return {
    words: `${formatShortDate(londonDate(at), now)}, ${formatTime(at)}`,
    about: firstCapital(nextWith ?? ''),
  }
}

/** What needs doing, from facts with dates that a named person entered; of long unseen too. */
export function rowToDo(row: CaseloadRow, now: PlainDate): string {
  const { seenOn, since } = row
  const due = rowDue(row, now)
  if (due || daysBetween(seenOn ?? since, now) < 21) return due
  return `Last seen ${daysAgo(seenOn ?? since, now)}`
}

/** The same where *last seen* stands beside it. */
export function rowDue(
  { worker, reviewOn, reviewOf }: Pick<CaseloadRow, 'worker' | 'reviewOn' | 'reviewOf'>,
  now: PlainDate,
): string {
  const todo: string[] = []
  if (!worker) todo.push('Choose a practitioner')
  if (reviewOn && reviewOf === 'plan')
    todo.push(`Plan review was due ${formatShortDate(reviewOn, now)}`)
  if (reviewOn && reviewOf === 'warning')
    todo.push(`A warning lapses ${formatShortDate(reviewOn, now)}`)
  if (reviewOn && reviewOf === 'whereabouts')
    todo.push(`Protection of whereabouts was to be reviewed ${formatShortDate(reviewOn, now)}`)
  return todo.join('. ')
}
