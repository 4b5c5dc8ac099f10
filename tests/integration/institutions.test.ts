import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Scope } from '@/lib/db'
import { institutionValues } from '@/lib/institutions/queries'
import { readService } from '@/lib/directory/rules/listed-service'
import { rowOf } from '@/lib/directory/rules/service-row'
import { openSource, writeServices } from '@/lib/directory/write-services'
import { idFrom } from '@/lib/directory/rules/id-from'
import { versionOf } from '@/lib/stored-version'
import { writePlace } from '@/prisma/practice/load/place-rows'
import { smallDatabase } from '@/tests/support/factories/small-place'
import { connect } from '@/tests/support/factories/session'
import { idOf, sampleService } from '../unit/directory/sample-service'

let made: Awaited<ReturnType<typeof smallDatabase>>
let owner: Client
type Who = keyof typeof made.place.tokens
let as: <T>(who: Who, work: (scope: Scope) => Promise<T>) => Promise<T>
const practiceId = (key: string) => idFrom('practice institution', key)

beforeAll(async () => {
  made = await smallDatabase()
  owner = await connect(made.database.ownerUrl)
  await writePlace(owner, '2026-11-24')
  // The clinic's own worker answers for its entry.
  const admin = await connect(made.database.adminUrl)
  await admin.query(`update membership set role = 'manager' where id = $1`, [
    made.place.memberships.clinicWorker,
  ])
  await admin.query(`update place.institution set agency_id = $1 where id = $2`, [
    made.place.agencies.clinic,
    practiceId('surgery'),
  ])
  await admin.query('delete from place.institution_change')
  await admin.end()
  vi.stubEnv('DATABASE_URL_APP', made.database.appUrl)
  vi.stubEnv('NEXTAUTH_SECRET', 'x'.repeat(32))
  const { withScope } = await import('@/lib/db')
  as = (who, work) => withScope(made.place.tokens[who], work)
})
afterAll(async () => {
  await owner.end()
  await made.database.drop()
  vi.unstubAllEnvs()
})

const get = (who: Who, id: string) =>
  as(who, async (scope) => (await import('@/lib/institutions/queries')).getInstitution(scope, id))
async function save(who: Who, given: Record<string, unknown>, version: number | null = null) {
  const { institutionSchema } = await import('@/lib/institutions/schema')
  const { saveInstitution } = await import('@/lib/institutions/commands')
  return as(who, (scope) => saveInstitution(scope, institutionSchema.parse(given), version))
}
const valuesOf = async (key: string) => {
  const one = await get('commissioner', practiceId(key))
  return { institution: practiceId(key), ...institutionValues(one) }
}

describe('an institution', () => {
  test('is corrected by whose entry it is, and what was before is kept', async () => {
    const before = await valuesOf('surgery')
    await save('clinicWorker', { ...before, phone: '01632 960 001', needs: ['physical_health'] })
    const now = await get('clinicWorker', practiceId('surgery'))
    expect(now).toMatchObject({
      ...{ phone: '01632 960 001', needs: ['physical_health'], confirmed_by: 'A clinic', rank: 0 },
      sector: 'public',
    })
    const changes = await as('clinicWorker', async (scope) =>
      (await import('@/lib/institutions/queries')).listChanges(scope, practiceId('surgery')),
    )
    expect(changes[0]).toMatchObject({ body: 'A clinic', before: { phone: null } })
  })

  test('of another agency is nobody’s to change but the lead’s, who may change who keeps it', async () => {
    const pantry = await valuesOf('pantry')
    await expect(save('clinicWorker', pantry)).rejects.toMatchObject({ name: 'NotPermitted' })
    await expect(save('worker', pantry)).rejects.toMatchObject({ name: 'NotPermitted' })
    await save('commissioner', { ...pantry, agency: made.place.agencies.host, sector: 'social' })
    expect(await get('commissioner', practiceId('pantry'))).toMatchObject({
      agency_id: made.place.agencies.host,
    })
    // A partner hands its entry to nobody, and does not say what sector it is of.
    const own = await valuesOf('surgery')
    await save('clinicWorker', { ...own, agency: made.place.agencies.police, sector: 'private' })
    expect(await get('clinicWorker', practiceId('surgery'))).toMatchObject({
      ...{ agency_id: made.place.agencies.clinic, sector: 'public' },
    })
  })

  test('new is made by the lead alone', async () => {
    await expect(save('clinicWorker', { name: 'A new one' })).rejects.toMatchObject({
      name: 'NotPermitted',
    })
    const id = await save('commissioner', { name: 'A knitting circle', sector: 'informal' })
    expect(await get('commissioner', id)).toMatchObject({
      ...{
        name: 'A knitting circle',
        invented: false,
        areas: null,
        confirmed_on: expect.any(String),
      },
    })
  })

  test('saved over somebody else’s change is noticed', async () => {
    const before = await valuesOf('law')
    const { institution: _, ...shown } = before
    const version = versionOf(shown)
    await save('commissioner', { ...before, description: 'Solicitors.' }, version)
    await expect(
      save('commissioner', { ...before, description: 'Lawyers.' }, version),
    ).rejects.toMatchObject({ name: 'Stale', theirs: { description: 'Solicitors.' } })
  })

  test('is written by no statement of the app’s own', async () => {
    await expect(
      as('commissioner', ({ db }) => db.$executeRaw`update place.institution set name = 'x'`),
    ).rejects.toThrow()
    await expect(
      as('worker', ({ db }) => db.$executeRaw`select curating.move('[]'::jsonb)`),
    ).rejects.toMatchObject({ name: 'NotPermitted' })
  })
})

