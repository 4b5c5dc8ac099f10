import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { isAlive, startMark } from './processes.mjs'

/**
 * Who else uses the installation in `folder`: one file per process in `folder`/holders, named by
 * its id and holding its start mark. What is guarded is stopped when no holder lives any more.
 *
 * @returns {string[]} process ids, without our own
 */
export function holders(folder) {
  const place = join(folder, 'holders')
  fs.mkdirSync(place, { recursive: true })
  return fs.readdirSync(place).filter((name) => {
    if (Number(name) === process.pid) return false
    const mark = fs.readFileSync(join(place, name), 'utf8')
    const alive = isAlive(Number(name)) && startMark(Number(name)) === mark
    if (!alive) fs.rmSync(join(place, name), { force: true })
    return alive
  })
}

/** Adds this process to the holders; the returned function takes it away again. */
export function hold(folder) {
  fs.mkdirSync(join(folder, 'holders'), { recursive: true })
  const file = join(folder, 'holders', String(process.pid))
  fs.writeFileSync(file, startMark(process.pid))
  return () => fs.rmSync(file, { force: true })
}

/**
 * A tiny shell process that outlives us and asks a process of ours to stop when the last holder is
 * gone, however that ended (a kill -9 included). Windows has no such shell: there the next start
 * tidies up.
 */
export function guard(folder, pid) {
  if (process.platform === 'win32') return
  const watch = `
    while kill -0 "$1" 2>/dev/null; do
      held=
      for file in "$0"/*; do
        [ -e "$file" ] && kill -0 "\${file##*/}" 2>/dev/null && held=yes
      done
      if [ -z "$held" ]; then kill -INT "$1" 2>/dev/null; exit; fi
      sleep 1
    done`
  const args = ['-c', watch, join(folder, 'holders'), String(pid)]
  spawn('/bin/sh', args, { detached: true, stdio: 'ignore', cwd: '/' }).unref()
}
