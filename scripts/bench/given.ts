import { PrismaPg } from '@prisma/adapter-pg'
import type { Client } from 'pg'
import { PrismaClient } from '@/prisma/generated/client/client'
import type { Case, ManagerCase } from './cases'
import type { Floor } from './floor'
import type { Workload } from './workload'

/** What the jobs are measured with. `wide`: managers of ten teams; `watcher`: a superuser's own. */
export type Given = {
  cases: Case[]
  managers: ManagerCase[]
  wide: ManagerCase[]
  floor: Floor
  watcher: Client
  superuser: PrismaClient
}

/** One of a list, by turn, round and round. */
export function inTurn<T>(list: readonly T[]) {
  return (turn: number): T => {
    const one = list[turn % list.length]
    if (one === undefined) throw new Error('Nobody to measure with: make more people')
    return one
  }
}

/** The pool of floor B: a superuser, whom no policy binds. */
export const openSuperuser = (adminUrl: string): PrismaClient =>
  new PrismaClient({ adapter: new PrismaPg({ connectionString: adminUrl, max: 10 }) })

const door = globalThis as { commonThreadPrisma?: PrismaClient | undefined }

/**
 * Adds floor B: the very functions of ours, begun while the one door of `lib/db` opens onto the
 * superuser's pool. The door is asked as a transaction begins, so it is put back at once. The
 * session is the same, so that whatever asks who is asking gets the same answer; only rows are not
 * chosen by any policy.
 */
export const withFloorB = (workload: Workload, superuser: PrismaClient): Workload => ({
  ...workload,
  floorB: (turn) => {
    const app = door.commonThreadPrisma
    door.commonThreadPrisma = superuser
    try {
      return workload.ours(turn)
    } finally {
      door.commonThreadPrisma = app
    }
  },
})
