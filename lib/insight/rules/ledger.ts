import { createHash } from 'node:crypto'
import type { DeclaredTable } from './declared-table'
import type { MemberDigest } from './member-digest'
import type { PerturbationParameters } from './perturbation-parameters'

/** One published table, kept for ever: what was said, under which rules, and who agreed to it. */
export interface LedgerEntry {
  publication: string
  table: DeclaredTable
  parameters: PerturbationParameters
  /** The day of what it counts, like 2026-11-30. */
  countedOn: string
  cells: readonly { key: string; shown: number | null; digest: MemberDigest }[]
  approvedBy: readonly string[]
  /** Names the publication that this one puts right. */
  corrects: string | null
  /** The hash of the entry before, so that none can be changed or left out unseen. */
  before: string | null
}

/** The hash of a table's declaration: the same whatever the order in which its fields were set. */
export const definitionHash = (table: DeclaredTable) => hashOf(table)

/** The hash of an entry, which the next one names. */
export const entryHash = (entry: LedgerEntry) => hashOf(entry)

const leastDays = { city: 85, msoa: 85, ward: 85, lsoa: 360 }

/**
 * Why an entry may not follow the ledger, in words; none when it may. Two people approve; a table
 * keeps its declaration and its parameters for life; it comes out once a quarter, LSOAs once a
 * year; an old publication is never made again, and a correction is a new one.
 */
export function refusalsOfEntry(ledger: readonly LedgerEntry[], entry: LedgerEntry): string[] {
  const refusals: string[] = []
  const { table, parameters, countedOn, corrects } = entry
  const earlier = ledger.filter((one) => one.table.name === table.name)
  if (new Set(entry.approvedBy).size < 2) refusals.push('Two people approve a publication.')
  if (entry.before !== lastHash(ledger)) refusals.push('It does not name the entry before it.')
  if (earlier.some((one) => definitionHash(one.table) !== definitionHash(table))) {
    refusals.push(`"${table.name}" was declared differently before.`)
  }
  if (earlier.some((one) => hashOf(one.parameters) !== hashOf(parameters))) {
    refusals.push(`"${table.name}" was published with other parameters.`)
  }
  if (earlier.some((one) => one.publication === entry.publication)) {
    refusals.push(`"${table.name}" is in this publication already.`)
  }
  if (corrects !== null && !earlier.some((one) => one.publication === corrects)) {
    refusals.push('There is no such publication to correct.')
  }
  const apart = earlier.map((one) => daysBetween(one.countedOn, countedOn))
  const isTooSoon = (days: number) => days < leastDays[table.area]
  if (corrects === null && apart.some(isTooSoon)) {
    refusals.push(`"${table.name}" was published too short a time ago.`)
  }
  return refusals
}

/** Where a ledger was changed or cut: the place of the first entry that does not fit, if any. */
export function firstBrokenEntry(ledger: readonly LedgerEntry[]): number | undefined {
  const broken = ledger.findIndex(({ before }, k) => before !== lastHash(ledger.slice(0, k)))
  return broken < 0 ? undefined : broken
}

function lastHash(ledger: readonly LedgerEntry[]): string | null {
  const last = ledger.at(-1)
  return last === undefined ? null : entryHash(last)
}

function daysBetween(from: string, to: string): number {
  const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
  // What is no date is never far enough.
  return Number.isNaN(days) ? -1 : days
}

const hashOf = (value: unknown) => createHash('sha256').update(canonical(value)).digest('hex')

/** JSON with the fields of each object in order of name. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(',')}}`
}
