/** Levels rise: exists, involved, headline, content (access.md, question 4). */
export const exists = 1
export const involved = 2
export const headline = 3
export const content = 4

/** At which level each kind of entry shows, as access.md and core-schema.md say. */
export const levelOf: Record<string, number> = {
  person_name: headline,
  birth: headline,
  identity_detail: headline,
  identifier: content,
  reach: content,
  address: content,
  living_situation: headline,
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
  contact: headline,
  contact_words: content,
  contact_place: content,
  contact_other: content,
  appointment: headline,
  need_rating: headline,
  need_note: content,
  assessment: content,
  assessment_item: content,
  warning: headline,
  warning_detail: content,
  plan_goal: content,
  plan_action: content,
  referral: headline,
  referral_detail: content,
}

/** Tables whose every row says where the person is, or was. */
export const alwaysLocates = [
  'address',
  'living_situation',
  'unnamed',
  'contact_place',
  'appointment',
]

/** Tables whose rows only the giving team reads, whatever an agreement says. */
export const ownTeamOnly = ['contact_other', 'unnamed']

/** Tables that tell a name; while a name is protected each agency keeps what it gave itself. */
export const tellsName = ['person_name', 'identity_detail']
