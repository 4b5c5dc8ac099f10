'use server'

import { formAction } from '@/lib/action'
import { rateNeed, recordAssessment } from '@/lib/needs/commands'
import { assessmentSchema, ratingSchema, withdrawnSchema } from '@/lib/needs/schema'
import { withdrawEntry } from '@/lib/needs/withdrawing'
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

export const withdrawAction = formAction(
  withdrawnSchema,
  async (scope, input) => {
    await withdrawEntry(scope, input)
    return saved(input.personId, `${input.kind}-withdrawn`, { path: '/needs' })
  },
  { form: 'need-withdrawal', subject: ['entryId'] },
)
