/**
 * The grid of the first agreement: giver | category | groups | level | (consent, and not counted).
 * Nothing is given that has no line. Probation, the police and DWP get nothing of substance use,
 * mental health, whereabouts or domestic abuse beyond `exists`, save where a line says so. The
 * police and DWP decision makers receive nothing by screen at all, whatever a term says.
 */
export const sharedTerms = `
meadow|housing|homes health care advice probation|content|
meadow|money|homes advice|headline|
meadow|work|homes|involved|
riverside|housing|homes health care advice probation|content|
riverside|whereabouts|homes health care|content|
options|housing|homes health care advice probation|content|
options|housing|work|involved|
options|whereabouts|homes health care|content|
hf|housing|homes health care advice probation|content|
hf|whereabouts|homes health care|content|
hf|whereabouts|probation|headline|consent
hf|family|homes care|content|
hf|family|probation|headline|
hf|money|homes advice|content|
hf|learning|homes health care advice work probation|headline|
lantern|housing|homes health care advice probation|content|
lantern|whereabouts|homes health|content|
lantern|physical_health|health|headline|
lantern|family|homes|headline|
asc|physical_health|health homes|headline|
asc|family|health homes|headline|
asc|mental_health|health|content|
asc|learning|homes health work|headline|
probation|justice|homes health care|headline|
probation|justice|work|involved|
cmh|mental_health|health care|content|
cmh|mental_health|homes|headline|
cmh|mental_health|probation|headline|
cmh|mental_health|work|involved|not-counted
dna|substance_use|health|content|
dna|substance_use|homes care|headline|
dna|substance_use|probation|headline|consent
gp|physical_health|health|content|
gp|physical_health|care homes|headline|
gp|mental_health|health|content|
hospital|physical_health|health care|content|
hospital|physical_health|homes|headline|
hospital|substance_use|health|content|
jobcentre|work|homes advice care|headline|
jobcentre|work|probation|content|
jobcentre|money|homes advice probation|content|consent
haven|domestic_abuse|homes health care probation|exists|not-counted
debt|money|homes|content|
debt|money|work|headline|consent
youth|family|homes health|headline|
youth|work|homes work|headline|
youth|learning|homes health|headline|
legal|legal|homes|headline|consent
police|justice|probation|content|not-counted
police|justice|homes|involved|not-counted
`

/** The grid of the second: people leaving prison, fewer parties, more to probation. */
export const resettlementTerms = `
probation|justice|door|content|
options|housing|probation door|content|
options|whereabouts|door|content|
hf|housing|probation door|content|
riverside|housing|probation door|content|
dna|substance_use|door|headline|
dna|substance_use|probation|content|consent
cmh|mental_health|door|headline|
cmh|mental_health|probation|headline|consent
jobcentre|money|door|headline|
jobcentre|work|probation door|headline|
`

/** Parties of each that give and receive the person's name and the shared plan in full. */
export const sharedParties =
  'meadow riverside options asc hf lantern cmh dna gp hospital jobcentre debt youth legal ' +
  'probation police haven'
export const resettlementParties = 'probation options hf riverside dna cmh jobcentre'
