import 'server-only'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { getGivers } from '@/lib/people/givers'
import type { TimelineItem } from '@/lib/people/view'
import { dayAfter, type MonthCount } from './months'

/** Lines on a page of the timeline. */
export const timelinePage = 25

/**
 * A timeline's address: what of it, how it is drawn and a place in it; codes, ids and days only.
 * Anything odd falls back to everything.
 */
export const timelineSchema = z.object({
  /** Of contacts and what changed among them the one alone. */
  show: z.enum(['contacts', 'changes']).optional().catch(undefined),
  view: z.literal('compact').optional().catch(undefined),
  kind: z.string().min(1).max(80).optional().catch(undefined),
  agency: z.uuid().optional().catch(undefined),
  major: z.literal('yes').optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  /** The line after which it begins is the end of that entry, and not its beginning. */
  part: z.literal('end').optional().catch(undefined),
  /** Where it begins: at the end of this month. */
  month: z
    .string()
    .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
})

export type TimelineAsk = z.output<typeof timelineSchema>

/** Contacts, changes or both: a kind of contact and a turning point are contacts. */
export const shownOf = ({ show, kind, major }: TimelineAsk): 'all' | 'contacts' | 'changes' =>
  show ?? (kind || major ? 'contacts' : 'all')

/**
 * A page of what happened, newest first, from what this viewer may see; `next`: where the following
 * page begins.
 */
export async function getTimeline({ db }: Scope, personId: string, ask: TimelineAsk) {
  const place = ask.day && ask.after ? { day: ask.day, after: ask.after } : null
  const before = place?.day ?? (ask.month ? dayAfter(ask.month) : null)
  const [row] = await db.$queryRaw<{ entries: TimelineItem[] }[]>`
    select page.happened(${personId}::uuid, ${shownOf(ask)}, ${before}::date,
      ${place?.after ?? null}::uuid, ${ask.part === 'end'}, ${ask.kind ? [ask.kind] : []}::text[],
      ${ask.agency ?? null}::uuid, ${ask.major === 'yes'}, ${timelinePage + 1}) as entries`
  const entries = row?.entries ?? []
  const last = entries[timelinePage - 1]
  return {
    entries: entries.slice(0, timelinePage),
    next: entries.length > timelinePage && last ? placeOf(last) : null,
  }
}

const placeOf = (last: TimelineItem) => ({
  ...{ day: last.day, after: last.id },
  ...(last.what !== 'contact' && last.ended && { part: 'end' as const }),
})

/** Agencies this viewer may know to work with the person, by name, for the filter. */
export async function listTimelineAgencies(scope: Scope, personId: string) {
  const { known } = await getGivers(scope, personId)
  return known.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

/** How many contacts of each month there were, by whom and with what outcome, as listed. */
export async function listContactMonths({ db }: Scope, personId: string) {
  const [row] = await db.$queryRaw<{ months: MonthCount[] }[]>`
    select page.contact_months(${personId}::uuid) as months`
  return row?.months ?? []
}
