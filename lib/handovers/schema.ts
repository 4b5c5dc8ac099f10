import { z } from 'zod'
import { futureDate } from '@/lib/date-fields'
import { id, oneOf, requiredText } from '@/lib/fields'

const said = {
  worker: z.uuid('Select who takes them on'),
  words: requiredText('the handover', {
    max: 2_000,
    missing: 'Say what they should know, or “nothing”',
  }),
  movesOn: futureDate('the day'),
}

/** Asking a colleague to take somebody on. */
export const askSchema = z.strictObject({ personId: id(), involvementId: id(), ...said })

export type AskInput = z.output<typeof askSchema>

/** At most so many at once: each is read by whoever confirms it. */
export const AT_ONCE = 50

/** The same for several people of a list, with one note for all of them. */
export const askSeveralSchema = z.strictObject({
  involvements: z.preprocess(
    (value) => (Array.isArray(value) ? (value as unknown[]) : value ? [value] : []),
    z
      .array(id())
      .min(1, 'Tick whom you hand over')
      .max(AT_ONCE, `Tick ${String(AT_ONCE)} at most`),
  ),
  ...said,
})

export type AskSeveralInput = z.output<typeof askSeveralSchema>

/** Who is asked says yes or no; whoever asked takes it back. */
export const HANDOVER_ANSWERS = [
  { key: 'confirm', label: 'Yes, I confirm it' },
  { key: 'decline', label: 'No' },
] as const

export const answerSchema = z.strictObject({
  handingId: id(),
  answer: oneOf(HANDOVER_ANSWERS, 'Select your answer'),
})

export const withdrawSchema = z.strictObject({ handingId: id() })
