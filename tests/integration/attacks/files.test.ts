import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workAll, workBatch } from '@/lib/transfer/job'
import { UPLOAD_PROBLEMS } from '@/lib/transfer/lists'
import { readUpload } from '@/lib/transfer/upload'
import { workerScope, type WorkerScope } from '@/lib/worker'
import { freshDatabase } from '@/tests/support/database'
import { connect } from '@/tests/support/factories/session'
import { csv, makePlace, setUpPlace, type Place } from '@/tests/support/transfer'

// What a file can do to everybody who is waiting meanwhile: nothing, whatever is in it.
let database: Awaited<ReturnType<typeof freshDatabase>>
let client: Client
let login: Client
let worker: WorkerScope
let place: Place
beforeAll(async () => {
  database = await freshDatabase()
  client = await connect(database.adminUrl)
  login = await connect(database.workerUrl)
  worker = workerScope(login)
  await setUpPlace(client)
  place = await makePlace(client, 'Files')
})
afterAll(async () => {
  await client.end()
  await login.end()
  await database.drop()
})

const small = csv('ref,given,family', 'A1,Ann,Lee', 'A2,Bob,Roe')
const send = async (bytes: Uint8Array) =>
  (
    await client.query<{ id: string }>(
      `select transfer.make_batch($1, $2, 'people', 'a file.csv', $3) as id`,
      [place.agency, place.user, Buffer.from(bytes)],
    )
  ).rows[0]?.id ?? ''
const look = async (batch: string) =>
  (
    await client.query<Record<string, unknown>>(
      `select state, rows, done, error, (select count(*)::int from import_row where batch_id = id) as kept,
         exists (select 1 from import_file where batch_id = id) as here
       from import_batch where id = $1`,
      [batch],
    )
  ).rows[0]

describe('a file as it came', () => {
  test('is read by the worker alone, and its bytes stay until it goes in or is dropped', async () => {
    const batch = await send(small)
    expect(await look(batch)).toMatchObject({ state: 'reading', rows: 0, kept: 0, here: true })
    await workAll(worker)
    expect(await look(batch)).toMatchObject({ state: 'received', rows: 2, kept: 2, here: true })
    await client.query(`update import_batch set state = 'checked' where id = $1`, [batch])
    await client.query('select transfer.start_import($1)', [batch])
    expect(await look(batch)).toMatchObject({ state: 'importing', here: false })
    await client.query(`update import_batch set state = 'abandoned' where id = $1`, [batch])
  })

  test('waits for the one before it, of the same user', async () => {
    const batch = await send(small)
    await expect(send(small)).rejects.toThrow(UPLOAD_PROBLEMS.second)
    const both = await Promise.allSettled([send(small), send(small)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await workBatch(worker, batch)
    await workBatch(worker, await send(small))
  })

  test('that cannot be read says why, and leaves nothing', async () => {
    const batch = await send(Buffer.alloc(1000, 0))
    await workAll(worker)
    expect(await look(batch)).toMatchObject({
      ...{ state: 'failed', rows: 0, kept: 0, here: false },
      error: 'This file is not text. Send a CSV file.',
    })
  })

  test('left half read by a killed process is read anew, each row once', async () => {
    const batch = await send(small)
    await worker.ask(`select transfer.begin_rows($1, $2, $3, 1, '[]')`, [batch, 'utf-8', '["x"]'])
    const half = JSON.stringify([{ line: 2, hash: '00', cells: ['half'], problem: null }])
    await worker.ask('select transfer.put_rows($1, $2)', [batch, half])
    await workBatch(worker, batch)
    expect(await look(batch)).toMatchObject({ state: 'received', rows: 2, kept: 2 })
  })

  test('dropped while it is read is dropped', async () => {
    const batch = await send(small)
    await client.query(`select set_config('app.session', $1, false)`, [place.token])
    await client.query('select transfer.abandon_batch($1)', [batch])
    const [put] = await worker.ask<{ here: boolean }>('select transfer.put_rows($1, $2) as here', [
      ...[batch, '[]'],
    ])
    expect(put?.here).toBe(false)
    await workBatch(worker, batch)
    expect(await look(batch)).toMatchObject({ state: 'abandoned', kept: 0, here: false })
  })

  test('holds up nothing that must not wait: it is looked at between the pieces', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `A${at},Ann,Lee`)
    await send(csv('ref,given,family', ...rows))
    let times = 0
    await workAll(worker, () => Promise.resolve((times += 1)))
    expect(times).toBeGreaterThanOrEqual(4)
  })
})

const ten = 10 * 1024 * 1024
const heading = Buffer.from('ref,given,family\n')
const full = (of: string | Uint8Array) =>
  Buffer.concat([heading, Buffer.alloc(ten - heading.length, of)])
const hostile: Record<string, Buffer> = {
  'blank lines': full('\n'),
  'returns and no feeds': full('\r'),
  'both by turns': full('\r\n'),
  'bytes of no letter': full(Uint8Array.of(0xff)),
  'half letters': full(Uint8Array.of(0xc3, 0x41)),
  quotes: full('"'),
  'quotes that end with the line': full('"\n'),
  'quotes never closed': full('"a\n'),
  commas: full(','),
  'blank cells': full(',,\n'),
}

// Blank lines took more than a minute, and every page waited.
test.each(Object.entries(hostile))('ten megabytes of %s are soon done with', async (_, bytes) => {
  const began = process.cpuUsage()
  await readUpload(bytes).catch((error: unknown) =>
    expect(error).toHaveProperty('name', 'FileRefused'),
  )
  expect(process.cpuUsage(began).user).toBeLessThan(20_000_000)
})

test('rows are counted blank or not, and no file is read for ever', async () => {
  const blank = csv('ref,given,family', ...Array.from({ length: 50_001 }, () => ',,'))
  await expect(readUpload(blank)).rejects.toThrow('blank ones counted')
  await expect(readUpload(small, { most: -1 })).rejects.toThrow('longer than a minute')
})
