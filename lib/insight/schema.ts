import { z } from 'zod'
import { isPlainDate } from '@/lib/dates'
import { profiles, type Profile } from './rules/protection-profiles'

const day = z.string().refine(isPlainDate)
const people = z.number().int().min(0)

/** Which agencies a publication counts, from and to which month; no figure of people. */
const coverageSchema = z.object({
  /** The key of the area set whose wards the ward tables are by. */
  wardSet: z.string().nullish(),
  agencies: z.array(z.object({ name: z.string(), fedFrom: day.nullish(), fedTo: day.nullable() })),
})

const isProfile = (name: string): name is Profile => Object.hasOwn(profiles, name)

/** A row of `published.shown_publication`, as `queries.ts` asks for it; days are London's. */
export const publicationSchema = z.object({
  no: z.number().int().min(1),
  from: day,
  to: day,
  // Figures of a profile that is not known could be shown wrongly: none of them is.
  profile: z.string().refine(isProfile),
  publishedOn: day,
  agencies: people,
  coverage: coverageSchema,
})

/** One publication: figures that were made together, approved, and never change. */
export type Publication = z.infer<typeof publicationSchema>

/** A row of `published.shown_cell`: null is withheld. */
export const cellSchema = z.object({
  keys: z.array(z.string()),
  value: people.nullable(),
})
