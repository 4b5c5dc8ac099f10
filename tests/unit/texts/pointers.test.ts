import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sourceFiles } from '@/tests/support/source-files'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const notOurs = /^(node_modules|\.git|\.next|\.data|prisma\/generated|test-results)(\/|$)/

/** Every file and folder of the repository, and every text that speaks of them. */
const listed = readdirSync(root, { withFileTypes: true })
  .filter(({ name }) => !notOurs.test(name))
  .flatMap((top) =>
    top.isDirectory()
      ? readdirSync(join(root, top.name), { recursive: true, encoding: 'utf8' }).map(
          (below) => `${top.name}/${below.replaceAll('\\', '/')}`,
        )
      : [top.name],
  )
  .filter((path) => !notOurs.test(path))
const texts = listed
  .filter((path) => /\.(md|sh)$/.test(path) || path === '.env.example')
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

// A file is pointed to by its path or by the end of it: `access/matrix.test.ts`.
const ends = new Set(
  listed.flatMap((path) => path.split('/').map((_, i, parts) => parts.slice(i).join('/'))),
)

/** Files of other projects that a source is given by, and files that a running service makes. */
const elsewhere = new Set([
  'isValidCrn.ts',
  'findings/NAME.sh',
  'try.mjs',
  'schema.prisma',
  'next-env.d.ts',
])
const pointer = /[\w@[\]().*-]+(?:\/[\w@[\]().*-]+)*\.(?:md|sql|tsx?|mjs|prisma|sh)\b/g

/** The comments of a source file, line by line; a line of code says nothing here. */
const comments = (path: string, lines: readonly string[]) =>
  lines.flatMap((line, i) => {
    const said = /(?:^|\s)(?:\/\/\/?|\/?\*\*?|--|#)\s(.*)$/.exec(line)?.[1]
    return said === undefined ? [] : [{ at: `${path}:${i + 1}`, said }]
  })

const said = [
  ...sourceFiles
    .filter(({ path }) => !path.startsWith('prisma/migrations/'))
    .flatMap(({ path, lines }) => comments(path, lines)),
  ...texts.flatMap(({ path, text }) =>
    text.split('\n').map((line, i) => ({ at: `${path}:${i + 1}`, said: line })),
  ),
]

test('a comment or text that names a file of ours names one that is there', () => {
  expect(said.length).toBeGreaterThan(1000)
  const wrong = said.flatMap(({ at, said }) =>
    (said.replace(/https?:\/\/\S+/g, '').match(pointer) ?? [])
      .map((name) => name.replace(/^[[(.]+(?=[\w@])/, '').replace(/^.*\]\(/, ''))
      .map((name) => name.replace(/^(\.\.?\/)+/, ''))
      .filter((name) => !name.includes('*') && !ends.has(name) && !elsewhere.has(name))
      .map((name) => `${at}: ${name}`),
  )
  expect(wrong).toEqual([])
})

test('a link of a text leads to a file that is there', () => {
  const wrong = texts.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)\s#]+)/g)]
      .map(([, to]) => to ?? '')
      .filter((to) => !existsSync(join(root, dirname(path), decodeURIComponent(to))))
      .map((to) => `${path}: ${to}`),
  )
  expect(wrong).toEqual([])
})

test('nothing speaks of work orders that a clone does not hold', () => {
  const wrong = said
    .filter(({ said }) => /\bissues? #?\d+\b|\bthe [A-Z]\w+ issue\b/.test(said))
    .map(({ at, said }) => `${at}: ${said.trim()}`)
  expect(wrong).toEqual([])
})

test('a test that a text quotes by name is in the file it names', () => {
  const quoted = texts
    .filter(({ path }) => path.startsWith('docs/'))
    .flatMap(({ path, text }) =>
      [
        ...text.matchAll(/([\w/-]+\.(?:test|spec)\.ts)`?(?:\]\([^)]*\))? ?\(\s*("[^)]*")\s*\)/g),
      ].flatMap(([, file, names]) =>
        [...(names ?? '').matchAll(/"([^"]+)"/g)].map(([, name]) => ({
          at: `${path}: ${file}`,
          file: listed.find((one) => one === file || one.endsWith(`/${file}`)),
          name: (name ?? '').replace(/\s+/g, ' '),
        })),
      ),
    )
  expect(quoted.length).toBeGreaterThan(10)
  const wrong = quoted.filter(
    ({ file, name }) => !file || !readFileSync(join(root, file), 'utf8').includes(name),
  )
  expect(wrong.map(({ at, name }) => `${at}: ${name}`)).toEqual([])
})
