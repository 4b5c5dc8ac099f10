import 'server-only'
import { today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import { isAskedToDeclare, isDeclarationDue } from './rules'

export type Declared = { declared_at: Date; nobody: boolean; names: string | null }

/** What the viewer has declared, newest first. */
export const listDeclarations = ({ db }: Scope) =>
  db.$queryRaw<Declared[]>`select * from people.my_declarations()`

/**
 * Whether the viewer should be asked now whom they must not see, and when they last said. For the
 * banner on Today: only roles that open people are asked.
 */
export async function getDeclarationDue(
  scope: Scope,
): Promise<{ due: boolean; last: Date | null }> {
  if (!isAskedToDeclare(scope.viewer)) return { due: false, last: null }
  const last = (await listDeclarations(scope))[0]?.declared_at ?? null
  return { due: isDeclarationDue(last, today()), last }
}

export type Match = {
  user_id: string
  name: string
  agency: string
  person_id: string
  person: string | null
  why: string
}
/** Users who can open somebody with their own surname or telephone number. Custodians only. */
export const listMatches = ({ db }: Scope) =>
  db.$queryRaw<Match[]>`select * from people.conflict_matches()`

export type DeclaredBy = {
  user_id: string
  name: string
  agency: string
  declared_at: Date
  names: string
}
/** Whom users say they must not see, in their words. Custodians only. */
export const listDeclared = ({ db }: Scope) =>
  db.$queryRaw<DeclaredBy[]>`select * from people.declared_conflicts()`

export type Bar = {
  id: string
  name: string
  person: string | null
  reference: string
  why: string
  since: Date
  by_whom: string | null
}
/** Every bar in force that this custodian may lift. */
export const listBars = ({ db }: Scope) => db.$queryRaw<Bar[]>`select * from people.bars()`
