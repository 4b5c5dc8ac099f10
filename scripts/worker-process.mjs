import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { guard } from './postgres-holders.mjs'
import { isAlive, waitUntil } from './processes.mjs'
import { typescript } from './programs.mjs'

/**
 * Starts the process that takes files in and matches records, beside the app. It has the worker's
 * login and nothing else; what it was doing when it ends is gone on with at the next start.
 *
 * @param {{ root: string, folder: string, workerUrl: string, logFile?: string }} options
 * @returns {{ stop: () => Promise<void> }}
 */
export function startWorker({ root, folder, workerUrl, logFile }) {
  const output = logFile ? fs.openSync(logFile, 'a', 0o600) : 'inherit'
  const worker = spawn(process.execPath, typescript(join(root, 'scripts', 'worker.ts')), {
    cwd: root,
    env: { PATH: process.env.PATH, DATABASE_URL_WORKER: workerUrl, DATA_DIR: folder },
    stdio: ['ignore', output, output],
  })
  guard(folder, worker.pid)
  let isOver = false
  worker.once('exit', () => (isOver = true))
  const stop = async () => {
    if (isAlive(worker.pid)) worker.kill('SIGTERM')
    if (!(await waitUntil(() => isOver, 15))) worker.kill('SIGKILL')
  }
  return { stop }
}
