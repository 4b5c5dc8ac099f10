import { holdsScript } from './formats'
import type { Findings } from './report'

/** How deep a feed may be nested; the standard needs nine. */
const DEEPEST = 40

/** A name as it stands in a JSON pointer (RFC 6901). */
export const pointerTo = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`

/**
 * A value without the fields that are null, which real feeds send where absent is meant; each is a
 * warning. What holds a script, and what is nested deeper than any service, is an error.
 */
export function stripNulls(value: unknown, path: string, findings: Findings, depth = 0): unknown {
  if (typeof value === 'string') {
    if (holdsScript(value)) findings.error(path, 'holds a script, which no text here may')
    return value
  }
  if (typeof value !== 'object' || value === null) return value
  if (depth > DEEPEST) {
    findings.error(path, `is nested more than ${DEEPEST} deep, and was not read`)
    return undefined
  }
  if (Array.isArray(value)) {
    return value.map((each: unknown, place) =>
      stripNulls(each, pointerTo(path, place), findings, depth + 1),
    )
  }
  const kept: [string, unknown][] = []
  for (const [key, each] of Object.entries(value)) {
    const at = pointerTo(path, key)
    if (each === null) findings.warn(at, 'is null; leave the field out where there is nothing')
    else kept.push([key, stripNulls(each, at, findings, depth + 1)])
  }
  return Object.fromEntries(kept)
}
