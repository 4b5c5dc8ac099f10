import { z } from 'zod'
import { id, oneOf } from '@/lib/fields'
import { VERSION_DECISIONS } from './lists'

export const versionDecisionSchema = z.strictObject({
  proposal: id(),
  said: oneOf(VERSION_DECISIONS, 'Select one answer'),
})
