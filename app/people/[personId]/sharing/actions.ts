'use server'

import type { z } from 'zod'
import { formAction } from '@/lib/action'
import { joinCohort, leaveCohort, recordChoice, withdrawChoice } from '@/lib/choices/commands'
import * as choices from '@/lib/choices/schema'
import type { Scope } from '@/lib/db'
import { saved } from '@/lib/saved'
import * as states from '@/lib/states/commands'
import { endHarmLink, linkHarm } from '@/lib/states/harm'
import * as schemas from '@/lib/states/schema'

type About = { personId: string }

/**
 * Does one thing about sharing and goes back to the sharing page. `form` is what its draft is filed
 * under. Work that answers true waits for somebody else.
 */
function sharing<S extends z.ZodType<About>>(
  form: string,
  schema: S,
  work: (scope: Scope, input: z.output<S>) => Promise<boolean | void>,
  word: string,
  subject = 'personId',
) {
  return formAction(
    schema,
    async (scope, input) => {
      const waits = (await work(scope, input)) === true
      return saved(input.personId, waits ? 'waits' : word, { path: '/sharing' })
    },
    { form, subject: [subject] },
  )
}

export const choiceAction = sharing('choice', choices.choiceSchema, recordChoice, 'choice')
export const choiceEndAction = sharing(
  'choice-end',
  choices.choiceEndSchema,
  withdrawChoice,
  'choice-withdrawn',
  'choiceId',
)
export const joinAction = sharing('cohort', choices.cohortSchema, joinCohort, 'cohort-in')
export const leaveAction = sharing(
  'cohort-end',
  choices.cohortEndSchema,
  leaveCohort,
  'cohort-out',
  'memberId',
)
export const whereaboutsAction = sharing(
  'whereabouts',
  schemas.whereaboutsSchema,
  states.protectWhereabouts,
  'whereabouts',
)
export const whereaboutsEndAction = sharing(
  'whereabouts-end',
  schemas.endProtectionSchema,
  states.endProtectedWhereabouts,
  'whereabouts-ended',
)
export const nameAction = sharing(
  'protected-name',
  schemas.protectedNameSchema,
  states.protectName,
  'name',
)
export const nameEndAction = sharing(
  'protected-name-end',
  schemas.endStateSchema,
  states.endProtectedName,
  'name-ended',
)
export const limitedAction = sharing(
  'limited',
  schemas.limitedSchema,
  states.limitAccess,
  'limited',
)
export const namedAction = sharing('named', schemas.namedSchema, states.changeNamed, 'named')
export const limitedEndAction = sharing(
  'limited-end',
  schemas.endProtectionSchema,
  states.endLimitedAccess,
  'limited-ended',
)
export const harmAction = sharing('harm', schemas.harmSchema, linkHarm, 'harm')
export const harmEndAction = sharing(
  'harm-end',
  schemas.harmEndSchema,
  endHarmLink,
  'harm-ended',
  'linkId',
)

/** After barring oneself the person is gone, so one goes to one's own page. */
export const conflictAction = formAction(
  schemas.conflictSchema,
  async (scope, input) => {
    const waits = await states.declareConflict(scope, input)
    if (input.userId === scope.viewer.userId) return '/'
    return saved(input.personId, waits ? 'waits' : 'conflict', { path: '/sharing' })
  },
  { form: 'conflict', subject: ['personId'] },
)

export const deathAction = formAction(
  schemas.deathSchema,
  async (scope, input) => {
    await states.recordDeath(scope, input)
    return saved(input.personId, 'death')
  },
  { form: 'death', subject: ['personId'] },
)

export const deathEndAction = sharing(
  'death-end',
  schemas.deathEndSchema,
  states.takeBackDeath,
  'death-undone',
)
