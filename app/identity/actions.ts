'use server'

import { formAction } from '@/lib/action'
import { decidePair, reviewLink, takeBack } from '@/lib/identity/review'
import { decisionSchema, linkDecisionSchema, takeBackSchema } from '@/lib/identity/schema'

/** Decides a pair and goes on to the next, which offers to take this one back. */
export const decideAction = formAction(
  decisionSchema,
  async (scope, input) => {
    const next = await decidePair(scope, input)
    return `/identity${next ? `/${next}` : ''}?did=${input.pair}`
  },
  { form: 'pair', subject: ['pair'] },
)

/** Confirms a link and goes on to the next; or undoes one, and shows the incident it opened. */
export const reviewAction = formAction(
  linkDecisionSchema,
  async (scope, input) => {
    const { incident, next } = await reviewLink(scope, input)
    if (incident) return `/incidents/${incident}`
    return next ? `/identity/links/${next}` : '/identity?list=links'
  },
  { form: 'link', subject: ['link'] },
)

/** Takes one's own decision back and shows the pair again. */
export const takeBackAction = formAction(takeBackSchema, async (scope, { pair }) => {
  await takeBack(scope, pair)
  return `/identity/${pair}`
})
