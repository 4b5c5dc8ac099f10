/** Levels rise: exists, involved, headline, content (question 4). */
export const exists = 1
export const involved = 2
export const headline = 3
export const content = 4

/** At which level each kind of entry shows, written anew: docs/rules/who-may-see-what.md. */
export const levelOf: Record<string, number> = {
  person_name: headline,
  birth: headline,
  identity_detail: headline,
  identity_words: content,
  identifier: content,
  reach: content,
  address: content,
  living_situation: headline,
  living_area: content,
  relationship: content,
  adjustment: headline,
  own_words: headline,
  safe_contact: headline,
  choice: content,
  protected_whereabouts: headline,
  protected_name: content,
  limited_access: headline,
  harm_link: content,
  unnamed: headline,
  death: headline,
  involvement: involved,
  involvement_worker: involved,
  handover: content,
  contact: headline,
  contact_words: content,
  contact_place: content,
  contact_other: content,
  contact_withdrawal: content,
  appointment: headline,
  appointment_place: content,
  hard_time: headline,
  need_rating: headline,
  need_grade: content,
  need_note: content,
  assessment: content,
  assessment_item: content,
  warning: headline,
  warning_detail: content,
  warning_end: content,
  plan_goal: content,
  plan_action: content,
  plan_asked: content,
  plan_review: content,
  plan_strength: content,
  held_plan: headline,
  referral: headline,
  referral_detail: content,
}

/** Tables whose every row says where the person is, or was. */
export const alwaysLocates = [
  'address',
  'living_situation',
  'living_area',
  'unnamed',
  'contact_place',
  'appointment',
  'appointment_place',
  'contact_withdrawal',
  'handover',
  'relationship',
  'need_note',
  'plan_goal',
  'plan_action',
  'plan_asked',
  'plan_review',
  'plan_strength',
]

/** Tables whose rows only the giving team reads, whatever an agreement says. */
export const ownTeamOnly = ['contact_other', 'unnamed']

/**
 * Tables that tell a name, or by standing without one that it was changed; while a name is
 * protected each agency keeps what it gave itself.
 */
export const tellsName = [
  ...['person_name', 'identity_detail', 'identity_words'],
  ...['birth', 'identifier', 'reach'],
]

/** Numbers that every service holds; any other says whose number it is. */
export const everybodysNumbers = ['nhs', 'nino']

/** Tables whose rows the giving agency alone reads, whatever an agreement says. */
export const ownAgencyOnly = ['protected_name', 'contact_withdrawal']

/** Tables whose entries have parts, in tables of their own. */
export const havingParts = [
  ...['contact', 'appointment', 'need_rating', 'assessment', 'identity_detail'],
  ...['living_situation', 'involvement', 'warning', 'referral'],
]
