import { z } from 'zod'
import { id, oneOf } from '@/lib/fields'

/** What may be said of a proposed version. */
export const VERSION_DECISIONS = [
  { key: 'accept', label: 'Use these values from now on' },
  { key: 'refuse', label: 'Keep the values in use' },
] as const

export const versionDecisionSchema = z.strictObject({
  version: id(),
  said: oneOf(VERSION_DECISIONS, 'Select one answer'),
})
