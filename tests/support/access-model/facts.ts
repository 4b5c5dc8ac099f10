import { endOfLondonDay, startOfLondonDay } from './moments'
import type { Entry, Moment, World } from './world'

/** Reads a text column of an entry; empty where it is missing. */
export const text = (entry: Entry, column: string): string => String(entry.facts[column] ?? '')

/** Reads a moment column (ISO text) of an entry, or null. */
export function moment(entry: Entry, column: string): Moment | null {
  const value = entry.facts[column]
  return typeof value === 'string' ? Date.parse(value) : null
}

/** Reads a date column (YYYY-MM-DD) as the first moment of that London day. */
export function dayStart(entry: Entry, column: string): Moment {
  return startOfLondonDay(text(entry, column))
}

/** Reads a date column as the last moment of that London day, or null where there is none. */
export function dayEnd(entry: Entry, column: string): Moment | null {
  const value = entry.facts[column]
  return typeof value === 'string' ? endOfLondonDay(value) : null
}

/** What an index of a world holds, so that a million questions need no search. */
export type Index = {
  byPerson: Map<string, Entry[]>
  byId: Map<string, Entry>
  /** What an entry is a part of: words, a place, evidence. */
  parts: Map<string, Entry[]>
  record: Map<string, World['records'][number]>
  team: Map<string, World['teams'][number]>
  agency: Map<string, World['agencies'][number]>
}

const indexes = new WeakMap<World, Index>()

/** The index of a world that no longer changes. */
export function indexOf(world: World): Index {
  const known = indexes.get(world)
  if (known) return known
  const byPerson = new Map<string, Entry[]>()
  for (const entry of world.entries) {
    byPerson.set(entry.person, [...(byPerson.get(entry.person) ?? []), entry])
  }
  const parts = new Map<string, Entry[]>()
  for (const entry of world.entries) {
    // Who works for a team is no part of what the team said.
    if (entry.parent === null || entry.table === 'involvement_worker') continue
    parts.set(entry.parent, [...(parts.get(entry.parent) ?? []), entry])
  }
  const index: Index = {
    byPerson,
    parts,
    byId: new Map(world.entries.map((entry) => [entry.id, entry])),
    record: new Map(world.records.map((record) => [record.id, record])),
    team: new Map(world.teams.map((team) => [team.id, team])),
    agency: new Map(world.agencies.map((agency) => [agency.id, agency])),
  }
  indexes.set(world, index)
  return index
}

const states = ['choice', 'protected_whereabouts', 'protected_name', 'limited_access'] as const
const stateRows = new WeakMap<World, Map<string, Entry[]>>()

/** Entries of one state table about one person. */
export function statesOf(world: World, person: string, table: (typeof states)[number]): Entry[] {
  let rows = stateRows.get(world)
  if (!rows) {
    rows = new Map()
    for (const entry of world.entries) {
      if (!states.some((name) => name === entry.table)) continue
      const key = `${entry.table} ${entry.person}`
      rows.set(key, [...(rows.get(key) ?? []), entry])
    }
    stateRows.set(world, rows)
  }
  return rows.get(`${table} ${person}`) ?? []
}
