import { z } from 'zod'
import { futureDate } from '@/lib/date-fields'
import { id, mustTick, oneOf, optionalText, requiredText, wholeNumber } from '@/lib/fields'
import { SECTORS, STATEMENTS } from './statements'

/** How many statements of its own a place may add to a round. */
const OWN_AT_MOST = 5

/** A round: what it is called, its last day, and the place's own statements, a line each. */
export const roundSchema = z.strictObject({
  name: requiredText('a name for the round', { max: 80 }),
  closesOn: futureDate('the last day to answer'),
  own: optionalText('statements of your own', { max: 1000 })
    .transform((text) => (text ?? '').split('\n').flatMap((line) => line.trim() || []))
    .refine((lines) => lines.length <= OWN_AT_MOST, 'Add five statements at most, one a line')
    .refine(
      (lines) => lines.every((line) => line.length <= 200),
      'Keep each statement to 200 characters',
    ),
})

/** Links for some people of a sector, in a role. */
export const inviteSchema = z.strictObject({
  round: id(),
  sector: oneOf(SECTORS, 'Select their sector'),
  role: requiredText('their role', { max: 80 }),
  howMany: wholeNumber('how many links', { min: 1, max: 30 }),
})

/** Links of a sector and a role that nobody has used end. */
export const endLinksSchema = z.strictObject({
  round: id(),
  sector: oneOf(SECTORS, 'Select their sector'),
  role: requiredText('their role', { max: 80 }),
})

/** The round is closed for good. */
export const closeSchema = z.strictObject({
  round: id(),
  sure: mustTick('Tick to say that everybody has had their time'),
})

/** A comment is let through, perhaps with words taken out, or kept back. */
export const commentSchema = z
  .strictObject({
    round: id(),
    comment: id(),
    answer: oneOf([{ key: 'show' }, { key: 'keep' }], 'Select whether it is shown'),
    words: optionalText('the words to show', { max: 1000 }),
  })
  .refine(({ answer, words }) => answer === 'keep' || words !== null, {
    path: ['words'],
    message: 'Enter the words to show',
  })

/** Something that the place says it will do. */
export const actionSchema = z.strictObject({
  key: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    oneOf(STATEMENTS, 'Select a statement from the list').nullable(),
  ),
  words: requiredText('what will be done', { max: 300 }),
  owner: requiredText('who sees to it', { max: 80 }),
  organisation: requiredText('for which organisation', { max: 80 }),
  dueOn: futureDate('the day it is due'),
  knownBy: optionalText('how you will know', { max: 200 }),
})

/** An action is done, or put away. */
export const endActionSchema = z.strictObject({
  action: id(),
  how: oneOf([{ key: 'done' }, { key: 'away' }], 'Select what became of it'),
})

/** One answer to a statement; blank where it was left. */
const score = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z
    .string('Select a number from 1 to 10')
    .regex(/^([1-9]|10|unsure)$/, 'Select a number from 1 to 10')
    .nullable(),
)

/**
 * What is sent through a link: of so many statements, `score0` and `comment0` on. `own` is the key
 * under which it may be changed.
 */
export const sheetSchema = (statements: number) =>
  z.strictObject({
    own: z.string().regex(/^[\w-]{43}$/, 'This page is out of date. Open your link again.'),
    ...Object.fromEntries(
      Array.from({ length: statements }, (_, at) => [
        [`score${at}`, score],
        [`comment${at}`, optionalText('your words', { max: 1000 })],
      ]).flat() as [string, z.ZodType][],
    ),
  })

export type RoundAsked = z.output<typeof roundSchema>
export type Invitation = z.output<typeof inviteSchema>
export type ActionAdded = z.output<typeof actionSchema>
