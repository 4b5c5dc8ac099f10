import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatTime, londonDate, londonInstant } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { newId } from '@/lib/new-id'
import { refuseStale } from '@/lib/stored-version'
import { ownContact } from './own-contact'
import type { HeadlineInput } from './schema'

type Stored = {
  happenedOn: Date
  kind: string
  outcome: string
  place: { happenedAt: Date | null } | null
}

/** A contact's day, time, kind and outcome, as their form shows them. */
export const headlineValues = ({ happenedOn, kind, outcome, place }: Stored) => ({
  date: londonDate(happenedOn),
  time: place?.happenedAt ? formatTime(place.happenedAt) : '',
  kind,
  outcome,
})

/**
 * Corrects when and how a contact was, for everybody who sees it. What stood there before stays in
 * our own agency's history.
 *
 * @throws Stale when somebody else did since `version`; Refused for what a feed gave
 */
export async function correctHeadline(
  scope: Scope,
  input: HeadlineInput,
  version: number | null,
): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'contact:reword')
  await ownContact(scope, input.personId, input.contactId)
  const { places, ...stored } = await db.contact.findUniqueOrThrow({
    where: { id: input.contactId },
    select: {
      ...{ happenedOn: true, kind: true, outcome: true },
      places: { select: { happenedAt: true }, orderBy: { givenAt: 'desc' }, take: 1 },
    },
  })
  refuseStale(version, headlineValues({ ...stored, place: places[0] ?? null }))
  const exactly = input.time ? londonInstant(input.date, input.time) : null
  await db.$executeRaw`select work.correct_headline(${input.contactId}::uuid, ${newId()}::uuid,
    ${input.date}::date, ${exactly}::timestamptz, ${input.kind}, ${input.outcome})`
}
