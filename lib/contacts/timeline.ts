import 'server-only'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { getGivers } from '@/lib/people/givers'
import type { TimelineContact } from '@/lib/people/view'
import { dayAfter, type MonthCount } from './months'

/** Contacts on a page of the timeline. */
export const timelinePage = 25

/**
 * A timeline's address: filters and a place in it, codes, ids and days only. Anything odd falls
 * back to everything.
 */
export const timelineSchema = z.object({
  kind: z.string().min(1).max(80).optional().catch(undefined),
  agency: z.uuid().optional().catch(undefined),
  major: z.literal('yes').optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  after: z.uuid().optional().catch(undefined),
  /** Where it begins: at the end of this month. */
  month: z
    .string()
    .regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
})

export type TimelineAsk = z.output<typeof timelineSchema>

/**
 * A page of contacts, newest first, from what this viewer may see; `next`: where the following page
 * begins.
 */
export async function getTimeline({ db }: Scope, personId: string, ask: TimelineAsk) {
  const place = ask.day && ask.after ? { day: ask.day, after: ask.after } : null
  const before = place?.day ?? (ask.month ? dayAfter(ask.month) : null)
  const [row] = await db.$queryRaw<{ contacts: TimelineContact[] }[]>`
    select page.timeline(${personId}::uuid, ${before}::date,
      ${place?.after ?? null}::uuid, ${ask.kind ? [ask.kind] : []}::text[],
      ${ask.agency ?? null}::uuid, ${ask.major === 'yes'}, ${timelinePage + 1}) as contacts`
  const contacts = row?.contacts ?? []
  const last = contacts[timelinePage - 1]
  return {
    contacts: contacts.slice(0, timelinePage),
    next: contacts.length > timelinePage && last ? { day: last.day, after: last.id } : null,
  }
}

/** Agencies this viewer may know of, with contacts they may see, for the filter. */
export async function listContactAgencies(scope: Scope, personId: string) {
  const seen = await scope.db.contact.findMany({
    where: { personId },
    distinct: ['agencyId'],
    select: { agencyId: true },
  })
  const { known } = await getGivers(scope, personId)
  return known
    .filter(({ id }) => seen.some(({ agencyId }) => agencyId === id))
    .sort((one, other) => one.name.localeCompare(other.name, 'en-GB'))
}

/** How many contacts of each month there were, by whom and with what outcome, as listed. */
export async function listContactMonths({ db }: Scope, personId: string) {
  const [row] = await db.$queryRaw<{ months: MonthCount[] }[]>`
    select page.contact_months(${personId}::uuid) as months`
  return row?.months ?? []
}
