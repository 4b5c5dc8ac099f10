import * as fs from 'node:fs'
import { join, relative } from 'node:path'
import { runNode } from './programs.mjs'

const tool = (root, ...path) => join(root, 'node_modules', ...path)

/**
 * @typedef {{ passed?: number, failed?: number, skipped?: number, names?: string[],
 *   unsteady?: string[] }} Counts
 *   `names`: what failed, a line each, for the end of the whole run; `unsteady`: what passed at a
 *   second try
 */

/** ESLint over everything; a warning is a failure. One check. */
export function lint(root) {
  return check(root, [tool(root, 'eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0'])
}

/** Prettier over everything. One check. */
export function format(root) {
  const program = tool(root, 'prettier', 'bin', 'prettier.cjs')
  return check(root, [program, '--check', '--log-level', 'warn', '.'])
}

/** Next's own types for the routes, then TypeScript over everything. One check. */
export async function types(root) {
  const next = tool(root, 'next', 'dist', 'bin', 'next')
  const made = await check(root, [next, 'typegen'])
  if (made.failed) return made
  return check(root, [tool(root, 'typescript', 'bin', 'tsc'), '--noEmit'])
}

/**
 * The Vitest tests of one project.
 *
 * @returns {Promise<Counts>} a test file that does not even load counts as one failure
 */
export async function vitest(root, folder, project) {
  const report = join(folder, `${project}.json`)
  fs.rmSync(report, { force: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const program = tool(root, 'vitest', 'vitest.mjs')
  const args = [program, 'run', '--project', project, '--passWithNoTests', ...reporters]
  const { code } = await runNode(args, { cwd: root, show: true })
  if (!fs.existsSync(report)) return { failed: 1 }
  const result = JSON.parse(fs.readFileSync(report, 'utf8'))
  const unloaded = result.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  const failed = result.numFailedTests + unloaded.length
  return {
    passed: result.numPassedTests,
    // An error outside every test (in the set-up, say) shows only in the exit code.
    failed: code === 0 ? failed : Math.max(1, failed),
    skipped: result.numPendingTests + result.numTodoTests,
    names: result.testResults.flatMap(({ name, status, message, assertionResults }) =>
      status === 'failed' && assertionResults.length === 0
        ? [failedLine(root, name, 'the file', message)]
        : assertionResults
            .filter(({ status }) => status === 'failed')
            .map(({ fullName, failureMessages }) =>
              failedLine(root, name, fullName, failureMessages[0]),
            ),
    ),
  }
}

/** One line about a failed test: its file, its name, and the first line of what was said. */
export function failedLine(root, file, test, said = '') {
  return `${relative(root, file)}: ${test}: ${said.split('\n')[0].slice(0, 200)}`
}

async function check(root, args) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const { code } = await runNode(args, { cwd: root, env, show: true })
  return code === 0 ? { passed: 1 } : { failed: 1 }
}
