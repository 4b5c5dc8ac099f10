'use server'

import { formAction } from '@/lib/action'
import { correctContact, recategoriseContact, withdrawContact } from '@/lib/contacts/commands'
import { correctHeadline } from '@/lib/contacts/headline'
import {
  correctionSchema,
  headlineSchema,
  recategoriseSchema,
  withdrawalSchema,
} from '@/lib/contacts/schema'
import { saved } from '@/lib/saved'

const subject = ['contactId']
const back = (input: { personId: string; contactId: string }, word: string) =>
  saved(input.personId, word, { path: `/contacts/${input.contactId}` })

export const correctAction = formAction(
  correctionSchema,
  async (scope, input, { version }) => {
    await correctContact(scope, input, version)
    return back(input, 'corrected')
  },
  { form: 'contact-correction', subject },
)

export const headlineAction = formAction(
  headlineSchema,
  async (scope, input, { version }) => {
    await correctHeadline(scope, input, version)
    return back(input, 'headline')
  },
  { form: 'contact-headline', subject },
)

export const withdrawAction = formAction(
  withdrawalSchema,
  async (scope, input) => {
    await withdrawContact(scope, input)
    return back(input, 'withdrawn')
  },
  { form: 'contact-withdrawal', subject },
)

export const recategoriseAction = formAction(
  recategoriseSchema,
  async (scope, input, { version }) => {
    await recategoriseContact(scope, input, version)
    return back(input, 'recategorised')
  },
  { form: 'contact-categories', subject },
)
