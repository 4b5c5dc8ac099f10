import { z } from 'zod'
import { id, oneOf } from '@/lib/fields'

/** Who may read a publication decides how much its figures are changed. */
export const PROFILES = [
  { key: 'commissioner', label: 'Commissioners under an agreement' },
  { key: 'open', label: 'Anybody' },
] as const

const QUARTER_END = /^\d{4}-(03-31|06-30|09-30|12-31)$/

/** An officer asks for the figures of the twelve months that end with a quarter. */
export const askedSchema = z.strictObject({
  profile: oneOf(PROFILES, 'Select who may read it'),
  quarter: z.string('Select a quarter').regex(QUARTER_END, 'Select a quarter'),
})

export type PublicationAsked = z.output<typeof askedSchema>

/** One of the two people who agree, or somebody who drops it. */
export const decidedSchema = z.strictObject({ publication: id() })
