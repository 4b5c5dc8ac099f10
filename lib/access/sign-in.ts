import 'server-only'
import { createHash, randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { beforeSignIn, type Argon2Params } from '@/lib/db'

/**
 * 256 bits from the system's generator: what the cookie carries. The database keeps its SHA-256
 * only.
 */
export const newToken = () => randomBytes(32).toString('base64url')

/** SHA-256 of a text as UTF-8. */
export const sha256 = (text: string | Uint8Array) =>
  new Uint8Array(createHash('sha256').update(text).digest())

/**
 * argon2id at 19 MiB, 2 passes (OWASP's minimum). Raise with the machine; the costs are kept beside
 * each salt.
 */
export const passwordCosts: Argon2Params = { m: 19456, t: 2, p: 1 }

// The package's constant enum cannot be used with isolatedModules; 2 is argon2id in its own type.
const argon2id = 2

// A hash takes 19 MiB and a core: no more than two at once, the rest wait their turn
// (engineering.md 3.6).
const most = 2
let running = 0
const waiting: (() => void)[] = []

async function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

/** The raw argon2id hash of a password. `salt` as kept, costs as kept with it. */
export function hashPassword(
  password: string,
  salt: Uint8Array,
  costs: Argon2Params,
): Promise<Uint8Array> {
  return oneAtATime(async () => {
    const hash = await hashRaw(password.normalize('NFKC'), {
      salt,
      memoryCost: costs.m,
      timeCost: costs.t,
      parallelism: costs.p,
      algorithm: argon2id,
    })
    return new Uint8Array(hash)
  })
}

/**
 * The network an address belongs to: /24, or /64 for IPv6, so that one network's failures are
 * counted together.
 */
export function networkOf(address: string): string {
  if (address.includes(':')) return address.split(':').slice(0, 4).join(':')
  return address.split('.').slice(0, 3).join('.')
}

/** What a try at signing in came to: a new session's token; seconds to wait; or no. */
export type SignInOutcome = { token: string } | { wait: number } | { refused: true }

/**
 * Checks an e-mail and password. Same work and same words for an address nobody has. Delays grow
 * per account and network together, so a stranger elsewhere cannot lock anybody out.
 */
export async function signInWithPassword(
  email: string,
  password: string,
  from: { address: string; agent: string },
): Promise<SignInOutcome> {
  const normal = email.normalize('NFKC').trim().toLowerCase()
  const attemptKey = sha256(`${normal}|${networkOf(from.address)}`)
  const wait = await beforeSignIn.wait(attemptKey)
  if (wait > 0) return { wait }
  const [known] = await beforeSignIn.salt(normal)
  if (!known) return { refused: true }
  const rawHash = await hashPassword(password, known.salt, known.params)
  const token = newToken()
  const ok = await beforeSignIn.withPassword({
    email: normal,
    rawHash,
    tokenHash: sha256(token),
    attemptKey,
    agent: from.agent.slice(0, 200),
  })
  return ok ? { token } : { refused: true }
}

/** Signs in as a practice person; the database refuses outside practice mode. */
export async function signInAsPractice(email: string, agent: string): Promise<SignInOutcome> {
  const token = newToken()
  const ok = await beforeSignIn.asPractice(email, sha256(token), agent.slice(0, 200))
  return ok ? { token } : { refused: true }
}

/** Sets a password by a one-time link. False when the link is used up, out of date or nobody's. */
export async function setPasswordByLink(link: string, password: string): Promise<boolean> {
  const salt = new Uint8Array(randomBytes(16))
  const raw = await hashPassword(password, salt, passwordCosts)
  return beforeSignIn.useLink(sha256(link), salt, passwordCosts, sha256(raw))
}
