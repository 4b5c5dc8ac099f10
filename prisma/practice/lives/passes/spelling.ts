import { nicknames } from '../../names/nickname-data'
import type { Random } from '../../random'
import type { FullName } from '../../names/full-name'

const NEAR: Record<string, string> = {
  a: 'se',
  c: 'vk',
  e: 'wra',
  h: 'gj',
  i: 'uoy',
  k: 'lc',
  l: 'k1',
  m: 'n',
  n: 'm',
  o: 'ip0',
  r: 'te',
  s: 'az',
  t: 'ry',
  u: 'yi',
  y: 'ui',
  z: 's',
}

/** One slip of the finger or the ear: a letter swapped, dropped, doubled or next to it. */
export function slip(rng: Random, name: string): string {
  if (name.length < 4) return name
  const at = rng.int(1, name.length - 2)
  const letter = name.charAt(at)
  const rest = name.slice(at + 1)
  const front = name.slice(0, at)
  const near = NEAR[letter.toLowerCase()]
  const kind = rng.int(0, 3)
  if (kind === 0) return front + rest
  if (kind === 1) return front + letter + letter + rest
  if (kind === 2 && near) return front + rng.pick([...near]) + rest
  return front + rest.charAt(0) + letter + rest.slice(1)
}

/** Without accents, as older systems hold names. */
export const unaccented = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[łđı]/gi, (c) =>
      c === 'ł' ? 'l' : c === 'Ł' ? 'L' : c === 'đ' ? 'd' : c === 'Đ' ? 'D' : 'i',
    )

export type Heard = {
  given: string
  middle: string | null
  family: string
  order: FullName['order']
}

/** Systems that keep no accents. */
const PLAIN = new Set(['probation', 'jobcentre', 'dwp', 'police', 'hospital'])

/** The name as one agency took it down. */
export function heardName(rng: Random, name: FullName, agencyKey: string): Heard {
  let { given, family } = name
  let middle = rng.chance(0.45) ? name.middle : null
  const nick = nicknames[given]
  if (nick && rng.chance(agencyKey === 'lantern' || agencyKey === 'youth' ? 0.6 : 0.16))
    given = nick
  if (PLAIN.has(agencyKey)) {
    given = unaccented(given)
    family = unaccented(family)
    middle = middle === null ? null : unaccented(middle)
  }
  if (rng.chance(0.05)) given = slip(rng, given)
  if (rng.chance(0.05)) family = slip(rng, family)
  if (middle && rng.chance(0.3)) middle = middle.charAt(0)
  if (name.family && rng.chance(name.order === 'family_first' ? 0.3 : 0.015)) {
    return { given: family, middle, family: given, order: 'given_first' }
  }
  return { given, middle, family, order: name.order }
}
