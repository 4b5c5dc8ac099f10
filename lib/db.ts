import 'server-only'
import { randomInt } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '@/prisma/generated/client/client'
import type { Role, Verb } from '@/lib/access/policy'
import { env } from '@/lib/env'
import { fromDatabase, SignedOut, Unfit } from '@/lib/errors'
import { log } from '@/lib/log'

/**
 * Who is asking, as the database says. Read from the session's row; nothing in it comes from the
 * browser.
 */
export type Viewer = {
  sessionId: string
  userId: string
  membershipId: string
  name: string
  role: Role
  jobTitle: string | null
  agencyId: string
  agency: string
  teamIds: string[]
  teams: string[]
  functions: string[]
  idleUntil: Date
  absoluteUntil: Date
  mode: 'practice' | 'live'
  place: string
  /** What the role acted in may do; for `can` and `permit`. */
  verbs: Verb[]
}

/**
 * One viewer, one transaction. Whatever reaches the database takes a Scope, and only `withScope`
 * makes one.
 */
export type Scope = { viewer: Viewer; db: Prisma.TransactionClient }

const kept = globalThis as { commonThreadPrisma?: PrismaClient }

function client(): PrismaClient {
  kept.commonThreadPrisma ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL_APP,
      max: 10,
      connectionTimeoutMillis: limits.maxWait,
      // Prisma takes for UTC what a server writes; the login says so too, where we could make it.
      options: '-c timezone=UTC',
    }),
  })
  return kept.commonThreadPrisma
}

const limits = { maxWait: 5_000, timeout: 10_000 }

/**
 * The one door to the database. Opens a transaction, hands the session's token to Postgres for that
 * transaction only, and runs `work` as whoever that session is. Row security then decides which
 * rows exist. Await nothing but the database inside.
 *
 * @throws SignedOut when the token is missing, ended or timed out
 */
export async function withScope<T>(token: string, work: (scope: Scope) => Promise<T>): Promise<T> {
  try {
    return await client().$transaction(async (db) => {
      const [row] = await db.$queryRaw<ViewerRow[]>`select * from sign_in.begin(${token})`
      if (!row) throw new SignedOut()
      return work({ viewer: viewerOf(row), db })
    }, limits)
  } catch (error) {
    throw told(error)
  }
}

/** What the database said, as one of our own errors; the log has the code of the odd ones. */
function told(error: unknown): unknown {
  const meant = fromDatabase(error)
  if (meant instanceof Unfit) log.warn({ code: meant.code }, 'refused by the database')
  return meant === error ? numbered(error) : meant
}

/** One that is none of ours, under a number of its own: Next shows it, and logs it (faults.ts). */
function numbered(error: unknown): unknown {
  if (error instanceof Error && !('digest' in error))
    Object.assign(error, { digest: randomInt(1e9, 1e10).toString() })
  return error
}

type Asking = Record<string, (...asked: never[]) => Promise<unknown>>

/** The same functions, failing in our own words. */
const inOurWords = <T extends Asking>(of: T): T =>
  Object.fromEntries(
    Object.entries(of).map(([name, ask]) => [
      name,
      (...asked: never[]) =>
        ask(...asked).catch((error: unknown) => {
          throw told(error)
        }),
    ]),
  ) as T

/**
 * The only work done before there is a viewer: signing in and health. Its functions are named here
 * and nowhere else, and none returns anything about a person.
 */
