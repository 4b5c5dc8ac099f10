import { addDays, addMonths, daysBetween, mondayOf, type PlainDate } from '@/lib/dates'

export type View = 'list' | 'week' | 'month'

/** The days that a view shows: from, and the day after the last. A list looks six weeks ahead. */
export function spanOf(view: View, on: PlainDate): { from: PlainDate; until: PlainDate } {
  if (view === 'week') return { from: mondayOf(on), until: addDays(mondayOf(on), 7) }
  if (view === 'list') return { from: addDays(on, -14), until: addDays(on, 42) }
  const first = `${on.slice(0, 8)}01`
  const last = addDays(addMonths(first, 1), -1)
  return { from: mondayOf(first), until: addDays(mondayOf(last), 7) }
}

/** The day by which the view before or after this one is asked for. */
export function besideOf(view: View, on: PlainDate, step: 1 | -1): PlainDate {
  if (view === 'month') return addMonths(`${on.slice(0, 8)}01`, step)
  return addDays(on, step * (view === 'week' ? 7 : 42))
}

/** Every day of a span, in weeks of seven. */
export function weeksOf({ from, until }: { from: PlainDate; until: PlainDate }): PlainDate[][] {
  return Array.from({ length: Math.ceil(daysBetween(from, until) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(from, week * 7 + day)),
  )
}
