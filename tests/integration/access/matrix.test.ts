import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { amends, gives } from '@/tests/support/access-model/answers'
import {
  askedOf,
  differences,
  everythingModelled,
  everythingRead,
  lookedAt,
} from '@/tests/support/access-model/compare'
import { openMatrix, type MatrixDatabase } from '@/tests/support/access-model/matrix-database'
import { tokensOf } from '@/tests/support/access-model/tokens'
import { groundsOn, limitOn } from '@/tests/support/access-model/relationships'
import { viewerOf } from '@/tests/support/access-model/viewer'
import { wholeWorld } from '@/tests/support/access-model/whole-world'
import { asSession, connectAsDefiner } from '@/tests/support/factories/session'

const { world } = wholeWorld()
const tokens = tokensOf(world)
let database: MatrixDatabase

beforeAll(async () => {
  database = await openMatrix(world)
})

afterAll(() => database.close())

const readBy = (token: string | null, looks: boolean) =>
  asSession(database.app, token, async () => {
    await database.app.query(askedOf(world))
    if (looks) await database.app.query(lookedAt(world))
    const { rows } = await database.app.query<{ row: string }>(everythingRead())
    return new Set(rows.map(({ row }) => row))
  })

describe('what the database lets each viewer read is what the independent model says', () => {
  describe.each([
    ['as pages do, which say first whom they are about', true],
    ['row by row', false],
  ])('%s', (_way, looks) => {
    // Row by row takes ten times as long: a quarter of the viewers.
    test.each(tokens.filter((_, no) => looks || no % 4 === 0))('%s', async (_name, token) => {
      const read = await readBy(token, looks)
      const modelled = everythingModelled(world, token)
      expect(differences(world, read, modelled).slice(0, 12)).toEqual([])
      expect(read.size).toBe(modelled.size)
    })
  })
})

describe('what each viewer may give and change', () => {
  // In one statement, each attempt by itself: who may give such a row about whom.
  const give = (table: string, columns: string, values: string) => `do $$
    declare p uuid; given uuid[] := '{}';
    begin
      foreach p in array current_setting('test.people')::uuid[] loop
        begin
          insert into ${table} (id, person_id, ${columns}) values (gen_random_uuid(), p, ${values});
          given := given || p;
        exception when insufficient_privilege then null;
        end;
      end loop;
      perform set_config('test.given', given::text, true);
    end $$`

  test.each(tokens)('%s', async (_name, token) => {
    const { app } = database
    const viewer = viewerOf(world, token)
    for (const [table, columns, values] of [
      ['contact', 'happened_on, kind, outcome', `'2024-01-01', 'visit', 'kept'`],
      ['contact', 'happened_on, kind, outcome, source', `'2024-01-01', 'visit', 'kept', 'feed'`],
      ['birth', 'year', '1990'],
      ['choice', 'kind, said_on, how', `'objection', '2024-01-01', 'in person'`],
      ['death', 'source, confirmed_by', `'family', 'a nurse'`],
    ] as const) {
      const given = await asSession(app, token, async () => {
        const people = `{${world.people.join(',')}}`
        await app.query(`select set_config('test.people', $1, true)`, [people])
        await app.query(give(table, columns, values))
        const { rows } = await app.query<{ p: string }>(
          `select unnest(current_setting('test.given')::uuid[]) as p`,
        )
        return rows.map(({ p }) => p).sort()
      })
      const facts = values.includes('feed') ? { source: 'feed' } : {}
      const may = world.people.filter((person) => gives(world, viewer, person, table, facts))
      expect(given, table).toEqual(may.sort())
    }
    for (const [table, change] of [
      ['contact', 'withdrawn_at = now()'],
      ['choice', 'withdrawn_at = now()'],
      ['warning', `ended_at = '2030-01-01'`],
      ['address', `until_on = '2030-01-01'`],
    ] as const) {
      // No column is named in a condition, so only the policies of changing stand in the way.
      const blind = await asSession(app, token, () => app.query(`update ${table} set ${change}`))
      const may = world.entries.filter((e) => e.table === table && amends(world, viewer, e))
      expect(blind.rowCount, `${table}: ${change}`).toBe(may.length)
    }
  })
})

test('relationships are kept as data exactly as they came about', async () => {
  const definer = await connectAsDefiner(database.urls.ownerUrl, inject('server').roles.definer)
  const { rows } = await definer.query<{ line: string }>(
    `select concat_ws(' ', person_id, viewer, agency_id, ground, opens, source_id,
       case when ground <> 'named' then extract(epoch from starts_at)::numeric(20,3) end, 'until', extract(epoch from ends_at)::numeric(20,3), case when held then 'held' end) as line
     from person_access where ground <> 'archive' and (ground <> 'referral' or ends_at is null)`,
  )
  await definer.end()
  const modelled = world.people.flatMap((person) => {
    const limit = limitOn(world, person)
    return (
      groundsOn(world, person)
        // Loaded as over, a referral never opened anything: the decision table sends and declines
        // one.
        .filter(
          ({ ground, endsAt }) => !(ground === 'archive' || (ground === 'referral' && endsAt)),
        )
        .map((ground) => {
          const held = limit && !(ground.ground === 'named' && ground.source === limit.id)
          const key =
            'team' in ground.viewer ? `t:${ground.viewer.team}` : `u:${ground.viewer.user}`
          const from = ground.ground === 'named' ? [] : [(ground.startsAt / 1000).toFixed(3)]
          const until = ground.endsAt === null ? [] : [(ground.endsAt / 1000).toFixed(3)]
          const what = [
            ground.agency,
            ground.ground,
            ground.opens,
            ground.source,
            ...from,
            'until',
            ...until,
          ]
          return [person, key, ...what, ...(held ? ['held'] : [])].join(' ')
        })
    )
  })
  expect(rows.map(({ line }) => line).sort()).toEqual(modelled.sort())
})
