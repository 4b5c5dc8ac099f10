/** The first question of the minute note: four tiles, in a worker's words. */
export const WHAT_HAPPENED = [
  { key: 'seen', label: 'Seen' },
  { key: 'phone', label: 'Spoke by phone' },
  { key: 'tried', label: 'Tried, not seen' },
  { key: 'other', label: 'Something else' },
] as const

/** When: nearly always just now, or not a day ago. The last is asked in three boxes. */
export const WHEN = [
  { key: 'now', label: 'Just now' },
  { key: 'morning', label: 'This morning' },
  { key: 'night', label: 'Last night' },
  { key: 'yesterday', label: 'Yesterday' },
  { key: 'earlier', label: 'Earlier' },
] as const

/** How a contact was made, where nobody said. */
export const NOT_SAID = 'not_said'

/** Who may read. The author may narrow and never widen. */
export const AUDIENCES = [
  { key: 'agreed', label: 'As agreed' },
  { key: 'team', label: 'My team only' },
  { key: 'named', label: 'Named people' },
] as const

/** Not outcomes of a try. All others are: nobody was at fault, and each is told apart. */
export const NOT_TRIED: readonly string[] = ['kept', 'information']
