import { z } from 'zod'
import { futureDate, optionalDate, pastDate, ukDate } from '@/lib/date-fields'
import { code, id, oneOf, optionalOneOf, optionalText, requiredText } from '@/lib/fields'
import {
  AGREED_HOW,
  DUTY,
  REFERRAL_ANSWERS,
  REFERRAL_OUTCOMES,
  SEND_OR_KEEP,
  TO_WHOM,
} from './lists'

const words = () =>
  requiredText('what you ask for', { max: 4_000, missing: 'Say what you ask for, and why' })

const optionalId = () =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), id().nullable())

const duty = {
  agreedOn: optionalDate(pastDate('the day they agreed')),
  agreedHow: optionalOneOf(AGREED_HOW, 'Select how they agreed'),
  council: optionalText('council', { max: 120 }),
  contactBy: optionalText('how to reach them', { max: 200 }),
  /** Left empty: they have no home now. */
  homeUntil: optionalDate(ukDate('the last day in their home')),
}

// What the law asks for before a duty to refer is made, and what the form says where it is missing.
const asked = [
  ['agreedOn', 'Enter the day they agreed'],
  ['agreedHow', 'Select how they agreed'],
  ['council', 'Enter the council they chose'],
  ['contactBy', 'Enter how the council can reach them'],
] as const

/** A new referral. */
export const referralSchema = z
  .strictObject({
    personId: id(),
    where: oneOf(TO_WHOM, 'Select where it goes'),
    toTeam: optionalId(),
    toName: optionalText('the service', { max: 120 }),
    reason: code('Select what it is for'),
    words: words(),
    ...duty,
    when: oneOf(SEND_OR_KEEP, 'Select whether to send it'),
  })
  .superRefine((input, context) => {
    const miss = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message })
    if (input.where === 'team' && !input.toTeam) miss('toTeam', 'Select the team')
    if (input.where === 'service' && !input.toName) miss('toName', 'Enter the service')
    if (input.reason !== DUTY) return
    for (const [field, message] of asked) if (input[field] === null) miss(field, message)
  })

export type ReferralInput = z.output<typeof referralSchema>

const one = { referralId: id(), line: optionalText('your line to them', { max: 500 }) }

/** Sending a draft. */
export const sendSchema = z.strictObject({ referralId: id() })

/** Saying it anew; what stood before stays beside it. */
export const amendSchema = z.strictObject({
  referralId: id(),
  edition: z.coerce.number().int().min(1),
  words: words(),
  line: requiredText('what you changed', { max: 500, missing: 'Say what you changed, and why' }),
})

export type AmendInput = z.output<typeof amendSchema>

/** Taking it back. */
export const withdrawSchema = z.strictObject({
  referralId: id(),
  line: requiredText('why', { max: 500, missing: 'Say why you withdraw it' }),
})

/** The receiver's yes or no. */
export const answerSchema = z
  .strictObject({
    ...one,
    answer: oneOf(REFERRAL_ANSWERS, 'Select your answer'),
    startsOn: optionalDate(futureDate('the day you expect to start')),
    reason: z.preprocess(
      (typed) => (typed === '' || typed === undefined ? null : typed),
      z.string().max(80).nullable(),
    ),
  })
  .refine(({ answer, reason }) => answer !== 'declined' || reason !== null, {
    path: ['reason'],
    message: 'Select why not',
  })

export type AnswerInput = z.output<typeof answerSchema>

/** Work begins. */
export const startSchema = z.strictObject({ ...one, worker: optionalId() })

export type StartInput = z.output<typeof startSchema>

/** It ends, with what came of it. */
export const endSchema = z.strictObject({
  ...one,
  outcome: oneOf(REFERRAL_OUTCOMES, 'Select what came of it'),
})

export type EndInput = z.output<typeof endSchema>
