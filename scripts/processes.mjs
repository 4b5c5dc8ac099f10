import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** Whether a process with this id is running, whoever owns it. */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * A mark that tells a process from a later one which was given the same id: its start time. Read
 * from /proc where there is one, else from ps; an empty string when the process is gone.
 */
export function startMark(pid) {
  if (!isAlive(pid)) return ''
  if (existsSync('/proc/self/stat')) {
    // The second field may hold spaces and brackets; the 22nd is the start time.
    const stat = readIfThere(`/proc/${pid}/stat`)
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}

/** The command line of a process, or an empty string when it is gone or cannot be read. */
export function commandLine(pid) {
  if (existsSync('/proc/self/cmdline')) {
    return readIfThere(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
  }
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/**
 * Calls back once when the process that started us is gone. npm, told to stop, ends the shell
 * between us without a word to us; by hand (no npm) a parent may go and we stay.
 */
export function whenParentGone(then) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    then()
  }, 500)
  timer.unref()
}

/** Waits until `done()` is true; false when `seconds` pass first. */
export async function waitUntil(done, seconds) {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end) {
    if (await done()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}

function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
