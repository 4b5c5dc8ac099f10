import { z } from 'zod'
import { id, oneOf, optionalText } from '@/lib/fields'
import { DECISIONS, LINK_DECISIONS } from './lists'

const why = () => optionalText('why', { max: 500 })
const REASON = 'Say why, so that the next to look can follow you'

/** A pair decided; a reason where it is not the same, since it is remembered for ever. */
export const decisionSchema = z
  .strictObject({ pair: id(), said: oneOf(DECISIONS, 'Select one answer'), why: why() })
  .refine((typed) => typed.said !== 'not_same' || typed.why !== null, {
    error: REASON,
    path: ['why'],
  })

/** A machine's link reviewed; a reason where it is undone. */
export const linkDecisionSchema = z
  .strictObject({ link: id(), said: oneOf(LINK_DECISIONS, 'Select one answer'), why: why() })
  .refine((typed) => typed.said !== 'undo' || typed.why !== null, { error: REASON, path: ['why'] })
