import 'server-only'
import { permit } from '@/lib/access/policy'
import type { Scope } from '@/lib/db'
import type { Declaration } from './schema'

/**
 * Declares for oneself alone; every role may. The words go to the custodian, who bars where it is
 * true.
 */
export async function declare({ db }: Scope, { whom, names }: Declaration): Promise<void> {
  const nobody = whom === 'nobody'
  await db.$executeRaw`select people.declare_mine(${nobody}, ${nobody ? null : names})`
}

/** Lifts a bar in force, however it came about. @throws NotFound */
export async function liftBar({ db, viewer }: Scope, bar: string): Promise<void> {
  permit(viewer, 'limited:review')
  await db.$executeRaw`select people.lift_bar(${bar}::uuid)`
}

/**
 * Bars a user whom the report found. The database refuses all but custodians, and pairs that it did
 * not find.
 */
export async function barFound({ db, viewer }: Scope, user: string, person: string): Promise<void> {
  permit(viewer, 'limited:review')
  await db.$executeRaw`select people.bar_found(${user}::uuid, ${person}::uuid)`
}
