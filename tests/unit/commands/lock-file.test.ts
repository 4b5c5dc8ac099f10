import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingEntries, platformEntry } from '@/scripts/lock-file.mjs'

type Entry = { version?: string; optionalDependencies?: Record<string, string> }
const lock: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
)

test('the lock file has an entry for every optional package, so that npm ci accepts it', () => {
  expect(missingEntries(lock), 'Run `npm run lock` and commit package-lock.json.').toEqual([])
})

test('a package that is nowhere above the one that asks is missing', () => {
  const one = { version: '1.0.0', optionalDependencies: { '@x/y-darwin-arm64': '^1.2.3' } }
  const asks = 'node_modules/a/node_modules/one'
  const missing = { by: asks, name: '@x/y-darwin-arm64', version: '1.2.3' }
  expect(missingEntries({ packages: { '': {}, [asks]: one } })).toEqual([missing])
  const elsewhere = 'node_modules/b/node_modules/@x/y-darwin-arm64'
  expect(missingEntries({ packages: { [asks]: one, [elsewhere]: {} } })).toEqual([missing])
})

test.each(['node_modules/a/node_modules/one/', 'node_modules/a/', ''])(
  'a package in %snode_modules is found, as Node would find it',
  (base) => {
    const one = { version: '1.0.0', optionalDependencies: { '@x/y-darwin-arm64': '1.2.3' } }
    const there = { [`${base}node_modules/@x/y-darwin-arm64`]: { version: '1.2.3' } }
    const packages = { 'node_modules/a/node_modules/one': one, ...there }
    expect(missingEntries({ packages })).toEqual([])
  },
)

test('a missing package is kept off other systems, as its name says', () => {
  const entry = (name: string) => platformEntry({ name, version: '1.2.3' })
  const base = { version: '1.2.3', optional: true }
  expect(entry('@next/swc-win32-x64-msvc')).toEqual({ ...base, os: ['win32'], cpu: ['x64'] })
  expect(entry('@x/y-linux-arm-gnueabihf')).toEqual({ ...base, os: ['linux'], cpu: ['arm'] })
  expect(entry('@x/y-wasm32-wasi')).toEqual({ ...base, cpu: ['wasm32'] })
  expect(() => entry('@x/anything')).toThrow('which processor')
})
