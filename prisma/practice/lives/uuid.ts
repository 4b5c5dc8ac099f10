import type { Random } from '../random'

const hex = (n: number, digits: number) => {
  const text = n.toString(16)
  return text.length > digits ? text.slice(-digits) : text.padStart(digits, '0')
}

/**
 * A uuid shaped like version 7 (RFC 9562): `ms` since 1970 in front, then bits of the seeded
 * stream, so keys sort by time and come out the same every time.
 */
export function practiceUuid(rng: Random, ms: number): string {
  const time = hex(ms, 12)
  const a = rng.bits()
  const b = rng.bits()
  const c = rng.bits()
  const variant = (8 + (a & 3)).toString(16)
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-7${hex(a >>> 4, 3)}-` +
    `${variant}${hex(a >>> 16, 3)}-${hex(b, 8)}${hex(c >>> 16, 4)}`
  )
}
