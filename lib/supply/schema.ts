import { z } from 'zod'
import { NEED_DOMAINS } from '@/lib/codes'

/** What the areas of the map are shaded by. */
export const SHOWN = [
  { key: 'several', label: 'People with two or more needs' },
  { key: 'people', label: 'People in touch with services' },
  { key: 'minutes', label: 'Minutes to the nearest help' },
  { key: 'serving', label: 'Services that serve it' },
  { key: 'residents', label: 'Residents' },
  { key: 'deprivation', label: 'Deprivation tenth (1 is the most deprived)' },
] as const
export type Shown = (typeof SHOWN)[number]['key']

const one = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value)
const loose = <T extends z.ZodType>(schema: T) =>
  z.preprocess(one, schema.optional()).catch(undefined)

/** What the address asks the map for; what is no good is left out. */
export const mapAskSchema = z.object({
  need: loose(z.enum(NEED_DOMAINS.map(({ key }) => key))),
  areas: loose(
    z
      .string()
      .max(80)
      .regex(/^[\w-]+$/),
  ),
  show: loose(z.enum(SHOWN.map(({ key }) => key))),
  /** How near: 1, 2, 4 or 8 times; and the middle of the sheet, in hundredths. */
  near: loose(z.coerce.number().pipe(z.literal([1, 2, 4, 8]))),
  x: loose(z.coerce.number().int().min(0).max(100)),
  y: loose(z.coerce.number().int().min(0).max(100)),
})
export type MapAsk = z.output<typeof mapAskSchema>
