import { can } from '@/lib/access/policy'
import { sessionToken } from '@/lib/access/session'
import { withScope, type Scope } from '@/lib/db'
import { Busy, SignedOut } from '@/lib/errors'
import { nothingHereAnswer } from '@/lib/nothing-here'
import { busyPath } from '@/lib/own-path'

/** A file of the place. */
export type PlaceFile = { type: string; body: string | Uint8Array<ArrayBuffer> }

/**
 * Answers with a file for those who may look at the place; *nothing here* for everybody else, and
 * for a file that is none.
 */
export async function placeFile(
  name: string,
  make: (scope: Scope) => Promise<PlaceFile | null>,
): Promise<Response> {
  try {
    const made = await withScope(await sessionToken(), (scope) =>
      can(scope.viewer, 'place:view') ? make(scope) : Promise.resolve(null),
    )
    if (!made) return nothingHereAnswer()
    return new Response(made.body, {
      headers: {
        'Content-Type': made.type,
        'Content-Disposition': `attachment; filename="${name}"`,
        'Cache-Control': 'no-store',
      },
    })
  } catch (error) {
    if (error instanceof SignedOut) return nothingHereAnswer()
    if (error instanceof Busy)
      return new Response(null, { status: 303, headers: { Location: busyPath('/place') } })
    throw error
  }
}
