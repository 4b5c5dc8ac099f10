import { afterAll, beforeAll, expect, test } from 'vitest'
import { beforeSignIn } from '@/lib/db'
import { getDraft } from '@/lib/drafts/queries'
import { workingPlace, type WorkingPlace } from '@/tests/support/factories/working-place'

let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const words = { words: 'Half a sentence', what: 'seen' }
const keep = (form: string, body: object = words) =>
  beforeSignIn.keepWords(place.tokens.priya, form, place.people.sam, body)
const kept = (form: string) => place.as('priya', (scope) => getDraft(scope, form, place.people.sam))

/** Moves the end of Priya's session, as the clock or another device would. */
const session = (column: 'idle_until' | 'ended_at', when: string) =>
  place.look(
    `update session set ${column} = ${when} where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [place.tokens.priya],
  )

test('while a session lasts nothing is kept past it: the app itself does that', async () => {
  expect(await keep('contact')).toBe(false)
  expect(await kept('contact')).toBeNull()
})

test('words sent after the session ended are their writer’s draft, the newest of them', async () => {
  await session('idle_until', `now() - interval '1 minute'`)
  expect(await keep('contact', { words: 'Older' })).toBe(true)
  expect(await keep('contact')).toBe(true)
  await session('idle_until', `now() + interval '30 minutes'`)
  expect((await kept('contact'))?.values).toEqual(words)
  await session('ended_at', 'now()')
  expect(await keep('need')).toBe(true)
  await session('ended_at', 'null')
  expect((await kept('need'))?.values).toEqual(words)
})

test('not for a token nobody had, nor long after, nor for more than a draft may hold', async () => {
  expect(await beforeSignIn.keepWords('made up', 'contact', '', words)).toBe(false)
  expect(await beforeSignIn.keepWords('', 'contact', '', words)).toBe(false)
  await session('idle_until', `now() - interval '61 minutes'`)
  expect(await keep('warning')).toBe(false)
  await session('idle_until', `now() - interval '50 minutes'`)
  expect(await keep('warning', { words: 'x'.repeat(70_000) })).toBe(false)
  await session('idle_until', `now() + interval '30 minutes'`)
  expect(await kept('warning')).toBeNull()
})
