'use server'

import { formAction } from '@/lib/action'
import { rateNeed, recordAssessment } from '@/lib/needs/commands'
import { assessmentSchema, ratingSchema } from '@/lib/needs/schema'
import { saved } from '@/lib/saved'

const subject = ['personId']

export const rateAction = formAction(
  ratingSchema,
  async (scope, input) => {
    await rateNeed(scope, input)
    return saved(input.personId, 'need', { path: '/needs' })
  },
  { form: 'need', subject },
)

export const assessAction = formAction(
  assessmentSchema,
  async (scope, input) => {
    await recordAssessment(scope, input)
    return saved(input.personId, 'assessment', { path: '/needs' })
  },
  { form: 'assessment', subject },
)
