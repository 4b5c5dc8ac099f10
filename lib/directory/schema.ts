import { z } from 'zod'
import { NEED_DOMAINS } from '@/lib/codes'

/** How somebody gets into a service; keys as in `place.service.way_in`. */
export const WAYS_IN = [
  { key: 'drop_in', label: 'Just turn up' },
  { key: 'self', label: 'They ask for it themselves' },
  { key: 'worker', label: 'A worker asks for them' },
  { key: 'referral', label: 'By referral only' },
] as const

const one = (value: unknown) => (Array.isArray(value) ? (value as unknown[])[0] : value)
const loose = <T extends z.ZodType>(schema: T) =>
  z.preprocess(one, schema.optional()).catch(undefined)
const words = (most: number) => z.string().trim().min(1).max(most)

/** What the address asks the directory for; what is no good is left out. */
export const serviceAskSchema = z.object({
  words: loose(words(100)),
  need: loose(z.enum(NEED_DOMAINS.map(({ key }) => key))),
  area: loose(words(200)),
  age: loose(z.coerce.number().int().min(1).max(120)),
  way: loose(z.enum(WAYS_IN.map(({ key }) => key))),
  open: loose(z.literal('yes')),
  /** The service that the page begins with. */
  at: loose(z.uuid()),
})
export type ServiceAsk = z.output<typeof serviceAskSchema>
