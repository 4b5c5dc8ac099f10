// `npm run journey -- tests/e2e/sign-in.spec.ts`: some browser tests by themselves, against a fresh
// copy of the practice place. What follows is given to Playwright as it is.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser } from './browser.mjs'
import { endToEnd } from './end-to-end.mjs'
import { makeDataFolder } from './secrets.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')
const folder = makeDataFolder(join(root, '.data', 'test'))
const browser = findBrowser(folder, root)
const {
  passed = 0,
  failed = 0,
  skipped = 0,
} = await endToEnd({
  root,
  folder,
  browser,
  only: process.argv.slice(2),
})
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed > 0 ? 1 : 0)
