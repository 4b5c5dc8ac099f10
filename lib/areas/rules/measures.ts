/** Figures about areas that are not counts of residents by age. Keys of `area_measure`. */
export const measureLabels = {
  imd_rank: 'Deprivation rank (1 is the most deprived)',
  imd_decile: 'Deprivation tenth (1 is the most deprived)',
  imd_score: 'Deprivation score',
  income_decile: 'Income: tenth',
  employment_decile: 'Employment: tenth',
  education_decile: 'Education, skills and training: tenth',
  health_decile: 'Health and disability: tenth',
  crime_decile: 'Crime: tenth',
  housing_decile: 'Barriers to housing and services: tenth',
  environment_decile: 'Living environment: tenth',
  ethnic_asian: 'Residents: Asian, Asian British or Asian Welsh',
  ethnic_black: 'Residents: Black, Black British, Caribbean or African',
  ethnic_mixed: 'Residents: mixed or multiple ethnic groups',
  ethnic_other: 'Residents: other ethnic group',
  ethnic_white: 'Residents: White',
  disabled: 'Residents disabled under the Equality Act',
  disability_residents: 'Residents counted in the disability table',
} as const
export type MeasureKey = keyof typeof measureLabels

/** What a heading may say, in small letters with single spaces, and the figure it means. */
const patterns: [RegExp, MeasureKey][] = [
  [/^(index of multiple deprivation )?imd( ?\d{4})? rank\b/, 'imd_rank'],
  [/^(index of multiple deprivation )?imd( ?\d{4})? decile\b/, 'imd_decile'],
  [/^(index of multiple deprivation )?imd( ?\d{4})? score\b/, 'imd_score'],
  [/^income decile\b/, 'income_decile'],
  [/^employment decile\b/, 'employment_decile'],
  [/^education( skills and training)? decile\b/, 'education_decile'],
  [/^health( deprivation and disability)? decile\b/, 'health_decile'],
  [/^crime decile\b/, 'crime_decile'],
  [/^(barriers to )?housing( and services)? decile\b/, 'housing_decile'],
  [/^(living )?environment decile\b/, 'environment_decile'],
  [/^eth(nic)? asian\b/, 'ethnic_asian'],
  [/^eth(nic)? black\b/, 'ethnic_black'],
  [/^eth(nic)? mixed\b/, 'ethnic_mixed'],
  [/^eth(nic)? other\b/, 'ethnic_other'],
  [/^eth(nic)? white\b/, 'ethnic_white'],
  [/^disabled( ea)?$/, 'disabled'],
  [/^disability table residents$/, 'disability_residents'],
]

/** The figure a heading means (already in small letters with single spaces), or null. */
export const measureOf = (heading: string): MeasureKey | null =>
  patterns.find(([pattern]) => pattern.test(heading))?.[1] ?? null

/** Why a figure cannot be right, or null. Ranks and counts are whole; tenths run from 1 to 10. */
export function measureFault(key: MeasureKey, value: number): string | null {
  if (key.endsWith('_decile') && !(Number.isInteger(value) && value >= 1 && value <= 10)) {
    return 'must be a whole number from 1 to 10'
  }
  if (key === 'imd_rank' && !(Number.isInteger(value) && value >= 1)) {
    return 'must be a whole number from 1'
  }
  const isCount = key.startsWith('ethnic_') || key.startsWith('disab')
  if (isCount && !(Number.isInteger(value) && value >= 0)) return 'must be a whole number'
  return null
}
