import type { Client } from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { freshDatabase } from '@/tests/support/database'
import { accounts } from '@/tests/support/factories/accounts'
import { asSession, connect, connectAsDefiner } from '@/tests/support/factories/session'
import { smallPlace, type SmallPlace } from '@/tests/support/factories/small-place'

// Who is asked first to run an agency may say no, and whoever asked may take it back.
let database: Awaited<ReturnType<typeof freshDatabase>>
let app: Client
let it: ReturnType<typeof accounts>
let place: SmallPlace
const email = 'wren@example.org'

beforeAll(async () => {
  database = await freshDatabase()
  const definer = await connectAsDefiner(database.ownerUrl, inject('server').roles.definer)
  place = await smallPlace(definer)
  await definer.query('update app_user set email = $1 where id = $2', [
    email,
    place.users.clinicWorker,
  ])
  await definer.end()
  app = await connect(database.appUrl)
  it = accounts(app)
})
afterAll(async () => {
  await app.end()
  await database.drop()
})

const as = (who: keyof SmallPlace['tokens'], work: () => Promise<void>) =>
  asSession(app, place.tokens[who], work)
const told = async (token: string) => {
  await it.become(token)
  return it.told()
}

test('offered for an agency that nobody runs, and declined: its inviter is told, and asks another', () =>
  as('administrator', async () => {
    const ask = (name: string) =>
      app.query<{ id: string }>('select admin.invite_administrator($1, $2, $3)::text as id', [
        agency,
        name,
        `${name}@example.org`,
      ])
    const nobody = async () =>
      (await app.query('select * from admin.without_administrator()')).rows.filter(
        (row: { agency_id: string }) => row.agency_id === agency,
      ) as { offer: string | null; called: string }[]
    // Somebody of another agency's, who has to take it.
    await app.query(
      `select admin.make_agency('The Loft', 'The Loft', 'charity', null, false, 'Wren', $1)`,
      [email],
    )
    const agency = await it.one<string>(`select id as it from agency where name = 'The Loft'`)
    const [waits] = await nobody()
    expect(waits?.called).toBe('Wren')
    expect(await it.tries(() => ask('bo'))).toEqual({ refused: 'CT409' })
    await it.become(place.tokens.clinicWorker)
    await app.query('select admin.answer_role($1, false)', [waits?.offer])
    expect(await told(place.tokens.administrator)).toEqual(['first-declined'])
    expect((await nobody())[0]?.offer).toBeNull()
    await ask('bo')
    expect(await nobody()).toMatchObject([{ called: 'bo' }])
    expect(await it.tries(() => ask('cy'))).toEqual({ refused: 'CT409' })
    const bo = await it.one<string>('select user_id as it from admin.not_begun()')
    await it.takeAccount(bo ?? '', 'bo@example.org')
    await it.become(place.tokens.administrator)
    expect(await nobody()).toEqual([])
    expect(await it.tries(() => ask('cy'))).toEqual({ refused: 'CT404' })
    // Nobody else asks for an agency, and no agency that somebody runs is anybody's to fill.
    await it.become(place.tokens.clinicAdministrator)
    expect(await it.tries(() => ask('di'))).toEqual({ refused: 'CT403' })
  }))

test('offered for another agency is taken back by who offered it, and by no other agency', () =>
  as('administrator', async () => {
    await app.query(
      `select admin.make_agency('The Barn', 'The Barn', 'charity', null, false, 'Wren', $1)`,
      [email],
    )
    const [mine] = (await it.waiting())?.mine ?? []
    expect(mine).toMatchObject({ user: 'Wren', agency: 'The Barn', asksUser: true })
    const back = () => app.query('select admin.withdraw_role($1)', [mine?.id])
    await it.become(place.tokens.clinicAdministrator)
    expect((await it.waiting())?.mine).toEqual([])
    expect(await it.tries(back)).toEqual({ refused: 'CT404' })
    await it.become(place.tokens.administrator)
    await back()
    expect((await it.waiting())?.mine).toEqual([])
  }))
