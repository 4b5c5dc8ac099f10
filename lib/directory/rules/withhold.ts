import { listOf, objectOf, textOf, type Given } from './given'

/**
 * Kinds of service whose whereabouts are withheld unless somebody who answers for them says
 * otherwise: whoever looks for a person who fled would look here first. The standard has no mark
 * for it, so a valid feed protects nobody. Wide on purpose: a service wrongly withheld loses a pin.
 */
const HIDDEN =
  /\brefuges?\b|\bsafe[- ]?houses?\b|\bwomen[’']?s aid\b|\b(domestic|sexual|honour)[- ](abuse|violence)\b|\btraffick|\bmodern slavery\b|\bsex[- ]?work|\bforced marriage\b|\bsanctuary accommodation\b/i

/** Whether a service is of a kind that must not be found, by what it and its terms are called. */
export function isWithheldByKind(service: Given): boolean {
  const terms = listOf(service, 'attributes').map(([, each]) => objectOf(each, 'taxonomy_term'))
  const texts = [
    textOf(service, 'name'),
    textOf(service, 'description'),
    textOf(objectOf(service, 'organization'), 'name'),
    ...terms.flatMap((term) => [textOf(term, 'name'), textOf(term, 'term')]),
  ]
  return texts.some((text) => text !== null && HIDDEN.test(text))
}

/** A British postcode, or enough of one, in running words. */
const POSTCODE = /\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b/gi

/** A house number with its street. */
const STREET =
  /\b\d+[a-z]?(?:\s*-\s*\d+[a-z]?)?,?\s+(?:[A-Z][\w’'.-]*\s+){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Way|Close|Drive|Court|Place|Square|Terrace|Crescent|Gardens|Hill|Row|Walk|Grove)\b\.?/g

/**
 * A text without postcodes and streets with their numbers. What else tells of a place, people read.
 */
export const withoutPlace = (text: string): string =>
  text.replace(STREET, '[withheld]').replace(POSTCODE, '[withheld]')

/** Whether anything is left of a text but what was withheld. */
export const holdsWords = (text: string): boolean =>
  /[\p{L}\p{N}]/u.test(text.replaceAll('[withheld]', ''))
