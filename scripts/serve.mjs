import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { guard } from './postgres-holders.mjs'
import { isAlive, waitUntil } from './processes.mjs'
import { Sentence } from './sentence.mjs'

// What the web process must not know: with any of these it could pass by row security.
const withheld = [
  'DATABASE_URL',
  'DATABASE_URL_ADMIN',
  'DATABASE_URL_OWNER',
  'DATABASE_URL_WORKER',
  'DATABASE_URL_PUBLISHER',
  'COMMON_THREAD_SECRET',
]

/**
 * The environment of the web process: the app's and insight's logins, and nothing above them. The
 * names withheld are set to nothing rather than left out, or Next would read them from `.env`.
 */
export function webEnvironment({ urls, secrets, folder, address, mode = 'production' }) {
  const env = { ...process.env }
  for (const name of withheld) env[name] = ''
  return {
    ...env,
    NODE_ENV: mode,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.serverActions,
    NEXTAUTH_SECRET: secrets.session,
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || address,
    DATA_DIR: folder,
    ...(urls ? { DATABASE_URL_APP: urls.appUrl, DATABASE_URL_INSIGHT: urls.insightUrl } : {}),
  }
}

/**
 * Serves the built app (or the sources, with `dev`) until stopped.
 *
 * @param {{ root: string, folder: string, env: NodeJS.ProcessEnv, host: string, port: number,
 *   dev?: boolean, logFile?: string }} options `logFile`: where its output goes, the terminal
 *   unless said
 * @returns {Promise<{ ended: Promise<number>, stop: () => Promise<void> }>} once it answers
 */
export async function serve({ root, folder, env, host, port, dev = false, logFile }) {
  const program = join(root, 'node_modules', 'next', 'dist', 'bin', 'next')
  const args = [program, dev ? 'dev' : 'start', '-H', host, '-p', String(port)]
  const output = logFile ? fs.openSync(logFile, 'a', 0o600) : 'inherit'
  const server = spawn(process.execPath, args, {
    cwd: root,
    env,
    stdio: ['ignore', output, output],
  })
  const ended = new Promise((resolve) => server.once('exit', (code) => resolve(code ?? 0)))
  let isOver = false
  void ended.then(() => (isOver = true))
  guard(folder, server.pid)
  const up = await waitUntil(() => isOver || answers(port), 120)
  if (isOver || !up) {
    server.kill('SIGKILL')
    const where = logFile ? ` Its log is ${logFile}.` : ''
    throw new Sentence(`The app did not start.${where}`)
  }
  const stop = async () => {
    if (isAlive(server.pid)) server.kill('SIGTERM')
    if (!(await waitUntil(() => isOver, 15))) server.kill('SIGKILL')
    await ended
  }
  return { ended, stop }
}

async function answers(port) {
  try {
    await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(20_000) })
    return true
  } catch {
    return false
  }
}
