import type { Agency } from './agency-types'

type Row = [
  key: string,
  institution: string,
  name: string,
  shortName: string,
  kind: string,
  phone: string,
  localRefPattern: string,
]

const rows: Row[] = [
  ['probation', 'Probation Service', 'Probation', 'Probation', 'probation', '100', 'PB#####'],
  ['meadow', 'Meadow Homes', 'Meadow Homes', 'Meadow Homes', 'housing_provider', '110', 'MH#####'],
  [
    'riverside',
    'Riverside Living',
    'Riverside Living',
    'Riverside',
    'housing_provider',
    '112',
    'RL-####',
  ],
  [
    'options',
    'Wrenford City Council',
    'Housing Options',
    'Housing',
    'housing_options',
    '114',
    'HA######',
  ],
  [
    'asc',
    'Wrenford City Council',
    'Adult Social Care',
    'Social care',
    'social_care',
    '115',
    'AS######',
  ],
  [
    'hf',
    'Housing First Wrenford',
    'Housing First',
    'Housing First',
    'housing_first',
    '140',
    'HF###',
  ],
  ['lantern', 'The Lantern', 'The Lantern day centre', 'Day centre', 'day_centre', '145', 'L####'],
  [
    'cmh',
    'Wren Valley Partnership Trust',
    'Community mental health',
    'Health',
    'mental_health',
    '175',
    'WV######',
  ],
  [
    'dna',
    'Clearway',
    'Drug and alcohol service',
    'Drug and alcohol',
    'drug_alcohol',
    '130',
    'CW#####',
  ],
  ['gp', 'Millgate Surgery', 'Millgate Surgery', 'GP', 'gp', '150', 'MG#####'],
  [
    'hospital',
    'Wrenford General Hospital',
    'Hospital liaison',
    'Hospital',
    'hospital',
    '152',
    'H#######',
  ],
  [
    'jobcentre',
    'Department for Work and Pensions',
    'Jobcentre Plus',
    'Jobcentre',
    'jobcentre',
    '118',
    'JC######',
  ],
  [
    'dwp',
    'Department for Work and Pensions',
    'DWP benefit decisions',
    'DWP',
    'benefits',
    '123',
    'DM######',
  ],
  ['police', 'Wrenshire Police', 'Wrenshire Police', 'Police', 'police', '101', 'WP/#####'],
  [
    'haven',
    'Haven Wrenford',
    'Haven domestic abuse service',
    'Haven',
    'domestic_abuse',
    '160',
    'HV####',
  ],
  [
    'debt',
    'Wrenford Money Advice',
    'Wrenford Money Advice',
    'Debt advice',
    'debt_advice',
    '165',
    'MA####',
  ],
  ['youth', 'Kite Youth Project', 'Kite youth service', 'Youth service', 'youth', '167', 'K####'],
  ['legal', 'Wrenford Law Centre', 'Law Centre', 'Law Centre', 'legal_advice', '168', 'LC#####'],
  [
    'desk',
    'Wrenford City Council',
    'Partnership desk',
    'Partnership desk',
    'partnership',
    '111',
    'PD###',
  ],
]

const directory: Row[] = [
  ['stannes', "St Anne's Church", "St Anne's open table", "St Anne's", 'faith_group', '190', ''],
  ['bakery', 'Tollgate Bakery', 'Tollgate Bakery', 'Tollgate Bakery', 'employer', '191', ''],
  ['teapot', 'The Blue Teapot', 'The Blue Teapot café', 'Blue Teapot', 'cafe', '192', ''],
]

const toAgency =
  (signsIn: boolean) =>
  (row: Row): Agency => {
    const [key, institution, name, shortName, kind, phone, localRefPattern] = row
    const nameIsSensitive = key === 'haven'
    const impliesPlace = ['haven', 'riverside', 'gp'].includes(key)
    return {
      key,
      institution,
      name,
      shortName,
      kind,
      signsIn,
      nameIsSensitive,
      impliesPlace,
      phone: `01632 960${phone}`,
      localRefPattern,
    }
  }

/** Eighteen agencies that sign in, the partnership desk, and three directory entries. */
export const agencies: Agency[] = [...rows.map(toAgency(true)), ...directory.map(toAgency(false))]
