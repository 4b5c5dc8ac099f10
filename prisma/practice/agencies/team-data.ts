import type { Category, Team, TeamFunction } from './agency-types'

type Row = [
  key: string,
  agencyKey: string,
  name: string,
  is: TeamFunction,
  categories: string,
  phone: string,
]

const rows: Row[] = [
  ['probation-north', 'probation', 'Probation, north team', 'dual', 'justice', '102'],
  ['probation-south', 'probation', 'Probation, south team', 'dual', 'justice', '103'],
  ['meadow-tenancy', 'meadow', 'Tenancy support', 'support', 'housing', '110'],
  ['meadow-lettings', 'meadow', 'Lettings', 'support', 'housing', '113'],
  ['riverside-hostel', 'riverside', 'Quayside House', 'support', 'housing', '112'],
  ['riverside-homes', 'riverside', 'Supported homes', 'support', 'housing', '116'],
  ['options-assessment', 'options', 'Assessment', 'support', 'housing', '114'],
  ['options-temporary', 'options', 'Temporary housing', 'support', 'housing', '117'],
  ['asc-duty', 'asc', 'Duty and safeguarding', 'support', 'physical_health', '115'],
  ['asc-longterm', 'asc', 'Adults with care needs', 'support', 'physical_health', '120'],
  ['hf-team', 'hf', 'Housing First', 'support', 'housing', '140'],
  ['lantern-centre', 'lantern', 'Day centre', 'support', 'housing', '145'],
  ['lantern-outreach', 'lantern', 'Street outreach', 'support', 'housing whereabouts', '146'],
  ['cmh-community', 'cmh', 'Community mental health', 'clinical', 'mental_health', '175'],
  ['cmh-crisis', 'cmh', 'Crisis and home treatment', 'clinical', 'mental_health', '176'],
  ['dna-recovery', 'dna', 'Recovery workers', 'clinical', 'substance_use', '130'],
  ['dna-clinic', 'dna', 'Prescribing clinic', 'clinical', 'substance_use', '131'],
  ['gp-practice', 'gp', 'Millgate Surgery', 'clinical', 'physical_health', '150'],
  ['hospital-liaison', 'hospital', 'Homeless health liaison', 'clinical', 'physical_health', '152'],
  ['jobcentre-central', 'jobcentre', 'Jobcentre, Central', 'dual', 'work money', '118'],
  ['jobcentre-eastgate', 'jobcentre', 'Jobcentre, Eastgate', 'dual', 'work money', '121'],
  ['dwp-decisions', 'dwp', 'Benefit decisions', 'benefit_decision', 'money', '123'],
  ['police-neighbourhood', 'police', 'Neighbourhood team', 'enforcement', 'justice', '104'],
  ['police-offenders', 'police', 'Integrated offenders unit', 'enforcement', 'justice', '105'],
  ['haven-refuge', 'haven', 'Refuge', 'support', 'domestic_abuse whereabouts', '160'],
  ['haven-community', 'haven', 'Community advocates', 'support', 'domestic_abuse', '161'],
  ['debt-team', 'debt', 'Money advice', 'support', 'money', '165'],
  ['youth-team', 'youth', 'Kite, 18 to 25', 'support', 'family work', '167'],
  ['legal-housing', 'legal', 'Housing and welfare law', 'support', 'legal', '168'],
  ['legal-immigration', 'legal', 'Immigration advice', 'support', 'immigration legal', '169'],
  ['desk-team', 'desk', 'Partnership desk', 'support', 'plan', '111'],
  ['desk-commissioning', 'desk', 'Commissioning', 'support', 'plan', '122'],
]

const mayHaveTo: Partial<Record<TeamFunction, string>> = {
  dual: 'This team can read this and may have to act on it.',
  enforcement: 'The police may have to act on this.',
  benefit_decision: 'This team decides on benefits and may have to act on this.',
}

/** Thirty teams that work with people, and two of the partnership desk that do not. */
export const teams: Team[] = rows.map(([key, agencyKey, name, is, categories, phone]) => ({
  key,
  agencyKey,
  name,
  function: is,
  defaultCategories: categories.split(' ') as Category[],
  phone: `01632 960${phone}`,
  mayHaveTo: mayHaveTo[is] ?? null,
}))

/** The team of that key; throws when there is none. */
export function teamOf(key: string): Team {
  const team = teams.find((t) => t.key === key)
  if (!team) throw new Error(`No team ${key}`)
  return team
}
