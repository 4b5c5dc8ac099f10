/**
 * Ethnic group: the twenty-category output of the 2021 Census (Office for National Statistics),
 * with its keys, in the census's order of groups. *Prefers not to say* and *not asked* are ours and
 * stay apart. When counts are small, insight falls back to the five groups before hiding.
 */
export type EthnicGroup = 'asian' | 'black' | 'mixed' | 'white' | 'other'
export type EthnicityCode = {
  readonly key: string
  readonly label: string
  readonly group: EthnicGroup | null
}

export const ETHNIC_GROUPS = [
  { key: 'asian', label: 'Asian or Asian British' },
  { key: 'black', label: 'Black, Black British, Caribbean or African' },
  { key: 'mixed', label: 'Mixed or multiple ethnic groups' },
  { key: 'white', label: 'White' },
  { key: 'other', label: 'Other ethnic group' },
] as const

export const ETHNICITY: readonly EthnicityCode[] = [
  { key: '1', label: 'Bangladeshi', group: 'asian' },
  { key: '2', label: 'Chinese', group: 'asian' },
  { key: '3', label: 'Indian', group: 'asian' },
  { key: '4', label: 'Pakistani', group: 'asian' },
  { key: '5', label: 'Other Asian', group: 'asian' },
  { key: '6', label: 'African', group: 'black' },
  { key: '7', label: 'Caribbean', group: 'black' },
  { key: '8', label: 'Other Black', group: 'black' },
  { key: '9', label: 'White and Asian', group: 'mixed' },
  { key: '10', label: 'White and Black African', group: 'mixed' },
  { key: '11', label: 'White and Black Caribbean', group: 'mixed' },
  { key: '12', label: 'Other mixed or multiple', group: 'mixed' },
  { key: '13', label: 'English, Welsh, Scottish, Northern Irish or British', group: 'white' },
  { key: '14', label: 'Irish', group: 'white' },
  { key: '15', label: 'Gypsy or Irish Traveller', group: 'white' },
  { key: '16', label: 'Roma', group: 'white' },
  { key: '17', label: 'Other White', group: 'white' },
  { key: '18', label: 'Arab', group: 'other' },
  { key: '19', label: 'Any other ethnic group', group: 'other' },
  { key: '-8', label: 'Does not apply', group: null },
  { key: 'prefer_not_to_say', label: 'Prefers not to say', group: null },
  { key: 'not_asked', label: 'Not asked', group: null },
]

/**
 * Criminal justice codes (the 16+1 scheme of the 2001 Census and its additions) to the keys above.
 * A code whose meaning we could not verify has no entry: the value is kept as received.
 */
const JUSTICE: ReadonlyMap<string, string> = new Map([
  ['A1', '3'],
  ['A2', '4'],
  ['A3', '1'],
  ['A4', '2'],
  ['A9', '5'],
  ['B1', '7'],
  ['B2', '6'],
  ['B9', '8'],
  ['M1', '11'],
  ['M2', '10'],
  ['M3', '9'],
  ['M9', '12'],
  ['O2', '18'],
  ['O9', '19'],
  ['W1', '13'],
  ['W2', '14'],
  ['W9', '17'],
  ['NS', 'prefer_not_to_say'],
])

/** The census key of a criminal justice code; null when it is not known (keep as received). */
export const ethnicityFromJustice = (code: string): string | null =>
  JUSTICE.get(code.trim().toUpperCase()) ?? null
