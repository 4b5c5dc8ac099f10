/**
 * A time of day as people write it, to `HH:MM`: `9`, `9.30`, `09:30`, `0930`, `9:30am`, `2pm`,
 * `noon`. Takes small letters; null when the text is no time.
 */
export function readTime(text: string): string | null {
  if (text === 'noon' || text === 'midday') return '12:00'
  const match = /^(\d{1,2})(?:[:.]?([0-5]\d))?(?::[0-5]\d)?\s*(am|pm)?$/.exec(text)
  if (!match) return null
  const hour = Number(match[1])
  const half = match[3]
  if (half ? hour < 1 || hour > 12 : hour > 23) return null
  const hour24 = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour
  return `${String(hour24).padStart(2, '0')}:${match[2] ?? '00'}`
}
