import type { Outcome } from './levels'

const fieldWords: Readonly<Record<string, string>> = {
  given: 'first name',
  middle: 'middle name',
  family: 'surname',
  birth: 'date of birth',
  postcode: 'postcode',
  phone: 'phone number',
  email: 'e-mail address',
  sex: 'sex',
  nhs: 'NHS number',
  nino: 'National Insurance number',
  crn: 'CRN',
  pnc: 'PNC number',
  cro: 'CRO number',
  prison: 'prison number',
  local: 'local reference',
  houseNumber: 'house number',
  street: 'street',
  locality: 'locality',
  town: 'town',
  birthPlace: 'place of birth',
  occupation: 'occupation',
}

const special: Readonly<Record<string, string>> = {
  'given nickname': 'two forms of one first name',
  'given part': 'a first name of one is a middle name of the other',
  'given initial': 'first initial agrees',
  'given formSlip': 'first name is nearly another form of the other',
  'middle initial': 'middle initial agrees',
  'family part': 'one part of the surname is shared',
  'family crossed': 'the surname of one is a middle name of the other',
  'order swapped': 'first name and surname swapped',
  'birth swapped': 'day and month swapped',
  'birth edit': 'date of birth one slip apart',
  'birth habit': 'same year of birth, one date only gives the year',
  'birth yearSlip': 'years of birth one slip apart, the day not known',
  'birth twoParts': 'year of birth and one of day and month agree',
  'birth otherYear': 'same day and month, other year',
  'birth year': 'same year of birth, other day',
  'birth decade': 'dates of birth some years apart',
  'postcode slip': 'postcodes one slip apart',
  'postcode edit': 'postcodes one letter or digit apart',
  'postcode sector': 'postcodes in the same few streets',
  'postcode outward': 'moved within one postcode district',
  'postcode different': 'moved between two postcodes',
}

/** Bits above which an equal value is called rare: shared by chance by fewer than one in 2,000. */
const rare = 11

/**
 * One line of an explanation, in words: "same rare surname", "day and month swapped". It never
 * shows the values themselves, which the reader may not be allowed to see.
 */
export function wordsFor(outcome: Outcome, bits: number): string {
  const known = special[`${outcome.field} ${outcome.level}`]
  if (known !== undefined) return known
  const field = fieldWords[outcome.field] ?? outcome.field
  switch (outcome.level) {
    case 'exact':
      return nameOrPlace.has(outcome.field) && bits >= rare ? `same rare ${field}` : `same ${field}`
    case 'near':
      return `${field} spelt nearly the same`
    case 'edit':
      return `${field} one slip apart`
    case 'sound':
      return `${field} sounds alike`
    case 'part':
      return `part of the ${field} is shared`
    default:
      return `different ${field}`
  }
}

const nameOrPlace = new Set(['given', 'family', 'middle', 'street', 'occupation', 'birthPlace'])

/**
 * The whole explanation in one line, strongest evidence first, without what says nothing.
 *
 * @param hidden fields that count but may not be named to this reader, such as a protected address,
 *   an earlier name or a former sex (safeguards 2.2 and 2.5)
 */
export function explain(
  levels: readonly { field: string; bits: number; words: string }[],
  hidden: readonly string[] = [],
): string {
  return levels
    .filter(({ field, bits }) => Math.abs(bits) >= 0.5 && !hidden.includes(field))
    .sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits))
    .map(({ words }) => words)
    .join('; ')
}
