import 'server-only'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { asViewer } from '@/lib/access/session'
import type { Scope } from '@/lib/db'
import { openPerson, whereNow, type OpenPerson, type PersonPage } from '@/lib/people/queries'

type Params = Promise<{ personId: string }>

/** The id in the address, or *not found*: an odd address is answered like nobody's. */
export async function personIn(params: Params): Promise<string> {
  const { personId } = await params
  return z.uuid().safeParse(personId).success ? personId : notFound()
}

/**
 * The only way into a page about a person: opens it (question 1, logged), then asks the page's own
 * questions in the same scope. `path` is the page's own, after the person's, to come back to after
 * signing in. Nobody to this viewer is *not found*, whoever they are to others.
 */
export async function withPerson<T>(
  params: Params,
  page: PersonPage,
  ask: (scope: Scope, opened: OpenPerson & { personId: string }) => Promise<T>,
  path = '',
) {
  const personId = await personIn(params)
  const answer = await asViewer(async (scope) => {
    const opened = await openPerson(scope, personId, page)
    if (!opened) return { now: await whereNow(scope, personId) }
    const asked = await ask(scope, { ...opened, personId })
    return { viewer: scope.viewer, ...opened, personId, asked }
  }, `/people/${personId}${path}`)
  if (!('asked' in answer)) return elsewhere(answer.now, path)
  return answer
}

/** To the page that somebody's old address leads to, or *not found*. */
export const elsewhere = (now: string | null, path = ''): never =>
  now === null ? notFound() : redirect(`/people/${now}${path}`)
