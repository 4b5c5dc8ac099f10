import { z } from 'zod'
import { id, oneOf, optionalText } from '@/lib/fields'
import { DECISIONS, LINK_DECISIONS } from './lists'

const why = () => optionalText('why', { max: 500 })

/** What is typed beside the buttons of a pair: they are the answer, and come when it is sent. */
export const pairWords = z.strictObject({ pair: id(), why: why() })

/** A pair decided. */
export const decisionSchema = pairWords.extend({ said: oneOf(DECISIONS, 'Select one answer') })

/** What is typed beside the buttons of a link. */
export const linkWords = z.strictObject({ link: id(), why: why() })

/** A link looked at; a reason where it is undone, since others have to answer for what was seen. */
export const linkDecisionSchema = linkWords
  .extend({ said: oneOf(LINK_DECISIONS, 'Select one answer') })
  .refine((typed) => typed.said !== 'undo' || typed.why !== null, {
    error: 'Say why, so that the next to look can follow you',
    path: ['why'],
  })

/** A decision taken back. */
export const takeBackSchema = z.strictObject({ pair: id() })
