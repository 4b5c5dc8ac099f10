import { existsSync } from 'node:fs'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linkAll, lookAtAll } from '@/lib/identity/engine/link-all'
import { edgesOf } from '@/lib/people/matching/bulk/score-records'
import type { EngineRecord } from '@/lib/people/matching/engine'
import { memoryEngine } from '@/lib/people/matching/memory-engine'
import { shippedParameters } from '@/lib/people/matching/parameters'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { readExtracts } from '@/scripts/evaluation/read-extracts'
import { fillScratch, scratchId } from '@/scripts/evaluation/scratch'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'

const whole = '../shared/data/extracts'
const sets = ['tests/fixtures/extracts', ...(existsSync(whole) ? [whole] : [])]

/** Groups as lists of indexes, in order. */
function groupsOf(keys: readonly (string | number)[]): number[][] {
  const groups = new Map<string | number, number[]>()
  keys.forEach((key, index) => groups.set(key, [...(groups.get(key) ?? []), index]))
  return [...groups.values()].sort((x, y) => (x[0] ?? 0) - (y[0] ?? 0))
}

describe.each(sets)('all records of %s', (folder) => {
  const records: EngineRecord[] = readExtracts(folder)
  const parameters = shippedParameters(records.length)
  const expected = memoryEngine.linkAll(records, parameters)
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let client: Client
  let login: Client
  let worker: WorkerScope

  beforeAll(async () => {
    database = await freshDatabase()
    client = await connect(database.adminUrl)
    login = await connect(database.workerUrl)
    worker = workerScope(login)
    await fillScratch(client, records)
  })
  afterAll(async () => {
    await Promise.all([client.end(), login.end()])
    await database.drop()
  })

  const groupsNow = async () => {
    const { rows } = await client.query<{ person: string }>(
      'select person_id as person from record order by id',
    )
    return groupsOf(rows.map(({ person }) => person))
  }

  test.each([0, 2])(
    'the same pairs and groups as pair by pair, with %i threads',
    async (threads) => {
      const look = await lookAtAll(worker, { threads })
      await look.pool.close()
      const pairs = look.found.flatMap((columns) => [...edgesOf(columns)])
      const inOrder = (x: { a: number; b: number }, y: { a: number; b: number }) =>
        x.a - y.a || x.b - y.b
      expect(pairs.sort(inOrder)).toEqual(
        expected.pairs.filter(({ bits }) => bits >= parameters.thresholds.suggest).sort(inOrder),
      )
      expect(look.plan.groupOf).toEqual(expected.groupOf)
      expect(look.plan.weakLinks).toEqual(expected.weakLinks)
      expect(look.counts.leftOut).toEqual(expected.leftOut)
    },
  )

  test('killed while it plans, it has done nothing', async () => {
    const failing: WorkerScope = {
      ask: (text, values) =>
        text.includes('end_plan') ? Promise.reject(new Error('killed')) : worker.ask(text, values),
    }
    await expect(linkAll(failing, { threads: 0 })).rejects.toThrow('killed')
    const { rows } = await client.query(`select (select count(*)::int from match_plan) as plan,
      (select count(*)::int from link_candidate) as pairs,
      (select count(*)::int from link_event) as links`)
    expect(rows).toEqual([{ plan: 0, pairs: 0, links: 0 }])
  })

  test('killed while it links, it goes on where it was; then there is nothing to do', async () => {
    let pieces = 0
    const small: WorkerScope = {
      ask: (text, values = []) => {
        if (!text.includes('make_links')) return worker.ask(text, values)
        pieces += 1
        if (pieces > 2) return Promise.reject(new Error('killed'))
        return worker.ask(text, [values[0], values[1], 5, 0, 1])
      },
    }
    await expect(linkAll(small, { threads: 0 })).rejects.toThrow('killed')
    expect(await groupsNow()).not.toEqual(groupsOf(expected.groupOf))
    const counts = await linkAll(worker, { threads: 0 })
    expect(await groupsNow()).toEqual(groupsOf(expected.groupOf))
    expect(counts).toMatchObject({ linked: counts.planned, records: records.length })
    expect(await linkAll(worker, { threads: 0 })).toMatchObject({ linked: 0, planned: 0 })
    const { rows } = await client.query(`select count(*)::int as n from link_event
      where made_how <> 'machine' or evidence ->> 'version' is distinct from 'shipped-2'
        or confirmed_at is not null`)
    expect(rows).toEqual([{ n: 0 }])
  })

  test('undone, every record is whose it was', async () => {
    await client.query(`select identity.undo_link(id, 'machine', 'test') from link_event
      where not evidence ? 'undoes' order by id desc`)
    const { rows } = await client.query<{ id: string; person: string }>(
      'select id, person_id as person from record order by id',
    )
    expect(rows.map(({ person }) => person)).toEqual(
      rows.map((_, index) => scratchId(index, 'person')),
    )
  })
})
