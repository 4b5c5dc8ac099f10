import 'server-only'
import type { z } from 'zod'
import { can, permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import { NotFound } from '@/lib/errors'
import { partialDateText } from '@/lib/partial-date'
import { facetsFrom } from '@/lib/people/matching/facets-from'
import { keysOf } from '@/lib/people/matching/keys'
import { normOfName, sortKey } from '@/lib/people/normalise'
import { findMine, type Found } from '@/lib/search/queries'
import type { archiveSchema, newPersonSchema, unnamedSchema } from './new-person-schema'

type NewPerson = z.output<typeof newPersonSchema>

// A name alone is weak; a name with a date of birth, or a rare name, is worth a look.
const worthALook = 6
const mostLikely = 5

/**
 * People open to this viewer who may be the one being added. Of anybody else nothing is said, here
 * or later: the matching job's answer goes to the record steward or the custodian.
 */
export async function findLikely(scope: Scope, person: NewPerson): Promise<Found[]> {
  const { given, middle, family, birth } = person
  const found = await findMine(scope, {
    name: [given, middle, family].filter(Boolean).join(' '),
    births: birth ? [partialDateText(birth)] : [],
    ...{ identifiers: [], phones: [], postcodes: [] },
  })
  const named = (reasons: string[]) => reasons.some((words) => words.includes('name'))
  return found
    .filter(({ bits, reasons }) => bits >= worthALook && named(reasons))
    .slice(0, mostLikely)
}

/**
 * Adds somebody to my team's people: one record of my agency, one name, what it came from.
 *
 * @throws Refused in words for somebody under 18, unless an agreement of the agency covers them
 */
export async function addPerson({ db, viewer }: Scope, person: NewPerson): Promise<string> {
  permit(viewer, 'person:create')
  const [given, family] = [person.given ?? '', person.family ?? '']
  const middle = person.middle ?? ''
  const facets = facetsFrom({
    names: [{ given: `${given} ${middle}`.trim(), family }],
    births: person.birth ? [partialDateText(person.birth)] : [],
  })
  const sent = {
    ...{ given, middle, family, came: person.came, team: person.team, keys: keysOf(facets) },
    ...{ sortKey: sortKey({ given, family }), norm: normOfName(given, middle, family) },
    ...(person.birth ?? {}),
    estimated: person.estimated,
  }
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select identity.add_person(${JSON.stringify(sent)}::jsonb) as id`
  if (!row) throw new NotFound()
  return row.id
}

/** Adds somebody whose name is not known: my team's alone, never matched or counted until named. */
export async function addUnnamed(
  { db, viewer }: Scope,
  { described, where, seenOn, team }: z.output<typeof unnamedSchema>,
): Promise<string> {
  permit(viewer, 'person:create')
  const [row] = await db.$queryRaw<{ id: string }[]>`
    select identity.add_unnamed(${described}, ${where}, ${seenOn}::date, ${team}::uuid) as id`
  if (!row) throw new NotFound()
  return row.id
}

/**
 * Is there a record of my agency's own that I may open with a reason? No, of somebody unknown and
 * of somebody shut to me alike.
 */
export async function hasArchive({ db, viewer }: Scope, person: string): Promise<boolean> {
  if (!can(viewer, 'person:open-archive')) return false
  const [row] = await db.$queryRaw<{ ok: boolean }[]>`
    select access.has_archive(${person}::uuid) as ok`
  return row?.ok === true
}

/** Opens my agency's own record of somebody we worked with, for a day, with the reason kept. */
export async function openArchive(
  { db, viewer }: Scope,
  { person, reason }: z.output<typeof archiveSchema>,
): Promise<void> {
  permit(viewer, 'person:open-archive')
  const [row] = await db.$queryRaw<{ ok: boolean }[]>`
    select access.open_archive(${person}::uuid, ${reason}) as ok`
  if (!row?.ok) throw new NotFound()
}

/** My teams, for choosing among. */
export const myTeams = ({ db, viewer }: Scope) =>
  db.team.findMany({
    where: { id: { in: viewer.teamIds } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
