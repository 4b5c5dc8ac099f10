import { createHmac } from 'node:crypto'

/** Fewer bytes than this could be guessed by somebody who holds published figures. */
const leastSecretBytes = 32

/**
 * The permanent secret number of a person, an integer in [0, 2^32): the first 32 bits of
 * HMAC-SHA-256 of the stable id of a resolved person. It is kept for life; a secret that changed
 * would let a reader average over publications. A plain hash of an id could be guessed, so this
 * throws for a short secret, and for no id.
 */
export function personKey(secret: Uint8Array, personId: string): number {
  return createHmac('sha256', checkedSecret(secret)).update(idOf(personId)).digest().readUInt32BE(0)
}

/** A second secret number, for digests of members alone, that tells nothing of the first. */
export function digestKey(secret: Uint8Array, personId: string): number {
  const inner = createHmac('sha256', checkedSecret(secret)).update('members').digest()
  return createHmac('sha256', inner).update(idOf(personId)).digest().readUInt32BE(0)
}

function checkedSecret(secret: Uint8Array): Uint8Array {
  if (secret.length >= leastSecretBytes) return secret
  throw new Error(`The key of insight has ${leastSecretBytes} bytes at least.`)
}

function idOf(personId: string): string {
  if (personId !== '') return personId.toLowerCase()
  throw new Error('A person without an id has no key.')
}

/** A person as far as a merge decides whose key is kept: which came first, by ISO time and id. */
export interface KeyHolder {
  keyId: string
  since: string
}

/** Whose key a merged person keeps: that of the older, so that most cells stay as they were. */
export function keptAfterMerge<Holder extends KeyHolder>(one: Holder, other: Holder): Holder {
  if (one.since !== other.since) return one.since < other.since ? one : other
  return one.keyId <= other.keyId ? one : other
}
