import 'server-only'
import { permit } from '@/lib/access/policy'
import { newToken, sha256 } from '@/lib/access/sign-in'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { ActionAdded, Invitation, RoundAsked } from './schema'
import { STATEMENTS, type Sector } from './statements'

/**
 * Begins a round: our statements, then the place's own.
 *
 * @returns its id
 * @throws Refused while another is open, or for a last day that is not after today
 */
export async function openRound(
  { db, viewer }: Scope,
  { name, closesOn, own }: RoundAsked,
): Promise<string> {
  permit(viewer, 'readiness:lead')
  const items = [...STATEMENTS, ...own.map((words) => ({ part: 'own', words }))]
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select asking.open_round(${name}, ${closesOn}::date, ${JSON.stringify(items)}::jsonb) as id`
  return row?.id ?? ''
}

/**
 * Makes links for people of a sector in a role. For whom is written nowhere.
 *
 * @returns the secret end of each link, which is in this answer alone
 */
export async function inviteToRound(
  { db, viewer }: Scope,
  { round, sector, role, howMany }: Invitation,
): Promise<string[]> {
  permit(viewer, 'readiness:lead')
  const links = Array.from({ length: howMany }, newToken)
  const hashes = links.map((link) => Buffer.from(sha256(link)).toString('hex'))
  await db.$executeRaw`
    select asking.invite(${round}::uuid, ${sector}, ${role}, ${hashes}::text[])`
  return links
}

/** Links of a sector and a role that nobody has used stop working. */
export async function endLinks(
  { db, viewer }: Scope,
  { round, sector, role }: { round: string; sector: Sector; role: string },
): Promise<void> {
  permit(viewer, 'readiness:lead')
  await db.$executeRaw`select asking.end_links(${round}::uuid, ${sector}, ${role})`
}

/** Closes a round for good: answers are taken apart into counts, and can be read as a summary. */
export async function closeRound({ db, viewer }: Scope, round: string): Promise<void> {
  permit(viewer, 'readiness:lead')
  await db.$executeRaw`select asking.close_round(${round}::uuid)`
}

/** Lets a comment through in these words, or keeps it back (null). */
export async function decideComment(
  { db, viewer }: Scope,
  comment: string,
  words: string | null,
): Promise<void> {
  permit(viewer, 'readiness:lead')
  await db.$executeRaw`select asking.decide_comment(${comment}::uuid, ${words})`
}

/** Adds something that the place says it will do. */
export async function addAction({ db, viewer }: Scope, action: ActionAdded): Promise<void> {
  permit(viewer, 'readiness:lead')
  const { key, words, owner, organisation, dueOn, knownBy } = action
  await db.$executeRaw`select asking.add_action(${key}, ${words}, ${owner}, ${organisation},
    ${dueOn}::date, ${knownBy})`
}

/** An action is done today, or is not to be done after all. */
export async function endAction(
  { db, viewer }: Scope,
  action: string,
  how: 'done' | 'away',
): Promise<void> {
  permit(viewer, 'readiness:lead')
  const done = how === 'done' ? today() : null
  await db.$executeRaw`select asking.end_action(${action}::uuid, ${done}::date)`
}
