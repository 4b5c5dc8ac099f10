'use server'

import { formAction } from '@/lib/action'
import { endFeed, makeFeed } from '@/lib/appointments/feeds'
import { feedSchema } from '@/lib/appointments/schema'

export const feedAction = formAction(feedSchema, async (scope, { what }) => {
  await (what === 'make' ? makeFeed(scope) : endFeed(scope))
  return '/my-calendar'
})
