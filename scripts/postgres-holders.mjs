import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { isAlive, startMark } from './processes.mjs'

/**
 * Who holds an embedded server: one file per process in `folder`/holders, named by its id and
 * holding its start mark. A server with no living holder is stopped by its guard.
 */
export function holders(folder) {
  const place = join(folder, 'holders')
  fs.mkdirSync(place, { recursive: true })
  return fs.readdirSync(place).filter((name) => {
    const mark = fs.readFileSync(join(place, name), { encoding: 'utf8', flag: 'r' })
    const alive = isAlive(Number(name)) && startMark(Number(name)) === mark
    if (!alive) fs.rmSync(join(place, name), { force: true })
    return alive
  })
}

/** Adds this process to the holders; the returned function takes it away again. */
export function hold(folder) {
  const file = join(folder, 'holders', String(process.pid))
  fs.writeFileSync(file, startMark(process.pid))
  return () => fs.rmSync(file, { force: true })
}

/**
 * A tiny shell process that outlives us and asks the server to stop when its last holder is gone,
 * however that ended (a kill -9 included). Windows has no such shell; there the next start tidies.
 */
export function guard(folder, serverPid) {
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
  const args = ['-c', watch, join(folder, 'holders'), String(serverPid)]
  spawn('/bin/sh', args, { detached: true, stdio: 'ignore', cwd: '/' }).unref()
}
