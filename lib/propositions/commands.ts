import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused, Stale } from '@/lib/errors'
import { listOffered } from './offered'
import { listPapers, listVersions } from './queries'
import { asFields, type PropositionWords } from './schema'

/** Begins a proposition: a draft of one's own agency. @returns its id */
export async function beginProposition(
  { db, viewer }: Scope,
  words: PropositionWords,
): Promise<string> {
  permit(viewer, 'proposition:write')
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select proposing.begin(${JSON.stringify(words)}::jsonb) as id`
  return row?.id ?? ''
}

/**
 * Saves a new version upon the one that was read.
 *
 * @throws Stale with the other's words when somebody saved meanwhile
 */
export async function saveProposition(
  scope: Scope,
  paper: string,
  words: PropositionWords,
  upon: number,
): Promise<void> {
  permit(scope.viewer, 'proposition:write')
  const [now] = await listPapers(scope, paper)
  if (!now) throw new NotFound()
  if (now.version !== upon) {
    const [newest] = await listVersions(scope, paper)
    const by = newest?.by ?? 'Somebody'
    throw new Stale(asFields(now.words), by, formatDateTime(now.written_at), now.version)
  }
  await scope.db.$executeRaw`
    select proposing.save(${paper}::uuid, ${upon}::int, ${JSON.stringify(words)}::jsonb)`
}

/** From now on whoever may look at the place reads it. */
export async function shareProposition({ db, viewer }: Scope, paper: string): Promise<void> {
  permit(viewer, 'proposition:write')
  await db.$executeRaw`select proposing.share(${paper}::uuid)`
}

/** Agrees for one's agency, as the first or the second of two. */
export async function agreeProposition({ db, viewer }: Scope, paper: string): Promise<void> {
  permit(viewer, 'proposition:write')
  await db.$executeRaw`select proposing.agree(${paper}::uuid)`
}

/** Puts away what one's own agency began. It can be read as before. */
export async function putAway({ db, viewer }: Scope, paper: string, why: string): Promise<void> {
  permit(viewer, 'proposition:write')
  await db.$executeRaw`select proposing.put_away(${paper}::uuid, ${why})`
}

/** Adds a comment on the newest version, under one's name. */
export async function commentOn({ db, viewer }: Scope, paper: string, words: string) {
  permit(viewer, 'proposition:write')
  await db.$executeRaw`select proposing.comment(${paper}::uuid, ${words})`
}

/** Pins a figure that is offered now, as it stands; its value is read by the database. */
export async function pinFigure(scope: Scope, paper: string, figure: string): Promise<void> {
  permit(scope.viewer, 'proposition:write')
  const found = (await listOffered(scope)).find(({ key }) => key === figure)
  if (!found) throw new Refused('That figure is not offered any more. Select another.', 'figure')
  const { kind, origin, label, margin, source, asOf } = found
  await scope.db.$executeRaw`select proposing.pin(${paper}::uuid, ${kind},
    ${JSON.stringify(origin)}::jsonb, ${label}, ${margin}, ${source}, ${asOf}::date)`
}

/** Takes a figure off. That it stood there stays known. */
export async function takeOff({ db, viewer }: Scope, evidence: string): Promise<void> {
  permit(viewer, 'proposition:write')
  await db.$executeRaw`select proposing.take_off(${evidence}::uuid)`
}
