'use server'

import { writeToken } from '@/lib/access/auth'
import { switchSchema } from '@/lib/access/schema'
import { newToken, sha256 } from '@/lib/access/sign-in'
import { formAction } from '@/lib/action'
import { NotFound } from '@/lib/errors'

/** Acts in another of one's memberships: a new session under a new token; the old one ends. */
export const switchAction = formAction(switchSchema, async ({ db }, { membership }) => {
  const token = newToken()
  const [row] = await db.$queryRaw<{ ok: boolean }[]>`
    select sign_in.switch_to(${membership}::uuid, ${sha256(token)}) as ok`
  if (!row?.ok) throw new NotFound()
  await writeToken(token)
  return '/'
})
