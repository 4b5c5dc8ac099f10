import { checkIdentifier, nhsCheckDigit } from './identifiers'
import type { CheckedIdentifier, IdentifierType } from './identifiers'

/**
 * Identifiers and numbers that belong to nobody, so that a practice place can be filled with
 * invented people and can turn away a real person's data by mistake put there.
 */

/** Kinds of identifier of which a part is known never to be given to anybody. */
const WITH_INVENTED_RANGE = new Set<IdentifierType>(['nhs', 'nino', 'crn'])

/**
 * Whether an identifier can be nobody's: an NHS number beginning 999 (the test range) or failing
 * its check digit; a National Insurance number with letters never issued, or not of the form; a
 * CRN beginning X (the convention of the practice place) or not of the form. For other kinds no
 * such range exists and the answer is false. `norm` is that of `checkIdentifier`.
 */
export function cannotBeReal(type: IdentifierType, norm: string): boolean {
  if (norm === '') return true
  if (type === 'nhs')
    return norm.startsWith('999') || nhsCheckDigit(norm.slice(0, 9)) !== Number(norm[9])
  if (type === 'crn') return !/^[A-WYZ]\d{6}$/.test(norm)
  if (type !== 'nino') return false
  const { check, message } = checkIdentifier('nino', norm)
  return check !== 'ok' && !/at the end/.test(message ?? '')
}

/**
 * Whether practice mode turns an identifier away: its kind has an invented range it is not in. An
 * administrative number is no evidence of anybody, and somebody has it all the same.
 */
export const refusedInPractice = (type: IdentifierType, checked: CheckedIdentifier): boolean =>
  WITH_INVENTED_RANGE.has(type) &&
  (checked.check === 'none'
    ? /administrative/.test(checked.message ?? '')
    : !cannotBeReal(type, checked.norm))
