import * as fs from 'node:fs'
import { join } from 'node:path'
import { buildApp, generateClient } from './build.mjs'
import { givenUrls, liveDatabase, practicePlace, scriptEnvironment } from './installation.mjs'
import { startPostgres } from './postgres.mjs'
import { hold, holders } from './postgres-holders.mjs'
import { whenParentGone } from './processes.mjs'
import { endPrograms, runNode, step, typescript } from './programs.mjs'
import { makeDataFolder, readSecrets } from './secrets.mjs'
import { Sentence } from './sentence.mjs'
import { serve, webEnvironment } from './serve.mjs'
import { startPublisher, startWorker } from './worker-process.mjs'

/** Everything after the install: database, build, server; and, when asked to stop, all of it. */
export async function run({ root, folder, host, port, dev }) {
  const live = Boolean(process.env.DATABASE_URL || givenUrls())
  const stops = []
  const stopAll = async () => {
    for (const stop of stops.splice(0).reverse()) await stop()
  }
  const asked = onSignal(stopAll)
  try {
    makeDataFolder(folder)
    const [other] = holders(folder)
    if (other) throw new Sentence(alreadyRunning(other))
    stops.push(hold(folder))
    const secrets = readSecrets(folder)
    await generateClient(root)
    const urls = live
      ? await placeOfOnesOwn({ root, folder, secrets })
      : await embedded({ root, folder, secrets, stops })
    const address = `http://127.0.0.1:${port}`
    const mode = dev ? 'development' : 'production'
    const env = webEnvironment({ urls, secrets, folder, address, mode })
    if (!dev) {
      const buildEnv = webEnvironment({ secrets, folder, address })
      await buildApp(root, { env: buildEnv })
    }
    const logFile = process.stdout.isTTY && !dev ? join(folder, 'app.log') : undefined
    console.log('  Starting the app')
    const server = await serve({ root, folder, env, host, port, dev, logFile })
    stops.push(server.stop)
    const worker = startWorker({ root, folder, workerUrl: urls.workerUrl, logFile })
    stops.push(worker.stop)
    const publisher = startPublisher({
      ...{ root, folder, logFile, publisherUrl: urls.publisherUrl },
      mode: live ? 'live' : 'practice',
    })
    stops.push(publisher.stop)
    await sayReady({ folder, live, address: process.env.NEXTAUTH_URL || address })
    const code = await server.ended
    if (!asked.to.stop) throw new Sentence(`The app ended by itself (code ${code}).`)
    await asked.done
  } catch (error) {
    await stopAll()
    if (!asked.to.stop) throw error
  }
}

async function embedded({ root, folder, secrets, stops }) {
  const server = await step('Starting PostgreSQL', () => startPostgres({ folder }))
  stops.push(server.stop)
  return practicePlace({ root, folder, superuserUrl: server.superuserUrl, secrets })
}

// Asks for the first administrator of an empty database; refuses live mode while anything is
// missing.
async function placeOfOnesOwn({ root, folder, secrets }) {
  const urls = await liveDatabase({ secrets })
  const env = scriptEnvironment({ urls, folder })
  const script = join(root, 'scripts', 'live-mode.ts')
  const { code } = await runNode(typescript(script), { env, cwd: root, show: true })
  if (code !== 0) throw new Sentence('Not started.')
  return urls
}

async function sayReady({ folder, live, address }) {
  console.log(`\nCommon Thread is running at ${address}\n`)
  if (!live) {
    console.log('This is the practice place: everyone in it is invented. Sign in as one of')
    for (const line of practicePeople(folder)) console.log(`  ${line}`)
    console.log(
      '\nThe database that comes with it is for practice, training and development. For people ' +
        'who\nexist, set DATABASE_URL to a PostgreSQL server that is kept up to date and backed up.',
    )
  }
  console.log('\nCtrl-C stops it.')
}

// Written by the practice loader: [{ name, role, agency, email }].
function practicePeople(folder) {
  const file = join(folder, 'practice-people.json')
  if (!fs.existsSync(file)) return []
  const people = JSON.parse(fs.readFileSync(file, 'utf8'))
  const width = Math.max(0, ...people.map(({ name }) => name.length))
  return people.map(({ name, role, agency }) => `${name.padEnd(width)}  ${role}, ${agency}`)
}

function onSignal(stopAll) {
  const asked = { to: { stop: false }, done: null }
  const stop = () => {
    if (asked.to.stop) return
    asked.to.stop = true
    console.log('\nStopping.')
    endPrograms()
    asked.done = stopAll().then(
      () => process.exit(0),
      (error) => {
        console.error(error.message)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop)
  whenParentGone(stop)
  return asked
}

const alreadyRunning = (pid) =>
  `Common Thread is already running in this folder (process ${pid}). Stop that one first.`
