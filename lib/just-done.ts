import 'server-only'
import { cache } from 'react'
import { headers } from 'next/headers'
import { PATH_HEADER } from '@/lib/access/or-busy'
import type { Scope } from '@/lib/db'

// What forms put into the address they lead to, for the page to say that something was done.
const SAYS = ['done', 'saved', 'made']

const kept = cache((): { said: URLSearchParams | null } => ({ said: null }))

/** The address that was asked for, where it says that something was done. */
export async function addressSays(): Promise<string | null> {
  const asked = (await headers()).get(PATH_HEADER)
  if (!asked?.includes('?')) return null
  const [path, query] = asked.split('?', 2)
  const said = new URLSearchParams(query)
  said.delete('_rsc')
  return SAYS.some((name) => said.has(name)) ? `${path ?? ''}?${said.toString()}` : null
}

/**
 * Did a form of this user's lead to this very address in the last ten minutes? Each form writes
 * down where it led (lib/action.ts), so an address that somebody made up says nothing.
 */
export async function lookJustDone({ db, viewer }: Scope, address: string): Promise<void> {
  const [row] = await db.$queryRaw<object[]>`
    select 1 from idempotency where user_id = ${viewer.userId}::uuid
      and split_part(went_to, '#', 1) = ${address} and at > now() - interval '10 minutes' limit 1`
  if (row) kept().said = new URLSearchParams(address.split('?')[1])
}

/** What the address says was done, where it was: for the page that was opened by `asViewer`. */
export const justDone = (name: 'done' | 'saved' | 'made' | 'of'): string | null =>
  kept().said?.get(name) ?? null
