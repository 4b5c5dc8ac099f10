/** Where a partner stands. */
export const PARTNER_SECTORS = [
  { key: 'public', label: 'Public' },
  { key: 'private', label: 'Private' },
  { key: 'social', label: 'Voluntary and community' },
  { key: 'lived', label: 'People with lived experience' },
] as const

/** Partners that a form has room for; empty ones are left out. */
export const PARTNERS = 4
