import { roleNames, roles, rolesOfTheDesk } from '@/lib/access/policy'

/**
 * What a team may have to do with what it reads. Enforcement and benefit decision receive nothing
 * by screen.
 */
export const TEAM_FUNCTIONS = [
  { key: 'support', label: 'Support' },
  { key: 'clinical', label: 'Clinical care' },
  { key: 'dual', label: 'Support and enforcement', hint: 'Probation, for one' },
  { key: 'enforcement', label: 'Enforcement', hint: 'Receives nothing of others by screen' },
  {
    key: 'benefit_decision',
    label: 'Benefit decisions',
    hint: 'Receives nothing of others by screen',
  },
] as const

/** Kinds of agency that sign in. Employers, cafés and faith groups are directory entries only. */
export const AGENCY_KINDS = [
  { key: 'probation', label: 'Probation' },
  { key: 'police', label: 'Police' },
  { key: 'housing_options', label: 'Council housing options' },
  { key: 'housing_provider', label: 'Housing provider' },
  { key: 'housing_first', label: 'Housing First' },
  { key: 'day_centre', label: 'Day centre or outreach' },
  { key: 'mental_health', label: 'Mental health' },
  { key: 'drug_alcohol', label: 'Drugs and alcohol' },
  { key: 'gp', label: 'General practice' },
  { key: 'hospital', label: 'Hospital' },
  { key: 'social_care', label: 'Social care' },
  { key: 'domestic_abuse', label: 'Domestic abuse' },
  { key: 'jobcentre', label: 'Jobcentre' },
  { key: 'benefits', label: 'Benefits' },
  { key: 'debt_advice', label: 'Debt advice' },
  { key: 'legal_advice', label: 'Legal advice' },
  { key: 'youth', label: 'Youth service' },
  { key: 'other', label: 'Another kind' },
] as const

/** Kinds that are in the database and not offered: the host, and directory entries. */
const OTHER_KINDS: Readonly<Record<string, string>> = {
  partnership: 'Partnership desk',
  employer: 'Employer',
  cafe: 'Café',
  faith_group: 'Faith group',
}

/** A kind of agency in words. */
export const agencyKind = (key: string): string =>
  AGENCY_KINDS.find((kind) => kind.key === key)?.label ?? OTHER_KINDS[key] ?? key

/** Names of the code lists, for administrators. */
export const LIST_NAMES: Readonly<Record<string, string>> = {
  contact_kind: 'How a contact was made',
  contact_outcome: 'What came of a contact',
  need_domain: 'Needs',
  need_state: 'Whether there is a need',
  severity: 'How severe a need is',
  trend: 'Which way a need is going',
  abuse_direction: 'Harmed by or causing harm',
  referral_reason: 'Why a referral is made',
  refusal_reason: 'Why a referral is refused',
  end_reason: 'Why work ended',
  warning_kind: 'Warnings',
  warning_told: 'Whether the person was told of a warning',
  relationship_kind: 'Relationships',
  adjustment: 'Adjustments',
  channel: 'Ways to reach somebody',
  reach_kind: 'Telephone and email',
  name_kind: 'Kinds of name',
  fact_source: 'Where a fact comes from',
  sex: 'Sex',
  gender: 'Gender',
  accommodation: 'Living situations',
  ethnicity: 'Ethnic groups',
  language: 'Languages',
}

/** Roles as choices. */
export const ROLES = roles.map((key) => ({ key, label: roleNames[key] }))

/** Roles that an agency may give: some are the partnership desk’s alone. */
export const rolesOf = (host: boolean) =>
  ROLES.filter(({ key }) => host || !rolesOfTheDesk.includes(key))
