/** Whose view a rating is: the worker's who gives it, or the person's own that they wrote down. */
export const NEED_VOICES = [
  { key: 'worker', label: 'Mine' },
  { key: 'person', label: 'Theirs, in their own words' },
] as const

/** What is taken back, as its page is named. */
export const WITHDRAWN_KINDS = [
  { key: 'rating', label: 'Rating' },
  { key: 'assessment', label: 'Assessment' },
] as const

/** Why it is: no more than that, since who may read the headline may read this. */
export const WITHDRAWN_WHY = [
  { key: 'wrong_person', label: 'It is about somebody else' },
  { key: 'mistake', label: 'It was entered by mistake' },
] as const
