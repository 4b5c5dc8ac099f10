import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readInsightKey } from '@/lib/insight/job/person-keys'
import { insightKeyFile, readSecrets } from '@/scripts/secrets.mjs'
import { webEnvironment } from '@/scripts/serve.mjs'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  vi.stubEnv('COMMON_THREAD_SECRET', undefined)
})
afterEach(() => {
  vi.unstubAllEnvs()
})

test('secrets are made once, kept, all different, and readable by nobody else', () => {
  const first = readSecrets(folder)
  expect(readSecrets(folder)).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(8)
  expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  expect(Buffer.from(first.serverActions, 'base64')).toHaveLength(32)
})

test('the insight key is in a file of its own and none of the other secrets', () => {
  const file = insightKeyFile(folder, 'live')
  const key = readFileSync(file, 'utf8').trim()
  expect(statSync(file).mode & 0o777).toBe(0o600)
  expect(Object.values(readSecrets(folder))).not.toContain(key)
  expect(readFileSync(insightKeyFile(folder, 'live'), 'utf8').trim()).toBe(key)
})

test('the practice place has an insight key of its own, and says so', () => {
  const practice = insightKeyFile(folder, 'practice')
  expect(practice).not.toBe(insightKeyFile(folder, 'live'))
  expect(readInsightKey(practice, 'practice')).toHaveLength(32)
  expect(() => readInsightKey(practice, 'live')).toThrow('practice place')
  expect(() => readInsightKey(insightKeyFile(folder, 'live'), 'practice')).toThrow()
})

test('with one secret given, every process has the same and none is on disk', () => {
  vi.stubEnv('COMMON_THREAD_SECRET', 'a'.repeat(32))
  const first = readSecrets(folder)
  expect(readSecrets(join(folder, 'elsewhere'))).toEqual(first)
  expect(new Set(Object.values(first)).size).toBe(8)
  expect(() => statSync(join(folder, 'secrets.json'))).toThrow()
  vi.stubEnv('COMMON_THREAD_SECRET', 'b'.repeat(32))
  expect(readSecrets(folder).session).not.toBe(first.session)
})

test('a short secret and a damaged file are said in a sentence', () => {
  vi.stubEnv('COMMON_THREAD_SECRET', 'short')
  expect(() => readSecrets(folder)).toThrow('at least 32 characters')
  vi.stubEnv('COMMON_THREAD_SECRET', undefined)
  writeFileSync(join(folder, 'secrets.json'), '{"owner":')
  expect(() => readSecrets(folder)).toThrow('is damaged')
})

test('the web process is told the app and insight logins and nothing above them', () => {
  for (const name of ['', '_ADMIN', '_OWNER', '_WORKER', '_PUBLISHER']) {
    vi.stubEnv(`DATABASE_URL${name}`, `postgresql://above${name}`)
  }
  vi.stubEnv('COMMON_THREAD_SECRET', 'above'.repeat(10))
  const url = (login: string) => `postgresql://${login}@127.0.0.1/x`
  const urls = {
    adminUrl: url('above'),
    ownerUrl: url('above'),
    workerUrl: url('above'),
    publisherUrl: url('above'),
    appUrl: url('app'),
    insightUrl: url('insight'),
  }
  const secrets = { session: 's', serverActions: 'a', owner: 'above' }
  const env = webEnvironment({ urls, secrets, folder, address: 'http://127.0.0.1:3000' })
  expect(env).toMatchObject({ DATABASE_URL_APP: url('app'), DATABASE_URL_INSIGHT: url('insight') })
  expect(Object.entries(env).filter(([, value]) => value?.includes('above'))).toEqual([])
  // Empty, not absent: Next would read what is absent from a .env file.
  expect(env.DATABASE_URL).toBe('')
})
