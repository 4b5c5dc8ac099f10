import 'server-only'
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { decode, encode } from 'next-auth/jwt'
import { cookies, headers } from 'next/headers'
import { getServerSession } from 'next-auth'
import { networkOf } from '@/lib/access/network'
import type { Browser } from '@/lib/access/sign-in'
import { env } from '@/lib/env'

declare module 'next-auth' {
  interface Session {
    token?: string
  }
}

// next-auth keeps what it is good at: the cookie's format, reading it, and OpenID Connect when
// it comes. The session of record is a row in Postgres; the cookie wraps only its opaque token.
// Signing in with a password is our own server action, because next-auth's form cannot work
// without JavaScript (decision record). Its own routes (api/auth) are not served: one hands the
// token to any script of ours, another takes away the cookie and leaves the session open.
const maxAge = 10 * 60 * 60 // seconds; the row's own limits are shorter

const secure = () => (env().NEXTAUTH_URL ?? '').startsWith('https:')

/** The cookie's name: `__Host-` wherever there is TLS, so that no neighbour site can set it. */
export const cookieName = () => (secure() ? '__Host-common-thread' : 'common-thread')

/**
 * What next-auth needs to know. The only file that knows it exists, with `lib/access/session.ts`.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name: cookieName(), options: cookieOptions() } },
    // Refuses always: the password is checked by our own action and by the database.
    providers: [Credentials({ credentials: {}, authorize: () => null })],
    callbacks: {
      session: ({ session, token }) =>
        typeof token.sid === 'string' ? { ...session, token: token.sid } : session,
    },
  }
}

/** How every cookie of ours is set. */
export const cookieOptions = () =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: secure() }) as const

/**
 * The opaque session token in the cookie, or null. Says nothing about whether the session still
 * stands.
 */
export async function readToken(): Promise<string | null> {
  const session = await getServerSession(authOptions())
  return session?.token ?? null
}

/** The browser that asks, for signing in: a session it holds already ends with the new one. */
export async function browser(): Promise<Browser> {
  const from = await headers()
  return {
    agent: from.get('user-agent') ?? '',
    network: networkOf(from),
    insteadOf: await readToken(),
  }
}

/** Puts a new session's token into the cookie. For actions and route handlers only. */
export async function writeToken(token: string): Promise<void> {
  const value = await encode({ token: { sid: token }, secret: env().NEXTAUTH_SECRET, maxAge })
  ;(await cookies()).set(cookieName(), value, { ...cookieOptions(), maxAge })
}

/** Takes the cookie away. */
export async function clearToken(): Promise<void> {
  ;(await cookies()).set(cookieName(), '', { ...cookieOptions(), maxAge: 0 })
}

/** For tests: what a cookie's value holds. */
export const readCookie = (value: string) => decode({ token: value, secret: env().NEXTAUTH_SECRET })
