import { z } from 'zod'
import { id, mustTick, oneOf, optionalText } from '@/lib/fields'

export const DECISIONS = [
  { key: 'agree', label: 'Agree' },
  { key: 'decline', label: 'Do not agree' },
] as const

/** Of an objection, which holds until its giver says otherwise for what it gives. */
export const OBJECTION_ANSWERS = [
  { key: 'agree', label: 'It is kept to' },
  { key: 'decline', label: 'It does not hold for what this agency gives' },
] as const

/**
 * An answer to what somebody asked for. `of`: what kind of act; an objection is lifted with a
 * reason, which the database asks for too.
 */
export const decisionSchema = z
  .strictObject({
    actId: id(),
    of: optionalText('what it is', { max: 40 }),
    decision: oneOf(DECISIONS, 'Select whether you agree'),
    answer: optionalText('why', { max: 500 }),
  })
  .refine(
    ({ of, decision, answer }) => of !== 'objection' || decision === 'agree' || answer !== null,
    { path: ['answer'], message: 'Say which duty, whose safety, or what was recorded wrongly' },
  )
export type DecisionInput = z.output<typeof decisionSchema>

/** Undoing what was done. */
export const undoSchema = z.strictObject({
  actId: id(),
  sure: mustTick('Tick the box to undo it'),
})
export type UndoInput = z.output<typeof undoSchema>

/** Taking back what one asked for. */
export const takeBackSchema = z.strictObject({
  actId: id(),
  sure: mustTick('Tick the box to take it back'),
})
