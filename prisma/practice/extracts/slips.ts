import type { Random } from '../random'

/** Keys beside each key of a British keyboard, the row of digits above among them. */
const BESIDE: Readonly<Record<string, string>> = {
  a: 'qsz',
  b: 'vn',
  c: 'xv',
  d: 'sf',
  e: 'wr3',
  f: 'dg',
  g: 'fh',
  h: 'gj',
  i: 'uo8',
  j: 'hk',
  k: 'jl',
  l: 'kp',
  m: 'nj',
  n: 'bm',
  o: 'ip0',
  p: 'o0',
  q: 'wa',
  r: 'et4',
  s: 'ad',
  t: 'ry5',
  u: 'yi7',
  v: 'cb',
  w: 'qe',
  x: 'zc',
  y: 'tu6',
  z: 'xs',
}

/** A name with one typing error; the first letter, which people look at, stays. */
export function slip(rng: Random, text: string): string {
  const letters = [...text]
  if (letters.length < 3) return text
  const at = rng.int(1, letters.length - 2)
  const [one = '', next = ''] = [letters[at], letters[at + 1]]
  const kind = rng.int(0, 3)
  if (kind === 0) letters.splice(at, 2, next.toLowerCase(), one.toLowerCase())
  else if (kind === 1) letters.splice(at, 1)
  else if (kind === 2) letters.splice(at, 0, one)
  else letters[at] = rng.pick([...(BESIDE[one.toLowerCase()] ?? one)])
  return letters.join('')
}

/**
 * A number with one digit wrong or missing. What marks it as nobody's (999, QQ) stays: a slip must
 * not make a number that somebody could really have.
 */
export function slipNumber(rng: Random, text: string): string {
  if (text.length < 6) return text
  const at = rng.int(4, text.length - 2)
  const digit = text[at] ?? ''
  if (!/\d/.test(digit)) return text
  const wrong = String((Number(digit) + rng.int(1, 9)) % 10)
  return text.slice(0, at) + (rng.chance(0.5) ? wrong : '') + text.slice(at + 1)
}
