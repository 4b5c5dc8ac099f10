import { z } from 'zod'
import { id, tickBox } from '@/lib/fields'
import { caseloadSchema } from './schema'

/** A caseload's filters out of an address's text, and back into one; anything odd falls back. */
export function caseloadFilters(text: string): string {
  const { show, sort, worker, team } = caseloadSchema.parse(
    Object.fromEntries(new URLSearchParams(text)),
  )
  return new URLSearchParams({
    ...{ show, sort },
    ...(worker && { worker }),
    ...(team && { team }),
  }).toString()
}

/** Giving a person to a colleague of the team that works with them. */
export const allocateSchema = z.strictObject({
  involvement: id(),
  worker: z.uuid('Select a practitioner'),
  lead: tickBox(),
  /** The caseload's filters, to come back to the same list. */
  filters: z.string().max(300).default('').transform(caseloadFilters),
})
