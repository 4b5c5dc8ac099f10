import { z } from 'zod'
import { optionalText } from '../fields'
import { checkIdentifier, IDENTIFIER_TYPES } from './identifiers'
import type { IdentifierType } from './identifiers'
import { checkPostcode } from './postcode'

/**
 * Fields that warn and never block. The schema accepts what was typed and gives it back checked;
 * the page shows `message` beside the saved value, and asks nothing twice.
 */

/** An identifier of one kind, checked; null when left out. */
export function identifier(type: IdentifierType) {
  const label = IDENTIFIER_TYPES.find(({ key }) => key === type)?.label ?? 'number'
  return optionalText(label, { max: 60 }).transform((text) =>
    text === null ? null : checkIdentifier(type, text),
  )
}

/** A postcode, or as much of one as is known, checked; null when left out. */
export const postcode = () =>
  optionalText('postcode', { max: 20 }).transform((text) =>
    text === null ? null : checkPostcode(text),
  )

/** A postcode that must be whole and right: an office, never where a person lives. */
export const fullPostcode = (missing = 'Enter a postcode') =>
  z.string(missing).transform((text, context) => {
    const { check, display } = checkPostcode(text)
    if (check === 'ok') return display
    const message = text.trim() === '' ? missing : 'Enter a full postcode, like CV1 1AA'
    context.addIssue({ code: 'custom', message })
    return z.NEVER
  })
