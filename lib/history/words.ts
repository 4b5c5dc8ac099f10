import { formatDate, formatDateTime } from '@/lib/dates'

// Tables as a reader calls them.
const things: Record<string, string> = {
  contact: 'A contact',
  contact_words: 'A contact’s words',
  contact_place: 'Where and when a contact was',
  contact_withdrawal: 'Why a contact was withdrawn',
  need_rating: 'How a need stands',
  need_grade: 'How severe a need is',
  need_note: 'A note on a need',
  warning: 'A warning',
  warning_detail: 'What a warning rests on',
  warning_end: 'Why a warning ended',
  involvement: 'A team’s work',
  involvement_worker: 'A named worker',
  handover: 'A handover',
  appointment: 'An appointment',
  hard_time: 'A time that does not work',
  appointment_place: 'Where an appointment is',
  address: 'An address',
  living_situation: 'A living situation',
  living_area: 'The area they stay in',
  reach: 'A telephone number or email',
  person_name: 'A name',
  birth: 'A date of birth',
  identifier: 'A number',
  identity_detail: 'What they say of themselves',
  identity_words: 'What they say of themselves, in words',
  relationship: 'Somebody in their life',
  adjustment: 'What makes it easier',
  own_words: 'Their own words',
  safe_contact: 'How to reach them safely',
  choice: 'What they said about sharing',
  protected_whereabouts: 'Protection of whereabouts',
  protected_name: 'Protection of a name',
  limited_access: 'Limited access',
  harm_link: 'Somebody to keep apart from',
  plan_goal: 'A goal',
  plan_action: 'An action',
  plan_asked: 'What they said about a goal',
  plan_review: 'A review of the plan',
  plan_strength: 'What they are good at',
  held_plan: 'A plan that an agency holds',
  referral: 'A referral',
  referral_detail: 'What a referral asks for',
}

/** What was changed: `A contact`. */
export const thingWords = (table: string): string => things[table] ?? 'An entry'

// Columns as a reader calls them; the others read well enough as they are.
const fields: Record<string, string> = {
  withdrawn_at: 'Withdrawn',
  withdrawn_why: 'Why it was withdrawn',
  happened_on: 'Day',
  happened_at: 'Time',
  kind: 'How',
  outcome: 'What came of it',
  ends_on: 'Last day',
  ended_on: 'No longer so from',
  until_on: 'Until',
  used_until: 'Used until',
  ended_at: 'Ended',
  ended_by: 'Ended by',
  end_reason: 'Why it ended',
  worker_name: 'Worker',
  worker_phone: 'Worker’s number',
  user_id: 'Worker',
  lead: 'Leads',
  categories: 'What it is about',
  audience: 'Who may read it',
  person_id: 'Person',
  voice: 'Whose view',
}

/** A field's name as words: `ends_on` to `Last day`. */
export const fieldWords = (field: string): string => {
  if (Object.hasOwn(fields, field)) return fields[field] ?? field
  const words = field.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A stored value as a reader says it; what is not there is `nothing`. */
export function valueWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (Array.isArray(value)) return value.length > 0 ? value.map(valueWords).join(', ') : 'nothing'
  if (typeof value !== 'string') return JSON.stringify(value)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return formatDate(value)
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return formatDateTime(new Date(value))
  return /^[0-9a-f-]{36}$/.test(value) ? 'a colleague' : value.replaceAll('_', ' ')
}
