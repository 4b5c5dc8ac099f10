import 'server-only'
import { can } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'

/** An act about a person, as the database shows it to who may decide or undo it. */
export type Act = {
  id: string
  kind: string
  /** Null where it is its giver's words: how an objection was said. */
  reason: string | null
  askedAt: string
  /** Null where an officer reads a name: the log's lines would be somebody's. */
  reference: string | null
  personId: string | null
  person: string | null
  /** Null, and "another service", where the reader may not know who asked. */
  by: string | null
  agency: string
  about: string | null
  from: string | null
  decision: string | null
  /** Why an objection does not hold for what the agency gives. */
  answer: string | null
  decidedAt: string | null
  decidedBy: string | null
  own: boolean
  /** The custodian in charge; any other may answer too. */
  custodian: string | null
}

/** What waits for the viewer's word (danger first, then the oldest), or what they could undo. */
export async function listActs({ db, viewer }: Scope, done: boolean): Promise<Act[]> {
  if (!can(viewer, 'waiting:decide')) return []
  const rows = await db.$queryRaw<{ act: Act }[]>`
    select act from people.acts(${done}) as act`
  return rows.map(({ act }) => act)
}

/** What the viewer asked for and nobody has answered yet: theirs to take back. */
export async function listAsked({ db, viewer }: Scope): Promise<Act[]> {
  if (!can(viewer, 'conflict:declare') && !can(viewer, 'waiting:decide')) return []
  const rows = await db.$queryRaw<{ act: Act }[]>`select act from people.asked_by_me() as act`
  return rows.map(({ act }) => act)
}

/** An act, and what the viewer may do about it: decide it, take it back, or undo it. */
export type OneAct = Act & { waits: boolean; mine: boolean }

/** One of them; null where it is not the viewer's to decide, to take back or to undo. */
export async function getAct({ db }: Scope, actId: string): Promise<OneAct | null> {
  const [row] = await db.$queryRaw<{ act: OneAct | null }[]>`
    select people.act(${actId}::uuid) as act`
  return row?.act ?? null
}
