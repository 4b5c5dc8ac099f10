import 'server-only'
import { permit } from '@/lib/access/policy'
import { formatDateTime, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Stale } from '@/lib/errors'
import { newId } from '@/lib/new-id'
import type { RenewalInput, WarningEndInput, WarningInput } from './schema'

/**
 * What a kind of warning tells. Most are safety, which everyone who may open the person sees; that
 * somebody was discussed at MARAC or is managed under MAPPA is itself protected.
 */
const PROTECTED: Readonly<Record<string, string>> = { marac: 'domestic_abuse', mappa: 'justice' }

/** What a warning's words are about: none named is what the team's entries are about. */
const aboutOf = (kind: string) => (PROTECTED[kind] ? [PROTECTED[kind]] : [])

type Given = Omit<WarningInput, 'harmed'> & { renewedFrom?: string }

async function give({ db }: Scope, { personId, kind, headline, ...input }: Given): Promise<string> {
  const about = aboutOf(kind)
  const id = newId()
  await db.warning.createMany({
    data: {
      id,
      personId,
      // None named: the table's own category, safety.
      categories: about,
      kind,
      headline,
      told: input.told,
      toldOn: input.told === 'yes' ? new Date(input.toldOn ?? today()) : null,
      startsOn: new Date(today()),
      lapsesOn: new Date(input.lapsesOn),
      renewedFrom: input.renewedFrom ?? null,
    },
  })
  await db.warningDetail.createMany({
    data: { personId, categories: about, warningId: id, evidence: input.evidence },
  })
  return id
}

/** Gives a warning, with what it rests on in a table of its own. @returns its id */
export async function giveWarning(scope: Scope, input: WarningInput): Promise<string> {
  permit(scope.viewer, 'warning:give')
  return give(scope, input)
}

/** Renews one of our own: the old one ends, the new one says anew what it rests on. */
export async function renewWarning(scope: Scope, input: RenewalInput): Promise<string> {
  permit(scope.viewer, 'warning:give')
  const { warningId, personId } = input
  const before = await scope.db.warning.findFirst({
    where: { id: warningId, personId, agencyId: scope.viewer.agencyId },
    select: { kind: true },
  })
  if (!before) throw new NotFound()
  await end(scope, { personId, warningId, why: 'Renewed' })
  const { warningId: _renewed, ...given } = input
  return give(scope, {
    ...given,
    kind: before.kind,
    renewedFrom: warningId,
  })
}

/** Ends one of our own before it lapses, with why. It stays readable as ended. */
export async function endWarning(scope: Scope, input: WarningEndInput): Promise<void> {
  permit(scope.viewer, 'warning:end')
  await end(scope, input)
}

async function end({ db, viewer }: Scope, { personId, warningId, why }: WarningEndInput) {
  const own = { id: warningId, personId, agencyId: viewer.agencyId }
  const { count } = await db.warning.updateMany({
    where: { ...own, endedAt: null },
    data: { endedAt: new Date() },
  })
  const theirs = await db.warning.findFirst({
    where: own,
    select: {
      ...{ kind: true, audience: true, endedAt: true, version: true },
      ends: { select: { reason: true }, take: 1 },
    },
  })
  if (!theirs?.endedAt) throw new NotFound()
  if (count === 0) {
    const at = formatDateTime(theirs.endedAt)
    throw new Stale({ why: theirs.ends[0]?.reason ?? '' }, 'A colleague', at, theirs.version)
  }
  const { audience } = theirs
  await db.warningEnd.createMany({
    data: { personId, warningId, categories: aboutOf(theirs.kind), audience, reason: why },
  })
}
