/**
 * What is refused before anything looks at a request: a change that no page of ours asked for, and
 * a body larger than any form sends. proxy.ts asks it of all but the two routes that take files,
 * which ask for themselves; Next compares origin and host of actions besides. It decides nothing
 * about who may see what.
 */

/** Bytes of a form without files. The longest words kept take a quarter of it. */
export const FORM_LIMIT = 512 * 1024

/** A refusal as it is answered: its status, and words for somebody who did nothing wrong. */
export type WebRefusal = { status: 403 | 404 | 413; words: string }

const elsewhere =
  'This was not sent from a page of this service, so nothing was done. Go back to the page, load it again and send it once more.'
const large = 'This is more than a form here takes, so nothing was saved. Go back and shorten it.'

const changesNothing = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = { method: string; headers: { get: (name: string) => string | null } }

/**
 * Whether a request that may change something is to be refused, and how. `most`: bytes its body may
 * have, by what it says of itself; who reads the body counts again.
 */
export function refusalOf({ method, headers }: Asked, most = FORM_LIMIT): WebRefusal | null {
  if (changesNothing.has(method)) return null
  if (!isFromHere(headers)) return { status: 403, words: elsewhere }
  return Number(headers.get('content-length') ?? 0) > most ? { status: 413, words: large } : null
}

/** An address with half a letter in it, which nothing can read: there is no such page. */
export function refusalOfPath(path: string): WebRefusal | null {
  try {
    decodeURIComponent(path)
    return null
  } catch {
    return { status: 404, words: 'There is no page at this address.' }
  }
}

/**
 * Every browser says where a post comes from, `null` for a page that hides it. A post that says
 * nothing comes from no browser, or from one whose word cannot be had.
 */
function isFromHere(headers: Asked['headers']): boolean {
  const [origin, site] = [headers.get('origin'), headers.get('sec-fetch-site')]
  if (origin === null || !URL.canParse(origin)) return false
  return new URL(origin).host === headers.get('host') && (site ?? 'same-origin') === 'same-origin'
}

/** The refusal as an answer. */
export const refused = ({ status, words }: WebRefusal) =>
  new Response(words, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    },
  })
