import { existsSync, readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { checkAnswer } from '@/lib/directory/rules/check-answer'
import { Findings } from '@/lib/directory/rules/report'
import { readService } from '@/lib/directory/rules/listed-service'
import { rowOf } from '@/lib/directory/rules/service-row'
import { openSource, writeServices } from '@/lib/directory/write-services'
import { writePlace } from '@/prisma/practice/load/place-rows'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { idOf, sampleService } from '../unit/directory/sample-service'

type Json = Record<string, unknown> & { contents: { id: string }[] }
let database: Awaited<ReturnType<typeof freshDatabase>>
let owner: Client

beforeAll(async () => {
  database = await freshDatabase()
  owner = await connect(database.ownerUrl)
  await writePlace(owner, '2026-11-24')
  const query = (text: string, values?: unknown[]) => owner.query<object>(text, values)
  const source = await openSource(query, idOf(99), 'https://feed.example/services')
  const read = [1, 2].flatMap((n) => readService(sampleService({ id: idOf(n) })) ?? [])
  await writeServices(query, { id: source, name: 'a feed' }, read.map(rowOf))
  vi.stubEnv('DATABASE_URL_APP', database.appUrl)
  vi.stubEnv('DATABASE_URL_INSIGHT', database.insightUrl)
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
})
afterAll(async () => {
  await owner.end()
  await database.drop()
  vi.unstubAllEnvs()
})

/** What a route answers, without a session, as it does behind the proxy. */
async function get(path: string): Promise<{ status: number; body: Json }> {
  const { pathname } = new URL(path, 'http://here.example')
  const [, list = '', id] = pathname.split('/')
  const request = new Request(new URL(path, 'http://here.example'))
  const of = (value: string) => ({
    params: Promise.resolve({ serviceId: value, organizationId: value }),
  })
  const answer = await (list === 'services'
    ? id
      ? (await import('@/app/services/[serviceId]/route')).GET(request, of(id))
      : (await import('@/app/services/route')).GET(request)
    : id
      ? (await import('@/app/organizations/[organizationId]/route')).GET(request, of(id))
      : (await import('@/app/organizations/route')).GET(request))
  return { status: answer.status, body: (await answer.json()) as Json }
}
const idsOf = async (list: string) =>
  (await get(`/${list}?per_page=100`)).body.contents.map(({ id }) => id)

// The published standard, under a licence of its own, kept beside the project and never in it.
const folder = '../shared/data/openreferral/schema'
const isThere = existsSync(folder)
const skipped = isThere ? '' : ` (skipped: there is no ${folder})`
function schemaOf(name: string) {
  const schema = (path: string) =>
    JSON.parse(readFileSync(`${folder}/${path}.json`, 'utf8')) as object
  const ajv = new Ajv({ strict: false, allErrors: true })
  addFormats(ajv)
  ajv.addSchema(schema('taxonomy_term'), 'taxonomy_term.json')
  return ajv.compile(schema(name))
}

describe.skipIf(!isThere)(`by the published schemas${skipped}`, () => {
  test.each([
    ['services', 'service'],
    ['organizations', 'organization'],
  ])('every one of /%s is valid, in the list and in full', async (list, name) => {
    const validate = schemaOf(name)
    const { body } = await get(`/${list}?per_page=100`)
    expect(body.contents.length).toBeGreaterThan(20)
    for (const item of body.contents) {
      const full = (await get(`/${list}/${item.id}`)).body
      for (const each of [item, full]) {
        validate(each)
        expect(validate.errors).toBeNull()
      }
    }
  })
})

describe('the public directory', () => {
  test('passes our own check of feeds, page by page, with counts that are right', async () => {
    const seen: string[] = []
    for (let page = 1; ; page += 1) {
      const { body } = await get(`/services?per_page=25&page=${page}`)
      const findings = new Findings()
      checkAnswer(body, 'service', findings)
      expect([...findings.list('errors'), ...findings.list('warnings')]).toEqual([])
      seen.push(...body.contents.map(({ id }) => id))
      if (body['last_page'] === true) break
    }
    expect(seen).toHaveLength(Number((await get('/services')).body['total_items']))
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('holds what a feed gave, and of ours what is confirmed alone', async () => {
    const ids = await idsOf('services')
    expect(ids).toEqual(expect.arrayContaining([idOf(1), idOf(2)]))
    const { rows } = await owner.query<{ id: string }>(
      'select id from place.service where confirmed_on is null and source_id is null',
    )
    expect(rows.length).toBeGreaterThan(0)
    for (const { id } of rows) {
      expect(ids).not.toContain(id)
      expect((await get(`/services/${id}`)).status).toBe(404)
    }
  })

  test('tells nothing of where or when what is withheld is, nor what is for workers', async () => {
    const { rows } = await owner.query<{ id: string }>(
      'select id from place.service where withheld',
    )
    expect(rows.length).toBeGreaterThan(3)
    for (const { id } of rows) {
      const { body } = await get(`/services/${id}`)
      expect(body).not.toHaveProperty('service_at_locations')
      expect(body).not.toHaveProperty('schedules')
      expect(body).not.toHaveProperty('service_areas')
      expect(JSON.stringify(body)).not.toMatch(/wait|capacity|way_in|Invented Street/)
    }
  })

  test('answers with a change at once, though answers are kept', async () => {
    const find = async () =>
      (await get('/services?per_page=100')).body.contents.find(({ id }) => id === idOf(1))
    expect(await find()).toMatchObject({ name: 'Wrenford Debt Advice' })
    await owner.query(`update place.service set name = 'Another' where id = $1`, [idOf(1)])
    expect(await find()).toMatchObject({ name: 'Another' })
    await owner.query('update place.service set gone_at = now() where id = $1', [idOf(1)])
    expect(await find()).toBeUndefined()
    expect((await get(`/services/${idOf(1)}`)).status).toBe(404)
  })

  test.each(['page=0', 'page=-1', 'page=x', 'per_page=101', 'per_page=1e9', 'page=99999999999'])(
    'refuses %s',
    async (asked) => expect((await get(`/services?${asked}`)).status).toBe(400),
  )

  test('has nothing under ids that are none, and an empty page after the last', async () => {
    for (const id of ['x', idOf(77), `'--`]) {
      expect((await get(`/services/${encodeURIComponent(id)}`)).status).toBe(404)
    }
    expect((await get('/services?page=900')).body).toMatchObject({ empty: true, contents: [] })
  })
})
