/** What a date is called, read wherever its headline is: never what it is for. */
export const APPOINTMENT_KINDS = [
  { key: 'meeting', label: 'Appointment' },
  { key: 'visit', label: 'Visit' },
  { key: 'supervision', label: 'Supervision' },
  { key: 'work_search', label: 'Work search' },
  { key: 'housing', label: 'Housing appointment' },
  { key: 'viewing', label: 'Viewing' },
  { key: 'clinic', label: 'Clinic' },
  { key: 'advice', label: 'Advice' },
  { key: 'assessment', label: 'Assessment' },
  { key: 'review', label: 'Review' },
  { key: 'court', label: 'Court' },
  { key: 'sanction', label: 'Date that a sanction hangs on' },
] as const

/** Dates that cost much to miss: nothing else is put beside them. */
export const WEIGHTY: readonly string[] = ['court', 'sanction']

/** What became of a date. */
export const BECAME = [
  { key: 'kept', label: 'Kept' },
  { key: 'not_seen', label: 'Not seen' },
  { key: 'cancelled_by_person', label: 'Cancelled by the person' },
  { key: 'cancelled_by_us', label: 'Cancelled by us' },
] as const

/** Why a date was missed: what got in the way, and nothing about the person. */
export const MISSED_WHY = [
  { key: 'hard_time', label: 'A time that is hard for them' },
  { key: 'clash', label: 'Another appointment' },
  { key: 'travel', label: 'Could not get there' },
  { key: 'unwell', label: 'Unwell' },
  { key: 'not_told', label: 'Did not know of it' },
  { key: 'custody', label: 'In custody' },
  { key: 'hospital', label: 'In hospital' },
  { key: 'other', label: 'Something else' },
  { key: 'not_known', label: 'Not known' },
] as const

/** What may be done with a date, as its pages are named. */
export const DATE_STEPS = [
  { key: 'agree', label: 'They agreed' },
  { key: 'became', label: 'Record what became of it' },
  { key: 'move', label: 'Move it' },
  { key: 'answer', label: 'Answer the other time' },
  { key: 'offer', label: 'Offer another time' },
  { key: 'undo', label: 'Undo' },
] as const

export type DateStep = (typeof DATE_STEPS)[number]['key']

/** Days of the week as ISO counts them. */
export const WEEKDAYS = [
  { key: 'every', label: 'Every day' },
  { key: '1', label: 'Mondays' },
  { key: '2', label: 'Tuesdays' },
  { key: '3', label: 'Wednesdays' },
  { key: '4', label: 'Thursdays' },
  { key: '5', label: 'Fridays' },
  { key: '6', label: 'Saturdays' },
  { key: '7', label: 'Sundays' },
] as const

/** Ways of looking at dates. */
export const VIEWS = ['list', 'week', 'month'] as const
