import { z } from 'zod'
import { isPlainDate } from '@/lib/dates'

const one = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value)
const loose = <T extends z.ZodType>(schema: T) =>
  z.preprocess(one, schema.optional()).catch(undefined)

/** What the address asks the log for. Ids and dates only; what is no good is left out. */
export const logSchema = z.object({
  user: loose(z.uuid()),
  day: loose(z.string().refine(isPlainDate)),
  refused: loose(z.literal('yes')),
  at: loose(z.iso.datetime()),
  key: loose(z.string().regex(/^[0-9a-f-]{32,36}$/)),
})
export type LogAsk = z.output<typeof logSchema>

/** Who an export is for, beside the same filters. */
export const exportSchema = logSchema.extend({
  recipient: z.string().trim().min(1).max(200),
})
