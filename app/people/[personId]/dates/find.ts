import { notFound } from 'next/navigation'
import { getDates } from '@/lib/appointments/queries'
import type { DateHeld, Dates } from '@/lib/appointments/view'
import { addDays, today } from '@/lib/dates'
import type { Scope } from '@/lib/db'

/** How far back and ahead a date may lie that a form is about, in days. */
const BACK = 400
const AHEAD = 800

/** What a form is about, among the person's dates that the viewer may see; or *not found*. */
export const askDates =
  <T>(find: (dates: Dates) => T | undefined) =>
  async (scope: Scope, { personId }: { personId: string }): Promise<T> => {
    const now = today()
    const dates = await getDates(scope, personId, addDays(now, -BACK), addDays(now, AHEAD))
    return find(dates) ?? notFound()
  }

/** What a step is judged by. */
export const factsOf = (date: DateHeld, now: Date) => ({
  ...date,
  begun: Date.parse(date.startsAt) <= now.getTime(),
})
