/** Tables in the order in which their rows may be written: what is pointed at comes first. */
export const tableOrder = [
  ...['category', 'code', 'agency', 'team', 'app_user', 'membership', 'membership_team'],
  ...['credential', 'agreement', 'agreement_party', 'receiver_group', 'receiver_group_team'],
  ...['agreement_term', 'entry_class', 'person', 'record', 'link_event', 'record_key'],
  ...['person_name', 'birth', 'identity_detail', 'identifier', 'reach', 'address'],
  ...[
    'living_situation',
    'living_area',
    'relationship',
    'adjustment',
    'own_words',
    'safe_contact',
    'unnamed',
  ],
  ...['involvement', 'involvement_worker', 'handover', 'contact', 'contact_words'],
  ...['contact_place', 'contact_other', 'contact_withdrawal', 'appointment', 'appointment_place'],
  ...['need_rating', 'need_grade', 'need_note', 'assessment', 'assessment_item', 'warning'],
  ...['warning_detail', 'warning_end', 'plan_goal', 'plan_action', 'referral'],
  ...['referral_detail', 'share_grant', 'entry_named', 'choice', 'cohort_member', 'conflict'],
  'confirmation',
  ...['protected_whereabouts', 'protected_whereabouts_team', 'protected_name', 'harm_link'],
  ...['limited_access', 'limited_access_named', 'death', 'link_candidate'],
] as const
