import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { guard } from './postgres-holders.mjs'
import { isAlive, waitUntil } from './processes.mjs'
import { typescript } from './programs.mjs'
import { insightKeyFile } from './secrets.mjs'

/**
 * Starts the process that takes files in and matches records, beside the app. It has the worker's
 * login and nothing else; what it was doing when it ends is gone on with at the next start.
 *
 * @param {{ root: string, folder: string, workerUrl: string, logFile?: string }} options
 * @returns {{ stop: () => Promise<void> }}
 */
export const startWorker = ({ root, folder, workerUrl, logFile }) =>
  startBeside('worker.ts', {
    ...{ root, folder, logFile },
    env: { DATABASE_URL_WORKER: workerUrl, DATA_DIR: folder },
  })

/**
 * Starts the process that builds publications of protected figures. It has the publisher's login,
 * and alone is told where the key of insight is.
 *
 * @param {{ root: string, folder: string, publisherUrl: string, mode: 'practice' | 'live',
 *   logFile?: string }} options
 * @returns {{ stop: () => Promise<void> }}
 */
export const startPublisher = ({ root, folder, publisherUrl, mode, logFile }) =>
  startBeside('publisher.ts', {
    ...{ root, folder, logFile },
    env: { DATABASE_URL_PUBLISHER: publisherUrl, INSIGHT_KEY_FILE: insightKeyFile(folder, mode) },
  })

function startBeside(script, { root, folder, env, logFile }) {
  const output = logFile ? fs.openSync(logFile, 'a', 0o600) : 'inherit'
  const child = spawn(process.execPath, typescript(join(root, 'scripts', script)), {
    cwd: root,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', output, output],
  })
  guard(folder, child.pid)
  let isOver = false
  child.once('exit', () => (isOver = true))
  const stop = async () => {
    if (isAlive(child.pid)) child.kill('SIGTERM')
    if (!(await waitUntil(() => isOver, 15))) child.kill('SIGKILL')
  }
  return { stop }
}
