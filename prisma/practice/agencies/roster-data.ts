import type { Role } from './agency-types'

/** One place in a team. A name is fixed where pictures and documents name the person. */
export type Post = {
  teamKey: string | null
  agencyKey: string
  role: Role
  jobTitle: string
  name?: string
  pronouns?: string
  phone?: string
  /** Days from today: when they came, and when they left. */
  fromDay?: number
  untilDay?: number
}

type Line = string

/** team | job title | how many practitioners now | who left (days ago) | who came (days ago). */
const staff: Line[] = [
  'probation-north|Probation officer|6|400|400',
  'probation-south|Probation officer|5|620|600',
  'meadow-tenancy|Tenancy support worker|2|310|300',
  'meadow-lettings|Lettings officer|1||',
  'riverside-hostel|Project worker|2|500|490',
  'riverside-homes|Support worker|2||',
  'options-assessment|Housing officer|2|260|250',
  'options-temporary|Housing officer|1||',
  'asc-duty|Social worker|1||',
  'asc-longterm|Social worker|2||',
  'hf-team|Housing First worker|1|700|690',
  'lantern-centre|Support worker|2||',
  'lantern-outreach|Outreach worker|2||',
  'cmh-community|Community psychiatric nurse|2|200|190',
  'cmh-crisis|Mental health nurse|1||',
  'dna-recovery|Recovery worker|2|450|440',
  'dna-clinic|Nurse prescriber|1||',
  'gp-practice|Practice nurse|1||',
  'hospital-liaison|Liaison nurse|1||',
  'jobcentre-central|Work coach|1|350|340',
  'jobcentre-eastgate|Work coach|2||',
  'dwp-decisions|Decision maker|1||',
  'police-neighbourhood|Police constable|1||',
  'police-offenders|Police sergeant|1||',
  'haven-refuge|Refuge worker|1||',
  'haven-community|Independent domestic violence adviser|2||',
  'debt-team|Money adviser|2||',
  'youth-team|Youth worker|2||',
  'legal-housing|Welfare rights adviser|1||',
  'legal-immigration|Immigration adviser|1||',
]

const named: Post[] = [
  ['probation-north', 'practitioner', 'Probation officer', 'Priya Shah', '102', 'she/her'],
  ['probation-north', 'practitioner', 'Probation officer', 'Ben Carter', '106', 'he/him'],
  ['probation-north', 'practitioner', 'Probation officer', 'Ifeoma Nnadi', '107', 'she/her'],
  ['probation-north', 'manager', 'Senior probation officer', 'Helen Price', '108', 'she/her'],
  ['hf-team', 'practitioner', 'Housing First worker', 'Amina Yusuf', '142', 'she/her'],
  ['jobcentre-central', 'practitioner', 'Work coach', 'Tom Reilly', '119', 'he/him'],
  ['cmh-community', 'practitioner', 'Community psychiatric nurse', 'Joy Mensah', '177', 'she/her'],
  ['dna-recovery', 'practitioner', 'Recovery worker', 'Sam Doyle', '133', 'they/them'],
].map(([teamKey = '', role, jobTitle = '', name, phone, pronouns]) => ({
  teamKey,
  agencyKey: teamKey.slice(0, teamKey.indexOf('-')),
  role: role as Role,
  jobTitle,
  name,
  phone: `01632 960${phone}`,
  pronouns,
}))

const post = (teamKey: string, role: Role, jobTitle: string): Post => ({
  teamKey,
  agencyKey: teamKey.slice(0, teamKey.indexOf('-')),
  role,
  jobTitle,
})

const wide = (agencyKey: string, role: Role, jobTitle: string, name?: string): Post => ({
  teamKey: null,
  agencyKey,
  role,
  jobTitle,
  name,
})

const others: Post[] = [
  post('hf-team', 'manager', 'Housing First manager'),
  post('cmh-community', 'manager', 'Clinical team leader'),
  post('dna-recovery', 'manager', 'Service manager'),
  post('lantern-centre', 'manager', 'Day centre manager'),
  post('haven-refuge', 'manager', 'Refuge manager'),
  post('jobcentre-central', 'manager', 'Work coach team leader'),
  post('asc-duty', 'manager', 'Practice lead'),
  wide('options', 'manager', 'Housing Options manager'),
  post('lantern-centre', 'limited_worker', 'Volunteer'),
  post('dna-recovery', 'limited_worker', 'Peer mentor'),
  post('asc-longterm', 'limited_worker', 'Student social worker'),
  post('riverside-hostel', 'limited_worker', 'Night cover worker'),
  post('desk-team', 'record_steward', 'Record steward'),
  post('desk-team', 'custodian', 'Custodian on call'),
  post('desk-team', 'custodian', 'Deputy custodian'),
  wide('desk', 'administrator', 'Partnership administrator'),
  wide('desk', 'information_officer', 'Partnership information officer'),
  wide('probation', 'information_officer', 'Information officer'),
  wide('options', 'information_officer', 'Information governance officer'),
  wide('cmh', 'information_officer', 'Caldicott and records officer'),
  wide('probation', 'administrator', 'Business manager'),
  {
    ...post('desk-commissioning', 'commissioner', 'Commissioner, adults and inclusion'),
    name: 'Ruth Adeyemi',
    phone: '01632 960122',
    pronouns: 'she/her',
  },
  post('desk-commissioning', 'commissioner', 'Public health commissioner'),
  // Whoever sends an agency's own list in.
  wide('probation', 'record_steward', 'Data steward'),
  wide('options', 'record_steward', 'Data steward'),
  wide('cmh', 'record_steward', 'Data steward'),
  wide('jobcentre', 'record_steward', 'Data steward'),
]

function practitioners(line: Line): Post[] {
  const [teamKey = '', jobTitle = '', count, left, came] = line.split('|')
  const one = post(teamKey, 'practitioner', jobTitle)
  const now = Array.from({ length: Number(count) }, (_, i): Post =>
    came && i === 0 ? { ...one, fromDay: -Number(came) } : one,
  )
  return left ? [...now, { ...one, untilDay: -Number(left) }] : now
}

/** Every post of the practice place, people named in pictures first. */
export const posts: Post[] = [...named, ...staff.flatMap(practitioners), ...others]
