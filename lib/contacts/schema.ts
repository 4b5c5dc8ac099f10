import { z } from 'zod'
import { optionalDate, optionalTime, pastDate } from '@/lib/date-fields'
import {
  code,
  id,
  oneOf,
  optionalCode,
  optionalText,
  requiredText,
  someOf,
  tickBox,
} from '@/lib/fields'
import { ABOUT, CATEGORIES } from '@/lib/access/categories'
import { AUDIENCES, NOT_SAID, NOT_TRIED, WHAT_HAPPENED, WHEN } from './lists'

/** At most this many characters in a note: three pages. */
export const longestNote = 8_000

/** Recording a contact. */
export const contactSchema = z
  .strictObject({
    personId: id(),
    what: oneOf(WHAT_HAPPENED, 'Select what happened'),
    kind: optionalCode(),
    outcome: optionalCode(),
    when: oneOf(WHEN, 'Select when it was'),
    date: optionalDate(pastDate('the day it happened')),
    time: optionalTime(),
    place: optionalText('where it was', { max: 200 }),
    withWhom: optionalText('who was there', { max: 200 }),
    words: optionalText('what happened', { max: longestNote }),
    aboutOther: optionalText('about someone else', { max: longestNote }),
    categories: someOf(ABOUT),
    audience: oneOf(AUDIENCES, 'Select who may read this'),
    readers: z.preprocess(
      (value) =>
        value === undefined || value === ''
          ? []
          : Array.isArray(value)
            ? (value as unknown[])
            : [value],
      z.array(id()),
    ),
    major: tickBox(),
    locates: tickBox(),
  })
  .refine(({ when, date }) => when !== 'earlier' || date !== null, {
    path: ['date'],
    message: 'Enter the day it happened',
  })
  .refine(({ what, kind }) => what !== 'other' || (kind !== null && kind !== NOT_SAID), {
    path: ['kind'],
    message: 'Select how it was',
  })
  .refine(({ what, outcome }) => what !== 'tried' || !NOT_TRIED.includes(outcome ?? ''), {
    path: ['outcome'],
    message: 'They were tried and not seen: select what came of it, or “Seen” above',
  })
  .refine(({ audience, readers }) => audience !== 'named' || readers.length > 0, {
    path: ['readers'],
    message: 'Tick at least one person',
  })

export type ContactInput = z.output<typeof contactSchema>

/** Correcting a contact: the old words stay readable in the history. */
export const correctionSchema = z.strictObject({
  personId: id(),
  contactId: id(),
  words: requiredText('what happened', { max: longestNote }),
  why: requiredText('why you are correcting it', {
    max: 300,
    missing: 'Say why you are correcting it',
  }),
})

export type CorrectionInput = z.output<typeof correctionSchema>

/** Correcting when and how a contact was. */
export const headlineSchema = z.strictObject({
  personId: id(),
  contactId: id(),
  date: pastDate('the day it happened'),
  time: optionalTime(),
  kind: code('Select how it was'),
  outcome: code('Select what came of it'),
})

export type HeadlineInput = z.output<typeof headlineSchema>

/** Withdrawing a contact recorded on the wrong person or by mistake. Nothing is deleted. */
export const withdrawalSchema = z.strictObject({
  personId: id(),
  contactId: id(),
  why: requiredText('why you are withdrawing it', {
    max: 300,
    missing: 'Say why you are withdrawing it',
  }),
})

export type WithdrawalInput = z.output<typeof withdrawalSchema>

/** Asked while a contact is written: who would read it, as it stands. */
export const readingSchema = z.strictObject({
  personId: id(),
  categories: someOf(CATEGORIES),
  audience: oneOf(AUDIENCES, 'Select who may read this'),
  readers: z.array(id()).max(200),
  locates: z.boolean(),
})

export type ReadingInput = z.output<typeof readingSchema>

/** Changing what a contact is about, with immediate effect. */
export const recategoriseSchema = z.strictObject({
  personId: id(),
  contactId: id(),
  categories: someOf(CATEGORIES, { missing: 'Select at least one' }),
  audience: oneOf(AUDIENCES, 'Select who may read this'),
})

export type RecategoriseInput = z.output<typeof recategoriseSchema>
