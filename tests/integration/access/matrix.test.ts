import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import {
  differences,
  everythingModelled,
  everythingRead,
} from '@/tests/support/access-model/compare'
import { wholeWorld } from '@/tests/support/access-model/whole-world'
import { loadWorld } from '@/tests/support/factories/load-world'
import { asSession, connect, connectAsDefiner } from '@/tests/support/factories/session'

const { world } = wholeWorld(true)
const tokens: [string, string | null][] = [
  ...world.sessions.map((session): [string, string] => [session.name, session.token]),
  ['a token of nobody', 'nonsense'],
  ['an empty token', ''],
  ['no token at all', null],
]

let database: Awaited<ReturnType<typeof freshDatabase>>
let app: Client

beforeAll(async () => {
  database = await freshDatabase()
  const definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  await loadWorld(definer, world)
  await definer.query('analyze')
  await definer.end()
  app = await connect(database.appUrl)
})

afterAll(async () => {
  await app.end()
  await database.drop()
})

describe('what the database lets each viewer read is what the independent model says', () => {
  test.each(tokens)('%s', async (_name, token) => {
    const { rows } = await asSession(app, token, () => app.query<{ row: string }>(everythingRead()))
    const read = new Set(rows.map(({ row }) => row))
    const modelled = everythingModelled(world, token)
    expect(differences(world, read, modelled).slice(0, 12)).toEqual([])
    expect(read.size).toBe(modelled.size)
  })
})