describe('withheld by hand', () => {
  const nowhere = { withheld: true, areas: null, address: null, latitude: null, longitude: null }

  test('where it is goes, of its services too, from history, and no form or feed brings it back', async () => {
    const given = await valuesOf('minster')
    await save('commissioner', {
      ...given,
      ...{ address: '3 Invented Street', latitude: '55.01', longitude: '2.5' },
      description: 'Meets at 12 Kiln Road, ZW3 2QD, on Fridays.',
    })
    const { withholdInstitution } = await import('@/lib/institutions/commands')
    const id = practiceId('minster')
    await expect(
      as('clinicWorker', (scope) => withholdInstitution(scope, id)),
    ).rejects.toMatchObject({ name: 'NotPermitted' })
    await as('commissioner', (scope) => withholdInstitution(scope, id))
    const gone = await get('commissioner', id)
    expect(gone).toMatchObject(nowhere)
    expect(gone?.description).not.toMatch(/Kiln Road|ZW3/)
    await save('commissioner', { ...given, address: '3 Invented Street', areas: 'Minster' })
    expect(await get('commissioner', id)).toMatchObject(nowhere)
    const { rows } = await owner.query<{ n: number }>(
      `select (select count(*)::int from place.service
         where institution_id = $1 and (not withheld or num_nonnulls(places, areas, hours) > 0))
       + (select count(*)::int from place.institution_change
           where institution_id = $1 and before::text ~ 'Invented Street|55.01|Kiln') as n`,
      [id],
    )
    expect(rows[0]?.n).toBe(0)
    await expect(
      owner.query('update place.institution set withheld = false where id = $1', [id]),
    ).rejects.toMatchObject({ code: 'CT403' })
    // A feed that offers a service of it anew, under another id, with a place.
    const query = (text: string, values?: unknown[]) => owner.query<object>(text, values)
    const source = await openSource(query, idOf(90), 'https://feed.example/services')
    const read = readService(sampleService({ id: idOf(91) }))
    if (!read) throw new Error('the sample is one')
    const row = {
      ...rowOf(read),
      organization: { id, name: 'Minster', description: 'At 4 Elm Road' },
    }
    await writeServices(query, { id: source, name: 'a feed' }, [row as ReturnType<typeof rowOf>])
    const { rows: taken } = await owner.query(
      'select withheld, places, areas, hours from place.service where id = $1',
      [idOf(91)],
    )
    expect(taken).toEqual([{ withheld: true, places: null, areas: null, hours: null }])
    expect((await get('commissioner', id))?.description).not.toContain('Elm Road')
  })
})

describe('links', () => {
  const declare = async (who: Who, given: Record<string, unknown>) => {
    const { linkSchema } = await import('@/lib/network/schema')
    const { declareLink } = await import('@/lib/network/commands')
    return as(who, (scope) => declareLink(scope, linkSchema.parse(given)))
  }
  const held = () =>
    as('commissioner', async (scope) => (await import('@/lib/network/queries')).listLinks(scope))

  test('are declared by either end, by whose word, and said again take the place of the first', async () => {
    const [institution, other] = [practiceId('surgery'), practiceId('boaters')]
    const link = { institution, other, way: 'from', kind: 'trust', strength: '1', words: '' }
    await declare('clinicWorker', link)
    await declare('clinicWorker', { ...link, strength: '3' })
    const all = (await held()).filter((each) => each.from === other)
    expect(all).toMatchObject([{ to: institution, kind: 'trust', strength: 3, body: 'A clinic' }])
    const { endLink } = await import('@/lib/network/commands')
    const { id = '' } = all[0] ?? {}
    await as('clinicWorker', (scope) => endLink(scope, id))
    await expect(as('clinicWorker', (scope) => endLink(scope, id))).rejects.toThrow()
    expect((await held()).some((each) => each.from === other)).toBe(false)
    const { rows } = await owner.query('select 1 from place.link where from_id = $1', [other])
    expect(rows).toHaveLength(2)
  })

  test('between two others are not a partner’s to declare', async () => {
    const link = { institution: practiceId('pantry'), other: practiceId('choir'), way: 'to' }
    const whole = { ...link, kind: 'support', strength: '1' }
    await expect(declare('clinicWorker', whole)).rejects.toMatchObject({ name: 'NotPermitted' })
    await declare('commissioner', whole)
    await expect(declare('commissioner', { ...whole, other: link.institution })).rejects.toThrow()
  })

  test('are drawn where the lead has put their ends', async () => {
    const { moveOnSheet } = await import('@/lib/network/commands')
    const { moveSchema } = await import('@/lib/network/schema')
    const { listOnSheet } = await import('@/lib/network/queries')
    const given = moveSchema.parse({ institution: practiceId('choir'), across: '12', down: '90' })
    await as('commissioner', (scope) => moveOnSheet(scope, given))
    await expect(as('clinicWorker', (scope) => moveOnSheet(scope, given))).rejects.toThrow()
    const all = await as('commissioner', listOnSheet)
    expect(all.find(({ id }) => id === given.institution)).toMatchObject({ across: 120, down: 900 })
    expect(all.length).toBeGreaterThan(40)
    expect((await held()).length).toBeGreaterThan(120)
  })
})
