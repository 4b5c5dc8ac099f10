// `npm test`: everything, from a fresh clone, ending in one line `N passed, N failed`.
// `--no-browser` leaves out the end-to-end tests. Nothing imported here needs node_modules.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { whenParentGone } from './processes.mjs'
import { checkNode, endPrograms } from './programs.mjs'
import { makeDataFolder } from './secrets.mjs'
import { words } from './sentence.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const withBrowser = !process.argv.includes('--no-browser')
const total = { passed: 0, failed: 0, skipped: 0 }
const failures = []
const failedTests = []
const unsteadyTests = []
let isStopped = false

async function main() {
  const folder = makeDataFolder(join(root, '.data', 'test'))
  const ready = await stage('Preparing', async () => {
    checkNode()
    await install(root)
    const { generateClient } = await import('./build.mjs')
    await generateClient(root)
    return {}
  })
  if (!ready) return
  const browser = withBrowser ? await browserStage(folder) : null
  const stages = await import('./test-stages.mjs')
  // Each keeps one core busy; the longest beside the other two.
  await stage('Lint, format, types', async () => {
    const rest = async () => [await stages.format(root), await stages.types(root)]
    const [lint, others] = await Promise.all([stages.lint(root), rest()])
    return [lint, ...others].reduce(added)
  })
  await stage('Unit tests', () => stages.vitest(root, folder, 'unit'))
  await stage('Integration tests', () => stages.vitest(root, folder, 'integration'))
  if (!browser) return
  const { endToEnd } = await import('./end-to-end.mjs')
  await stage('End-to-end tests', () => endToEnd({ root, folder, browser }))
}

async function browserStage(folder) {
  let browser = null
  await stage('Browser', async () => {
    const { findBrowser } = await import('./browser.mjs')
    browser = findBrowser(folder, root)
    console.log(browser)
    return {}
  })
  return browser
}

const added = (one, other) => ({
  passed: (one.passed ?? 0) + (other.passed ?? 0),
  failed: (one.failed ?? 0) + (other.failed ?? 0),
})

/** Runs one part and adds its counts; what it throws is one failure, and the rest goes on. */
async function stage(name, work) {
  if (isStopped) return false
  console.log(`\n== ${name}`)
  try {
    const { passed = 0, failed = 0, skipped = 0, names = [], unsteady = [] } = await work()
    total.passed += passed
    total.failed += failed
    total.skipped += skipped
    failedTests.push(...names)
    unsteadyTests.push(...unsteady)
    if (failed > 0) failures.push(name)
    return failed === 0
  } catch (error) {
    console.error(words(error))
    total.failed += 1
    failures.push(name)
    return false
  }
}

// What is running is ended and tidies up after itself; what has not begun is left out.
function stop() {
  isStopped = true
  total.failed += 1
  failures.push('stopped before the end')
  endPrograms()
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop)
whenParentGone(stop)

main()
  .catch((error) => {
    console.error(words(error))
    total.failed += 1
  })
  .finally(() => {
    if (unsteadyTests.length > 0) {
      console.log(`\nPassed at a second try:\n${unsteadyTests.join('\n')}`)
    }
    if (failures.length > 0) {
      console.log(`\n${failedTests.join('\n')}\nFailed: ${failures.join(', ')}`)
    }
    const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
    console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
    process.exit(total.failed > 0 ? 1 : 0)
  })
