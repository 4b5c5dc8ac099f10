// For a container image: everything `npm start` would make that needs neither database nor secrets.
// The key that server actions encrypt with is given when the container starts (scripts/build.mjs).
import { fileURLToPath } from 'node:url'
import { buildApp, generateClient } from './build.mjs'
import { words } from './sentence.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

try {
  await generateClient(root)
  await buildApp(root, { env: { ...process.env, NODE_ENV: 'production' } })
} catch (error) {
  console.error(words(error))
  process.exit(1)
}
