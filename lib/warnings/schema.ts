import { z } from 'zod'
import { WARNING_TOLD } from '@/lib/codes'
import { futureDate, optionalDate, pastDate } from '@/lib/date-fields'
import { addMonths, daysBetween, today } from '@/lib/dates'
import { code, id, oneOf, requiredText, tickBox } from '@/lib/fields'
import { LONGEST_MONTHS } from './lists'

const lapses = () =>
  futureDate('the day it lapses').refine(
    (day) => daysBetween(day, addMonths(today(), LONGEST_MONTHS)) >= 0,
    `The day it lapses must be within ${LONGEST_MONTHS} months`,
  )

const told = {
  told: oneOf(WARNING_TOLD, 'Select whether they have been told'),
  /** Left empty: today. */
  toldOn: optionalDate(pastDate('the day they were told')),
}

const evidence = () =>
  requiredText('what it rests on', { max: 2_000, missing: 'Say what it rests on' })

/** Giving a warning. */
export const warningSchema = z
  .strictObject({
    personId: id(),
    kind: code('Select what it is about'),
    headline: requiredText('what to do', { max: 80, missing: 'Say what to do' }),
    evidence: evidence(),
    ...told,
    lapsesOn: lapses(),
    harmed: tickBox(),
  })
  .refine(({ kind, harmed }) => kind !== 'marac' || harmed, {
    path: ['harmed'],
    message: 'A MARAC marker goes on the record of the person who is harmed, and on no other',
  })

export type WarningInput = z.output<typeof warningSchema>

/** Renewing one: said anew, for another while. */
export const renewalSchema = z.strictObject({
  personId: id(),
  warningId: id(),
  headline: requiredText('what to do', { max: 80, missing: 'Say what to do' }),
  evidence: evidence(),
  ...told,
  lapsesOn: lapses(),
})

export type RenewalInput = z.output<typeof renewalSchema>

/** Ending one before it lapses. */
export const warningEndSchema = z.strictObject({
  personId: id(),
  warningId: id(),
  why: requiredText('why it ends', { max: 300, missing: 'Say why it ends' }),
})

export type WarningEndInput = z.output<typeof warningEndSchema>