export const beforeSignIn = inOurWords({
  salt: (email: string) =>
    client().$queryRaw<{ salt: Uint8Array; params: Argon2Params }[]>`
      select * from sign_in.salt_for(${email})`,
  takeAttempt: async (email: string, network: Uint8Array | null) => {
    const [row] = await client().$queryRaw<{ attempt: string | null; wait: number }[]>`
      select attempt, wait from sign_in.take_attempt(${email}, ${network})`
    return { attempt: row?.attempt ?? null, wait: row?.wait ?? 0 }
  },
  /** Two transactions: an attempt is held for one guess before anything answers it. */
  withPassword: async (input: PasswordSignIn) => {
    await client().$executeRaw`select sign_in.hold_guess(${input.attempt}::uuid, ${input.rawHash})`
    const [row] = await client().$queryRaw<{ outcome: 'in' | 'waits' | 'no' }[]>`
      select sign_in.with_password(${input.email}, ${input.rawHash}, ${input.tokenHash},
        ${input.attempt}::uuid, ${input.agent}, ${input.insteadOf}) as outcome`
    return row?.outcome ?? 'no'
  },
  asPractice: async (
    email: string,
    tokenHash: Uint8Array,
    agent: string,
    insteadOf: string | null,
  ) => {
    const [row] = await client().$queryRaw<{ ok: boolean }[]>`
      select sign_in.as_practice(${email}, ${tokenHash}, ${agent}, ${insteadOf}) as ok`
    return row?.ok ?? false
  },
  /** Ends the session of a token, whether or not it could still be used. */
  signOut: (token: string, everywhere: boolean) =>
    client().$executeRaw`select sign_in.sign_out(${token}, ${everywhere})`,
  practicePeople: () =>
    client().$queryRaw<PracticePerson[]>`select * from sign_in.practice_people()`,
  linkName: async (linkHash: Uint8Array) => {
    const [row] = await client().$queryRaw<{ name: string | null }[]>`
      select sign_in.link_is_good(${linkHash}) as name`
    return row?.name ?? null
  },
  useLink: async (
    link: Uint8Array,
    salt: Uint8Array,
    params: Argon2Params,
    verifier: Uint8Array,
    insteadOf: string | null,
  ) => {
    const [row] = await client().$queryRaw<{ ok: boolean }[]>`
      select sign_in.use_link(${link}, ${salt}, ${JSON.stringify(params)}::jsonb, ${verifier},
        ${insteadOf}) as ok`
    return row?.ok ?? false
  },
  keepWords: async (token: string, form: string, subject: string, words: object) => {
    const [row] = await client().$queryRaw<{ kept: boolean }[]>`
      select sign_in.keep_words(${token}, ${form}, ${subject}, ${JSON.stringify(words)}::jsonb) as kept`
    return row?.kept ?? false
  },
  /** What the licences of area sets ask to be shown, each once. Public, and about no person. */
  attributions: () =>
    client().areaSet.findMany({
      select: { attribution: true, licence: true },
      distinct: ['attribution', 'licence'],
      orderBy: { attribution: 'asc' },
    }),
  /** What a link to answer a round of readiness opens, by the hash of it. */
  askedByLink: async (hash: Uint8Array, network: Uint8Array | null) => {
    const [row] = await client().$queryRaw<{ opened: unknown }[]>`
      select asking.by_link(${hash}, ${network}) as opened`
    return row?.opened
  },
  /** Sends what was answered through a link; from then on it is changed under its own key alone. */
  sendSheet: async (hash: Uint8Array, own: Uint8Array, said: object, at: Uint8Array | null) => {
    const [row] = await client().$queryRaw<{ outcome: 'saved' | 'none' | 'wait' }[]>`
      select asking.send(${hash}, ${own}, ${JSON.stringify(said)}::jsonb, ${at}) as outcome`
    return row?.outcome ?? 'none'
  },
  /** Counts a fault of the service by its kind; nothing of anybody is in it. */
  noteFault: (kind: string, what: string, reference: string) =>
    client().$executeRaw`select trail.note_fault(${kind}, ${what}, ${reference})`,
  installation: async () => {
    const row = await client().installation.findFirst({ select: { mode: true, place: true } })
    return row ? { mode: row.mode, place: row.place } : null
  },
})

/** Argon2id's costs: memory in KiB, passes, lanes. */
export type Argon2Params = { m: number; t: number; p: number }
export type PasswordSignIn = {
  email: string
  rawHash: Uint8Array
  tokenHash: Uint8Array
  /** As `takeAttempt` gave it. */
  attempt: string
  agent: string
  /** The session's token that the browser held until now. */
  insteadOf: string | null
}
export type PracticePerson = {
  email: string
  name: string
  role: Role
  job_title: string | null
  agency: string
  teams: string | null
}

type ViewerRow = {
  session_id: string
  user_id: string
  membership_id: string
  name: string
  role: Role
  job_title: string | null
  agency_id: string
  agency: string
  team_ids: string[]
  teams: string[]
  functions: string[]
  idle_until: Date
  absolute_until: Date
  mode: 'practice' | 'live'
  place: string
  verbs: Verb[]
}

const viewerOf = (row: ViewerRow): Viewer => ({
  sessionId: row.session_id,
  userId: row.user_id,
  membershipId: row.membership_id,
  name: row.name,
  role: row.role,
  jobTitle: row.job_title,
  agencyId: row.agency_id,
  agency: row.agency,
  teamIds: row.team_ids,
  teams: row.teams,
  functions: row.functions,
  idleUntil: row.idle_until,
  absoluteUntil: row.absolute_until,
  mode: row.mode,
  place: row.place,
  verbs: row.verbs,
})

/**
 * What a calendar feed holds, by the hash of the token in its address. A calendar asks it, and has
 * no session. Null: there is no such feed, or no longer.
 */
export async function readFeed<T>(hash: Uint8Array): Promise<T | null> {
  const [row] = await client().$queryRaw<
    { dates: T | null }[]
  >`select work.read_feed(${hash}) as dates`.catch((error: unknown) => {
    throw told(error)
  })
  return row?.dates ?? null
}
