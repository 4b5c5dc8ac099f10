import { z } from 'zod'
import { CATEGORIES } from '@/lib/access/categories'
import { futureDate, optionalDate, pastDate, ukDate } from '@/lib/date-fields'
import {
  id,
  mustTick,
  oneOf,
  optionalText,
  requiredText,
  someOf,
  tickBox,
  yesNo,
} from '@/lib/fields'
import { FORBIDDEN_USES, LEVELS, REGIMES } from './rules'

/** A new agreement, kept by the agency of whoever makes it. */
export const newAgreementSchema = z.strictObject({
  name: requiredText('the agreement’s name', { max: 120 }),
  purpose: requiredText('what it is for', { max: 1000 }),
  gateway: optionalText('legal gateway', { max: 600 }),
  forbidden: someOf(FORBIDDEN_USES),
  cohortName: requiredText('a name for these people', { max: 120 }),
  cohortDescription: requiredText('who is in it, and who decides', { max: 1000 }),
  children: yesNo('Select yes if people under 18 may be in it'),
  dpia: optionalText('reference of the impact assessment', { max: 80 }),
  startsOn: ukDate('the first day'),
  reviewOn: futureDate('the review date'),
  endsOn: optionalDate(futureDate('the last day')),
})
export type NewAgreement = z.output<typeof newAgreementSchema>

/** Dates of an agreement, and where its impact assessment is. */
export const agreementDatesSchema = z.strictObject({
  agreement: id(),
  reviewOn: futureDate('the review date'),
  endsOn: optionalDate(futureDate('the last day')),
  dpia: optionalText('reference of the impact assessment', { max: 80 }),
})

/** Ending at once. The tick is the second step. */
export const endAgreementSchema = z.strictObject({
  agreement: id(),
  sure: mustTick('Tick to say that you have read what closes'),
})

export const partySchema = z.strictObject({
  agreement: id(),
  agency: z.uuid('Select an agency'),
  basis: requiredText('the lawful basis', { max: 300 }),
  conditions: requiredText('the conditions for special category and offence data', { max: 1000 }),
  lifted: requiredText('what lifts the duty of confidence', { max: 300 }),
  regime: oneOf(REGIMES, 'Select under which law'),
  contact: requiredText('whom to ring', { max: 200 }),
  signatory: requiredText('who signed', { max: 400 }),
  signedOn: pastDate('the date of signing'),
  joinsOn: ukDate('the first day'),
})
export type NewParty = z.output<typeof partySchema>

const WHEN = [{ key: 'now' }, { key: 'later' }] as const
const dayWhenLater = <T extends { when: 'now' | 'later'; lastDay: string | null }>(
  { when, lastDay }: T,
  context: z.RefinementCtx,
) => {
  if (when === 'later' && !lastDay)
    context.addIssue({ code: 'custom', path: ['lastDay'], message: 'Enter the last day' })
}

/** A party leaves, now or at the end of a day. */
export const leaveSchema = z
  .strictObject({
    agreement: id(),
    agency: id(),
    when: oneOf(WHEN, 'Select when'),
    lastDay: optionalDate(futureDate('the last day')),
  })
  .superRefine(dayWhenLater)

/** A term ends, now or at the end of a day. */
export const endTermSchema = z
  .strictObject({
    agreement: id(),
    term: id(),
    when: oneOf(WHEN, 'Select when'),
    lastDay: optionalDate(futureDate('the last day')),
  })
  .superRefine(dayWhenLater)

/** A group of teams, new or changed. */
export const groupSchema = z.strictObject({
  agreement: id(),
  group: id().optional(),
  name: requiredText('a name for the group', { max: 80 }),
  teams: z.preprocess(
    (value) => (Array.isArray(value) ? (value as unknown[]) : value ? [value] : []),
    z.array(id()).min(1, 'Select at least one team'),
  ),
})

const ANSWERS = [{ key: 'accept' }, { key: 'decline' }] as const

/** An asked agency's answer: a yes is to the grounds that were written for it. */
export const joinSchema = z
  .strictObject({
    agreement: id(),
    asking: id(),
    answer: oneOf(ANSWERS, 'Select yes or no'),
    holds: tickBox(),
  })
  .refine(({ answer, holds }) => answer === 'decline' || holds, {
    path: ['holds'],
    message: 'Tick to say that these grounds are yours',
  })

/** What was asked of an agency is taken back. */
export const takeBackSchema = z.strictObject({ agreement: id(), asking: id() })

/** A giver's answer to a new version of a group. `keep` answers the question about probation. */
export const answerSchema = z
  .strictObject({
    agreement: id(),
    group: id(),
    answer: oneOf(ANSWERS, 'Select yes or no'),
    holds: tickBox(),
    keep: tickBox(),
  })
  .refine(({ answer, holds }) => answer === 'decline' || holds, {
    path: ['holds'],
    message: 'Tick to say that it holds for these teams too',
  })

/** A term of the giver's own. `keep` answers the question about probation, police and benefits. */
export const termSchema = z.strictObject({
  agreement: id(),
  category: oneOf(CATEGORIES, 'Select a kind of information'),
  group: z.uuid('Select who receives it'),
  level: oneOf(LEVELS, 'Select how much'),
  keep: tickBox(),
  purpose: requiredText('what it is shared for', { max: 300 }),
  forbidden: someOf(FORBIDDEN_USES),
  consent: yesNo('Select yes if it rests on the person’s consent'),
  counted: yesNo('Select yes if it may be counted in insight'),
  startsOn: ukDate('the first day'),
  endsOn: optionalDate(futureDate('the last day')),
})
export type NewTerm = z.output<typeof termSchema>
