import { z } from 'zod'
import { ABUSE_DIRECTIONS, NEED_DOMAINS, NEED_STATES, SEVERITIES, TRENDS } from '@/lib/codes'
import { optionalDate, pastDate } from '@/lib/date-fields'
import { id, oneOf, optionalOneOf, optionalText } from '@/lib/fields'
import { NEED_VOICES, WITHDRAWN_KINDS, WITHDRAWN_WHY } from './lists'
import { itemField, NDTA_ITEMS } from './ndta'

/** How one need stands, as one worker, or the person, sees it on one day. */
export const ratingSchema = z
  .strictObject({
    personId: id(),
    domain: oneOf(NEED_DOMAINS, 'Select which need'),
    voice: optionalOneOf(NEED_VOICES).transform((voice) => voice ?? 'worker'),
    state: oneOf(NEED_STATES, 'Select what is known'),
    severity: optionalOneOf(SEVERITIES),
    trend: optionalOneOf(TRENDS),
    direction: optionalOneOf(ABUSE_DIRECTIONS),
    ratedOn: optionalDate(pastDate('the day')),
    note: optionalText('what lies behind it', { max: 4_000 }),
  })
  .refine(({ voice, state }) => voice === 'worker' || !['not_known', 'not_asked'].includes(state), {
    path: ['voice'],
    message: 'Select “Mine” where they did not say or were not asked',
  })
  .refine(({ state, severity }) => state !== 'current' || severity !== null, {
    path: ['severity'],
    message: 'Select how far it gets in the way',
  })
  .refine(
    ({ domain, state, direction }) =>
      domain !== 'domestic_abuse' || !['current', 'past'].includes(state) || direction !== null,
    { path: ['direction'], message: 'Select whether they are harmed, causing harm, or both' },
  )

export type RatingInput = z.output<typeof ratingSchema>

/** Taking back a rating or an assessment of one's own agency. */
export const withdrawnSchema = z.strictObject({
  personId: id(),
  kind: oneOf(WITHDRAWN_KINDS, 'Select what'),
  entryId: id(),
  why: oneOf(WITHDRAWN_WHY, 'Select why'),
})

export type WithdrawnInput = z.output<typeof withdrawnSchema>

/** The ten items, each with one of its own scores; 4 and 5 count double. */
export const assessmentSchema = z.strictObject({
  personId: id(),
  assessedOn: optionalDate(pastDate('the day')),
  ...(Object.fromEntries(
    NDTA_ITEMS.map(({ item, label, scores }) => [
      itemField(item),
      oneOf(
        scores.map((score) => ({ key: String(score) })),
        `Select the statement that fits: ${label.toLowerCase()}`,
      ),
    ]),
  ) as Record<`item${number}`, z.ZodType<string>>),
})

export type AssessmentInput = z.output<typeof assessmentSchema>
