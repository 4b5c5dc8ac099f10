import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import {
  makeFirstAdministrator,
  makeFurtherAdministrator,
} from '@/scripts/make-first-administrator'
import { freshDatabase } from '@/tests/support/database'
import { heldAttempt } from '@/tests/support/factories/session'

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

const signIn = (email: string, token: string) =>
  connected(database.appUrl, async (client) => {
    const { rows } = await client.query<{ ok: string }>(
      `select sign_in.with_password($1, 'raw', sha256($2), $3, 'test', null) as ok`,
      [email, token, await heldAttempt(client, email, 'raw')],
    )
    return rows[0]
  })

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
  expect(await signIn('alex.moss@example.org', 'a token')).toEqual({ ok: 'in' })
  await expect(make()).rejects.toThrow(/signs in here already/)
  const counts = await asApp(
    'select (select count(*)::int from category) as categories, (select count(*)::int from agency) as agencies',
    [],
  )
  expect(counts).toEqual({ categories: 17, agencies: 1 })
})

test('whoever runs the server makes a second one, whom the first has no hand in', async () => {
  const further = (email: string) =>
    connected(database.ownerUrl, (client) =>
      makeFurtherAdministrator(client, { name: 'Ola Reed', email }),
    )
  const first = await further('ola@example.org')
  const set = `select sign_in.use_link($1, 'salt', '{"m":1}', sha256('raw')) as ok`
  expect(await asApp(set, [hash(first)])).toEqual({ ok: true })
  expect(await signIn('ola@example.org', 'a')).toEqual({ ok: 'in' })
  // A new link for the same: the old password ends.
  await further('Ola@example.org')
  expect(await signIn('ola@example.org', 'b')).toEqual({ ok: 'no' })
})
