import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openMatrix, type MatrixDatabase } from '@/tests/support/access-model/matrix-database'
import { tokensOf } from '@/tests/support/access-model/tokens'
import {
  functionsAsked,
  functionWeakenings,
  policyWeakenings,
  type Weakening,
} from '@/tests/support/access-model/mutation-list'
import { MutationRun } from '@/tests/support/access-model/mutation-run'
import { harmless, type Harmless } from '@/tests/support/access-model/mutation-harmless'
import { wholeWorld } from '@/tests/support/access-model/whole-world'
import { connect } from '@/tests/support/factories/session'

const { world } = wholeWorld(true)
let database: MatrixDatabase
let admin: Client
let run: MutationRun
const tokens = tokensOf(world).map(([, token]) => token)
// One of each kind of viewer; broken sessions matter to the function that reads sessions.
const few = `practitioner,limited,receiver,two here,two there,other team,custodian,hostel,police,
  two limited there,steward,receiver limited,manager`
  .split(/,\s*/)
  .map((name) => `token of ${name}`)

beforeAll(async () => {
  database = await openMatrix(world)
  admin = await connect(database.urls.adminUrl)
  run = new MutationRun(admin, inject('server').roles.app, world, tokens)
})

afterAll(async () => {
  await admin.end()
  await database.close()
})

/** Runs a list of weakenings; says which nothing in the matrix noticed, and which it could not. */
async function survivors(list: Weakening[], tokens: (string | null)[]) {
  const alive: string[] = []
  const met = new Set<Harmless>()
  for (const { where, change, sql, tables, also } of list) {
    const verdict = await run.judge(sql, tables, also, tokens)
    if (verdict !== 'survived') continue
    const known = harmless.find((each) => each.where.test(where) && each.change.test(change))
    if (known) met.add(known)
    else alive.push(`${where}: ${change}`)
  }
  return { alive, met }
}

describe('every weakening turns the matrix red', () => {
  test('the matrix is green to begin with', async () => {
    expect(await run.judge('select 1', 'all', [], tokens)).toBe('survived')
  })

  test('of policies', { timeout: 600_000 }, async () => {
    const list = await policyWeakenings(admin, world)
    expect(list.length).toBeGreaterThan(300)
    expect((await survivors(list, few)).alive).toEqual([])
  })

  test('of the functions that policies ask', { timeout: 600_000 }, async () => {
    const asked = await functionsAsked(admin)
    const list = functionWeakenings(asked)
    expect(list.length).toBeGreaterThan(150)
    const session = list.filter(({ where }) => where === 'function me')
    const rest = list.filter(({ where }) => where !== 'function me')
    expect((await survivors(session, tokens)).alive).toEqual([])
    expect((await survivors(rest, few)).alive).toEqual([])
  })
})
