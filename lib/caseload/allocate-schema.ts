import { z } from 'zod'
import { id, tickBox } from '@/lib/fields'

/** Giving a person to a colleague of the team that works with them. */
export const allocateSchema = z.strictObject({
  involvement: id(),
  worker: z.uuid('Select a practitioner'),
  lead: tickBox(),
})
