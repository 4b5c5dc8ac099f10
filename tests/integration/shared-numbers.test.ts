import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matchWaiting } from '@/lib/identity/match'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { csv, makePlace, setUpPlace, takeIn } from '@/tests/support/transfer'

let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let worker: WorkerScope

beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  worker = workerScope(login)
  await setUpPlace(client)
})
afterAll(async () => {
  await Promise.all([client.end(), login.end()].map((ended) => ended.catch(() => undefined)))
  await database.drop()
})

test('one NHS number on two people of a file: said of both, and no machine links them', async () => {
  const place = await makePlace(client, 'health')
  const { batch, done } = await takeIn(
    client,
    worker,
    place,
    csv(
      'Client Ref,Surname,Forename,Date of Birth,NHS Number',
      'A1,Vanbruggen,Marta,11/03/1988,9990000018',
      'A2,Vanbruggen,Stefan,23/08/1991,9990000018',
    ),
  )
  expect(done).toMatchObject({ state: 'done', counts: { received: 2 } })
  const { rows } = await client.query<{ line: number; problems: { message: string }[] }>(
    'select line, problems from import_row where batch_id = $1 order by line',
    [batch],
  )
  expect(rows.map(({ problems }) => problems.map(({ message }) => message))).toEqual([
    ['Line 3 has the same NHS number.'],
    ['Line 2 has the same NHS number.'],
  ])
  expect(await matchWaiting(worker)).toMatchObject({ linked: 0 })
})

test('an address is cut before an emoji that does not fit, and its row goes in', async () => {
  const place = await makePlace(client, 'housing')
  const { done } = await takeIn(
    client,
    worker,
    place,
    csv(
      'Client Ref,Surname,Forename,Date of Birth,Address',
      `B1,Cee,Ann,01/02/1980,${'x'.repeat(119)}\u{1F3E0} Elm Row`,
      'B2,Cee,Bob,02/03/1980,12 Elm Row',
    ),
  )
  expect(done).toMatchObject({ state: 'done', counts: { received: 2 } })
})
