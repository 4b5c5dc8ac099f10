import 'server-only'
import { createHash } from 'node:crypto'
import { beforeSignIn } from '@/lib/db'
import { log } from '@/lib/log'

/** What is told of a fault: its kind as a number and in words, and the reference a person saw. */
export type Fault = { kind: string; what: string; reference: string }

const textOf = (error: object, name: string): string => {
  const value: unknown = Reflect.get(error, name)
  return typeof value === 'string' ? value : ''
}

/**
 * A fault in words that hold nothing of anybody: what it is called, its code, the page's pattern.
 * Its message is left out, which may quote a row. Faults that broke in one place are of one kind.
 *
 * @param route the page as its folders name it: `/people/[personId]`
 */
export function faultOf(thrown: unknown, route: string): Fault {
  const error = typeof thrown === 'object' && thrown !== null ? thrown : {}
  const name = /^[A-Za-z]{1,60}$/.exec(textOf(error, 'name'))?.[0] ?? 'Error'
  const code = /^[A-Z0-9]{1,10}$/.exec(textOf(error, 'code'))?.[0]
  const page = route.replaceAll(/[^a-zA-Z/_.[\]-]/g, '').slice(0, 160)
  const what = `${[name, code].filter(Boolean).join(' ')} at /${page.replace(/^\/+/, '')}`
  const where = /^\s+at .*$/m.exec(textOf(error, 'stack'))?.[0] ?? ''
  const kind = createHash('sha256').update(`${what}\n${where}`).digest('hex').slice(0, 16)
  const reference = /^[0-9A-Za-z@]{1,40}$/.exec(textOf(error, 'digest'))?.[0] ?? 'none'
  return { kind, what, reference }
}

/**
 * Writes a fault down, in the log and in the administrator's list, under the reference that the
 * error page shows. Never fails: the page it came from has failed already.
 */
export async function noteFault(thrown: unknown, route: string): Promise<void> {
  const { kind, what, reference } = faultOf(thrown, route)
  log.error({ kind, reference }, what)
  await beforeSignIn
    .noteFault(kind, what, reference)
    .catch((error: unknown) => log.error({ reference }, `not counted: ${faultOf(error, '').what}`))
}
