'use server'

import { formAction } from '@/lib/action'
import {
  amendReferral,
  answerReferral,
  endReferral,
  sendReferral,
  startReferral,
  withdrawReferral,
} from '@/lib/referrals/commands'
import {
  amendSchema,
  answerSchema,
  endSchema,
  sendSchema,
  startSchema,
  withdrawSchema,
} from '@/lib/referrals/schema'

const back = (id: string, word: string) => `/referrals/${id}?done=${word}`

export const sendAction = formAction(sendSchema, async (scope, { referralId }) => {
  await sendReferral(scope, referralId)
  return back(referralId, 'sent')
})

export const amendAction = formAction(
  amendSchema,
  async (scope, input) => {
    await amendReferral(scope, input)
    return back(input.referralId, 'amended')
  },
  { form: 'referral-amend', subject: ['referralId'] },
)

export const withdrawAction = formAction(
  withdrawSchema,
  async (scope, input) => {
    await withdrawReferral(scope, input)
    return back(input.referralId, 'withdrawn')
  },
  { form: 'referral-withdraw', subject: ['referralId'] },
)

export const answerAction = formAction(
  answerSchema,
  async (scope, input) => {
    await answerReferral(scope, input)
    return back(input.referralId, input.answer)
  },
  { form: 'referral-answer', subject: ['referralId'] },
)

export const startAction = formAction(
  startSchema,
  async (scope, input) => {
    await startReferral(scope, input)
    return back(input.referralId, 'started')
  },
  { form: 'referral-start', subject: ['referralId'] },
)

export const endAction = formAction(
  endSchema,
  async (scope, input) => {
    await endReferral(scope, input)
    return back(input.referralId, 'ended')
  },
  { form: 'referral-end', subject: ['referralId'] },
)
