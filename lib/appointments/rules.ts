import { londonDate } from '@/lib/dates'

type Timed = { id: string; startsAt: string; minutes: number; place: string | null }

/**
 * Minutes allowed to get from one place in the city to another, when both ends differ or are not
 * known.
 */
export const travelMinutes = 45

/**
 * Dates that get in each other's way: each day's items that start before another has ended, with
 * time to get there.
 */
export function clashesOf<T extends Timed>(dates: readonly T[]): T[][] {
  const sorted = [...dates].sort((one, other) => one.startsAt.localeCompare(other.startsAt))
  const groups: T[][] = []
  for (const item of sorted) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    if (last && before && overlap(before, item)) last.push(item)
    else groups.push([item])
  }
  return groups.filter((group) => group.length > 1)
}

function overlap(one: Timed, other: Timed): boolean {
  if (londonDate(new Date(one.startsAt)) !== londonDate(new Date(other.startsAt))) return false
  const samePlace = one.place !== null && one.place === other.place
  const free = Date.parse(one.startsAt) + (one.minutes + (samePlace ? 0 : travelMinutes)) * 60_000
  return Date.parse(other.startsAt) < free
}
