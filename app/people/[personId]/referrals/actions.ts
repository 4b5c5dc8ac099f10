'use server'

import { formAction } from '@/lib/action'
import { writeReferral } from '@/lib/referrals/commands'
import { referralSchema } from '@/lib/referrals/schema'

export const writeAction = formAction(
  referralSchema,
  async (scope, input) => {
    const id = await writeReferral(scope, input)
    return `/referrals/${id}?done=${input.when === 'send' ? 'sent' : 'kept'}`
  },
  { form: 'referral', subject: ['personId'] },
)
