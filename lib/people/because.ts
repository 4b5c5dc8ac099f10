import type { Because } from './view'

const grounds: Record<string, string> = {
  involvement: 'your team works with',
  worker: 'you are a named worker for',
  named: 'you are named on the limited-access record of',
  referral: 'your team has a referral for',
  urgent: 'you have urgent access to',
  archive: 'you gave a reason to open your agency’s own record of',
}

/**
 * After "You see this because": the viewer's own grounds, and the agreements that bring others'
 * entries here.
 */
export function becauseWords({ grounds: held, agreements }: Because, name: string): string {
  const reasons = [
    ...new Set(held.map(({ ground }) => `${grounds[ground] ?? 'you may open'} ${name}`)),
  ]
  const under = agreements.map(({ name: called }) => `the ${called.replace(/^the /i, '')}`)
  const words = join(reasons, ' and ')
  return under.length > 0 ? `${words}, under ${join(under, ' and ')}` : words
}

/**
 * What an agreement says the page may not be used for, each once: `sanctions, eviction or arrest`.
 */
export function notForWords({ agreements }: Because): string | undefined {
  const uses = [...new Set(agreements.flatMap(({ forbidden }) => forbidden))]
  return uses.length > 0 ? join(uses, ' or ') : undefined
}

/** `a, b and c` */
export const join = (words: string[], last: string): string =>
  words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')}${last}${words.at(-1) ?? ''}`
