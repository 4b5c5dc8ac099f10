import { z } from 'zod'
import { pastDate } from '@/lib/date-fields'
import { code, id, oneOf, requiredText, tickBox } from '@/lib/fields'
import { CAME_FROM, NOT_CHOSEN } from './lists'

const worker = z.preprocess(
  (typed) => (typed === '' || typed === undefined ? null : typed),
  id().nullable(),
)

/** Starting work with a person whom one may already open. */
export const startSchema = z.strictObject({
  personId: id(),
  teamId: z.uuid('Select which team'),
  cameFrom: oneOf(CAME_FROM, 'Select what it came from'),
  worker,
  lead: tickBox(),
})

export type StartInput = z.output<typeof startSchema>

/** Ending a team's work, with what the next worker should know. */
export const endSchema = z.strictObject({
  personId: id(),
  involvementId: id(),
  endsOn: pastDate('the last day'),
  reason: code('Select why it ends').refine(
    (key) => !NOT_CHOSEN.includes(key),
    'Select why it ends',
  ),
  handover: requiredText('the handover', {
    max: 2_000,
    missing: 'Say what the next worker should know, or “nothing”',
  }),
})

export type EndInput = z.output<typeof endSchema>

/** Naming a worker of a team's work. */
export const workerSchema = z.strictObject({
  personId: id(),
  involvementId: id(),
  worker: z.uuid('Select who'),
  lead: tickBox(),
})

export type WorkerInput = z.output<typeof workerSchema>

/** Taking a worker off. */
export const workerEndSchema = z.strictObject({
  personId: id(),
  involvementId: id(),
  workerId: id(),
  endsOn: pastDate('the last day'),
})

export type WorkerEndInput = z.output<typeof workerEndSchema>
