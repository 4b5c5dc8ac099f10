// Before each commit (.githooks/pre-commit): formats what is staged, and stops when it holds what
// looks like a real person's data. Nothing here needs more than node_modules.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findPersonal } from './personal-data.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (program, args, input) =>
  spawnSync(program, args, { cwd: root, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
const git = (...args) => run('git', args)
const list = (text) => text.split('\0').filter(Boolean)

const staged = list(git('diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z').stdout)
// Partly staged files are left as they are: formatting them would stage what was held back.
const partly = new Set(list(git('diff', '--name-only', '-z').stdout))
const whole = staged.filter((path) => !partly.has(path))

const found = staged
  .filter((path) => path !== 'package-lock.json')
  .flatMap((path) =>
    findPersonal(path, git('show', `:${path}`).stdout).map(
      ({ line, what, text }) => `  ${path}:${line}: ${what}: ${text}`,
    ),
  )
if (found.length > 0) {
  console.error('Not committed. This looks like data about a real person:')
  console.error(found.join('\n'))
  console.error(
    'Numbers nobody has: NHS 999…, National Insurance QQ…, mobile 07700 900…, postcode ZW….',
  )
  process.exit(1)
}

const prettier = join(root, 'node_modules', 'prettier', 'bin', 'prettier.cjs')
if (whole.length > 0) {
  const before = new Map(whole.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
  const args = [prettier, '--write', '--ignore-unknown', '--log-level', 'warn', ...whole]
  const done = run(process.execPath, args)
  if (done.status !== 0) {
    console.error(done.stderr || done.stdout)
    process.exit(1)
  }
  const changed = whole.filter(
    (path) => readFileSync(join(root, path), 'utf8') !== before.get(path),
  )
  if (changed.length > 0) git('add', '--', ...changed)
}
