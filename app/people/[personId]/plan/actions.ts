'use server'

import { formAction } from '@/lib/action'
import { closeReview, endLine, giveHeldPlan, giveStrength, planReview } from '@/lib/plan/around'
import { addAction, endGoal, giveGoal, recordAsked, rewordGoal } from '@/lib/plan/commands'
import {
  actionSchema,
  askedSchema,
  goalEndSchema,
  goalSchema,
  heldSchema,
  lineEndSchema,
  reviewHeldSchema,
  reviewSchema,
  rewordSchema,
  stepSchema,
  strengthSchema,
} from '@/lib/plan/schema'
import { stepAction as takeStep } from '@/lib/plan/steps'
import { saved } from '@/lib/saved'

const back = (personId: string, word: string) => saved(personId, word, { path: '/plan' })

export const goalAction = formAction(
  goalSchema,
  async (scope, input) => {
    const goalId = await giveGoal(scope, input)
    return saved(input.personId, 'goal', { path: '/plan', of: goalId })
  },
  { form: 'goal', subject: ['personId'] },
)

export const rewordAction = formAction(
  rewordSchema,
  async (scope, input) => {
    await rewordGoal(scope, input)
    return back(input.personId, 'goal-reworded')
  },
  { form: 'goal-reword', subject: ['goalId'] },
)

export const endGoalAction = formAction(
  goalEndSchema,
  async (scope, input) => {
    await endGoal(scope, input)
    return back(input.personId, 'goal-ended')
  },
  { form: 'goal-end', subject: ['goalId'] },
)

export const askedAction = formAction(
  askedSchema,
  async (scope, input) => {
    await recordAsked(scope, input)
    return back(input.personId, 'asked')
  },
  { form: 'goal-asked', subject: ['goalId'] },
)

export const actionAction = formAction(
  actionSchema,
  async (scope, input) => {
    await addAction(scope, input)
    return back(input.personId, 'plan-action')
  },
  { form: 'plan-action', subject: ['personId'] },
)

export const stepAction = formAction(
  stepSchema,
  async (scope, input, { version }) => {
    await takeStep(scope, input, version)
    return back(input.personId, `plan-${input.step}`)
  },
  { form: 'plan-step', subject: ['actionId'] },
)

export const reviewAction = formAction(
  reviewSchema,
  async (scope, input) => {
    await planReview(scope, input)
    return back(input.personId, 'review')
  },
  { form: 'plan-review', subject: ['personId'] },
)

export const reviewHeldAction = formAction(
  reviewHeldSchema,
  async (scope, input) => {
    await closeReview(scope, input)
    return back(input.personId, `review-${input.took}`)
  },
  { form: 'plan-review-held', subject: ['reviewId'] },
)

export const strengthAction = formAction(
  strengthSchema,
  async (scope, input) => {
    await giveStrength(scope, input)
    return back(input.personId, 'strength')
  },
  { form: 'plan-strength', subject: ['personId'] },
)

export const heldAction = formAction(
  heldSchema,
  async (scope, input) => {
    await giveHeldPlan(scope, input)
    return back(input.personId, 'held-plan')
  },
  { form: 'held-plan', subject: ['personId'] },
)

export const lineEndAction = formAction(
  lineEndSchema,
  async (scope, input) => {
    await endLine(scope, input)
    return back(input.personId, 'line-ended')
  },
  { form: 'plan-line-end', subject: ['lineId'] },
)
