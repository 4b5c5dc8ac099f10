/** The first question of the minute note: four tiles, in a worker's words. */
export const WHAT_HAPPENED = [
  { key: 'seen', label: 'Seen' },
  { key: 'phone', label: 'Spoke by phone' },
  { key: 'tried', label: 'Tried, not seen' },
  { key: 'other', label: 'Something else' },
] as const

/** When: nearly always just now. */
export const WHEN = [
  { key: 'now', label: 'Just now' },
  { key: 'earlier', label: 'Earlier' },
] as const

/** Who may read. The author may narrow and never widen. */
export const AUDIENCES = [
  { key: 'agreed', label: 'As agreed' },
  { key: 'team', label: 'My team only' },
  { key: 'named', label: 'Named people' },
] as const

/** Not outcomes of a try. All others are: nobody was at fault, and each is told apart. */
export const NOT_TRIED: readonly string[] = ['kept', 'information']
