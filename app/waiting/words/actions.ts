'use server'

import { formAction } from '@/lib/action'
import { answerWord, takeBackWord } from '@/lib/confirming/commands'
import { takeBackWordSchema, wordSchema } from '@/lib/confirming/schema'

export const wordAction = formAction(
  wordSchema,
  async (scope, input) => {
    await answerWord(scope, input)
    return `/waiting?done=${input.answer === 'confirm' ? 'confirmed' : 'not-confirmed'}`
  },
  { form: 'word', subject: ['word'] },
)

export const takeBackWordAction = formAction(takeBackWordSchema, async (scope, { word }) => {
  await takeBackWord(scope, word)
  return '/waiting?done=taken-back'
})
