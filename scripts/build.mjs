import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { knownCause, Sentence } from './sentence.mjs'
import { lastLines, runNode, step } from './programs.mjs'

const schema = ['prisma/schema']
const sources = ['app', 'components', 'lib', 'public', 'prisma/practice', ...schema]
const code = /\.(ts|tsx|js|mjs|json|css)$/
const notBuilt = [
  'vitest.config.ts',
  'playwright.config.ts',
  'prisma.config.ts',
  'eslint.config.mjs',
]

/** Makes Prisma's client from prisma/schema, if that has changed since it was made. */
export async function generateClient(root) {
  const mark = join(root, 'prisma', 'generated', 'made-from')
  const hash = hashOf(root, [...schema, 'package-lock.json', 'prisma.config.ts'])
  if (read(mark) === hash) return
  await step('Making the database client', async () => {
    const program = join(root, 'node_modules', 'prisma', 'build', 'index.js')
    const env = {
      ...process.env,
      // `generate` never uses the schema engine, but stops when it cannot fetch one. Any program
      // will do. Only here: with it, `prisma migrate` would seem to work and do nothing.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
    }
    const made = await runNode([program, 'generate'], { env, cwd: root })
    if (made.code !== 0) throw failed('Prisma could not make its client', made.output)
    fs.writeFileSync(mark, hash)
  })
}

// Next makes the id of each form's action from its file, its name and this key. It is the same for
// every build of every installation, so that a page opened before an update can still be sent after
// it. No secret: what is encrypted is encrypted under the running server's own key (serve.mjs),
// which wins.
const actionIds = createHash('sha256').update('common-thread action ids').digest('base64')

/**
 * Builds the app, if its sources have changed since the last build.
 *
 * @param {string} root
 * @param {{ env: NodeJS.ProcessEnv }} options without database addresses: a build reads no data
 */
export async function buildApp(root, { env }) {
  const mark = join(root, '.next', 'made-from')
  if (read(mark) === buildHash(root)) return
  await step('Building the app (a minute or so)', async () => {
    const program = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
    const own = { ...env, NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: actionIds }
    const built = await runNode([program, 'build'], { env: own, cwd: root })
    if (built.code !== 0) throw failed('The app could not be built', built.output)
    // Only now: a build may put settings of its own into tsconfig.json.
    fs.writeFileSync(mark, buildHash(root))
  })
}

function buildHash(root) {
  const top = fs
    .readdirSync(root)
    .filter(
      (name) => code.test(name) && !notBuilt.includes(name) && !/\.(d\.ts|tsbuildinfo)$/.test(name),
    )
  return hashOf(root, [...sources, ...top])
}

/** A hash of the names and contents of files and folders, those missing left out. */
export function hashOf(root, paths) {
  const hash = createHash('sha256')
  for (const path of [...paths].sort()) {
    for (const file of filesUnder(root, path)) {
      hash
        .update(`${file}\0`)
        .update(fs.readFileSync(join(root, file)))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

function filesUnder(root, path) {
  const found = fs.statSync(join(root, path), { throwIfNoEntry: false })
  if (!found) return []
  if (!found.isDirectory()) return [path]
  return fs
    .readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesUnder(root, join(path, name)))
}

function read(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null
}

function failed(what, output) {
  return new Sentence(`${what}. ${knownCause(output) ?? `It said:\n${lastLines(output, 40)}`}`)
}
