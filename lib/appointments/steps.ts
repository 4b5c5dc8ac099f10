import type { DateStep } from './lists'

type Facts = {
  outcome: string | null
  agreedOn: unknown
  otherAt: unknown
  otherAnswer: string | null
  /** Whether its time has come. */
  begun: boolean
}

/**
 * Why a step cannot be taken from where a date stands, in words; null where it can. `own`: the
 * reader's agency holds it. What another agency's worker may do is offer another time.
 */
export function dateRefusal(step: DateStep, date: Facts, own: boolean): string | null {
  if (step === 'offer') return offerRefusal(date, own)
  if (!own) return 'The agency that booked this date changes it. Offer them another time.'
  if (step === 'undo') return date.outcome ? null : 'Nothing is recorded that could be undone.'
  if (date.outcome) return 'What became of this is recorded already. Undo that first.'
  if (step === 'agree') return date.agreedOn ? 'They have agreed to it already.' : null
  if (step === 'answer') return waits(date) ? null : 'There is no other time to answer.'
  return null
}

const waits = ({ otherAt, otherAnswer }: Facts) => otherAt !== null && otherAnswer === null

function offerRefusal(date: Facts, own: boolean): string | null {
  if (own) return 'This date is your own agency’s: move it.'
  if (date.outcome || date.begun) return 'This date has been. There is no other time to offer.'
  return waits(date) ? 'Another time is offered already, and waits for its answer.' : null
}

/** The steps that may be taken now, in the order they are offered. */
export const dateSteps = (date: Facts, own: boolean): DateStep[] =>
  (['answer', 'agree', 'became', 'move', 'offer', 'undo'] as const).filter(
    (step) => dateRefusal(step, date, own) === null,
  )
