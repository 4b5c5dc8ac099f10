import { createHash } from 'node:crypto'
import { Stale } from '@/lib/errors'
import { textsOf, type FormValues } from '@/lib/form-state'

/**
 * The version of a row that keeps none: a number made of what is stored, as its form shows it.
 * A form carries it, so that saving over somebody else's change is noticed.
 */
export function versionOf(stored: FormValues): number {
  const lines = Object.keys(stored)
    .sort()
    .map((name) => [name, ...textsOf(stored, name)])
  // 31 bits: read back as a whole number, never negative.
  return createHash('sha256').update(JSON.stringify(lines)).digest().readUInt32BE(0) >>> 1
}

/**
 * Compares what a form was opened on with what is stored now.
 *
 * @throws Stale with what is stored, when somebody has changed it meanwhile
 */
export function refuseStale(version: number | null, stored: FormValues): void {
  const now = versionOf(stored)
  if (version === null || version === now) return
  const theirs = Object.keys(stored).map((name) => [name, textsOf(stored, name).join(',')])
  throw new Stale(
    Object.fromEntries(theirs) as Record<string, string>,
    'A colleague',
    'since you opened this page',
    now,
  )
}
