import type { Client } from 'pg'
import { inject, vi } from 'vitest'
import { addDays, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { Sector } from '@/lib/readiness/statements'
import { smallDatabase, type SmallPlace } from './small-place'
import { connect, connectAsDefiner } from './session'

type Who = keyof SmallPlace['tokens']

/** The small place with its lead, who asks rounds of readiness, and people who answer them. */
export async function readinessPlace() {
  const { database, place } = await smallDatabase()
  const definer: Client = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  const app: Client = await connect(database.appUrl)
  vi.stubEnv('DATABASE_URL_APP', database.appUrl)
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  const { withScope } = await import('@/lib/db')
  const commands = await import('@/lib/readiness/commands')
  const queries = await import('@/lib/readiness/queries')
  const links = await import('@/lib/readiness/by-link')
  const as = <T>(who: Who, work: (scope: Scope) => Promise<T>) => withScope(place.tokens[who], work)
  const rows = async <R extends object>(text: string, values: unknown[] = []) =>
    (await definer.query<R>(text, values)).rows

  const newRound = (name = 'Round', own: string[] = []) =>
    as('commissioner', (scope) =>
      commands.openRound(scope, { name, closesOn: addDays(today(), 20), own }),
    )
  const invite = (round: string, sector: Sector, howMany: number) =>
    as('commissioner', (scope) =>
      commands.inviteToRound(scope, { round, sector, role: 'Somebody', howMany }),
    )
  const close = (round: string) => as('commissioner', (scope) => commands.closeRound(scope, round))
  const itemsOf = (round: string) => as('officer', (scope) => queries.listItems(scope, round))

  /** A closed round in which sectors gave these scores to the first statement; null: unsure. */
  async function closedWith(scores: Partial<Record<Sector, (number | null)[]>>) {
    const round = await newRound()
    const [item] = await itemsOf(round)
    for (const [sector, given] of Object.entries(scores) as [Sector, (number | null)[]][])
      for (const [at, link] of (await invite(round, sector, given.length)).entries())
        await links.sendSheet(
          link,
          links.newOwnKey(),
          { [item?.id ?? '']: { score: given[at] ?? null, comment: `${sector} says ${at}` } },
          null,
        )
    await close(round)
    return round
  }

  return {
    ...{ database, place, app, commands, queries, links, as, rows },
    ...{ newRound, invite, close, itemsOf, closedWith },
    summary: (round: string) => as('officer', (scope) => queries.listSummary(scope, round)),
    end: async () => {
      await Promise.all([definer, app].map((client) => client.end()))
      await database.drop()
      vi.unstubAllEnvs()
    },
  }
}
