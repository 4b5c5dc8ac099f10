import { createHash } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { AgencyWorld, PracticeUser } from '../agencies/agency-types'
import { random } from '../random'
import type { Tables } from './bulk'

/** For trying the way in by password; practice people otherwise sign in with a click. No secret. */
export const practicePassword = 'practice place only'

/** The costs that lib/access/sign-in.ts checks with, kept beside each salt. */
const costs = { m: 19456, t: 2, p: 1 }
const argon2id = 2

/** Users who have a password in the practice place: the first three named ones. */
export const withPassword = (world: AgencyWorld): PracticeUser[] => world.users.slice(0, 3)

/** Salt and verifier (SHA-256 of the raw argon2id hash) of the practice password. */
export async function addCredentials(tables: Tables, world: AgencyWorld, seed: number) {
  for (const user of withPassword(world)) {
    const rng = random(`salt ${seed} ${user.key}`)
    const salt = Uint8Array.from({ length: 16 }, () => rng.int(0, 255))
    const hash = await hashRaw(practicePassword, {
      salt,
      memoryCost: costs.m,
      timeCost: costs.t,
      parallelism: costs.p,
      algorithm: argon2id,
    })
    const verifier = new Uint8Array(createHash('sha256').update(hash).digest())
    tables.add('credential', { user_id: user.id, salt, params: costs, verifier })
  }
}
