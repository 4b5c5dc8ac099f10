/** Twelve months that end with a quarter, both days counted, `YYYY-MM-DD`. */
export type Period = { from: string; to: string }

const text = (date: Date) => date.toISOString().slice(0, 10)

/** The twelve months up to each of the last `count` quarters ended before a day, newest first. */
export function quarterEndsBefore(day: string, count: number): Period[] {
  const [year = 0, month = 1] = day.split('-').map(Number)
  const firstOfQuarter = Math.floor((month - 1) / 3) * 3
  return Array.from({ length: count }, (_, back) => ({
    from: text(new Date(Date.UTC(year - 1, firstOfQuarter - 3 * back, 1))),
    to: text(new Date(Date.UTC(year, firstOfQuarter - 3 * back, 0))),
  }))
}
