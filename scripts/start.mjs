// `npm start`: from a fresh clone, or the second time in seconds, to a running Common Thread.
// What is imported here must not need node_modules: they may not be there yet.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { install } from './install.mjs'
import { isFree } from './ports.mjs'
import { checkNode } from './programs.mjs'
import { Sentence, words } from './sentence.mjs'

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '')

async function main() {
  checkNode()
  if (existsSync(join(root, '.env'))) process.loadEnvFile(join(root, '.env'))
  const dev = process.argv.includes('--dev')
  const host = process.env.LISTEN || '127.0.0.1'
  const port = await checkedPort(process.env.PORT || '3000', host)
  const folder = resolve(root, process.env.DATA_DIR || '.data')
  console.log('Common Thread is starting.')
  await install(root)
  const { run } = await import('./run.mjs')
  await run({ root, folder, host, port, dev })
}

async function checkedPort(text, host) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Sentence(`PORT is ${text}. Give a number from 1 to 65535, for example PORT=3001.`)
  }
  if (await isFree(port, host)) return port
  throw new Sentence(
    `Port ${port} is in use. Perhaps Common Thread is already running: look at ` +
      `http://127.0.0.1:${port}. To use another port: PORT=${port + 1} npm start`,
  )
}

main().catch((error) => {
  console.error(`\n${words(error)}`)
  process.exit(1)
})
