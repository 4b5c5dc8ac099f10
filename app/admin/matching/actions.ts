'use server'

import { formAction } from '@/lib/action'
import { versionDecisionSchema } from '@/lib/identity/version-schema'
import { decideVersion } from '@/lib/identity/versions'

export const decideVersionAction = formAction(versionDecisionSchema, async (scope, input) => {
  await decideVersion(scope, input)
  return `/admin/matching?done=${input.said === 'accept' ? 'accepted' : 'refused'}`
})
