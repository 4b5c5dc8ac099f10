import type { Code } from '@/lib/codes'

/**
 * Kinds of information, as agreements name them (docs/rules/who-may-see-what.md, question 3). An
 * entry carries one or more; the strictest wins. Loaded into the table `category`, where more may
 * be added.
 */
export const CATEGORIES = [
  { key: 'identity', label: 'Identity', hint: 'Names, date of birth, numbers' },
  { key: 'whereabouts', label: 'Whereabouts', hint: 'Addresses, where someone stays or will be' },
  { key: 'housing', label: 'Housing', hint: 'Tenancies, applications, homelessness duties' },
  { key: 'justice', label: 'Justice', hint: 'Offences, orders, prison, probation' },
  { key: 'substance_use', label: 'Substance use', hint: 'Drugs, alcohol, treatment' },
  { key: 'mental_health', label: 'Mental health', hint: '' },
  { key: 'physical_health', label: 'Physical health', hint: '' },
  { key: 'domestic_abuse', label: 'Domestic abuse', hint: 'Harmed by, causing harm, or both' },
  { key: 'family', label: 'Family and children', hint: 'Relationships, children, caring' },
  { key: 'money', label: 'Money and benefits', hint: 'Benefits, debt, sanctions' },
  { key: 'work', label: 'Work and skills', hint: '' },
  { key: 'learning', label: 'Learning and neurodiversity', hint: '' },
  { key: 'immigration', label: 'Immigration', hint: 'Held by advice agencies only' },
  { key: 'equality', label: 'Equality', hint: 'Ethnic group, sex, gender, faith' },
  { key: 'legal', label: 'Legal matters', hint: 'Advice, proceedings' },
  { key: 'plan', label: 'Plan', hint: 'Goals, actions, what was agreed' },
  {
    key: 'safety',
    label: 'Safety',
    hint: 'Visit risk, safe contact, communication needs. Everyone who may open the person sees it',
  },
] as const satisfies readonly (Code & { hint: string })[]

export type Category = (typeof CATEGORIES)[number]['key']

/** Identity and safety have entries of their own, and words are never either (entry.may_carry). */
const ofTheirOwn: readonly Category[] = ['identity', 'safety']

/** What a contact, a need or a referral may be about at all. */
export const ABOUT = CATEGORIES.filter(({ key }) => !ofTheirOwn.includes(key))

/**
 * What a contact, a need or a referral of an agency of this kind may be about. Immigration is held
 * by advice agencies only. The database refuses the rest; a test compares the two.
 */
export const aboutFor = (agencyKind: string | undefined) =>
  ABOUT.filter(({ key }) => key !== 'immigration' || agencyKind === 'legal_advice')
