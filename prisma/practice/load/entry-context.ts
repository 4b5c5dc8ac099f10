import type { AgencyWorld, Category, PracticeUser, Team } from '../agencies/agency-types'
import type { Day, Entry } from '../lives/entry-types'
import type { Row, Tables } from './bulk'
import { idOf } from './ids'

/** Where a record came to lie: under which person. */
export type Placed = { id: string; personId: string; agencyKey: string }

/** What every entry needs to become a row. */
export type Context = {
  seed: number
  today: Day
  tables: Tables
  world: AgencyWorld
  user: (key: string) => PracticeUser
  team: (key: string) => Team
  /** Records of all lives by key: an entry may name another person's record. */
  record: (key: string) => Placed
  /** False for a record on which nothing hangs. */
  hasRecord: (key: string) => boolean
  /** Records of a person by the person's key, first opened first. */
  recordsOf: (personKey: string) => Placed[]
  /** What a person is called aloud. */
  displayName: (personKey: string) => string
  /** A name people know for a small area. */
  areaName: (code: string) => string | null
  /** The small number of a giver and a set of categories; new ones are written with the rest. */
  classOf: (agencyKey: string, categories: readonly string[]) => number
}

const found = <T>(map: Map<string, T>, what: string) => {
  return (key: string): T => {
    const value = map.get(key)
    if (value === undefined) throw new Error(`No ${what} ${key} in the practice place`)
    return value
  }
}

type Given = Pick<Context, 'seed' | 'today' | 'tables' | 'world' | 'areaName'> & {
  records: Map<string, Placed>
  byPerson: Map<string, Placed[]>
  /** What people are called, by their key; filled as lives come. */
  names: Map<string, string>
}

/** A context with its look-ups made once. */
export function makeContext(given: Given): Context {
  const { seed, today, tables, world, areaName } = given
  const classes = new Map<string, number>()
  const classOf = (agencyKey: string, categories: readonly string[]) => {
    const key = `${agencyKey} ${categories.join(' ')}`
    const known = classes.get(key)
    if (known) return known
    const id = classes.size + 1
    classes.set(key, id)
    tables.add('entry_class', { id, agency_id: idOf(seed, 'agency', agencyKey), categories })
    return id
  }
  return {
    ...{ seed, today, tables, world, areaName, classOf },
    user: found(new Map(world.users.map((user) => [user.key, user])), 'user'),
    team: found(new Map(world.teams.map((team) => [team.key, team])), 'team'),
    record: found(given.records, 'record'),
    hasRecord: (key) => given.records.has(key),
    recordsOf: (personKey) => given.byPerson.get(personKey) ?? [],
    displayName: found(given.names, 'person'),
  }
}

type HeadChanges = { id?: string; categories?: readonly Category[]; givenAt?: string; by?: string }

/**
 * The columns every entry begins with. `nature`: the category that entries of this table have on
 * every screen, '' for those that say what they are about, else their team's (entry.fill_header).
 */
export function head(
  context: Context,
  entry: Entry,
  nature: Category | '',
  changes: HeadChanges = {},
): Row {
  const { id, personId, agencyKey } = context.record(entry.recordKey)
  const said = changes.categories ?? entry.categories
  const about = said.length > 0 ? said : context.team(entry.teamKey).defaultCategories
  const categories = nature === '' ? [...new Set(about)].sort() : [nature]
  const safe = categories.length === 1 && categories[0] === 'safety'
  return {
    id: changes.id ?? entry.id,
    person_id: personId,
    record_id: id,
    agency_id: idOf(context.seed, 'agency', agencyKey),
    team_id: idOf(context.seed, 'team', entry.teamKey),
    class_id: context.classOf(agencyKey, categories),
    categories,
    audience: safe ? 'agreed' : entry.audience,
    given_by: context.user(changes.by ?? entry.userKey).id,
    given_at: changes.givenAt ?? entry.givenAt,
  }
}

/** Adds an entry's row, and those it names when its author narrowed it to people. */
export function addEntry(
  context: Context,
  table: string,
  entry: Entry,
  nature: Category | '',
  row: Row,
  changes: HeadChanges = {},
): void {
  const start = head(context, entry, nature, changes)
  context.tables.add(table, { ...start, ...row })
  if (start.audience !== 'named' || changes.id) return
  for (const key of entry.namedUserKeys) {
    context.tables.add('entry_named', { entry_id: entry.id, user_id: context.user(key).id })
  }
}
