export const CHOICE_KINDS = [
  { key: 'objection', label: 'They do not want something shared' },
  { key: 'consent', label: 'They agree to something being shared' },
  { key: 'not_counted', label: 'They do not want to be counted in figures for planning' },
] as const

export const KEPT_TO = [
  { key: 'yes', label: 'Yes' },
  { key: 'no', label: 'No, a duty or somebody’s safety comes first' },
] as const
