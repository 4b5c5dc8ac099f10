import { readJson } from './rules/check-file'

/** What a host gave for one address: a JSON value, or why there is none. */
export type Given =
  | { ok: true; value: unknown; bytes: number; notes: string[] }
  | { ok: false; reason: string; status: number | null }

/** How one question to a feed is asked; the reading of a feed does not know of networks. */
export type Ask = (address: URL) => Promise<Given>

/** What asks: `fetch`, or one that knows which hosts may be asked. */
export type Fetch = (
  address: URL,
  init: { redirect: 'manual'; headers: Record<string, string>; signal: AbortSignal },
) => Promise<Response>

/** An address that is not asked: `message` says why, in words. */
export class NotAsked extends Error {}

/** Bounds of one question. */
export type AskLimits = { bytes: number; milliseconds: number; redirects: number }

export const ASK_LIMITS: AskLimits = {
  bytes: 20 * 1024 * 1024,
  milliseconds: 30_000,
  redirects: 3,
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there (the connection was refused)',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the host could not be looked up',
  ECONNRESET: 'the host broke off',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  UND_ERR_CONNECT_TIMEOUT: 'the host does not answer',
  UND_ERR_SOCKET: 'the host broke off',
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  if ('code' in error && typeof error.code === 'string') return error.code
  return codeOf(error.cause)
}

/** Why a question failed, in words; never an address that was not asked for. */
function reasonOf(error: unknown, { milliseconds }: AskLimits): string {
  if (error instanceof Error && error.name === 'TimeoutError') {
    return `gave no whole answer in ${Math.round(milliseconds / 1000)} seconds`
  }
  if (error instanceof NotAsked) return error.message
  const code = codeOf(error)
  if (code === null) {
    const isBlocked = error instanceof Error && /bad port/.test(String(error.cause))
    return isBlocked ? 'is at a port that is never asked for pages' : 'could not be asked'
  }
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return `its certificate is not good (${code})`
  return REASONS[code] ?? `could not be asked (${code})`
}

/** A body up to a number of bytes, counted after unpacking; null where it is longer. */
async function readBody(answer: Response, most: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = (answer.body ?? new Blob().stream()).getReader()
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.length
    if (length > most) {
      await reader.cancel()
      return null
    }
    pieces.push(step.value)
  }
  return Buffer.concat(pieces)
}

const refused = (reason: string, status: number | null = null): Given => ({
  ok: false,
  reason,
  status,
})

/** Where an answer sends on to, if that is the same host by no lesser way; null otherwise. */
function sameHost(from: URL, to: string | null): URL | null {
  const target = to !== null && URL.canParse(to, from.href) ? new URL(to, from) : null
  if (target?.hostname !== from.hostname || target.username !== '') return null
  const isUpgrade = from.protocol === 'http:' && target.protocol === 'https:'
  return target.origin === from.origin || isUpgrade ? target : null
}

type Asking = { limits: AskLimits; signal: AbortSignal; by: Fetch }

async function askOnce(address: URL, asking: Asking, hops: number): Promise<Given> {
  const { limits, signal, by } = asking
  const headers = { accept: 'application/json' }
  const answer = await by(address, { redirect: 'manual', headers, signal })
  const { status } = answer
  if (status >= 300 && status < 400) {
    await answer.body?.cancel()
    const target = sameHost(address, answer.headers.get('location'))
    if (!target) return refused('sends on to another host, which is not followed', status)
    if (hops >= limits.redirects) return refused('sends on again and again', status)
    return askOnce(target, asking, hops + 1)
  }
  if (status !== 200) {
    await answer.body?.cancel()
    return refused(`answered ${status}, where 200 is asked for`, status)
  }
  const body = await readBody(answer, limits.bytes)
  const most = `${Math.round(limits.bytes / 1024 / 1024)} megabytes`
  if (!body) return refused(`is longer than ${most}; the rest was not read`, status)
  const read = readJson(body)
  if ('reason' in read) return refused(read.reason, status)
  const type = answer.headers.get('content-type') ?? ''
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(type)
  const notes = isJson ? [] : [`is sent as “${type.slice(0, 60)}”, and should be application/json`]
  return { ok: true, value: read.value, bytes: body.length, notes } as const
}

/**
 * Asks a host by HTTP for one JSON answer, without cookies or keys. Bounded in bytes (after
 * unpacking), time and redirects; a redirect to another host is not followed, so that whoever chose
 * the host chose all that is asked. Which hosts may be asked is for the caller to know. Never
 * throws.
 */
export const askHost =
  (limits: AskLimits = ASK_LIMITS, by: Fetch = fetch): Ask =>
  async (address) => {
    if (!/^https?:$/.test(address.protocol)) return refused('is not an http or https address')
    if (address.username !== '' || address.password !== '') {
      return refused('holds a name or password, which a public feed does not ask for')
    }
    try {
      const signal = AbortSignal.timeout(limits.milliseconds)
      return await askOnce(address, { limits, signal, by }, 0)
    } catch (error) {
      return refused(reasonOf(error, limits))
    }
  }
