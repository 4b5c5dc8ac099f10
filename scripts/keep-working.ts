import { setTimeout as sleep } from 'node:timers/promises'

let stopping = false
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    stopping = true
  })
}

/** Whether this process has been asked to end. */
export const isStopping = (): boolean => stopping

class Stopping extends Error {}

type Scope = { ask: <R extends object>(text: string, values?: unknown[]) => Promise<R[]> }

/** A scope that answers nothing more once the process is asked to end. */
export const untilStopping = ({ ask }: Scope): Scope => ({
  ask: (text, values) => (stopping ? Promise.reject(new Stopping()) : ask(text, values)),
})

type Job = {
  /** Who works, in the words for a fault. */
  name: string
  /** Where the address of its login is. */
  variable: string
  /** How long it rests after a fault, in words and in milliseconds. */
  rest: { words: string; ms: number }
  work: (url: string) => Promise<void>
  /** What no second try would mend: it ends the process. */
  isFatal?: (error: unknown) => boolean
}

/** Works until the process is asked to end (SIGTERM, SIGINT); after a fault it begins again. */
export function keepWorking(job: Job): void {
  workOn(job).catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}

async function workOn({ name, variable, rest, work, isFatal }: Job): Promise<void> {
  const url = process.env[variable]
  if (!url) throw new Error(`Set ${variable} to the address of the ${name}’s login.`)
  while (!stopping) {
    try {
      await work(url)
    } catch (error) {
      if (stopping || error instanceof Stopping) return
      if (isFatal?.(error)) throw error
      // The code and nothing else: a message may hold words about a person.
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code'
      console.error(`The ${name} met a fault (${code}) and begins again in ${rest.words}.`)
      await sleep(rest.ms)
    }
  }
}
