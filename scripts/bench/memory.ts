import { readdirSync, readFileSync } from 'node:fs'

/** Megabytes that a process holds now and no other does, with its part of what is shared. */
function heldBy(pid: string): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** A process and those it started, and theirs. */
function family(root: number): string[] {
  const parentOf = new Map<string, string>()
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
      parentOf.set(pid, stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? '')
    } catch {
      // It has ended since the folder was read.
    }
  }
  const all = [String(root)]
  for (const pid of all) {
    for (const [child, parent] of parentOf) if (parent === pid) all.push(child)
  }
  return all
}

/**
 * Watches how much memory a process and all it started hold (the database among them), and gives
 * the most seen, in megabytes. Linux only; nought elsewhere.
 */
export function watchMemory(root = process.pid, everyMs = 1000): () => number {
  let most = 0
  const look = () => {
    if (process.platform !== 'linux') return
    const now = family(root).reduce((sum, pid) => sum + heldBy(pid), 0)
    most = Math.max(most, now)
  }
  look()
  const timer = setInterval(look, everyMs)
  return () => {
    look()
    clearInterval(timer)
    return Math.round(most)
  }
}
