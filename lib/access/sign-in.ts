import 'server-only'
import { createHash, createHmac, randomBytes } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { turns } from '@/lib/access/turns'
import { beforeSignIn, type Argon2Params } from '@/lib/db'
import { env } from '@/lib/env'
import { Busy } from '@/lib/errors'

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

// A hash takes 19 MiB and a core for a tenth of a second: no more than two at once, and a second or
// two of them waiting. No network takes more than half of the places, while networks are known.
const inTurn = turns({ running: 2, waiting: 20, each: 10 })

/** The raw argon2id hash of a password. `salt` as kept, costs as kept with it. */
export async function hashPassword(
  password: string,
  salt: Uint8Array,
  costs: Argon2Params,
): Promise<Uint8Array> {
  const hash = await hashRaw(password.normalize('NFKC'), {
    salt,
    memoryCost: costs.m,
    timeCost: costs.t,
    parallelism: costs.p,
    algorithm: argon2id,
  })
  return new Uint8Array(hash)
}

/** The browser that asks: what it calls itself, where it is, and the session it holds by now. */
export type Browser = { agent: string; network: string | null; insteadOf: string | null }

/**
 * What a try at signing in came to: a new session's token; seconds to wait; no; or too many people
 * at once.
 */
export type SignInOutcome =
  { token: string } | { wait: number } | { waits: true } | { refused: true } | { busy: true }

/**
 * Checks an e-mail and password. Same work and same words for an address nobody has. A try is taken
 * before it is checked; delays grow by account and by network, and lock nobody out.
 */
export async function signInWithPassword(
  email: string,
  password: string,
  from: Browser,
): Promise<SignInOutcome> {
  const normal = email.normalize('NFKC').trim().toLowerCase()
  return whenFree(from, async () => {
    const { attempt, wait } = await beforeSignIn.takeAttempt(normal, networkKey(from.network))
    if (attempt === null) return { wait }
    const [known] = await beforeSignIn.salt(normal)
    if (!known) return { refused: true }
    const token = newToken()
    const outcome = await beforeSignIn.withPassword({
      email: normal,
      rawHash: await hashPassword(password, known.salt, known.params),
      tokenHash: sha256(token),
      attempt,
      agent: from.agent.slice(0, 200),
      insteadOf: from.insteadOf,
    })
    if (outcome === 'in') return { token }
    return outcome === 'waits' ? { waits: true } : { refused: true }
  })
}

/** Signs in as a practice person; the database refuses outside practice mode. */
export async function signInAsPractice(email: string, from: Browser): Promise<SignInOutcome> {
  const token = newToken()
  const agent = from.agent.slice(0, 200)
  const ok = await beforeSignIn.asPractice(email, sha256(token), agent, from.insteadOf)
  return ok ? { token } : { refused: true }
}

/**
 * Sets a password by a one-time link. Refused when the link is used up, out of date or nobody's,
 * before anything dear is done.
 */
export async function setPasswordByLink(
  link: string,
  password: string,
  from: Browser,
): Promise<{ set: true } | { refused: true } | { busy: true }> {
  const hash = sha256(link)
  return whenFree(from, async () => {
    if ((await beforeSignIn.linkName(hash)) === null) return { refused: true }
    const salt = new Uint8Array(randomBytes(16))
    const raw = await hashPassword(password, salt, passwordCosts)
    const verifier = sha256(raw)
    const { insteadOf } = from
    const isSet = await beforeSignIn.useLink(hash, salt, passwordCosts, verifier, insteadOf)
    return isSet ? { set: true } : { refused: true }
  })
}

async function whenFree<T>(from: Browser, work: () => Promise<T>): Promise<T | { busy: true }> {
  try {
    return await inTurn(from.network, work)
  } catch (error) {
    if (error instanceof Busy) return { busy: true }
    throw error
  }
}

/**
 * A network as the database counts it: hashed under a key that the database does not have, since
 * there are few enough networks to try them all.
 */
export const networkKey = (network: string | null) =>
  network === null
    ? null
    : new Uint8Array(createHmac('sha256', env().NEXTAUTH_SECRET).update(network).digest())
