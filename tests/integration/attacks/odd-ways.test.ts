import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect } from '@/tests/support/factories/session'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

// What the app's login can set, choose or keep open by itself, and what must not follow from it.
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

describe('how texts are read', () => {
  const make = (name: string) =>
    place.as('ada', async ({ db }) => {
      await db.$executeRaw`set local standard_conforming_strings = off`
      await db.$queryRaw`
        select admin.make_agency(${name}, ${name}, 'housing', '1', false, 'X Y', 'x@y.example')`
    })

  test.each(['Home  Office', 'Border\tForce Wrenford', 'UK  Visas'])(
    'lets nobody make %j an agency',
    async (name) => {
      await expect(make(name)).rejects.toThrow()
      expect(await place.look('select 1 from agency where name = $1', [name])).toEqual([])
      const [rule] = await place.look<{ barred: boolean }>(
        'select sharing.is_barred_name($1) as barred',
        [name],
      )
      expect(rule).toEqual({ barred: true })
    },
  )
})

test('no function reads a backslash as its caller has set', async () => {
  const rows = await place.look(
    `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname <> all ('{pg_catalog,information_schema,public}') and strpos(p.prosrc, chr(92)) > 0
       and not 'standard_conforming_strings=on' = any (coalesce(p.proconfig, '{}'))`,
  )
  expect(rows).toEqual([])
})

describe('an address that nobody has', () => {
  test('has the same salt in every time zone, and none that can be worked out', async () => {
    const salt = async (zone: string) => {
      await app.query(`select set_config('timezone', $1, false)`, [zone])
      const { rows } = await app.query<{ salt: Buffer }>(
        `select salt from sign_in.salt_for('nobody@example.org')`,
      )
      return rows[0]?.salt.toString('hex')
    }
    expect(await salt('UTC')).toBe(await salt('Asia/Tokyo'))
    await expect(app.query('select secret from installation')).rejects.toThrow('denied')
    await expect(app.query(`select access.keyed('x')`)).rejects.toThrow('denied')
  })
})

describe('an id of one’s own choosing', () => {
  const warning = randomUUID()
  beforeAll(async () => {
    await place.as('tom', async ({ db }) => {
      await db.$executeRaw`
        insert into warning (id, person_id, kind, told, headline, starts_on, lapses_on)
        values (${warning}::uuid, ${place.people.sam}::uuid, 'other', 'yes', 'x', now(), now())`
    })
    await place.as(
      'tom',
      ({ db }) => db.$executeRaw`update warning set ended_at = now() where id = ${warning}::uuid`,
    )
    await place.as(
      'priya',
      ({ db }) => db.$executeRaw`
        insert into contact (id, person_id, happened_on, kind, outcome, audience)
        values (${warning}::uuid, ${place.people.sam}::uuid, now(), 'visit', 'kept', 'named')`,
    )
  })

  test('hides nothing of another entry’s history', async () => {
    await place.as(
      'priya',
      ({ db }) =>
        db.$executeRaw`select work.recategorise_contact(${warning}::uuid, '{justice}', 'team')`,
    )
    expect(await place.look(`select audience from change where table_name = 'warning'`)).toEqual([
      { audience: 'agreed' },
    ])
  })

  test('names no readers of another entry', async () => {
    await place.look(`update contact set audience = 'named' where id = $1`, [warning])
    await expect(
      place.as(
        'priya',
        ({ db }) => db.$executeRaw`
          select work.name_readers(${warning}::uuid, array[${place.users.ben}::uuid])`,
      ),
    ).rejects.toThrow()
    expect(await place.look('select 1 from entry_named')).toEqual([])
  })
})

describe('a transaction that was begun before', () => {
  beforeEach(() =>
    place.look(`update session set idle_until = '2999-01-01', absolute_until = '2999-01-01'`),
  )
  const begin = async (how: string) => {
    await app.query(`begin ${how}`)
    await app.query(`select set_config('app.session', $1, true)`, [place.tokens.priya])
  }
  const people = async () => (await app.query('select 1 from person')).rowCount

  test.each(['idle_until', 'absolute_until'])('ends with its session’s %s', async (column) => {
    await begin('')
    expect(await people()).toBe(2)
    await place.look(`update session set ${column} = clock_timestamp()`)
    expect(await people()).toBe(0)
    await app.query('rollback')
  })

  test.each(['repeatable read', 'serializable'])('looks at no day gone by: %s', async (level) => {
    await begin(`isolation level ${level}`)
    await expect(people()).rejects.toMatchObject({ code: '25001' })
    await app.query('rollback')
  })
})
