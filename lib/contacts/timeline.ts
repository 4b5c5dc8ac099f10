import 'server-only'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { getGivers } from '@/lib/people/givers'
import type { TimelineContact } from '@/lib/people/view'

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
})

export type TimelineAsk = z.output<typeof timelineSchema>

/**
 * A page of contacts, newest first, from what this viewer may see; `next`: where the following page
 * begins.
 */
export async function getTimeline({ db }: Scope, personId: string, ask: TimelineAsk) {
  const [row] = await db.$queryRaw<{ contacts: TimelineContact[] }[]>`
    select page.timeline(${personId}::uuid, ${ask.after ? (ask.day ?? null) : null}::date,
      ${ask.day ? (ask.after ?? null) : null}::uuid, ${ask.kind ? [ask.kind] : []}::text[],
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

/** How many contacts, attempted ones among them, this viewer can see. */
export async function countContacts({ db }: Scope, personId: string) {
  const [all, tried] = await Promise.all([
    db.contact.count({ where: { personId, withdrawnAt: null } }),
    db.contact.count({
      where: { personId, withdrawnAt: null, outcome: { in: ['not_seen', 'no_reply'] } },
    }),
  ])
  return { all, tried }
}
