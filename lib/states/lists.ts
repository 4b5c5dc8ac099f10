export const NAMING = [
  { key: 'add', label: 'Name somebody' },
  { key: 'remove', label: 'Take somebody off' },
] as const

export const HARM_KINDS = [
  { key: 'partner', label: 'Partner' },
  { key: 'ex_partner', label: 'Former partner' },
  { key: 'family', label: 'Family' },
  { key: 'exploits', label: 'Somebody who exploits them' },
  { key: 'other', label: 'Somebody else' },
] as const

export const CONFLICT_REASONS = [
  { key: 'related', label: 'They are related, or live together' },
  { key: 'same_person', label: 'It is their own record' },
  { key: 'asked', label: 'This person asked that they must not see it' },
  { key: 'harm', label: 'They may harm this person' },
  { key: 'other', label: 'Another reason' },
] as const
