import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connected } from '@/scripts/connection.mjs'
import { startPostgres } from '@/scripts/postgres.mjs'
import { waitUntil } from '@/scripts/processes.mjs'

const module = fileURLToPath(new URL('../../scripts/postgres.mjs', import.meta.url))
let folder = ''
// mkdtemp makes the folder 0700: started by root, no other user can reach what is in it.
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'postgres-'))
})
afterAll(() => {
  const tables = join(folder, 'postgres')
  if (existsSync(tables)) rmSync(realpathSync(tables), { recursive: true })
  rmSync(folder, { recursive: true })
})

const start = () => startPostgres({ folder, throwaway: true })
const ask = (url: string, sql: string) => connected(url, (client) => client.query(sql))
const canReach = (host: string, port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection({ host, port, timeout: 2000 })
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    socket.once('timeout', () => resolve(false))
  })

test('what was kept is there at the second start, on the same port', async () => {
  const first = await start()
  await ask(first.superuserUrl, 'create table kept as select 42 as answer')
  await first.stop()
  expect(await canReach('127.0.0.1', first.port)).toBe(false)
  const second = await start()
  const { rows } = await ask(second.superuserUrl, 'select answer from kept')
  await second.stop()
  expect(rows).toEqual([{ answer: 42 }])
  expect(second.port).toBe(first.port)
})

test('it is reached from this machine alone, with the password alone', async () => {
  const server = await start()
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  const wrong = new URL(server.superuserUrl)
  wrong.password = 'wrong'
  try {
    for (const { address } of outside) expect(await canReach(address, server.port)).toBe(false)
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
  } finally {
    await server.stop()
  }
})

test('a login reads nothing of the server from a database beside its own', async () => {
  const server = await start()
  try {
    await ask(server.superuserUrl, `create role beside login password 'beside'`)
    for (const name of ['postgres', 'template1']) {
      const url = new URL(server.superuserUrl)
      url.username = url.password = 'beside'
      url.pathname = `/${name}`
      await expect(ask(url.href, 'select 1 from pg_stat_activity'), name).rejects.toMatchObject({
        code: '42501',
      })
    }
  } finally {
    await ask(server.superuserUrl, 'drop role if exists beside')
    await server.stop()
  }
})

test('words of people do not reach its log', async () => {
  const server = await start()
  await ask(server.superuserUrl, 'create table people (name text unique)')
  const add = `insert into people values ('Canary Wren')`
  await ask(server.superuserUrl, add)
  await expect(ask(server.superuserUrl, add)).rejects.toMatchObject({ code: '23505' })
  await expect(ask(server.superuserUrl, `select 'Canary Wren' from nowhere`)).rejects.toThrow()
  await server.stop()
  const log = readFileSync(join(folder, 'postgres.log'), 'utf8')
  expect(log).toContain('duplicate key')
  expect(log).not.toContain('Canary')
})

test('when its parent is killed it stops, and the next start finds everything', async () => {
  const program = `
    const { startPostgres } = await import(${JSON.stringify(module)})
    const { port } = await startPostgres({ folder: ${JSON.stringify(folder)} })
    console.log(port)
    setInterval(() => {}, 1000)`
  const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<number>((resolve) =>
    parent.stdout.once('data', (text) => resolve(Number(text))),
  )
  await expect(start()).rejects.toThrow('already running')
  parent.kill('SIGKILL')
  expect(await waitUntil(async () => !(await canReach('127.0.0.1', port)), 15)).toBe(true)
  const server = await start()
  const { rows } = await ask(server.superuserUrl, 'select answer from kept')
  await server.stop()
  expect(rows).toEqual([{ answer: 42 }])
})

test('a lock file left by a crash is no obstacle, whoever has its number now', async () => {
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\n/elsewhere\n`)
  const server = await start()
  await server.stop()
})

test('data of another major version is left alone, with a sentence', async () => {
  const version = join(folder, 'postgres', 'PG_VERSION')
  const was = readFileSync(version, 'utf8')
  writeFileSync(version, '17\n')
  await expect(start()).rejects.toThrow(/written by PostgreSQL 17/)
  writeFileSync(version, was)
  const server = await start()
  await server.stop()
})
