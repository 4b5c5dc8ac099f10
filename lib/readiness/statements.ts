/**
 * Who answers, by where they stand in a place. Fixed: a sector of one's own making could be one
 * person.
 */
export const SECTORS = [
  { key: 'lived', label: 'People with lived experience', short: 'Lived experience' },
  { key: 'social', label: 'Voluntary and community', short: 'Voluntary' },
  { key: 'public', label: 'Public services', short: 'Public' },
  { key: 'private', label: 'Employers and landlords', short: 'Employers' },
] as const

/** Where somebody stands in a place. */
export type Sector = (typeof SECTORS)[number]['key']

/** What statements are grouped by, in the order they are asked. */
export const PARTS = [
  { key: 'perspective', label: 'Perspective' },
  { key: 'power', label: 'Power' },
  { key: 'participation', label: 'Participation' },
  { key: 'headings', label: 'How the place is set up' },
  { key: 'own', label: 'Of this place' },
] as const

/** What a statement belongs to. */
export type Part = (typeof PARTS)[number]['key']

type Statement = { readonly key: string; readonly part: Part; readonly words: string }

/**
 * What every round asks, in our own neutral words. Nine after the system behaviours described by
 * Lankelly Chase and partners (perspective, power, participation); six after the headings of
 * Collaborate's readiness index (citizens, behaviours, systems, services, places, markets).
 */
export const STATEMENTS = [
  { key: 'whole', part: 'perspective', words: 'We see people whole, not the part that is ours' },
  { key: 'vision', part: 'perspective', words: 'We want the same thing for this place' },
  { key: 'strengths', part: 'perspective', words: 'We start from what people can do' },
  { key: 'power', part: 'power', words: 'Power is shared, and every voice counts the same' },
  { key: 'decisions', part: 'power', words: 'Decisions are made close to the person' },
  { key: 'accountable', part: 'power', words: 'We answer to each other, not only upwards' },
  { key: 'trust', part: 'participation', words: 'We trust each other enough to be open' },
  {
    key: 'leadership',
    part: 'participation',
    words: 'People lead at every level, not only at the top',
  },
  { key: 'learning', part: 'participation', words: 'We tell each other what we learn, and change' },
  { key: 'citizens', part: 'headings', words: 'People who live here shape what is done' },
  { key: 'behaviours', part: 'headings', words: 'We do what we agreed to do' },
  { key: 'systems', part: 'headings', words: 'Our rules, money and data let us work together' },
  { key: 'services', part: 'headings', words: 'Services fit around the person, and join up' },
  { key: 'places', part: 'headings', words: 'We know what this place has, and build on it' },
  { key: 'markets', part: 'headings', words: 'How we fund and buy brings good partners in' },
] as const satisfies readonly Statement[]

/** Said wherever statements are: whose thought they follow. */
export const ATTRIBUTION =
  'Statements are ours. Nine follow the system behaviours described by Lankelly Chase and ' +
  'partners, six the headings of Collaborate’s readiness index; neither has seen them.'

/** From so many answers on, something of a group is shown. The database keeps to it. */
export const LEAST = 5
