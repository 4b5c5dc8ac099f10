import { z } from 'zod'
import { futureDate, optionalDate, pastDate } from '@/lib/date-fields'
import { id, mustTick, oneOf, optionalText, requiredText } from '@/lib/fields'
import { NAMING, HARM_KINDS, CONFLICT_REASONS } from './lists'

const listed = z.preprocess(
  (typed) => (typed === undefined || typed === '' ? [] : [typed].flat()),
  z.array(id()),
)
const reason = (missing: string) => requiredText('why', { max: 500, missing })
const review = () => futureDate('the day to look at it again')

/** Whereabouts hidden from all but the named teams. */
export const whereaboutsSchema = z.strictObject({
  personId: id(),
  reason: reason('Say why they need protecting'),
  teams: listed,
  reviewOn: review(),
})
export type WhereaboutsInput = z.output<typeof whereaboutsSchema>

/** Ending a protection is never one click. */
export const endStateSchema = z.strictObject({
  personId: id(),
  sure: mustTick('Tick the box to end it'),
})
export type EndStateInput = z.output<typeof endStateSchema>

/** What protects everybody's view of somebody is ended with a reason: others may have to agree. */
export const endProtectionSchema = z.strictObject({
  personId: id(),
  reason: reason('Say why it is safe now'),
  sure: mustTick('Tick the box to end it'),
})
export type EndProtectionInput = z.output<typeof endProtectionSchema>

/** A changed name: the old side never shows the new. */
export const protectedNameSchema = z.strictObject({
  personId: id(),
  reason: reason('Say why the name needs protecting'),
})
export type ProtectedNameInput = z.output<typeof protectedNameSchema>

/** Named people alone; to everybody else there is no such person. */
export const limitedSchema = z.strictObject({
  personId: id(),
  reason: reason('Say why access must be limited'),
  users: listed,
  reviewOn: review(),
})
export type LimitedInput = z.output<typeof limitedSchema>

const somebody = z.preprocess((typed) => (typed === '' ? null : typed), id().nullish())

export const namedSchema = z
  .strictObject({
    personId: id(),
    change: oneOf(NAMING, 'Select what to change'),
    add: somebody,
    remove: somebody,
    reason: reason('Say why'),
  })
  .refine(({ change, add }) => change !== 'add' || add, { path: ['add'], message: 'Select who' })
  .refine(({ change, remove }) => change !== 'remove' || remove, {
    path: ['remove'],
    message: 'Select who',
  })
export type NamedInput = z.output<typeof namedSchema>

/**
 * `other`: the end of their identity, or the address of their page. `sure`: the same words again.
 */
export const harmSchema = z.strictObject({
  personId: id(),
  other: requiredText('their reference', { max: 200 }),
  sure: optionalText('their reference', { max: 200 }),
  kind: oneOf(HARM_KINDS, 'Select who they are'),
  detail: optionalText('what to know', { max: 500 }),
})
export type HarmInput = z.output<typeof harmSchema>

export const harmEndSchema = z.strictObject({
  personId: id(),
  linkId: id(),
  sure: mustTick('Tick the box to end it'),
})
export type HarmEndInput = z.output<typeof harmEndSchema>

/** A worker who must never open this person. */
export const conflictSchema = z.strictObject({
  personId: id(),
  userId: z.uuid('Select who must not see it'),
  reason: oneOf(CONFLICT_REASONS, 'Select why'),
})
export type ConflictInput = z.output<typeof conflictSchema>

/** The person died. */
export const deathSchema = z.strictObject({
  personId: id(),
  diedOn: optionalDate(pastDate('the day they died')),
  source: requiredText('who told us', { max: 200, missing: 'Say who told you' }),
  confirmedBy: requiredText('who confirmed it', { max: 200, missing: 'Say who confirmed it' }),
  sure: mustTick('Tick to say that this is the right person'),
})
export type DeathInput = z.output<typeof deathSchema>

/** A death of our own recording was an error. */
export const deathEndSchema = z.strictObject({
  personId: id(),
  sure: mustTick('Tick to say that they are alive'),
})
export type DeathEndInput = z.output<typeof deathEndSchema>
