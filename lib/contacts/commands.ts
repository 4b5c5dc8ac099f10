import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { Stale } from '@/lib/errors'
import { refuseStale } from '@/lib/stored-version'
import { newId } from '@/lib/new-id'
import { ownContact } from './own-contact'
import { aboutValues } from './queries'
import { dayOf, headlineOf, momentOf } from './rules'
import type { ContactInput, CorrectionInput, RecategoriseInput, WithdrawalInput } from './schema'

/**
 * Records a contact: its headline, its words, its place and time, and what concerns somebody else,
 * each in its own table, all or none. Who gives it and on which record is filled in by the
 * database.
 *
 * @returns the contact's id
 */
export async function recordContact(scope: Scope, input: ContactInput): Promise<string> {
  const { db, viewer } = scope
  permit(viewer, 'contact:record')
  const { personId, categories, audience } = input
  const now = new Date()
  const contactId = newId()
  const { kind, outcome } = headlineOf(input)
  const day = dayOf(input, now)
  await db.$executeRaw`
    select work.record_contact(${contactId}::uuid, ${[newId(), newId(), newId()]}::uuid[],
      ${personId}::uuid, ${categories}::text[],
      ${audience}, ${day}::date, ${kind}, ${outcome}, ${input.withWhom}, ${input.major},
      ${input.words}, ${input.locates}, ${momentOf(input, now)}::timestamptz, ${input.place},
      ${input.aboutOther})`
  if (audience === 'named')
    await db.$executeRaw`select work.name_readers(${contactId}::uuid, ${input.readers}::uuid[])`
  return contactId
}

/** Adds a new version of the words; the old ones stay in the history, with why. */
export async function correctContact(
  scope: Scope,
  input: CorrectionInput,
  version: number | null,
): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'contact:reword')
  const contact = await ownContact(scope, input.personId, input.contactId)
  const last = contact.editions[0]
  const edition = last?.edition ?? 0
  if (version !== null && version !== edition) await tellWhoWasFirst(scope, contact.id, edition)
  await db.contactWords.createMany({
    data: {
      personId: input.personId,
      categories: contact.categories,
      audience: contact.audience,
      contactId: contact.id,
      edition: edition + 1,
      words: input.words,
      why: input.why,
      locates: last?.locates ?? false,
    },
  })
}

async function tellWhoWasFirst({ db }: Scope, contactId: string, edition: number): Promise<never> {
  const theirs = await db.contactWords.findFirst({
    where: { contactId, edition },
    select: { words: true, givenAt: true, givenBy: true },
  })
  const who =
    theirs &&
    (await db.appUser.findUnique({ where: { id: theirs.givenBy }, select: { name: true } }))
  throw new Stale(
    { words: theirs?.words ?? '' },
    who?.name ?? 'Somebody else',
    theirs ? formatDateTime(theirs.givenAt) : '',
    edition,
  )
}

/**
 * Takes a contact back, with why. It stays in our own agency, struck through, so that what was read
 * can be explained; to everybody else it is not there.
 */
export async function withdrawContact(scope: Scope, input: WithdrawalInput): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'contact:correct')
  const contact = await ownContact(scope, input.personId, input.contactId)
  await db.contact.updateMany({
    where: { id: contact.id },
    data: { withdrawnAt: new Date() },
  })
  const { personId, why: reason } = input
  const { categories, audience } = contact
  await db.contactWithdrawal.createMany({
    data: { personId, contactId: contact.id, categories, audience, reason },
  })
}

/**
 * Changes what a contact and all its parts are about, at once. The page then shows who had read
 * them. @throws Stale when somebody else did since `version`
 */
export async function recategoriseContact(
  scope: Scope,
  input: RecategoriseInput,
  version: number | null = null,
): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'contact:correct')
  const contact = await ownContact(scope, input.personId, input.contactId)
  refuseStale(version, aboutValues(contact))
  await db.$executeRaw`select work.recategorise_contact(
    ${contact.id}::uuid, ${input.categories}::text[], ${input.audience})`
}
