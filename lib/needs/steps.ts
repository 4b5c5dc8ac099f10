import { ABUSE_DIRECTIONS, NEED_STATES, SEVERITIES, labelOf } from '@/lib/codes'
import { addMonths, type PlainDate } from '@/lib/dates'
import { windowStart } from './rules'

/** An answer on how one need stands, as the reader may read it. */
export type Answer = {
  id: string
  domain: string
  state: string
  /** Null: nobody said, or it is not the reader's to read. */
  severity: number | null
  trend: string | null
  direction: string | null
  ratedOn: PlainDate
  /** A name, or the words for all services that may not be known. */
  agency: string
  own: boolean
  withdrawnAt?: Date | null
  /** The person's own view, written down by the agency. */
  byPerson?: boolean
}

/**
 * How a stretch of time is drawn; `level` has a height from 1 to 4. `unseen`: nothing that the
 * reader sees, which is neither nothing nor *not asked*: somebody may have said it where they
 * cannot look.
 */
export type Drawn = 'level' | 'recorded' | 'none' | 'not-known' | 'not-asked' | 'held' | 'unseen'

export type Step = {
  from: PlainDate
  to: PlainDate
  drawn: Drawn
  height: number
  /** Not said again for a year. */
  old: boolean
  words: string
  /** When it was last said. */
  saidOn: PlainDate
}

/** A view that nobody has said again for so long becomes an outline. */
const freshMonths = 12

/** `a lot`, `recorded`, `in the past`: one answer, as its step is labelled. */
export function wordsOf({ state, severity }: Pick<Answer, 'state' | 'severity'>): string {
  if (state === 'past') return 'in the past'
  if (state !== 'current') return labelOf(NEED_STATES, state).toLowerCase()
  return severity ? labelOf(SEVERITIES, String(severity)).toLowerCase() : 'recorded'
}

/** `harmed by someone`, of the one need that has a direction. */
export const directionWords = (direction: string) =>
  labelOf(ABUSE_DIRECTIONS, direction).toLowerCase()

export function drawnOf({ state, severity }: Pick<Answer, 'state' | 'severity'>): Drawn {
  if (state === 'not_known') return 'not-known'
  if (state === 'not_asked') return 'not-asked'
  if (state !== 'current') return 'none'
  return severity ? 'level' : 'recorded'
}

/** Is what was said on a day said long enough ago to be drawn as an outline on another? */
export const isOld = (saidOn: PlainDate, on: PlainDate) => addMonths(saidOn, freshMonths) < on

/**
 * One voice's answers on one need, newest first, as the steps of its lane over the last five years,
 * oldest first. What was withdrawn says nothing; of several on one day the last counts. An answer
 * holds until the next one, or until the work ended; after a year without being said again it
 * is old, and what is both old and said before the five years is left out.
 */
export function stepsOf(
  answers: readonly Answer[],
  { now, ended }: { now: PlainDate; ended?: PlainDate | null },
): Step[] {
  const start = windowStart(now)
  const days = new Map<PlainDate, Answer>()
  for (const answer of [...answers].reverse())
    if (!answer.withdrawnAt && answer.ratedOn <= now) days.set(answer.ratedOn, answer)
  const said = [...days.values()]
  const last = said.at(-1)
  // Work may end before the last word on it is written down.
  const end = ended && last && ended >= last.ratedOn && ended < now ? ended : now
  const steps = said.flatMap((answer, i) => parts(answer, said[i + 1]?.ratedOn ?? end))
  const within = steps.filter(({ to, old, saidOn }) => to >= start && !(old && saidOn < start))
  return merged(within.map((step) => ({ ...step, from: step.from < start ? start : step.from })))
}

function parts(answer: Answer, to: PlainDate): Step[] {
  const saidOn = answer.ratedOn
  const drawn = drawnOf(answer)
  const height = drawn === 'level' ? (answer.severity ?? 0) : drawn === 'none' ? 0 : 2
  const step = { drawn, height, words: wordsOf(answer), saidOn }
  const lasting = drawn === 'not-known' || drawn === 'not-asked'
  if (lasting || !isOld(saidOn, to)) return [{ ...step, from: saidOn, to, old: false }]
  const turned = addMonths(saidOn, freshMonths)
  return [
    { ...step, from: saidOn, to: turned, old: false },
    { ...step, from: turned, to, old: true },
  ]
}

/** The same said again is one step. */
function merged(steps: readonly Step[]): Step[] {
  const all: Step[] = []
  for (const step of steps) {
    const before = all.at(-1)
    const same =
      before && !before.old && !step.old && before.words === step.words && before.to === step.from
    if (same) all.splice(-1, 1, { ...step, from: before.from })
    else all.push(step)
  }
  return all
}
