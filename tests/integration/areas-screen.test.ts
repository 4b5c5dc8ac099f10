import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readSentAreas } from '@/lib/areas/job'
import type { StagedAreas } from '@/lib/areas/queries'
import type { SentFile } from '@/lib/areas/upload'
import { workerScope } from '@/lib/worker'
import { asSession, connect } from '@/tests/support/factories/session'
import { smallDatabase, type SmallPlace } from '@/tests/support/factories/small-place'

let database: Awaited<ReturnType<typeof smallDatabase>>['database']
let app: Client
let place: SmallPlace

beforeAll(async () => {
  const made = await smallDatabase()
  database = made.database
  place = made.place
  app = await connect(database.adminUrl)
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const as = <T>(who: keyof SmallPlace['tokens'], work: () => Promise<T>) =>
  asSession(app, place.tokens[who], work, inject('server').roles.app)
const filesOf = (folder: string): SentFile[] =>
  readdirSync(folder).map((name) => ({
    name,
    bytes: Uint8Array.from(readFileSync(join(folder, name))),
  }))
const fixture = 'tests/fixtures/areas'

const one = async <T>(sql: string, values: unknown[] = []): Promise<T> => {
  const { rows } = await app.query<{ it: T }>(`select ${sql} as it`, values)
  if (!rows[0]) throw new Error('no row')
  return rows[0].it
}
const stage = async (files: SentFile[]) => {
  const upload = await one<string>('admin.receive_areas(null)::text')
  for (const { name, bytes } of files)
    await app.query('select admin.receive_area_file($1, $2, $3)', [upload, name, bytes])
  expect(await staged(upload)).toEqual({ reading: true })
  // The worker's part, in the same transaction, which is never committed.
  await app.query('reset role')
  await readSentAreas(workerScope(app))
  await app.query(`set local role "${inject('server').roles.app}"`)
  return upload
}
const staged = (upload: string) => one<StagedAreas | null>('admin.staged_areas($1)', [upload])
const load = (upload: string) =>
  one<number>(`admin.load_areas($1, 'Tinbury is invented.', 'none')`, [upload])
const counts = () =>
  one<Record<string, number>>(`(select jsonb_build_object(
    'sets', (select count(*) from area_set), 'areas', (select count(*) from area),
    'lookups', (select count(*) from area_lookup), 'residents', (select count(*) from area_population),
    'figures', (select count(*) from area_measure), 'postcodes', (select count(*) from postcode)))`)
const refused = async (query: () => Promise<unknown>, code: string) => {
  await app.query('savepoint s')
  await expect(query()).rejects.toMatchObject({ code })
  await app.query('rollback to s')
}

describe('area sets from the screen', () => {
  test('are looked at before anything is loaded, and then go in whole', () =>
    as('administrator', async () => {
      const upload = await stage(filesOf(fixture))
      expect(Object.values(await counts())).toEqual([0, 0, 0, 0, 0, 0])
      const found = await staged(upload)
      expect(found?.problems).toEqual([])
      expect(found?.attribution).toContain('Tinbury')
      expect(found?.files).toContainEqual({
        file: 'tinbury_wards_2004_2026.geojson',
        message: '2 wards with their shapes.',
      })
      expect(found?.sets.find(({ key }) => key === 'tinbury-lsoa21')).toMatchObject({
        areas: 4,
        postcodes: 3,
        before: 0,
      })
      expect(await load(upload)).toBe(found?.sets.length)
      const after = await counts()
      expect(after).toMatchObject({ sets: 4, areas: 9, postcodes: 3 })
      expect(await staged(upload)).toBeNull()
      const { rows } = await app.query(
        'select distinct attribution, licence, practice from area_set',
      )
      expect(rows).toEqual([
        { attribution: 'Tinbury is invented.', licence: 'none', practice: false },
      ])
      // Twice is the same as once, and says beforehand what it will replace.
      const again = await stage(filesOf(fixture).filter(({ name }) => !name.includes('outline')))
      const small = (await staged(again))?.sets.find(({ key }) => key === 'tinbury-lsoa21')
      expect(small).toMatchObject({ before: 4, gone: 0 })
      await load(again)
      expect((await counts())['areas']).toBe(after['areas'])
    }))

  test('a version keeps the last day that was said on the screen', () =>
    as('administrator', async () => {
      const plain = filesOf(fixture).filter(({ name }) => name.includes('lsoa21'))
      await load(await stage(plain))
      const set = await one<string>(`(select id::text from area_set where key = 'tinbury-lsoa21')`)
      const dates = (from: string | null, to: string | null) =>
        one('admin.date_area_set($1, $2, $3)', [set, from, to])
      await refused(() => dates('2024-01-02', '2024-01-01'), 'CT422')
      await dates('2021-12-01', '2026-05-06')
      await load(await stage(plain))
      expect(
        await one(`(select valid_from || ' ' || valid_to from area_set where id = $1)`, [set]),
      ).toBe('2021-12-01 2026-05-06')
    }))

  test('with a fault in them load nothing, and the fault is said with its line', () =>
    as('administrator', async () => {
      const files = filesOf(fixture).map((file) =>
        file.name === 'tinbury_wards_2004_2026.geojson'
          ? { ...file, bytes: file.bytes.subarray(0, 300) }
          : file,
      )
      const upload = await stage(files)
      expect((await staged(upload))?.problems.join()).toContain(
        'tinbury_wards_2004_2026.geojson, line',
      )
      await refused(() => load(upload), 'CT409')
    }))

  test.each(['worker', 'officer', 'commissioner', 'custodian', 'clinicAdministrator'] as const)(
    'a %s loads, looks at and ends none',
    async (who) => {
      await as(who, async () => {
        await refused(() => stage([]), 'CT403')
        await refused(() => staged(place.users.worker), 'CT403')
        await refused(() => load(place.users.worker), 'CT403')
        await refused(() => one('admin.forget_areas($1)', [place.users.worker]), 'CT403')
        await refused(
          () => one('admin.date_area_set($1, null, null)', [place.users.worker]),
          'CT403',
        )
      })
    },
  )

  test('that no text can hold say so, and are read once', async () => {
    const spoilt = filesOf(fixture).map(({ name, bytes }) => ({
      name,
      bytes: Buffer.from(Buffer.from(bytes).toString().replaceAll('"Tinbury', '"\\u0000Tinbury')),
    }))
    const { rows } = await app.query<{ id: string }>(
      `insert into area_upload (id, made_by) select gen_random_uuid(), id from app_user limit 1
       returning id`,
    )
    for (const [at, { name, bytes }] of spoilt.entries())
      await app.query(
        'insert into sent_area_file (upload_id, position, name, bytes) values ($1, $2, $3, $4)',
        [...[rows[0]?.id, at, name, bytes]],
      )
    const worker = workerScope(app)
    expect(await readSentAreas(worker)).toBe(1)
    const found = await one<object>('(select found from area_upload where id = $1)', [rows[0]?.id])
    expect(found).toHaveProperty('problems', ['These files could not be read.'])
    expect(await readSentAreas(worker)).toBe(0)
    await app.query('delete from area_upload')
  })

  test('the app has no other way in', () =>
    as('administrator', async () => {
      await refused(() => app.query('select * from area_upload'), '42501')
      await refused(() => app.query('delete from area_set'), '42501')
      await refused(
        () => one(`admin.save_area_rows($1, 'areas', '[]')`, [place.users.worker]),
        '42501',
      )
      await refused(() => one(`admin.save_area_set('{}', '{}')`), '42501')
    }))
})

const real = '../shared/data/geo'
const skipped = existsSync(real) ? '' : ` (skipped: there is no ${real})`
test.skipIf(!existsSync(real))(`Coventry's published files go in whole${skipped}`, () =>
  as('administrator', async () => {
    const upload = await stage(filesOf(real))
    const found = await staged(upload)
    expect(found?.problems).toEqual([])
    expect(found?.attribution).toContain('Contains')
    await load(upload)
    expect(await counts()).toMatchObject({ sets: 6, areas: 477, postcodes: 6190 })
  }),
)
