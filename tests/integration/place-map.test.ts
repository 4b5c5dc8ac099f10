import { existsSync } from 'node:fs'
import { geoArea } from 'd3-geo'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { writeAreas } from '@/lib/areas/commands'
import { rewind } from '@/lib/areas/map'
import { readAreaFiles } from '@/lib/areas/read-files'
import { assembleAreas } from '@/lib/areas/rules/assemble'
import type { Scope } from '@/lib/db'
import { fillInstitutions, writePlace } from '@/prisma/practice/load/place-rows'
import { cityAreaSets } from '@/prisma/practice/city/area-sets'
import { makeCity, wrenfordSeed } from '@/prisma/practice/city/make-city'
import { smallDatabase } from '@/tests/support/factories/small-place'
import { connect, connectAsDefiner } from '@/tests/support/factories/session'

const { roles } = inject('server')
let made: Awaited<ReturnType<typeof smallDatabase>>
let owner: Client
let as: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>

beforeAll(async () => {
  made = await smallDatabase()
  owner = await connect(made.database.ownerUrl)
  await writePlace(owner, '2026-11-24')
  await writeAreas(
    (text, values) => owner.query(text, values),
    cityAreaSets(makeCity(wrenfordSeed)),
  )
  const definer = await connectAsDefiner(made.database.ownerUrl, roles.definer)
  await fillInstitutions(definer)
  await definer.end()
  vi.stubEnv('DATABASE_URL_APP', made.database.appUrl)
  vi.stubEnv('DATABASE_URL_INSIGHT', made.database.insightUrl)
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  const { withScope } = await import('@/lib/db')
  as = (work) => withScope(made.place.tokens.commissioner, work)
})
afterAll(async () => {
  await owner.end()
  await made.database.drop()
  vi.unstubAllEnvs()
})

const readMap = async (asked: Record<string, string>) => {
  const it = await import('@/app/place/open-map')
  return as((scope) => it.readMap(scope, asked))
}

describe('the map of need and supply', () => {
  test('draws each set of the place, with services where they are', async () => {
    for (const [areas, count] of [
      ['wrenford-wards', 18],
      ['wrenford-small', 200],
    ] as const) {
      const read = await readMap({ areas, need: 'substance_use' })
      expect(read.set?.key).toBe(areas)
      expect(read.supply).toHaveLength(count)
      expect(read.supply.every(({ nearest }) => nearest !== null)).toBe(true)
      const { drawSupplyMap } = await import('@/lib/supply/draw-supply-map')
      const { groundOf } = await import('@/app/place/open-map')
      const drawing = drawSupplyMap(groundOf(read), read.figures, read.limits, read.services)
      expect(drawing.shapes.length).toBeGreaterThan(count)
    }
  })

  test('knows no figure of need where nothing has been published, and says so', async () => {
    const read = await readMap({ show: 'several' })
    expect(read.published).toBeNull()
    expect(
      read.figures.every(({ text, value }) => text === 'not published' && value === null),
    ).toBe(true)
  })

  test('has nothing of where a withheld service is, in any file', async () => {
    const read = await readMap({ need: 'domestic_abuse' })
    const hidden = read.services.filter(({ withheld }) => withheld)
    expect(hidden.length).toBeGreaterThan(1)
    for (const { point, areas } of hidden) expect([point, areas]).toEqual([null, null])
    const { mapGeoJson } = await import('@/lib/supply/map-files')
    const { set, figures, supply, services } = read
    const given = { areas: set?.areas ?? [], figures, supply, services, figure: 'x', about: [] }
    const { features } = JSON.parse(mapGeoJson(given)) as { features: { id: string }[] }
    for (const { id } of hidden) expect(features.map((each) => each.id)).not.toContain(id)
  })
})

test('pages of the place are drawn with every table about people revoked from the login', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind in ('r', 'p') and c.relrowsecurity`,
  )
  const admin = await connect(made.database.adminUrl)
  expect(rows.length).toBeGreaterThan(50)
  for (const { name } of rows) {
    await admin.query(`revoke all on public.${name} from "${roles.app}"`)
    await admin.query(`revoke all on public.${name} from "${roles.insight}"`)
  }
  await admin.end()
  await expect(as(({ db }) => db.$queryRaw`select 1 from person`)).rejects.toThrow()
  const { readSheet } = await import('@/app/place/network/read-sheet')
  const institutions = await import('@/lib/institutions/queries')
  const { listLinksOf } = await import('@/lib/network/queries')
  const sheet = await as((scope) => readSheet(scope, {}))
  expect(sheet.links.length).toBeGreaterThan(120)
  const one = sheet.institutions[0]?.id ?? ''
  expect((await readMap({})).supply).toHaveLength(18)
  expect((await as((scope) => institutions.listInstitutions(scope, {}))).institutions).toHaveLength(
    30,
  )
  expect(await as((scope) => institutions.getInstitution(scope, one))).not.toBeNull()
  await as((scope) => institutions.listServicesOf(scope, one))
  await as((scope) => institutions.listChanges(scope, one))
  await as((scope) => listLinksOf(scope, one))
})

// Published geography of a real place, kept beside the project and never in it.
const folder = '../shared/data/geo'
const isThere = existsSync(folder)
const skipped = isThere ? '' : ` (skipped: there is no ${folder})`

describe.skipIf(!isThere)(`a real place${skipped}`, () => {
  test('comes in as an area set and is drawn beside the invented one', async () => {
    const { load } = assembleAreas(readAreaFiles(folder), {
      ...{ attribution: 'As its publishers ask.', licence: 'as published', practice: false },
    })
    await writeAreas((text, values) => owner.query(text, values), load)
    const { listDrawnSets } = await import('@/lib/areas/set-map')
    const sets = (await as(listDrawnSets)).filter(({ place }) => place === 'Coventry')
    expect(new Set(sets.map(({ kind }) => kind))).toEqual(new Set(['small', 'middle', 'ward']))
    for (const { key } of sets) {
      const { set, figures } = await readMap({ areas: key, show: 'residents' })
      expect(set?.areas.length).toBeGreaterThan(15)
      // One that is wound the other way fills the sheet and hides the rest.
      for (const { shape } of set?.areas ?? []) {
        expect(geoArea(rewind(shape))).toBeLessThan(0.001)
      }
      expect(figures).toHaveLength(set?.areas.length ?? 0)
    }
    const middle = sets.find(({ kind }) => kind === 'middle')
    const { set } = await readMap({ areas: middle?.key ?? '' })
    // The names of the House of Commons Library, and not codes.
    expect(set?.areas.some(({ name }) => /^Coventry \d+$/.test(name))).toBe(false)
  })
})
