import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourceFiles } from '@/tests/support/source-files'

/** Set by our own processes for one another, by npm or by the system; nobody sets these by hand. */
const handedOn = new Set([
  'NEXTAUTH_SECRET', // derived from the one secret
  'NODE_ENV',
  'PATH',
  'CI',
  'PRISMA_FOLDER',
  'PRACTICE_PEOPLE_FILE',
  'INSIGHT_KEY_FILE', // where start has put the key that protects published figures
])

// What runs in a place: not its tests, not the bench, not the evaluation.
const running = sourceFiles.filter(
  ({ path }) =>
    /^(app|components|lib|scripts)\/|^(proxy\.ts|next\.config\.js|prisma\.config\.ts)$/.test(
      path,
    ) && !/^scripts\/(bench|evaluat|end-to-end|test)/.test(path),
)

/** Names of the environment that a text reads: `env.X`, `env['X']`, taken apart, or by a helper. */
function namesIn(path: string, text: string): string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].flatMap((m) => m[1] ?? [])
  const apart = all(/const \{([^}]*)\}\s*=\s*(?:process\.)?env\b/g).flatMap((inside) =>
    [...inside.matchAll(/\b([A-Z][A-Z_]{2,})\b/g)].flatMap((m) => m[1] ?? []),
  )
  return [
    ...all(/\benv\??\.([A-Z][A-Z_]+)\b/g),
    ...all(/\benv\[['"]([A-Z][A-Z_]+)['"]\]/g),
    ...apart,
    ...(path === 'lib/env.ts' ? all(/^ {2}([A-Z][A-Z_]+): z\./gm) : []),
    ...(path === 'lib/about/owner.ts' ? all(/given\('([A-Z_]+)'\)/g) : []),
  ]
}

const read = new Set(
  running.flatMap(({ path, text }) => namesIn(path, text)).filter((name) => !handedOn.has(name)),
)
const documented = new Set(
  [...readFileSync('.env.example', 'utf8').matchAll(/^#? ?([A-Z][A-Z_]+)=/gm)].flatMap(
    (m) => m[1] ?? [],
  ),
)

test('every name read from the environment is in .env.example', () => {
  expect(read.size).toBeGreaterThan(12)
  expect([...read].filter((name) => !documented.has(name))).toEqual([])
})

test('.env.example names nothing that nobody reads', () => {
  expect([...documented].filter((name) => !read.has(name))).toEqual([])
})

test('all that live mode asks for by name is in .env.example', () => {
  const live = running.find(({ path }) => path === 'lib/admin/live.ts')?.text ?? ''
  const asked = [...live.matchAll(/Set ([A-Z_]+)\./g)].flatMap((m) => m[1] ?? [])
  expect(asked).toContain('DPIA_REFERENCE')
  expect(asked.filter((name) => !documented.has(name))).toEqual([])
})
