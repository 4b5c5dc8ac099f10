import { z } from 'zod'
import { CATEGORIES } from '@/lib/access/categories'
import { futureDate, optionalDate, pastDate } from '@/lib/date-fields'
import { id, oneOf, optionalOneOf, optionalText, requiredText, someOf } from '@/lib/fields'
import { CHOICE_KINDS, KEPT_TO } from './lists'

const YES_NO = [{ key: 'yes' }, { key: 'no' }] as const
const chosen = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  id().nullable(),
)

/**
 * What the person said about sharing. An agreement given in front of somebody else, or because an
 * order or a tenancy asks for it, is none: it is not free.
 */
export const choiceSchema = z
  .strictObject({
    personId: id(),
    kind: oneOf(CHOICE_KINDS, 'Select what they said'),
    agreementId: chosen,
    groupId: chosen,
    aboutCategories: someOf(CATEGORIES),
    saidOn: pastDate('the day they said it'),
    how: requiredText('how they said it', { max: 200, missing: 'Say how they said it' }),
    present: optionalText('who was there', { max: 200 }),
    alone: optionalOneOf(YES_NO),
    free: optionalOneOf(YES_NO),
    endsOn: optionalDate(futureDate('the day it ends')),
    keptTo: optionalOneOf(KEPT_TO),
    override: optionalText('the reason', { max: 500 }),
  })
  .refine(({ kind, agreementId }) => kind !== 'consent' || agreementId !== null, {
    path: ['agreementId'],
    message: 'Select which agreement it is for',
  })
  .refine(
    ({ kind, aboutCategories, groupId }) =>
      kind !== 'not_counted' || (aboutCategories.length === 0 && groupId === null),
    {
      path: ['aboutCategories'],
      message: 'Not being counted is of everything: tick nothing here, and choose no group',
    },
  )
  .refine(({ kind, alone }) => kind !== 'consent' || alone === 'yes', {
    path: ['alone'],
    message: 'It counts as agreement only when they were asked alone, or with an interpreter',
  })
  .refine(({ kind, free }) => kind !== 'consent' || free === 'yes', {
    path: ['free'],
    message: 'It counts as agreement only when saying no would have changed nothing',
  })
  .refine(({ kind, keptTo }) => kind !== 'objection' || keptTo !== null, {
    path: ['keptTo'],
    message: 'Select whether it will be kept to',
  })
  .refine(
    ({ kind, keptTo, override }) => kind !== 'objection' || keptTo !== 'no' || override !== null,
    { path: ['override'], message: 'Say which duty, or whose safety' },
  )

export type ChoiceInput = z.output<typeof choiceSchema>

/** They changed their mind. */
export const choiceEndSchema = z.strictObject({ personId: id(), choiceId: id() })

export type ChoiceEndInput = z.output<typeof choiceEndSchema>

/** Into the cohort of an agreement. */
export const cohortSchema = z.strictObject({
  personId: id(),
  agreementId: z.uuid('Select which agreement'),
  toldOn: optionalDate(pastDate('the day they were told')),
})

export type CohortInput = z.output<typeof cohortSchema>

/** Out of it. */
export const cohortEndSchema = z.strictObject({
  personId: id(),
  memberId: id(),
  reason: requiredText('why', { max: 500, missing: 'Say why' }),
})

export type CohortEndInput = z.output<typeof cohortEndSchema>
