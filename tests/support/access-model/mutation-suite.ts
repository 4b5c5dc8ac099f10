import type { Client } from 'pg'
import { inject } from 'vitest'
import { connect } from '@/tests/support/factories/session'
import { openMatrix, type MatrixDatabase } from './matrix-database'
import { harmless, type Harmless } from './mutation-harmless'
import type { Weakening } from './mutation-list'
import { isProbed, probeNotices } from './mutation-probe'
import { MutationRun, type Verdict } from './mutation-run'
import { otherGuardGone } from './mutation-twice'
import { tokensOf } from './tokens'
import { wholeWorld } from './whole-world'
import type { World } from './world'

// One of each kind of viewer; broken sessions matter to the function that reads sessions.
const few = `practitioner,limited,receiver,two here,two there,other team,custodian,hostel,police,
  two limited there,steward,receiver limited,manager,signed out`
  .split(/,\s*/)
  .map((name) => `token of ${name}`)

/** What is asked of a row whose person nobody has looked at. */
const asksByRow =
  /^policy|^function (shared|decide|doors_of|givers_of|grounds_of|link_sure|knows_giver|may_locate)/

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

  /**
   * Is the matrix green with nothing weakened, for those who are asked of each change? Then the
   * answer is *survived*; of everybody matrix.test.ts asks it.
   */
  asItIs(): Promise<Verdict> {
    return this.run.judge('select 1', 'all', [], few, { rowByRow: true, reads: true })
  }

  /** Runs a list of weakenings and says which nothing in the matrix noticed. */
  async survivors(list: Weakening[]): Promise<string[]> {
    const alive: string[] = []
    for (const each of list) {
      const { where, change, was, tables, also } = each
      const sql = [otherGuardGone(each), each.sql].filter(Boolean).join('; ')
      const known = harmless.find((each) => each.where.test(where) && each.change.test(change))
      const tokens = where === 'function me' ? this.tokens : few
      if (known) this.met.add(known)
      else if (was && isProbed(each)) {
        if (!(await this.probes(sql, was))) alive.push(`${where}: ${change}`)
      } else {
        // PostgreSQL asks a policy of giving or changing of nobody who only reads.
        const reads = !where.startsWith('policy') || also.length === 0
        const ways = { rowByRow: asksByRow.test(where), reads }
        const verdict = await this.run.judge(sql, tables, also, tokens, ways)
        if (verdict === 'survived') alive.push(`${where}: ${change}`)
      }
    }
    return alive
  }

  /** Which other guards of what is guarded twice are noticed when they alone are gone. */
  async noticedAlone(list: Weakening[]): Promise<string[]> {
    const noticed: string[] = []
    const met = new Set<string>()
    for (const each of list) {
      const gone = otherGuardGone(each)
      const key = [gone, each.tables].join(' ')
      if (!gone || met.has(key)) continue
      met.add(key)
      const ways = { rowByRow: false, reads: true }
      if ((await this.run.judge(gone, each.tables, each.also, few, ways)) !== 'survived') {
        noticed.push(`${each.where}: ${gone}`)
      }
    }
    return noticed
  }

  /** Does the probe of the app's own login notice a weakening of who is asking? */
  private probes(sql: string, was: string): Promise<boolean> {
    const clients = { admin: this.admin, app: this.database.app }
    return probeNotices(clients, { sql, was, token: 'token of practitioner' })
  }

  /** And not where nothing is weakened. */
  async probeAsItIs(): Promise<boolean> {
    const { rows } = await this.admin.query<{ was: string }>(
      `select pg_get_functiondef('access.me'::regproc) as was`,
    )
    const was = rows[0]?.was ?? ''
    return this.probes(was, was)
  }

  /** Of the changes that are said to do no harm, those about this kind that nothing is any more. */
  stale(kind: 'policy' | 'function'): Harmless[] {
    return harmless.filter(
      (each) => each.where.source.startsWith(`^${kind}`) && !this.met.has(each),
    )
  }
}
