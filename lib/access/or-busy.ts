import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { Busy, NotFound, NotPermitted, Unfit } from '@/lib/errors'
import { busyPath } from '@/lib/own-path'

/** The request header in which proxy.ts says which page was asked for; no client may set it. */
export const PATH_HEADER = 'x-own-path'

/**
 * Does what a page needs of the database. Where that is too busy, the page is asked for again by
 * itself in a few seconds; what is not there, or is no id at all, is *not found*.
 */
export async function orBusy<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Busy) redirect(busyPath((await headers()).get(PATH_HEADER)))
    if ([NotFound, NotPermitted, Unfit].some((kind) => error instanceof kind)) notFound()
    throw error
  }
}
