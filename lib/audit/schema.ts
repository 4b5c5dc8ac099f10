import { z } from 'zod'
import { optionalDate, pastDate } from '@/lib/date-fields'
import { formErrors, formInput, type FormValues } from '@/lib/form-state'

const one = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value)
const loose = <T extends z.ZodType>(schema: T) =>
  z.preprocess(one, schema.optional()).catch(undefined)

/** The key of a line of the log: an id, or the beginning of a hash. */
const lineKey = () => z.string().regex(/^[0-9a-f-]{32,36}$/)

/** Where a page of a log begins. What is no good is left out. */
export const logPlaceSchema = z.object({
  at: loose(z.iso.datetime()),
  key: loose(lineKey()),
})

/** What the address asks the log for. Ids and days only; what is no good is left out. */
const filterSchema = logPlaceSchema.extend({
  user: loose(z.uuid()),
  /** A line: all that were about the same person. */
  like: loose(lineKey()),
  refused: loose(z.literal('yes')),
})

/** From a day to a day, both within; either may be left empty. */
const daysSchema = z
  .object({
    from: optionalDate(pastDate('the first day')),
    until: optionalDate(pastDate('the last day')),
  })
  .refine(({ from, until }) => !from || !until || from <= until, {
    path: ['until'],
    message: 'The last day must be the first day or after it',
  })

export type LogAsk = z.output<typeof filterSchema> & Partial<z.output<typeof daysSchema>>

type Asked = Readonly<Record<string, string | string[] | undefined>>

/**
 * The filters of an address, and what is wrong with its days, beside which they are shown: with a
 * day that cannot be read nothing is left out, and nothing may be taken for what was asked.
 */
export function readLogAsk(asked: Asked): { ask: LogAsk; errors: Record<string, string> } {
  const values: FormValues = Object.fromEntries(
    Object.entries(asked).map(([name, value]) => [name, String(one(value) ?? '')]),
  )
  const { from, until } = formInput(values)
  const days = daysSchema.safeParse({ from, until })
  return {
    ask: { ...filterSchema.parse(asked), ...(days.success ? days.data : {}) },
    errors: days.success ? {} : formErrors(days.error.issues),
  }
}

/** Who an export is for. */
export const recipientSchema = z.string().trim().min(1).max(200)
