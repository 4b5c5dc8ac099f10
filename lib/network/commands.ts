import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { Spot } from './rules/lay-out'
import type { DeclaredInput, MoveInput } from './schema'

/**
 * Declares what one institution is to another, as the viewer's agency says. Said again with another
 * strength, it takes the place of what was said.
 *
 * @throws NotPermitted where neither entry is the viewer's agency's and the viewer does not curate
 */
export async function declareLink({ db, viewer }: Scope, input: DeclaredInput): Promise<void> {
  permit(viewer, 'place:correct')
  const { institution, other, way, kind, strength, words } = input
  const [from, to] = way === 'to' ? [institution, other] : [other, institution]
  await db.$queryRaw`select curating.declare_link(${from}::uuid, ${to}::uuid, ${kind},
    ${Number(strength)}::int, ${words})::text`
}

/** Ends a link: it holds no longer, and stays to be read. @throws Refused when it has ended */
export async function endLink({ db, viewer }: Scope, link: string): Promise<void> {
  permit(viewer, 'place:correct')
  await db.$executeRaw`select curating.end_link(${link}::uuid)`
}

/** Moves an institution on the sheet; given in hundredths across and down. */
export async function moveOnSheet({ db, viewer }: Scope, input: MoveInput): Promise<void> {
  permit(viewer, 'place:curate')
  const { institution: id, across, down } = input
  await placeOnSheet({ db, viewer }, new Map([[id, { across: across * 10, down: down * 10 }]]))
}

/** Gives institutions their places on the sheet, from 0 to 1000 across and down. */
export async function placeOnSheet(
  { db, viewer }: Scope,
  spots: ReadonlyMap<string, Spot>,
): Promise<void> {
  permit(viewer, 'place:curate')
  const given = [...spots].map(([id, spot]) => ({ id, ...spot }))
  await db.$executeRaw`select curating.move(${JSON.stringify(given)}::jsonb)`
}
