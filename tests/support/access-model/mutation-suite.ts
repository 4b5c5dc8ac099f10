import type { Client } from 'pg'
import { inject } from 'vitest'
import { connect } from '@/tests/support/factories/session'
import { openMatrix, type MatrixDatabase } from './matrix-database'
import { harmless, type Harmless } from './mutation-harmless'
import type { Weakening } from './mutation-list'
import { MutationRun, type Verdict } from './mutation-run'
import { tokensOf } from './tokens'
import { wholeWorld } from './whole-world'
import type { World } from './world'

// One of each kind of viewer; broken sessions matter to the function that reads sessions.
const few = `practitioner,limited,receiver,two here,two there,other team,custodian,hostel,police,
  two limited there,steward,receiver limited,manager`
  .split(/,\s*/)
  .map((name) => `token of ${name}`)

/** A database that holds the compact world, to be weakened one change at a time. */
export class MutationSuite {
  private constructor(
    readonly world: World,
    readonly admin: Client,
    private readonly database: MatrixDatabase,
    private readonly run: MutationRun,
    private readonly tokens: (string | null)[],
    private readonly met = new Set<Harmless>(),
  ) {}

  static async open(): Promise<MutationSuite> {
    const { world } = wholeWorld(true)
    const tokens = tokensOf(world).map(([, token]) => token)
    const database = await openMatrix(world)
    const admin = await connect(database.urls.adminUrl)
    const run = new MutationRun(admin, inject('server').roles.app, world, tokens)
    return new MutationSuite(world, admin, database, run, tokens)
  }

  async close() {
    await this.admin.end()
    await this.database.close()
  }

  /** Is the matrix green with nothing weakened? Then the answer is *survived*. */
  asItIs(): Promise<Verdict> {
    return this.run.judge('select 1', 'all', [], this.tokens)
  }

  /** Runs a list of weakenings and says which nothing in the matrix noticed. */
  async survivors(list: Weakening[]): Promise<string[]> {
    const alive: string[] = []
    for (const { where, change, sql, tables, also } of list) {
      const known = harmless.find((each) => each.where.test(where) && each.change.test(change))
      const tokens = where === 'function me' ? this.tokens : few
      if (known) this.met.add(known)
      else if ((await this.run.judge(sql, tables, also, tokens)) === 'survived') {
        alive.push(`${where}: ${change}`)
      }
    }
    return alive
  }

  /** Of the changes that are said to do no harm, those about this kind that nothing is any more. */
  stale(kind: 'policy' | 'function'): Harmless[] {
    return harmless.filter(
      (each) => each.where.source.startsWith(`^${kind}`) && !this.met.has(each),
    )
  }
}
