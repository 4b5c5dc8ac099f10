import 'server-only'
import type { z } from 'zod'
import { permit } from '@/lib/access/policy'
import { formatDateTime } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { NotFound, Refused, Stale } from '@/lib/errors'
import { refuseStale } from '@/lib/stored-version'
import { getAgreement, groupValues } from './queries'
import { lastDay } from './rules'
import type {
  agreementDatesSchema,
  answerSchema,
  groupSchema,
  joinSchema,
  NewAgreement,
  NewParty,
  NewTerm,
} from './schema'
import { newestOf } from './versions'

/** Makes an agreement that my agency hosts. @returns its id */
export async function makeAgreement({ db, viewer }: Scope, input: NewAgreement): Promise<string> {
  permit(viewer, 'agreement:write')
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select sharing.make_agreement(${input.name}, ${input.purpose}, ${input.gateway}, ${input.forbidden}::text[],
      ${input.cohortName}, ${input.cohortDescription}, ${input.children}, ${input.dpia}, ${input.startsOn}::date,
      ${input.reviewOn}::date, ${input.endsOn}::date)::text as id`
  if (!row) throw new NotFound()
  return row.id
}

/**
 * Sets the dates of an agreement that was opened at `version`. @throws Stale when somebody else was
 * first
 */
export async function setAgreementDates(
  { db, viewer }: Scope,
  input: z.output<typeof agreementDatesSchema>,
  version: number | null,
): Promise<void> {
  permit(viewer, 'agreement:write')
  const now = await db.agreement.findUnique({
    where: { id: input.agreement },
    select: { version: true, reviewOn: true, endsAt: true, dpiaReference: true },
  })
  if (!now) throw new NotFound()
  if (now.version !== version) {
    const theirs = {
      reviewOn: now.reviewOn.toISOString().slice(0, 10),
      endsOn: now.endsAt ? lastDay(now.endsAt) : '',
      dpia: now.dpiaReference ?? '',
    }
    throw new Stale(
      theirs,
      'Another officer of your agency',
      formatDateTime(new Date()),
      now.version,
    )
  }
  await db.$executeRaw`select sharing.date_agreement(${input.agreement}::uuid, ${version}::int,
    ${input.reviewOn}::date, ${input.endsOn}::date, ${input.dpia})`
}

/** Closes an agreement at once: nothing is shared under it from the next statement on. */
export async function endAgreement({ db, viewer }: Scope, agreement: string): Promise<void> {
  permit(viewer, 'agreement:write')
  await db.$executeRaw`select sharing.end_agreement(${agreement}::uuid)`
}

/**
 * Asks an agency to be a party, on these grounds: it is one when its own officer has said yes. The
 * host's own agency joins at once.
 */
export async function addParty({ db, viewer }: Scope, input: NewParty): Promise<void> {
  permit(viewer, 'agreement:write')
  await db.$executeRaw`select sharing.add_party(${input.agreement}::uuid, ${input.agency}::uuid, ${input.basis},
    ${input.conditions}, ${input.lifted}, ${input.regime}, ${input.contact}, ${input.signatory},
    ${input.signedOn}::date, ${input.joinsOn}::date)`
}

/** The asked agency's own officer says yes or no to being a party. */
export async function answerParty(
  { db, viewer }: Scope,
  input: z.output<typeof joinSchema>,
): Promise<void> {
  permit(viewer, 'agreement:write')
  await db.$executeRaw`select sharing.answer_party(${input.asking}::uuid, ${input.answer === 'accept'})`
}

/** The host takes back what it asked of an agency that has not answered. */
export async function takeBackParty({ db, viewer }: Scope, asking: string): Promise<void> {
  permit(viewer, 'agreement:write')
  await db.$executeRaw`select sharing.take_back_party(${asking}::uuid)`
}

/**
 * A party leaves: now (`lastDay` null) or at the end of a day. It closes its own rows and no
 * others.
 */
export async function leaveAgreement(
  { db, viewer }: Scope,
  agreement: string,
  agency: string,
  last: string | null,
): Promise<void> {
  permit(viewer, 'agreement:write')
  await db.$executeRaw`select sharing.leave_agreement(${agreement}::uuid, ${agency}::uuid, ${last}::date)`
}

/**
 * Makes a group of teams, or a new version of one that was opened at `version`. What is given to a
 * group reaches every team in it; what was given to the version before stays there until its giver
 * accepts. @throws Stale when somebody else changed it meanwhile
 */
export async function keepGroup(
  scope: Scope,
  input: z.output<typeof groupSchema>,
  version: number | null = null,
): Promise<void> {
  const { db, viewer } = scope
  permit(viewer, 'agreement:write')
  const before = input.group ? await getAgreement(scope, input.agreement) : null
  const group = before && input.group ? newestOf(before.groups, input.group) : undefined
  if (group) refuseStale(version, groupValues(group))
  await db.$executeRaw`select sharing.keep_group(${input.agreement}::uuid, ${input.group ?? null}::uuid,
    ${input.name}, ${input.teams}::uuid[])`
}

/** A giver's own officer says yes or no to a new version of a group, for its own terms. */
export async function answerVersion(
  { db, viewer }: Scope,
  input: z.output<typeof answerSchema>,
): Promise<void> {
  permit(viewer, 'agreement:write')
  await db.$executeRaw`select sharing.answer_version(${input.group}::uuid,
    ${input.answer === 'accept'}, ${input.keep})`
}

const thinkAgain =
  'By default probation, police and benefit agencies get no more than “exists” of this. ' +
  'If the term is meant to give more, say so below and save again.'

/** Adds a term of my own agency. @throws Refused once on `level` where the default is less */
export async function addTerm({ db, viewer }: Scope, input: NewTerm): Promise<void> {
  permit(viewer, 'agreement:write')
  const level = Number(input.level)
  const [row] = await db.$queryRaw<{ asks: boolean }[]>`
    select sharing.needs_thought(${input.group}::uuid, ${input.category}, ${level}::int) as asks`
  if (row?.asks && !input.keep) throw new Refused(thinkAgain, 'level')
  await db.$executeRaw`select sharing.add_term(${input.agreement}::uuid, ${input.category}, ${input.group}::uuid,
    ${level}::int, ${input.purpose}, ${input.forbidden}::text[], ${input.consent}, ${input.counted},
    ${input.startsOn}::date, ${input.endsOn}::date, ${input.keep})`
}

/** Ends a term: now (`lastDay` null), with nothing left open, or at the end of a day. */
export async function endTerm(
  { db, viewer }: Scope,
  term: string,
  last: string | null,
): Promise<void> {
  permit(viewer, 'agreement:write')
  await db.$executeRaw`select sharing.end_term(${term}::uuid, ${last}::date)`
}
