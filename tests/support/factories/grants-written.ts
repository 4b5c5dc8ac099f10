/**
 * All that the runtime logins may do to tables, written down. `r` read, `a` add, `w` change,
 * `d` delete; columns in brackets where not the whole table. The catalogue test compares it with
 * what the database says: a new grant is a decision, and is made here too.
 */
const entries =
  `person_name birth identity_detail identity_words identifier reach address living_situation
  living_area relationship adjustment own_words safe_contact choice protected_name handover contact
  contact_words contact_place contact_other contact_withdrawal need_rating need_grade need_note
  assessment assessment_item warning warning_detail warning_end
  plan_goal plan_action plan_asked plan_review plan_strength held_plan hard_time
  appointment appointment_place`.split(/\s+/)

/** Given by hand, and read in part. */
const halfRead = ['death']

const byFunctionOnly = `harm_link unnamed involvement involvement_worker
  referral referral_detail`.split(/\s+/)

/** All that is read of what protects somebody: why is for whoever protected them. */
const head =
  `id person_id record_id agency_id team_id class_id categories audience given_by given_at
  version set_on review_on ended_at ended_by`.replaceAll(/\s+/g, ' ')

const read = `person record person_access cohort_member change agency team category
  entry_class code agreement agreement_party agreement_term receiver_group group_answer
  receiver_group_team party_asked
  membership membership_team`.split(/\s+/)

const areas = `area area_set area_lookup area_population area_measure area_feature postcode`.split(
  /\s+/,
)

const changes: Record<string, string> = {
  contact: 'withdrawn_at',
  need_rating: 'withdrawn_at withdrawn_why',
  assessment: 'withdrawn_at withdrawn_why',
  involvement: 'ends_on end_reason',
  involvement_worker: 'ends_on lead',
  warning: 'ended_at',
  birth: 'ended_on',
  identity_detail: 'ended_on',
  identifier: 'ended_on',
  reach: 'ended_on',
  relationship: 'ended_on',
  adjustment: 'ended_on',
  own_words: 'ended_on',
  safe_contact: 'ended_on',
  address: 'until_on',
  living_situation: 'until_on',
  choice: 'withdrawn_at',
  harm_link: 'ended_at',
  protected_name: 'ended_at',
  person_name: 'used_until',
  plan_goal: 'ended_on outcome',
  plan_action: `owner_user_id taken_on_at due_on moved_from moved_why done_on not_done_on
    not_done_why withdrawn_on`.replaceAll(/\s+/g, ' '),
  plan_review: 'held_on outcome present dropped_on',
  plan_strength: 'ended_on',
  held_plan: 'ended_on',
  hard_time: 'ended_on',
  appointment: `starts_at minutes agreed_on moved_from outcome missed_why cancelled_by
    other_answer`.replaceAll(/\s+/g, ' '),
}

const columns = (table: string, verb: string, names: string) =>
  names.split(' ').map((name) => `${verb} ${table}.${name}`)

const whole = (verb: string, tables: string[]) => tables.map((table) => `${verb} ${table}`)

const forBoth = [
  ...whole('r', [...entries, ...byFunctionOnly, ...read, ...areas]).filter(
    (line) => line !== 'r record',
  ),
  // All but the key that its hashes in the log are made under.
  ...columns('record', 'r', 'id person_id agency_id local_ref origin batch_id confirmed'),
  ...columns('record', 'r', 'created_at closed_at keep_until hold'),
  ...columns('protected_whereabouts', 'r', head),
  ...columns('limited_access', 'r', `${head} custodian_id`),
  ...columns(
    'death',
    'r',
    head.replace('set_on review_on ended_at ended_by', 'died_on withdrawn_at withdrawn_by'),
  ),
  ...columns('app_user', 'r', 'id name phone ended_at'),
  // All but what is made up with its secret.
  ...columns('installation', 'r', 'id mode place'),
]

/** Lines such as `r contact` or `w contact.kind`, by login. */
export const grantsWritten: Record<'app' | 'worker' | 'insight' | 'publisher', string[]> = {
  app: [
    ...forBoth,
    ...whole('a', [...entries, ...halfRead]),
    ...Object.entries(changes).flatMap(([table, names]) => columns(table, 'w', names)),
    ...['r', 'a', 'w', 'd'].map((verb) => `${verb} draft`),
    ...['r', 'a'].map((verb) => `${verb} idempotency`),
    'w idempotency.went_to',
    'r notice',
    'w notice.seen_at',
  ],
  worker: forBoth,
  insight: whole('r', areas),
  // It counts in the extract (schema frozen), and reads nothing else.
  publisher: [],
}

/** Tables without rows about people, and so without row security. Short, and every one named. */
export const withoutRowSecurity = [
  ...areas,
  ...read.filter(
    (table) => !['person', 'record', 'person_access', 'cohort_member', 'change'].includes(table),
  ),
  'app_user',
  'installation',
  '_prisma_migrations',
  '_security_applied',
]

/**
 * Tables that name a person without a record: all others hang on a record, so links can be undone.
 */
export const personAlone = [
  'record',
  'urgent_access',
  'access_log',
  'person_access',
  'share_grant',
  'cohort_member',
  'conflict',
  'notice',
  'audit_event',
  'disclosure',
  'incident',
  'rights_request',
]

/** Tables besides the entries whose every change writes a sealed line. */
export const audited =
  `agreement agreement_party party_asked agreement_term receiver_group group_answer
  receiver_group_team cohort_member agency team app_user membership membership_team role_offer record
  link_event not_same conflict
  referral_step handing_over share_grant urgent_access protected_whereabouts_team limited_access_named entry_named
  link_candidate taking_away confirmation match_version import_batch incident rights_request erasure source_row
  round invited action paper version evidence comment`.split(/\s+/)
