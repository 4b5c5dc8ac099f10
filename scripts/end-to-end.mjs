import * as fs from 'node:fs'
import { join } from 'node:path'
import { buildApp } from './build.mjs'
import { connected } from './connection.mjs'
import { closeDatabase, databaseUrls } from './database.mjs'
import { quoted, roleNames } from './database-roles.mjs'
import { endToEndTemplate } from './end-to-end-template.mjs'
import { scriptEnvironment } from './installation.mjs'
import { freePort } from './ports.mjs'
import { startPostgres } from './postgres.mjs'
import { runNode } from './programs.mjs'
import { makeDataFolder, readSecrets } from './secrets.mjs'
import { serve, webEnvironment } from './serve.mjs'
import { failedLine } from './test-stages.mjs'
import { startPublisher, startWorker } from './worker-process.mjs'

const suffix = 'end_to_end'

/**
 * The Playwright tests against the built app, on a port and a database of their own that hold the
 * practice place.
 *
 * @param {{ root: string, folder: string, browser: string, only?: string[] }} options `folder`:
 *   .data/test; `only`: what Playwright is asked to run, everything unless said
 * @returns {Promise<import('./test-stages.mjs').Counts>}
 */
export async function endToEnd({ root, folder, browser, only = [] }) {
  const secrets = readSecrets(makeDataFolder(join(root, '.data')))
  const passwords = readSecrets(folder)
  const server = await startPostgres({ folder, shared: true, throwaway: true })
  const adminUrl = server.superuserUrl
  const roles = roleNames(suffix)
  const database = `ct_${suffix}_run_${process.pid}`
  const urls = databaseUrls({ adminUrl, database, roles, passwords })
  const stops = [server.stop]
  try {
    const template = await endToEndTemplate({ root, folder, adminUrl, suffix, passwords })
    await connected(adminUrl, async (admin) => {
      const owner = quoted(roles.owner)
      const copy = `create database ${quoted(database)} template ${quoted(template)} owner ${owner}`
      await admin.query(copy)
      await closeDatabase(admin, database, roles)
    })
    stops.push(() => drop(adminUrl, database))
    const port = await freePort()
    const address = `http://127.0.0.1:${port}`
    const options = { secrets, folder, address }
    await buildApp(root, { env: webEnvironment(options) })
    const env = webEnvironment({ ...options, urls })
    const logFile = join(folder, 'end-to-end.log')
    fs.rmSync(logFile, { force: true })
    const app = await serve({ root, folder, env, host: '127.0.0.1', port, logFile })
    stops.push(app.stop)
    stops.push(startWorker({ root, folder, workerUrl: urls.workerUrl, logFile }).stop)
    const { publisherUrl } = urls
    stops.push(startPublisher({ root, folder, publisherUrl, mode: 'practice', logFile }).stop)
    return await playwright({ root, folder, browser, address, urls, logFile, only })
  } finally {
    for (const stop of stops.reverse()) await stop()
  }
}

async function playwright({ root, folder, browser, address, urls, logFile, only }) {
  const report = join(folder, 'end-to-end.json')
  fs.rmSync(report, { force: true })
  const program = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const env = {
    ...scriptEnvironment({ urls, folder }),
    BASE_URL: address,
    CHROMIUM: browser,
    // Where the app's own log is, for the test that nothing personal reaches it.
    APP_LOG: logFile,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  }
  const args = [program, 'test', '--reporter=list,json', '--pass-with-no-tests', ...only]
  const { code } = await runNode(args, { cwd: root, env, show: true })
  if (!fs.existsSync(report)) return { failed: 1 }
  const { stats, errors, suites } = JSON.parse(fs.readFileSync(report, 'utf8'))
  const failed = stats.unexpected + errors.length
  const specs = suites.flatMap(specsOf)
  return {
    // A journey that passed at a second try has passed, and is named; attacks are tried once.
    passed: stats.expected + stats.flaky,
    unsteady: specs
      .filter(({ ok, tests }) => ok && tests.some(({ status }) => status === 'flaky'))
      .map((spec) => lineOf(root, spec)),
    failed: code === 0 ? failed : Math.max(1, failed),
    skipped: stats.skipped,
    names: specs.filter(({ ok }) => !ok).map((spec) => lineOf(root, spec)),
  }
}

const specsOf = ({ specs, suites = [] }) => [...specs, ...suites.flatMap(specsOf)]

function lineOf(root, { file, title, tests }) {
  const said = tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message
  return failedLine(root, join(root, 'tests', file), title, said)
}

function drop(adminUrl, database) {
  return connected(adminUrl, (admin) =>
    admin.query(`drop database if exists ${quoted(database)} with (force)`),
  )
}
