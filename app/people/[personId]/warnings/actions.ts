'use server'

import { formAction } from '@/lib/action'
import { saved } from '@/lib/saved'
import { endWarning, giveWarning, renewWarning } from '@/lib/warnings/commands'
import { renewalSchema, warningEndSchema, warningSchema } from '@/lib/warnings/schema'

const back = (personId: string, word: string) => saved(personId, word, { path: '/warnings' })

export const giveAction = formAction(
  warningSchema,
  async (scope, input) => {
    await giveWarning(scope, input)
    return back(input.personId, 'warning')
  },
  { form: 'warning', subject: ['personId'] },
)

export const renewAction = formAction(
  renewalSchema,
  async (scope, input) => {
    await renewWarning(scope, input)
    return back(input.personId, 'warning')
  },
  { form: 'warning-renewal', subject: ['warningId'] },
)

export const endAction = formAction(
  warningEndSchema,
  async (scope, input) => {
    await endWarning(scope, input)
    return back(input.personId, 'warning-ended')
  },
  { form: 'warning-end', subject: ['warningId'] },
)
