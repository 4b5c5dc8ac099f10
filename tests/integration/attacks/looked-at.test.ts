import type { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '@/tests/support/factories/session'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// A page says whom it is about, and what is open of them is worked out once (23-looked-at.sql).
// What somebody with the app's login must not make of it: an answer that is not theirs, or not of
// now.
let place: WorkingPlace
let app: Client
beforeAll(async () => {
  place = await workingPlace()
  app = await connect(process.env.DATABASE_URL_APP ?? '')
})
afterAll(async () => {
  await app.end()
  await place.close()
})

const be = (who: Worker) =>
  app.query(`select set_config('app.session', $1, true)`, [place.tokens[who]])
const lookAt = (people: string[]) => app.query('select access.look_at($1::uuid[])', [people])
const count = async (table: string) => {
  const { rows } = await app.query<{ n: number }>(
    `select count(*)::int as n from ${table} where person_id = $1`,
    [place.people.sam],
  )
  return rows[0]?.n
}
const marks = async () => {
  const { rows } = await app.query<{ marks: Record<string, number> }>(
    'select access.looked() as marks',
  )
  return rows[0]?.marks ?? {}
}
const begin = async (who: Worker) => {
  await app.query('begin')
  await be(who)
}
beforeEach(() => app.query('rollback'))

test('nobody reads or writes what has been looked at, and nobody asks it for others', async () => {
  for (const ask of [
    'select * from access.looked_at',
    'update access.looked_at set until = now()',
    `insert into access.looked_at select * from access.looked_at`,
    'select * from access.my_look()',
    `select * from access.doors_of(null::access.viewer, '{}')`,
    `select * from access.my_givers('{}')`,
  ]) {
    await expect(app.query(ask), ask).rejects.toThrow('denied')
  }
})

describe('what somebody looked at', () => {
  test('opens nothing to whoever comes after them in the same transaction', async () => {
    await begin('tom')
    await lookAt([place.people.sam])
    expect(await count('involvement')).toBeGreaterThan(0)
    await be('lou')
    expect(await count('involvement')).toBe(0)
    expect(await marks()).toEqual({})
  })

  test('is over with the transaction, and so is a session that has ended', async () => {
    await begin('dana')
    await lookAt([place.people.sam])
    await app.query('commit')
    await begin('dana')
    expect(await marks()).toEqual({})
    const [membership] = [place.memberships.dana]
    await place.look('update session set ended_at = now() where membership_id = $1', [membership])
    expect(await count('involvement')).toBe(0)
    await app.query('rollback')
    await place.look('update session set ended_at = null where membership_id = $1', [membership])
  })

  test('counts for ten seconds at most, and then the session is asked again', async () => {
    await begin('tom')
    await lookAt([place.people.sam])
    expect(Object.keys(await marks())).toContain(place.people.sam)
    const membership = [place.memberships.tom]
    await place.look('update session set ended_at = now() where membership_id = $1', membership)
    for (let slept = 0; slept < 3; slept += 1) await app.query('select pg_sleep(3.4)')
    expect(await marks()).toEqual({})
    expect(await count('involvement')).toBe(0)
    await app.query('rollback')
    await place.look('update session set ended_at = null where membership_id = $1', membership)
  })

  test('names no record of an agency that may not be known', async () => {
    const records = await place.look<{ id: string; agency: string }>(
      'select id, agency_id as agency from record where person_id = $1',
      [place.people.sam],
    )
    expect(records).toHaveLength(3)
    await begin('lou') // has nothing to do with Sam
    await lookAt([place.people.sam])
    expect(await marks()).toEqual({ [place.people.sam]: 0 })
    await app.query('rollback')
    // Housing's work kept to its own team: the clinic may not know that housing is there.
    await place.look(`update involvement set audience = 'team' where agency_id = $1`, [
      place.agencies.housing,
    ])
    await begin('dana')
    await lookAt([place.people.sam])
    const { rows } = await app.query<{ known: string[]; classes: string[] }>(
      `select access.known_givers($1) as known,
         array(select k.agency_id::text from access.looked_doors(3) d
           join entry_class k on k.id = d.class_id) as classes`,
      [place.people.sam],
    )
    const { known = [], classes = [] } = rows[0] ?? {}
    const named = records.filter(({ agency }) => known.includes(agency)).map(({ id }) => id)
    expect(named).toHaveLength(2)
    expect(Object.keys(await marks()).sort()).toEqual([place.people.sam, ...named].sort())
    expect(classes).not.toContain(place.agencies.housing)
  })
})

test('whoever looks at more than two thousand reads the same, row by row', async () => {
  await begin('tom')
  await lookAt([place.people.sam])
  const read = await count('contact')
  const many = Array.from({ length: 2001 }, () => place.people.sam)
  await lookAt(many)
  expect(await marks()).toEqual({})
  expect(await count('contact')).toBe(read)
})

test('who may be known to work with somebody is asked again of whom nobody looked at', async () => {
  const known = async () => {
    const { rows } = await app.query<{ known: string[] }>(
      'select access.known_givers($1) as known',
      [place.people.sam],
    )
    return rows[0]?.known.sort()
  }
  await begin('priya')
  const asked = await known()
  await lookAt([place.people.alex])
  expect(await known()).toEqual(asked)
  await lookAt([place.people.sam])
  expect(await known()).toEqual(asked)
})
