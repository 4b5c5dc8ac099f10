'use server'

import { formAction } from '@/lib/action'
import { dateAreaSet, forgetAreas, loadAreas } from '@/lib/areas/commands'
import { datesSchema, forgetSchema, loadSchema } from '@/lib/areas/schema'

export const loadAction = formAction(
  loadSchema,
  async (scope, { upload, ...said }) => {
    await loadAreas(scope, upload, said)
    return '/admin/areas?done=loaded'
  },
  { form: 'area-load', subject: ['upload'] },
)

export const forgetAction = formAction(forgetSchema, async (scope, { upload }) => {
  await forgetAreas(scope, upload)
  return '/admin/areas?done=forgotten'
})

export const datesAction = formAction(datesSchema, async (scope, input, { version }) => {
  await dateAreaSet(scope, input, version)
  return '/admin/areas?done=dated'
})
