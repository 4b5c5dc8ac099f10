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
