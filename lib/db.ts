import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient, type Prisma } from '@/prisma/generated/client/client'
import type { Role } from '@/lib/access/policy'
import { env } from '@/lib/env'
import { fromDatabase, SignedOut } from '@/lib/errors'

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
}

/**
 * One viewer, one transaction. Whatever reaches the database takes a Scope, and only `withScope`
 * makes one.
 */
export type Scope = { viewer: Viewer; db: Prisma.TransactionClient }

const kept = globalThis as { commonThreadPrisma?: PrismaClient }

function client(): PrismaClient {
  kept.commonThreadPrisma ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().DATABASE_URL_APP, max: 10 }),
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
    throw fromDatabase(error)
  }
}

/**
 * The only work done before there is a viewer: signing in and health. Its functions are named here
 * and nowhere else, and none returns anything about a person.
 */
export const beforeSignIn = {
  salt: (email: string) =>
    client().$queryRaw<{ salt: Uint8Array; params: Argon2Params }[]>`
      select * from sign_in.salt_for(${email})`,
  wait: async (key: Uint8Array) => {
    const [row] = await client().$queryRaw<{ seconds: number }[]>`
      select sign_in.wait_seconds(${key}) as seconds`
    return row?.seconds ?? 0
  },
  withPassword: async (input: PasswordSignIn) => {
    const [row] = await client().$queryRaw<{ ok: boolean }[]>`
      select sign_in.with_password(${input.email}, ${input.rawHash}, ${input.tokenHash},
        ${input.attemptKey}, ${input.agent}) as ok`
    return row?.ok ?? false
  },
  asPractice: async (email: string, tokenHash: Uint8Array, agent: string) => {
    const [row] = await client().$queryRaw<{ ok: boolean }[]>`
      select sign_in.as_practice(${email}, ${tokenHash}, ${agent}) as ok`
    return row?.ok ?? false
  },
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
  ) => {
    const [row] = await client().$queryRaw<{ ok: boolean }[]>`
      select sign_in.use_link(${link}, ${salt}, ${JSON.stringify(params)}::jsonb, ${verifier}) as ok`
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
  installation: async () => {
    const row = await client().installation.findFirst({ select: { mode: true, place: true } })
    return row ? { mode: row.mode, place: row.place } : null
  },
}

/** Argon2id's costs: memory in KiB, passes, lanes. */
export type Argon2Params = { m: number; t: number; p: number }
export type PasswordSignIn = {
  email: string
  rawHash: Uint8Array
  tokenHash: Uint8Array
  attemptKey: Uint8Array
  agent: string
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
})
