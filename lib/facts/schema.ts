import { z } from 'zod'
import { NAME_KINDS, REACH_KINDS, SEXES } from '@/lib/codes'
import { optionalDate, partialDate, pastDate } from '@/lib/date-fields'
import {
  code,
  id,
  mustTick,
  oneOf,
  optionalCode,
  optionalOneOf,
  optionalText,
  requiredText,
  tickBox,
  wholeNumber,
} from '@/lib/fields'
import { IDENTIFIER_TYPES } from '@/lib/people/identifiers'
import { looksLikePhone } from '@/lib/people/phone'
import { WHO_LIVES, ALLOWED, ENDING } from './lists'

/** Of facts that many may know a choice; of those that are content, words. */
const sourceWords = () => optionalText('where this comes from', { max: 200 })
const source = () => optionalCode()
const day = (name: string) => optionalDate(pastDate(name))

export const nameSchema = z
  .strictObject({
    personId: id(),
    kind: oneOf(NAME_KINDS, 'Select how the name is used'),
    given: optionalText('first name', { max: 100 }),
    middle: optionalText('middle names', { max: 100 }),
    family: optionalText('family name', { max: 100 }),
    usedFrom: day('the day they began to use it'),
    usedUntil: day('the day they stopped'),
    source: source(),
  })
  .refine(({ given, family }) => given !== null || family !== null, {
    path: ['given'],
    message: 'Enter a first name or a family name',
  })

export const birthSchema = z.strictObject({
  personId: id(),
  born: partialDate('date of birth'),
  estimated: tickBox(),
  source: source(),
})

/** What they say of themselves: every part optional, never used to decide. */
export const identitySchema = z
  .strictObject({
    personId: id(),
    pronouns: optionalText('pronouns', { max: 40 }),
    sex: optionalOneOf(SEXES),
    gender: optionalCode(),
    genderWords: optionalText('their own word', { max: 100 }),
    ethnicity: optionalCode(),
    source: source(),
  })
  .refine(({ pronouns, sex, gender, ethnicity }) => pronouns ?? sex ?? gender ?? ethnicity, {
    path: ['pronouns'],
    message: 'Enter at least one of these',
  })
  .refine(({ gender, genderWords }) => gender !== 'own_term' || genderWords !== null, {
    path: ['genderWords'],
    message: 'Enter their own word',
  })

/** What was warned about and is kept all the same: the same words again (KeepAnyway). */
const keep = () => optionalText('what to keep', { max: 100 })

/** A number is checked and never refused: the command asks once, and `keep` says yes. */
export const numberSchema = z.strictObject({
  personId: id(),
  type: oneOf(IDENTIFIER_TYPES, 'Select which kind of number'),
  value: requiredText('the number', { max: 60 }),
  keep: keep(),
  seenOn: day('the day you saw it'),
  source: sourceWords(),
})

export const reachSchema = z
  .strictObject({
    personId: id(),
    kind: oneOf(REACH_KINDS, 'Select what it is'),
    value: requiredText('the number or address', { max: 254 }),
    note: optionalText('a note', { max: 200 }),
    impliesPlace: tickBox(),
  })
  .refine(({ kind, value }) => (kind === 'email' ? value.includes('@') : looksLikePhone(value)), {
    path: ['value'],
    message: 'Enter a telephone number, like 07700 900 982, or an email address',
  })

/** A change of address writes nowhere else: who lives there is asked, and nobody else is moved. */
export const addressSchema = z.strictObject({
  personId: id(),
  lines: requiredText('the address', { max: 300 }),
  postcode: optionalText('postcode', { max: 20 }),
  keep: keep(),
  fromOn: day('the day they moved in'),
  lives: oneOf(WHO_LIVES, 'Select who lives there'),
  /** Our own addresses that are over with this one. */
  over: z.preprocess((typed) => typed ?? [], z.array(id())),
  source: sourceWords(),
})

export const livingSchema = z.strictObject({
  personId: id(),
  code: code('Select where they stay'),
  areaName: optionalText('area', { max: 100 }),
  fromOn: day('the day it began'),
})

/** Somebody in their life. A child is a first name, a year of birth and who is responsible. */
export const relationshipSchema = z
  .strictObject({
    personId: id(),
    kind: code('Select who they are'),
    otherName: requiredText('their name', { max: 150 }),
    childYear: z.preprocess(
      (typed) => (typed === '' || typed === undefined ? null : typed),
      wholeNumber('the year', { min: 1990, max: 2100 }).nullable(),
    ),
    responsible: optionalText('who is responsible', { max: 200 }),
    livesWith: optionalOneOf([{ key: 'yes' }, { key: 'no' }]),
    note: optionalText('a note', { max: 300 }),
  })
  .refine(({ kind, otherName }) => kind !== 'child' || !/\s/.test(otherName), {
    path: ['otherName'],
    message: 'For a child, enter the first name only',
  })

export const adjustmentSchema = z.strictObject({
  personId: id(),
  kind: code('Select what it is about'),
  detail: requiredText('what makes it easier', { max: 300 }),
})

export const ownWordsSchema = z.strictObject({
  personId: id(),
  words: requiredText('their words', { max: 1_000, missing: 'Write down their words' }),
  askFirst: optionalText('what not to ask again', { max: 500 }),
  saidOn: day('the day they said it'),
  agreed: mustTick('Ask them first: everyone who may open this person will read it'),
  locates: tickBox(),
})

export const safeContactSchema = z.strictObject({
  personId: id(),
  channel: code('Select a way to reach them'),
  allowed: oneOf(ALLOWED, 'Select whether it is safe'),
  hours: optionalText('which hours', { max: 100 }),
  voicemail: optionalOneOf([{ key: 'yes' }, { key: 'no' }]),
  coverName: optionalText('who to say you are', { max: 100 }),
  note: optionalText('a note', { max: 200 }),
})

export type EndingFact = (typeof ENDING)[number]['key']

export const factEndSchema = z.strictObject({
  personId: id(),
  fact: oneOf(ENDING, 'This page is out of date. Go back and try again.'),
  entryId: id(),
  endedOn: pastDate('the day it ended'),
})

export type FactEndInput = z.output<typeof factEndSchema>
