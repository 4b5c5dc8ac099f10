import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { roleNames } from '@/scripts/database-roles.mjs'
import { isInstalled } from '@/scripts/install.mjs'
import { checkNode } from '@/scripts/programs.mjs'
import { Sentence, words } from '@/scripts/sentence.mjs'

const start = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url))
const startWith = (env: Record<string, string>) =>
  spawnSync(process.execPath, [start], { env: { ...process.env, ...env }, encoding: 'utf8' })

test.each(['18.20.4', '20.18.3', '16.0.0'])('Node %s is refused', (version) => {
  expect(() => checkNode(version)).toThrow(Sentence)
})

test.each(['20.19.0', '20.20.2', '22.0.0', '24.21.0'])('Node %s is accepted', (version) => {
  expect(() => checkNode(version)).not.toThrow()
})

test('a full disk and a closed folder are sentences, the unforeseen is not hidden', () => {
  const full = Object.assign(new Error('write failed'), { code: 'ENOSPC' })
  expect(words(full)).toBe('The disk is full. Free some space and start again.')
  const closed = Object.assign(new Error('no'), { code: 'EACCES', path: '/srv/x' })
  expect(words(closed)).toMatch(/not allowed to use \/srv\/x/)
  expect(words(new TypeError('odd'))).toMatch(/TypeError: odd\n\s+at /)
})

test('a port in use is said with what to do, and without a stack', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const done = startWith({ PORT: String(port) })
  server.close()
  expect(done.status).toBe(1)
  expect(done.stderr).toContain(`Port ${port} is in use`)
  expect(done.stderr).toContain(`PORT=${port + 1} npm start`)
  expect(done.stderr).not.toMatch(/^\s+at /m)
})

test.each(['three', '0', '70000', '3000.5'])('PORT=%s is said to be no port', (port) => {
  const done = startWith({ PORT: port })
  expect(done.status).toBe(1)
  expect(done.stderr).toContain('Give a number from 1 to 65535')
})

test('role names carry the database name, and one too long for PostgreSQL is refused', () => {
  expect(roleNames('Leeds-live')).toMatchObject({
    owner: 'ct_leeds_live_owner',
    definer: 'ct_leeds_live_definer',
  })
  expect(() => roleNames('x'.repeat(60))).toThrow('too long')
})

test('packages count as installed when npm noted just what the lock file says', () => {
  const root = mkdtempSync(join(tmpdir(), 'install-'))
  const write = (path: string, packages: object) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), JSON.stringify({ packages }))
  }
  const one = { version: '1.0.0' }
  const other = { version: '2.0.0', optional: true }
  write('package-lock.json', { '': {}, 'node_modules/one': one, 'node_modules/other': other })
  expect(isInstalled(root)).toBe(false)
  write('node_modules/.package-lock.json', { 'node_modules/one': one })
  expect(isInstalled(root)).toBe(true)
  write('node_modules/.package-lock.json', { 'node_modules/one': { version: '0.9.0' } })
  expect(isInstalled(root)).toBe(false)
  write('node_modules/.package-lock.json', { 'node_modules/other': other })
  expect(isInstalled(root)).toBe(false)
})
