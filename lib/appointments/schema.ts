import { z } from 'zod'
import { futureDate, optionalDate, optionalTime, timeOfDay } from '@/lib/date-fields'
import { id, oneOf, optionalOneOf, optionalText, tickBox, wholeNumber } from '@/lib/fields'
import { APPOINTMENT_KINDS, BECAME, DATE_STEPS, MISSED_WHY, WEEKDAYS } from './lists'

const minutes = () => wholeNumber('how many minutes', { min: 5, max: 600 })

/** Booking a date. */
export const bookingSchema = z.strictObject({
  personId: id(),
  kind: oneOf(APPOINTMENT_KINDS, 'Select what it is'),
  day: futureDate('the day'),
  time: timeOfDay(),
  minutes: minutes(),
  place: optionalText('where', { max: 120 }),
  postcode: optionalText('the postcode', { max: 10 }),
  agreed: tickBox(),
  /** They were warned that two people are to be kept apart, and have spoken to somebody. */
  anyway: tickBox(),
})

export type BookingInput = z.output<typeof bookingSchema>

const needed = (steps: readonly string[], step: string, value: unknown) =>
  !steps.includes(step) || (value !== null && value !== undefined)

/** One step of a date; what each asks is required of it alone. */
export const dateStepSchema = z
  .strictObject({
    personId: id(),
    appointmentId: id(),
    step: oneOf(DATE_STEPS, 'This page is out of date. Go back and try again.'),
    day: optionalDate(futureDate('the day')),
    time: optionalTime(),
    became: optionalOneOf(BECAME, 'Select what became of it'),
    missedWhy: optionalOneOf(MISSED_WHY),
    answer: optionalOneOf([{ key: 'accepted' }, { key: 'declined' }], 'Select your answer'),
    anyway: tickBox(),
  })
  .refine(({ step, day }) => needed(['move', 'offer'], step, day), {
    path: ['day'],
    message: 'Enter the day',
  })
  .refine(({ step, time }) => needed(['move', 'offer'], step, time), {
    path: ['time'],
    message: 'Enter a time, like 9:30 or 14:00',
  })
  .refine(({ step, became }) => needed(['became'], step, became), {
    path: ['became'],
    message: 'Select what became of it',
  })
  .refine(({ became, missedWhy }) => became !== 'not_seen' || missedWhy !== null, {
    path: ['missedWhy'],
    message: 'Select what got in the way',
  })
  .refine(({ step, answer }) => needed(['answer'], step, answer), {
    path: ['answer'],
    message: 'Select your answer',
  })

export type DateStepInput = z.output<typeof dateStepSchema>

/** A time that does not work, as the person said. */
export const hardTimeSchema = z
  .strictObject({
    personId: id(),
    weekday: oneOf(WEEKDAYS, 'Select which days'),
    from: timeOfDay(),
    until: timeOfDay(),
  })
  .refine(({ from, until }) => from < until, {
    path: ['until'],
    message: 'The end must be after the beginning',
  })

export type HardTimeInput = z.output<typeof hardTimeSchema>

/** Ending one. */
export const hardTimeEndSchema = z.strictObject({ personId: id(), hardTimeId: id() })

export type HardTimeEndInput = z.output<typeof hardTimeEndSchema>

/** The worker's own feed: a new address, or none any more. */
export const feedSchema = z.strictObject({
  what: oneOf(
    [{ key: 'make' }, { key: 'end' }],
    'This page is out of date. Go back and try again.',
  ),
})
