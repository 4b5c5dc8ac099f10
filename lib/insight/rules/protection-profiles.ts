import { makePerturbationTable, type PerturbationTable } from './perturbation-table'
import type { PerturbationParameters } from './perturbation-parameters'

/** Who may read a publication made under a profile decides how much its counts are changed. */
export const profiles = {
  /** Anything public, and the place map. */
  open: { D: 10, V: 8, js: 4, pstay: 0 },
  /** Named commissioners under an agreement. */
  commissioner: { D: 5, V: 3, js: 2, pstay: 0 },
} as const satisfies Record<string, PerturbationParameters>

export type Profile = keyof typeof profiles

const made = new Map<Profile, PerturbationTable>()

/** The perturbation table of a profile, made once. */
export function tableOfProfile(profile: Profile): PerturbationTable {
  const table = made.get(profile) ?? makePerturbationTable(profiles[profile])
  made.set(profile, table)
  return table
}
