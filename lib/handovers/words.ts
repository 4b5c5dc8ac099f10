import { formatDate, formatShortDate, londonDate, type PlainDate } from '@/lib/dates'
import type { Handing } from './queries'

type Said = Pick<Handing, 'from_name' | 'to_name' | 'given_at' | 'taken_at' | 'ended_how'>

/** Who goes from whom to whom: `from Ben Carter to Priya Shah`. */
export const moveWords = ({ from_name: from, to_name: to }: Said): string =>
  from ? `from ${from} to ${to}` : `to ${to}`

/** Whose word it waits for, or what became of it. */
export function waitsWords(handing: Said): string {
  const { from_name: from, to_name: to, given_at: given, taken_at: taken, ended_how: how } = handing
  if (how === 'moved') return 'Done: both said so'
  if (how === 'declined') return 'Declined: nothing has changed'
  if (how === 'withdrawn') return 'Taken back: nothing has changed'
  if (how === 'work_ended') return 'The work has ended'
  const missing = [given ? null : from, taken ? null : to].filter((name) => name !== null)
  return `Waits for ${missing.join(' and ')}`
}

/** `asked Fri 27 Nov by Helen Price, moves 1 December 2026`. */
export const askedWords = (
  { asked_by: by, asked_at: at, moves_on: on }: Pick<Handing, 'asked_by' | 'asked_at' | 'moves_on'>,
  now: PlainDate,
): string =>
  `Asked ${formatShortDate(londonDate(at), now)} by ${by}, to move ${formatDate(londonDate(on))}`
