import { z } from 'zod'
import { id, mustTick, oneOf, optionalText } from '@/lib/fields'

export const ANSWERS = [
  { key: 'confirm', label: 'Confirm', hint: 'You have asked them yourselves, or know it is so' },
  { key: 'not', label: 'Not confirmed' },
] as const

/** A giver's answer to what another agency wrote down. A no says why. */
export const wordSchema = z
  .strictObject({
    word: id(),
    answer: oneOf(ANSWERS, 'Select whether you confirm it'),
    reason: optionalText('why', { max: 500 }),
  })
  .refine(({ answer, reason }) => answer !== 'not' || reason !== null, {
    path: ['reason'],
    message: 'Say why not',
  })
export type WordInput = z.output<typeof wordSchema>

/** Taking an answer back. */
export const takeBackWordSchema = z.strictObject({
  word: id(),
  sure: mustTick('Tick the box to take it back'),
})
