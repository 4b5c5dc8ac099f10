import { z } from 'zod'
import { id, mustTick, oneOf, yesNo } from '@/lib/fields'

export const AGREEMENTS = [
  {
    key: 'agree',
    label: 'Agree',
    hint: 'I know them, and they should have this role. If they have set a password, I have asked them and it is theirs',
  },
  { key: 'refuse', label: 'Do not agree' },
] as const

/** A second person's answer to a role that opens people. */
export const agreeSchema = z.strictObject({
  offer: id(),
  answer: oneOf(AGREEMENTS, 'Select whether you agree'),
})
export type AgreeInput = z.output<typeof agreeSchema>

/** The user's own answer to a role offered to them. */
export const answerSchema = z.strictObject({
  offer: id(),
  take: yesNo('Select yes if you take this role'),
})
export type AnswerInput = z.output<typeof answerSchema>

/** That an account whose password came by a link is its user's. */
export const knownSchema = z.strictObject({
  user: id(),
  sure: mustTick('Tick to say that you asked them yourself'),
})

/** Taking back a role that was offered and is not open yet. */
export const withdrawSchema = z.strictObject({
  offer: id(),
  sure: mustTick('Tick to say that the offer should be taken back'),
})
