'use server'

import { formAction } from '@/lib/action'
import * as agreements from '@/lib/agreements/commands'
import * as schema from '@/lib/agreements/schema'

const of = (agreement: string, done: string) => `/agreements/${agreement}?done=${done}`

export const newAgreementAction = formAction(
  schema.newAgreementSchema,
  async (scope, input) => of(await agreements.makeAgreement(scope, input), 'made'),
  { form: 'agreement' },
)

export const datesAction = formAction(
  schema.agreementDatesSchema,
  async (scope, input, { version }) => {
    await agreements.setAgreementDates(scope, input, version)
    return of(input.agreement, 'dates')
  },
  { form: 'agreement-dates', subject: ['agreement'] },
)

export const endAgreementAction = formAction(
  schema.endAgreementSchema,
  async (scope, { agreement }) => {
    await agreements.endAgreement(scope, agreement)
    return of(agreement, 'ended')
  },
)

export const partyAction = formAction(
  schema.partySchema,
  async (scope, input) => {
    await agreements.addParty(scope, input)
    return of(input.agreement, input.agency === scope.viewer.agencyId ? 'party' : 'asked')
  },
  { form: 'party', subject: ['agreement'] },
)

export const joinAction = formAction(schema.joinSchema, async (scope, input) => {
  await agreements.answerParty(scope, input)
  return of(input.agreement, input.answer === 'accept' ? 'joined' : 'not-joined')
})

export const takeBackPartyAction = formAction(schema.takeBackSchema, async (scope, input) => {
  await agreements.takeBackParty(scope, input.asking)
  return of(input.agreement, 'taken-back')
})

export const leaveAction = formAction(schema.leaveSchema, async (scope, input) => {
  const last = input.when === 'later' ? input.lastDay : null
  await agreements.leaveAgreement(scope, input.agreement, input.agency, last)
  return of(input.agreement, 'left')
})

export const groupAction = formAction(
  schema.groupSchema,
  async (scope, input, { version }) => {
    await agreements.keepGroup(scope, input, version)
    return of(input.agreement, 'group')
  },
  { form: 'group', subject: ['group', 'agreement'] },
)

export const answerAction = formAction(schema.answerSchema, async (scope, input) => {
  await agreements.answerVersion(scope, input)
  return of(input.agreement, input.answer === 'accept' ? 'accepted' : 'declined')
})

export const termAction = formAction(
  schema.termSchema,
  async (scope, input) => {
    await agreements.addTerm(scope, input)
    return of(input.agreement, 'term')
  },
  { form: 'term', subject: ['agreement'] },
)

export const endTermAction = formAction(schema.endTermSchema, async (scope, input) => {
  await agreements.endTerm(scope, input.term, input.when === 'later' ? input.lastDay : null)
  return of(input.agreement, 'term-ended')
})
