'use server'

import { formAction } from '@/lib/action'
import { bookDate, endHardTime, giveHardTime, stepDate } from '@/lib/appointments/commands'
import {
  bookingSchema,
  dateStepSchema,
  hardTimeEndSchema,
  hardTimeSchema,
} from '@/lib/appointments/schema'
import { saved } from '@/lib/saved'

const back = (personId: string, word: string) => saved(personId, word, { path: '/dates' })

export const bookAction = formAction(
  bookingSchema,
  async (scope, input) => {
    await bookDate(scope, input)
    return back(input.personId, 'date')
  },
  { form: 'date', subject: ['personId'] },
)

export const dateStepAction = formAction(
  dateStepSchema,
  async (scope, input, { version }) => {
    await stepDate(scope, input, version)
    return back(input.personId, `date-${input.step}`)
  },
  { form: 'date-step', subject: ['appointmentId'] },
)

export const hardTimeAction = formAction(
  hardTimeSchema,
  async (scope, input) => {
    await giveHardTime(scope, input)
    return back(input.personId, 'hard-time')
  },
  { form: 'hard-time', subject: ['personId'] },
)

export const hardTimeEndAction = formAction(
  hardTimeEndSchema,
  async (scope, input) => {
    await endHardTime(scope, input)
    return back(input.personId, 'hard-time-ended')
  },
  { form: 'hard-time-end', subject: ['hardTimeId'] },
)
