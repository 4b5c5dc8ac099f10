import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NotThisPlace, writeAreas } from '@/lib/areas/commands'
import { readAreaFiles, readAttribution } from '@/lib/areas/read-files'
import { assembleAreas } from '@/lib/areas/rules/assemble'
import type { AreaLoad } from '@/lib/areas/schema'
import { cityAreaSets, citySetKeys } from '@/prisma/practice/city/area-sets'
import { makeCity, wrenfordSeed } from '@/prisma/practice/city/make-city'
import { connected } from '@/scripts/connection.mjs'
import { freshDatabase } from '../support/database'

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const load = (areas: AreaLoad) =>
  connected(database.ownerUrl, async (client) => {
    await client.query('begin')
    try {
      await writeAreas((text, values) => client.query(text, values), areas)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  })
const rowsAs = (url: string, text: string, values: unknown[] = []) =>
  connected(url, async (client) => (await client.query(text, values)).rows)

const counts = `
  select (select count(*)::int from area_set) as sets, (select count(*)::int from area) as areas,
    (select count(*)::int from area_lookup) as lookups,
    (select count(*)::int from area_population) as populations,
    (select count(*)::int from area_measure) as measures,
    (select count(*)::int from postcode) as postcodes,
    (select count(*)::int from area_feature) as features`

const folder = 'tests/fixtures/areas'
const tinbury = () =>
  assembleAreas(readAreaFiles(folder), {
    attribution: 'Tinbury is invented.',
    licence: 'none',
    practice: false,
  }).load

describe('area sets in the database', () => {
  const city = makeCity(wrenfordSeed)

  it('hold the practice city, and twice is the same as once', async () => {
    await load(cityAreaSets(city))
    const [once] = await rowsAs(database.ownerUrl, counts)
    expect(once).toMatchObject({ sets: 5, areas: 277, lookups: 800, features: 9 })
    expect(once?.['postcodes']).toBe(city.postcodes.length)
    await load(cityAreaSets(city))
    expect(await rowsAs(database.ownerUrl, counts)).toEqual([once])
  })

  it('can be read by the app and the insight login, and changed by neither', async () => {
    const find = `
      select a.name, l.kind from postcode p
      join area_set s on s.id = p.set_id
      join area_lookup l on l.from_set_id = p.set_id and l.from_code = p.area_code
      join area a on a.set_id = l.to_set_id and a.code = l.to_code
      join area_set w on w.id = l.to_set_id and w.key = $2
      where p.postcode = $1`
    const [first] = city.postcodes
    const area = city.smallAreas.find((a) => a.code === first?.smallCode)
    const ward = city.wards.find((w) => w.code === area?.wardCode)
    const values = [first?.postcode.replace(' ', ''), citySetKeys.bestFit]
    for (const url of [database.appUrl, database.insightUrl]) {
      expect(await rowsAs(url, find, values)).toEqual([{ name: ward?.name, kind: 'nested' }])
      await expect(rowsAs(url, 'delete from postcode')).rejects.toThrow('permission denied')
    }
  })

  it('keep shapes point for point', async () => {
    const [row] = await rowsAs(
      database.appUrl,
      `select rings from area join area_set s on s.id = set_id where s.key = $1 and code = $2`,
      [citySetKeys.small, 'ZW-S001'],
    )
    expect(row?.['rings']).toEqual(city.smallAreas[0]?.shape)
  })

  it('take a real place beside it, and bring it up to date', async () => {
    await load(tinbury())
    const changed = tinbury()
    const small = changed.sets.find((set) => set.kind === 'small')
    const [first] = small?.areas ?? []
    if (first) first.name = 'Tinbury 001A as it is now called'
    small?.postcodes.pop()
    await load(changed)
    const names = `
      select a.name, (select count(*)::int from postcode p where p.set_id = s.id) as postcodes
      from area a join area_set s on s.id = a.set_id
      where s.key = 'tinbury-lsoa21' and a.code = 'E01999901'`
    expect(await rowsAs(database.appUrl, names)).toEqual([
      { name: 'Tinbury 001A as it is now called', postcodes: 2 },
    ])
  })

  it('are whole or not at all', async () => {
    const before = await rowsAs(database.ownerUrl, counts)
    const broken = tinbury()
    broken.sets[0]?.populations.push({
      areaCode: 'E01888888',
      ageBand: 'all',
      sex: 'persons',
      year: 2022,
      count: 1,
      source: 'nowhere',
    })
    await expect(load(broken)).rejects.toThrow('foreign key')
    expect(await rowsAs(database.ownerUrl, counts)).toEqual(before)
  })

  it('of an invented city are refused by a live database', async () => {
    const insert = `insert into installation (id, mode, place) values (1, 'live', 'Tinbury')
      on conflict (id) do update set mode = excluded.mode`
    await rowsAs(database.adminUrl, insert)
    await expect(load(cityAreaSets(city))).rejects.toThrow(NotThisPlace)
    await load(tinbury())
  })
})

const real = '../shared/data/geo'
const skipped = existsSync(real) ? '' : ` (skipped: there is no ${real})`
describe.skipIf(!existsSync(real))(`Coventry's published areas${skipped}`, () => {
  it('go into the database whole', async () => {
    const given = { attribution: readAttribution(real) ?? '', licence: 'OGL', practice: false }
    await load(assembleAreas(readAreaFiles(real), given).load)
    const found = await rowsAs(
      database.appUrl,
      `select s.key, count(*)::int as areas from area_set s join area a on a.set_id = s.id
       where s.place = 'Coventry' group by s.key order by s.key`,
    )
    expect(found).toEqual([
      { key: 'coventry-boundary', areas: 1 },
      { key: 'coventry-lsoa11', areas: 195 },
      { key: 'coventry-lsoa21', areas: 203 },
      { key: 'coventry-msoa21', areas: 42 },
      { key: 'coventry-wards-2003-2026', areas: 18 },
      { key: 'coventry-wards-bestfit-from-lsoa21', areas: 18 },
    ])
    const postcodes = `select count(*)::int as n from postcode p join area_set s on s.id = p.set_id
      where s.key = 'coventry-lsoa21'`
    expect(await rowsAs(database.appUrl, postcodes)).toEqual([{ n: 6190 }])
  })
})
