import { tableOfProfile, type Profile } from './rules/protection-profiles'

/** How likely it is that a true count is published as 0: a share from 0 to 1. */
export function chanceOfZero(profile: Profile, count: number): number {
  const { rows } = tableOfProfile(profile)
  const row = rows[Math.min(count, rows.length - 1)] ?? []
  return row.filter(({ j }) => j === 0).reduce((sum, { from, to }) => sum + to - from, 0)
}

/** How likely each change of a large count is, from the largest down to the largest up. */
export function listChances(profile: Profile): { change: number; chance: number }[] {
  const row = tableOfProfile(profile).rows.at(-1) ?? []
  return row.map(({ v, from, to }) => ({ change: v, chance: to - from }))
}

/** The change that a share of all published figures keep within, up or down. In people. */
export function changeWithin(profile: Profile, share: number): number {
  const chances = listChances(profile)
  const most = Math.max(0, ...chances.map(({ change }) => Math.abs(change)))
  const within = (size: number) =>
    chances
      .filter(({ change }) => Math.abs(change) <= size)
      .reduce((sum, { chance }) => sum + chance, 0)
  for (let size = 0; size < most; size++) if (within(size) >= share) return size
  return most
}
