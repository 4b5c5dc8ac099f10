import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordContact } from '@/lib/contacts/commands'
import { contactSchema } from '@/lib/contacts/schema'
import { beforeSignIn } from '@/lib/db'
import { keepDraft } from '@/lib/drafts/commands'
import { getDraft } from '@/lib/drafts/queries'
import { NotFound } from '@/lib/errors'
import {
  workingPlace,
  type Worker,
  type WorkingPlace,
} from '@/tests/support/factories/working-place'

// What somebody tries who means harm: each was open once, and stays shut.
let place: WorkingPlace
beforeAll(async () => {
  place = await workingPlace()
})
afterAll(() => place.close())

const ended = (who: Worker, when: string) =>
  place.look(
    `update session set ended_at = ${when} where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [place.tokens[who]],
  )

describe('the token of a session that is over', () => {
  test('writes over nothing that its owner has typed since', async () => {
    const { priya } = place.tokens
    const typed = { words: 'Typed after signing in again' }
    await ended('priya', `now() - interval '5 minutes'`)
    expect(await beforeSignIn.keepWords(priya, 'contact', '', { words: 'Mine' })).toBe(true)
    // She signs in again, elsewhere, and goes on.
    const token = randomUUID()
    await place.look(
      `insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until)
       values (sha256(convert_to($1, 'UTF8')), $2, $3, $4, '2999-01-01', '2999-01-01')`,
      [token, randomUUID(), place.users.priya, place.memberships.priya],
    )
    await place.look(`update draft set body = $1, saved_at = now() where user_id = $2`, [
      typed,
      place.users.priya,
    ])
    expect(await beforeSignIn.keepWords(priya, 'contact', '', { words: 'Planted' })).toBe(false)
    await ended('priya', 'null')
    const kept = await place.as('priya', (scope) => getDraft(scope, 'contact', ''))
    expect(kept?.values).toEqual(typed)
    await place.look('delete from session where token_hash = sha256(convert_to($1, $2))', [
      token,
      'UTF8',
    ])
  })

  test('fills no disk: neither with endless drafts nor with endless names of them', async () => {
    const { ben } = place.tokens
    await ended('ben', `now() - interval '5 minutes'`)
    const long = 'x'.repeat(5_000)
    expect(await beforeSignIn.keepWords(ben, long, '', {})).toBe(false)
    expect(await beforeSignIn.keepWords(ben, 'contact', long, {})).toBe(false)
    await place.look(
      `insert into draft (id, user_id, form, subject, body, saved_at)
       select gen_random_uuid(), $1, 'contact', n::text, '{}', now() from generate_series(1, 200) n`,
      [place.users.ben],
    )
    expect(await beforeSignIn.keepWords(ben, 'contact', 'one more', {})).toBe(false)
    expect(await beforeSignIn.keepWords(ben, 'contact', '7', { words: 'Again' })).toBe(true)
    await ended('ben', 'null')
    const more = (subject: string) =>
      place.as('ben', (scope) => keepDraft(scope, 'contact', subject, {}))
    await expect(more('one more')).rejects.toThrow('unfinished')
    await more('7')
  })
})

test('a colleague who is not named on a contact neither moves it nor learns its readers', async () => {
  const { sam } = place.people
  const input = { personId: sam, what: 'seen', when: 'now', words: 'For Mo.', audience: 'named' }
  const id = await place.as('priya', (scope) =>
    recordContact(scope, contactSchema.parse({ ...input, readers: [place.users.mo] })),
  )
  const readers = (who: Worker) =>
    place.as(who, ({ db }) => db.$queryRaw`select user_id from work.contact_readers(${id}::uuid)`)
  const move = (who: Worker) =>
    place.as(
      who,
      ({ db }) => db.$executeRaw`
        select work.recategorise_contact(${id}::uuid, ${['safety']}::text[], 'named')`,
    )
  await expect(readers('ben')).rejects.toBeInstanceOf(NotFound)
  await expect(move('ben')).rejects.toBeInstanceOf(NotFound)
  expect(await readers('mo')).toEqual([])
})
