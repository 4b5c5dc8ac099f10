'use server'

import { formAction } from '@/lib/action'
import { decidePair, reviewLink } from '@/lib/identity/review'
import { decisionSchema, linkDecisionSchema } from '@/lib/identity/schema'

/** Decides a pair and goes on to the next. */
export const decideAction = formAction(
  decisionSchema,
  async (scope, input) => {
    const next = await decidePair(scope, input)
    return next ? `/identity/${next}` : '/identity'
  },
  { form: 'pair', subject: ['pair'] },
)

/** Confirms or undoes a link of the machine and goes on to the next. */
export const reviewAction = formAction(
  linkDecisionSchema,
  async (scope, input) => {
    const next = await reviewLink(scope, input)
    return next ? `/identity/links/${next}` : '/identity?list=links'
  },
  { form: 'link', subject: ['link'] },
)
