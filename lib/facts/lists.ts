export const WHO_LIVES = [
  { key: 'alone', label: 'They alone' },
  { key: 'others', label: 'They and others' },
  { key: 'not_known', label: 'Not known' },
] as const

export const ALLOWED = [
  { key: 'yes', label: 'Yes' },
  { key: 'only', label: 'Only this way' },
  { key: 'no', label: 'No' },
] as const

/** Facts that end with a day, as their pages are named. */
export const ENDING = [
  { key: 'name', label: 'Name' },
  { key: 'birth', label: 'Date of birth' },
  { key: 'identity', label: 'What they said of themselves' },
  { key: 'number', label: 'Number' },
  { key: 'phone', label: 'Telephone number or email' },
  { key: 'address', label: 'Address' },
  { key: 'living', label: 'Where they stay' },
  { key: 'relationship', label: 'Somebody in their life' },
  { key: 'adjustment', label: 'What makes it easier' },
  { key: 'own-words', label: 'Their words' },
  { key: 'safe-contact', label: 'A way to reach them' },
] as const
