import { randomBytes } from 'node:crypto'

/**
 * A version 7 UUID (RFC 9562), as the database makes them: time-ordered, no gaps to count. For rows
 * whose id must be known before they are read back, because their giver may write them and not read
 * them (whereabouts, for one).
 */
export function newId(now: number = Date.now()): string {
  const hex = now.toString(16).padStart(12, '0') + randomBytes(10).toString('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  const text = `${hex.slice(0, 12)}7${hex.slice(13, 16)}${variant}${hex.slice(17)}`
  return [
    text.slice(0, 8),
    text.slice(8, 12),
    text.slice(12, 16),
    text.slice(16, 20),
    text.slice(20),
  ].join('-')
}
