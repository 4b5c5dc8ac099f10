import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { recordChoice } from '@/lib/choices/commands'
import { choiceSchema } from '@/lib/choices/schema'
import { connected } from '@/scripts/connection.mjs'
import { quoted } from '@/scripts/database-roles.mjs'
import { freshDatabase } from '@/tests/support/database'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

// A server on a British machine keeps London's time, an hour from UTC in summer, and Prisma takes
// for UTC what a server writes (findings/prisma-takes-the-servers-clock-for-utc.sh). So the logins
// and the connections both say UTC, whatever the server says.
const nameOf = (adminUrl: string) => decodeURIComponent(new URL(adminUrl).pathname.slice(1))

test('each login is in UTC where its database is in London', async () => {
  const fresh = await freshDatabase()
  const database = quoted(nameOf(fresh.adminUrl))
  await connected(fresh.adminUrl, (admin) =>
    admin.query(`alter database ${database} set timezone = 'Europe/London'`),
  )
  for (const url of [
    fresh.ownerUrl,
    fresh.appUrl,
    fresh.insightUrl,
    fresh.workerUrl,
    fresh.publisherUrl,
  ]) {
    const { rows } = await connected(url, (login) => login.query('show timezone'))
    expect(rows).toEqual([{ TimeZone: 'UTC' }])
  }
  await fresh.drop()
})

// As on a server whose administrator made the logins by hand: only the connection can say UTC.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
  const app = quoted(inject('server').roles.app)
  const database = quoted(nameOf(place.adminUrl))
  await place.look(`alter role ${app} in database ${database} set timezone = 'Europe/London'`)
})
afterAll(() => place.close())

test('a moment in summer is read as it was written', async () => {
  const [row] = await place.as(
    'priya',
    ({ db }) => db.$queryRaw<{ at: Date }[]>`select '2026-07-01 12:00:00+00'::timestamptz as at`,
  )
  expect(row?.at.toISOString()).toBe('2026-07-01T12:00:00.000Z')
})

test('a consent that ends on a day in summer lasts until that day is over', async () => {
  const consent = choiceSchema.parse({
    personId: place.people.sam,
    kind: 'consent',
    agreementId: place.agreement,
    saidOn: '2026-01-05',
    how: 'At our office',
    keptTo: 'yes',
    aboutCategories: ['justice'],
    alone: 'yes',
    free: 'yes',
    endsOn: '2999-06-30',
  })
  await place.as('priya', (scope) => recordChoice(scope, consent))
  const rows = await place.look<{ ends: string }>(
    `select (ends_at at time zone 'Europe/London')::text as ends from choice`,
  )
  expect(rows).toEqual([{ ends: '2999-07-01 00:00:00' }])
})
