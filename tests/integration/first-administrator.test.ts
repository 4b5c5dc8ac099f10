import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import { makeFirstAdministrator } from '@/scripts/make-first-administrator'
import { freshDatabase } from '@/tests/support/database'

let database: Awaited<ReturnType<typeof freshDatabase>>
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database.drop())

const input = {
  mode: 'live',
  place: 'Tinbury',
  agency: 'Tinbury partnership',
  name: 'Alex Moss',
  email: 'Alex.Moss@Example.org',
} as const
const make = (email: string = input.email) =>
  connected(database.ownerUrl, (client) => makeFirstAdministrator(client, { ...input, email }))
const hash = (path: string) =>
  createHash('sha256').update(path.replace('/set-password/', '')).digest()
const asApp = async (text: string, values: unknown[]) =>
  (
    await connected(database.appUrl, (client) =>
      client.query<Record<string, unknown>>(text, values),
    )
  ).rows[0]

test('an empty place gets an installation, a host, and an administrator with a link that works once', async () => {
  const first = await make()
  const second = await make()
  const good = (path: string) => asApp('select sign_in.link_is_good($1) as name', [hash(path)])
  expect(await good(first)).toEqual({ name: null })
  expect(await good(second)).toEqual({ name: input.name })
  expect(await asApp('select mode, place from installation', [])).toEqual({
    mode: 'live',
    place: 'Tinbury',
  })
  await expect(make('someone.else@example.org')).rejects.toThrow(/another address/)

  const set = `select sign_in.use_link($1, 'salt', '{"m":1}', sha256('raw')) as ok`
  expect(await asApp(set, [hash(second)])).toEqual({ ok: true })
  const signIn = `select sign_in.with_password($1, 'raw', sha256('token'), 'k', 'test') as ok`
  expect(await asApp(signIn, ['alex.moss@example.org'])).toEqual({ ok: true })
  await expect(make()).rejects.toThrow(/signs in here already/)
  const counts = await asApp(
    'select (select count(*)::int from category) as categories, (select count(*)::int from agency) as agencies',
    [],
  )
  expect(counts).toEqual({ categories: 17, agencies: 1 })
})
