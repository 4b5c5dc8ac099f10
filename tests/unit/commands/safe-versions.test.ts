import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const lock: { packages: Record<string, { version?: string }> } = JSON.parse(
  readFileSync(new URL('../../../package-lock.json', import.meta.url), 'utf8'),
)

// The first versions without the known holes: the July and August 2026 waves in Next and React
// Server Components, and GHSA-7rqj-j65f-68wh (look-alike e-mail addresses) in next-auth.
const minimum = {
  next: '16.3.3',
  'next-auth': '4.24.15',
  react: '19.2.6',
  'react-dom': '19.2.6',
}

function isAtLeast(version: string, least: string): boolean {
  const parts = (text: string) => text.split(/[.-]/).map(Number)
  const [found, wanted] = [parts(version), parts(least)]
  for (const [index, want] of wanted.entries()) {
    const have = found[index] ?? 0
    if (have !== want) return have > want
  }
  // 16.3.3-beta.1 comes before 16.3.3.
  return !version.includes('-')
}

test.each(Object.entries(minimum))('%s is at least %s wherever it is installed', (name, least) => {
  const copies = Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? 'none')
  expect(copies.length).toBeGreaterThan(0)
  for (const version of copies) {
    expect(isAtLeast(version, least), `${name} ${version}`).toBe(true)
  }
})

test.each([
  ['16.3.2', false],
  ['16.3.3', true],
  ['16.3.3-beta.1', false],
  ['16.10.0', true],
  ['15.9.9', false],
  ['17.0.0', true],
])('%s against 16.3.3: %s', (version, safe) => {
  expect(isAtLeast(version, '16.3.3')).toBe(safe)
})
