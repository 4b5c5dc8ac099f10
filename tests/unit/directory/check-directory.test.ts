import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { samplePage, sampleService } from './sample-service'

const folder = mkdtempSync(join(tmpdir(), 'directory-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Runs the command as a person does; beside this test, so that a server here can answer it. */
async function run(...given: string[]): Promise<{ status: number | null; out: string }> {
  const command = ['--import', 'tsx', 'scripts/check-directory.ts', ...given]
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'ignore'] })
  let out = ''
  child.stdout.on('data', (piece: Buffer) => (out += piece.toString()))
  const status = await new Promise<number | null>((done) => child.on('close', done))
  return { status, out }
}

test('the command prints one object for a file, and fails when something is wrong', async () => {
  const [good, bad] = [join(folder, 'good.json'), join(folder, 'bad.json')]
  writeFileSync(good, JSON.stringify(samplePage(1, { total: 2 })))
  writeFileSync(bad, JSON.stringify(sampleService({ email: 'x' })))
  const fine = await run(good)
  expect(fine.status).toBe(0)
  expect(JSON.parse(fine.out)).toEqual({ pages: 1, services: 2, errors: [], warnings: [] })
  const wrong = await run(bad)
  expect(wrong.status).toBe(1)
  expect(JSON.parse(wrong.out)).toMatchObject({ services: 1, errors: [{ path: '/email' }] })
  const none = await run(join(folder, 'none.json'))
  expect(none.status).toBe(1)
  expect(JSON.parse(none.out)).toMatchObject({ errors: [{ reason: 'there is no such file' }] })
  expect(await run()).toEqual({ status: 2, out: '' })
})

test('the command follows an address of this machine', async () => {
  const server = createServer((request, response) => {
    const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 1)
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(samplePage(page, {})))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const { status, out } = await run(`http://127.0.0.1:${port}/services`)
  server.close()
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ pages: 3, services: 5, errors: [] })
  const dead = await run(`http://127.0.0.1:${port}/services`)
  expect(dead.status).toBe(1)
  expect(JSON.parse(dead.out)).toMatchObject({ pages: 0, services: 0, errors: [{}] })
})
