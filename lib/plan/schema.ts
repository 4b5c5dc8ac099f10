import { z } from 'zod'
import { futureDate, optionalDate, pastDate } from '@/lib/date-fields'
import { code, id, oneOf, optionalText, requiredText } from '@/lib/fields'
import { ANSWERS, GOAL_OUTCOMES, GOAL_VOICES, HELD_KINDS, LINE_KINDS, STEPS } from './lists'
import { YES_NO_UNKNOWN } from './lists'

const goalWords = () => requiredText('the goal', { max: 200, missing: 'Write down what they want' })

/** A new goal. */
export const goalSchema = z.strictObject({
  personId: id(),
  words: goalWords(),
  saidBy: oneOf(GOAL_VOICES, 'Select whose words these are'),
})

export type GoalInput = z.output<typeof goalSchema>

/** The same goal in other words. */
export const rewordSchema = goalSchema.extend({ goalId: id() })

export type RewordInput = z.output<typeof rewordSchema>

/** Ending a goal. */
export const goalEndSchema = z.strictObject({
  personId: id(),
  goalId: id(),
  outcome: oneOf(GOAL_OUTCOMES, 'Select what came of it'),
})

export type GoalEndInput = z.output<typeof goalEndSchema>

const threeWays = (missing: string) =>
  oneOf(YES_NO_UNKNOWN, missing).transform((said) => (said === 'not_known' ? null : said === 'yes'))

/** What the person said when they were asked about a goal. */
export const askedSchema = z.strictObject({
  personId: id(),
  goalId: id(),
  answer: oneOf(ANSWERS, 'Select what they said'),
  askedOn: optionalDate(pastDate('the day')),
  how: optionalText('how you asked'),
  present: optionalText('who was there'),
  seenAlone: threeWays('Select whether you saw them alone'),
  freeToSay: threeWays('Select whether they could say no'),
})

export type AskedInput = z.output<typeof askedSchema>

/** The person, in the list of who does it. */
export const THE_PERSON = 'person'

/** Who does what by when. */
export const actionSchema = z.strictObject({
  personId: id(),
  goalId: z.preprocess((value) => (value === '' ? null : value), id().nullable()),
  words: requiredText('what is to be done', { max: 200, missing: 'Write down what is to be done' }),
  owner: code('Select who does it'),
  dueOn: futureDate('the day it is due'),
})

export type ActionInput = z.output<typeof actionSchema>

/** One step of an action. `day`: the new date; `why`: of a move, and of what was not done. */
export const stepSchema = z
  .strictObject({
    personId: id(),
    actionId: id(),
    step: oneOf(STEPS, 'This page is out of date. Go back and try again.'),
    day: optionalDate(futureDate('the new day')),
    why: optionalText('why'),
  })
  .refine(({ step, day }) => step !== 'move' || day !== null, {
    path: ['day'],
    message: 'Enter the new day',
  })
  .refine(({ step, why }) => !['move', 'not-done'].includes(step) || why !== null, {
    path: ['why'],
    message: 'Say why',
  })

export type StepInput = z.output<typeof stepSchema>

/** A review to come. */
export const reviewSchema = z.strictObject({
  personId: id(),
  plannedFor: futureDate('the day of the review'),
})

export type ReviewInput = z.output<typeof reviewSchema>

/** What became of a review: held, with its outcome; or it does not take place. */
export const reviewHeldSchema = z
  .strictObject({
    personId: id(),
    reviewId: id(),
    took: oneOf([{ key: 'held' }, { key: 'dropped' }], 'Select whether it took place'),
    heldOn: optionalDate(pastDate('the day it was held')),
    outcome: optionalText('what came of it', { max: 1_000 }),
    present: optionalText('who was there'),
  })
  .refine(({ took, outcome }) => took !== 'held' || outcome !== null, {
    path: ['outcome'],
    message: 'Say what came of it',
  })

export type ReviewHeldInput = z.output<typeof reviewHeldSchema>

/** What the person is good at. */
export const strengthSchema = z.strictObject({
  personId: id(),
  words: requiredText('what they are good at', { max: 300, missing: 'Write down what they said' }),
})

export type StrengthInput = z.output<typeof strengthSchema>

/** A line for a plan that our agency holds. */
export const heldSchema = z.strictObject({
  personId: id(),
  kind: oneOf(HELD_KINDS, 'Select which plan'),
  agreedOn: pastDate('the day it was agreed'),
  reviewOn: optionalDate(futureDate('the day of its review')),
})

export type HeldInput = z.output<typeof heldSchema>

/** Ending one of the lines beside the goals. */
export const lineEndSchema = z.strictObject({
  personId: id(),
  kind: oneOf(LINE_KINDS, 'This page is out of date. Go back and try again.'),
  lineId: id(),
})

export type LineEndInput = z.output<typeof lineEndSchema>
