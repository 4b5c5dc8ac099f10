import type { ContactKind } from './work-types'

/** Where a team sees people when they come to it. */
export const offices: Record<string, string> = {
  'probation-north': 'Castle House',
  'probation-south': 'Southgate Court',
  'meadow-tenancy': 'Meadow Homes, Tollgate',
  'meadow-lettings': 'Meadow Homes, Tollgate',
  'riverside-hostel': 'Quayside House',
  'riverside-homes': 'Riverside office, Mill Lane',
  'options-assessment': 'the Council House, desk 4',
  'options-temporary': 'the Council House',
  'asc-duty': 'the Council House',
  'asc-longterm': 'Brook Street centre',
  'hf-team': 'Housing First, above the library',
  'lantern-centre': 'the day centre',
  'lantern-outreach': 'the day centre',
  'cmh-community': 'Larch House',
  'cmh-crisis': 'Larch House',
  'dna-recovery': 'Clearway, Bell Street',
  'dna-clinic': 'Clearway, Bell Street',
  'gp-practice': 'Millgate Surgery',
  'hospital-liaison': 'Wrenford General',
  'jobcentre-central': 'Central Jobcentre',
  'jobcentre-eastgate': 'Eastgate Jobcentre',
  'dwp-decisions': 'by post',
  'police-neighbourhood': 'Bridge Street station',
  'police-offenders': 'Bridge Street station',
  'haven-refuge': 'the refuge',
  'haven-community': 'a safe room we agreed',
  'debt-team': 'Wrenford Money Advice',
  'youth-team': 'Kite, the old fire station',
  'legal-housing': 'the Law Centre',
  'legal-immigration': 'the Law Centre',
}

/** Spots where outreach meets people. */
export const spots = [
  'the car park behind the market',
  'the canal steps',
  'the bus station',
  'the doorway of the old bank',
  'the cathedral gardens',
  'under the ring road by Tollgate',
  'the park pavilion',
  'the back of the leisure centre',
]

/** How a team mostly meets people, by weight. */
export const usual: Record<string, readonly (readonly [ContactKind, number])[]> = {
  probation: [
    ['office', 8],
    ['phone', 2],
    ['home_visit', 1],
  ],
  meadow: [
    ['home_visit', 4],
    ['phone', 4],
    ['office', 2],
    ['letter', 1],
  ],
  riverside: [
    ['office', 6],
    ['home_visit', 3],
    ['with_agency', 1],
  ],
  options: [
    ['phone', 5],
    ['office', 4],
    ['letter', 1],
  ],
  asc: [
    ['home_visit', 6],
    ['phone', 3],
    ['with_agency', 1],
  ],
  hf: [
    ['home_visit', 4],
    ['centre', 2],
    ['phone', 2],
    ['text', 2],
    ['with_agency', 1],
  ],
  lantern: [
    ['centre', 8],
    ['with_agency', 1],
  ],
  cmh: [
    ['office', 5],
    ['home_visit', 4],
    ['phone', 2],
  ],
  dna: [
    ['office', 7],
    ['phone', 2],
    ['group', 1],
  ],
  gp: [
    ['office', 7],
    ['phone', 3],
  ],
  hospital: [
    ['ward', 8],
    ['with_agency', 1],
  ],
  jobcentre: [
    ['office', 7],
    ['phone', 3],
  ],
  dwp: [['decision', 1]],
  police: [
    ['street', 3],
    ['phone', 1],
  ],
  haven: [
    ['office', 4],
    ['phone', 6],
  ],
  debt: [
    ['office', 5],
    ['phone', 5],
  ],
  youth: [
    ['centre', 5],
    ['text', 2],
    ['street', 1],
  ],
  legal: [
    ['office', 6],
    ['phone', 3],
    ['letter', 1],
  ],
}
