import { closed, opens, sees, seesAt } from './answers'
import { historyLocates, mayLocate } from './states'
import { content, headline, levelOf } from './knowledge'
import { readsLevel, worksByTeam, viewerOf } from './viewer'
import type { Entry, Membership, World } from './world'

export const entryTables = Object.keys(levelOf)

/** One statement that gathers all a login can read of these tables, as `table id` lines. */
export function everythingRead(tables: string[] = [...entryTables, ...besides]): string {
  const part = (table: string) => {
    const id = { change: 'entry_id', idempotency: 'key' }[table] ?? 'id'
    return `select '${table} ' || ${id} as row from ${table}`
  }
  return tables.map(part).join(' union all ')
}

/** What is about people and is no entry, and the model answers for. */
export const besides = [
  'person',
  'record',
  'cohort_member',
  'change',
  'notice',
  'draft',
  'idempotency',
]

/** The same lines as the model has them. */
export function everythingModelled(
  world: World,
  token: string | null,
  tables: string[] = [...entryTables, ...besides],
): Set<string> {
  const viewer = viewerOf(world, token)
  const lines = new Set<string>()
  const wanted = new Set(tables)
  for (const entry of world.entries) {
    if (wanted.has(entry.table) && sees(world, viewer, entry)) {
      lines.add(`${entry.table} ${entry.id}`)
    }
  }
  if (wanted.has('change')) addHistory(world, viewer, lines)
  if (wanted.has('person')) {
    for (const person of world.people)
      if (opens(world, viewer, person)) lines.add(`person ${person}`)
  }
  if (wanted.has('record')) addRecords(world, viewer, lines)
  if (wanted.has('cohort_member')) addCohorts(world, viewer, lines)
  if (viewer) addOwn(world, viewer, wanted, lines)
  return lines
}

/** What is one's own: lines on Today, drafts and kept answers; nothing about a person now shut. */
function addOwn(world: World, viewer: Membership, wanted: Set<string>, lines: Set<string>) {
  for (const { id, user, person } of world.notices.filter((each) => each.user === viewer.user)) {
    for (const table of ['draft', 'idempotency']) if (wanted.has(table)) lines.add(`${table} ${id}`)
    const shut = person !== null && closed(world, viewer, person)
    if (wanted.has('notice') && !shut && user === viewer.user) lines.add(`notice ${id}`)
  }
}

const byId = new WeakMap<World, Map<string, Entry>>()

function addHistory(world: World, viewer: Membership | null, lines: Set<string>) {
  const entries = byId.get(world) ?? new Map(world.entries.map((entry) => [entry.id, entry]))
  byId.set(world, entries)
  for (const id of world.amended) {
    const entry = entries.get(id)
    if (entry && seesHistory(world, viewer, entry)) lines.add(`change ${id}`)
  }
}

/** What an entry was before: for those who read it now, a limited worker excepted. */
export function seesHistory(world: World, viewer: Membership | null, entry: Entry): boolean {
  if (!viewer) return false
  const own = entry.agency === viewer.agency
  if (own && !readsLevel(viewer, content, entry.categories)) return false
  if (historyLocates(world, entry) && !mayLocate(world, viewer, entry.person)) return false
  return seesAt(world, viewer, entry, Math.max(headline, levelOf[entry.table] ?? 4), 'history')
}

function addRecords(world: World, viewer: Membership | null, lines: Set<string>) {
  if (!viewer || !(worksByTeam(viewer) || viewer.role === 'limited')) return
  for (const record of world.records) {
    const own = record.agency === viewer.agency
    if (own && opens(world, viewer, record.person)) lines.add(`record ${record.id}`)
  }
}

/** Being in a cohort tells something: only parties to that agreement read it. */
function addCohorts(world: World, viewer: Membership | null, lines: Set<string>) {
  if (!viewer) return
  for (const member of world.cohorts) {
    const agreement = world.agreements.find((each) => each.id === member.agreement)
    const party = agreement?.parties.find((each) => each.agency === viewer.agency)
    const inIt = party && party.joinedAt <= world.now && (party.leftAt ?? Infinity) > world.now
    if (inIt && opens(world, viewer, member.person)) lines.add(`cohort_member ${member.id}`)
  }
}

/** Says what differs, with enough of each row to see why. */
export function differences(world: World, read: Set<string>, modelled: Set<string>): string[] {
  const describe = (line: string) => {
    const entry = world.entries.find((each) => line.endsWith(each.id))
    if (!entry) return line
    const { table, categories, audience, person, facts } = entry
    const what = JSON.stringify({ categories, audience, facts })
    return `${line.split(' ')[0]} of ${table} about ${person.slice(-4)} ${what}`
  }
  const tooMuch = [...read].filter((line) => !modelled.has(line))
  const tooLittle = [...modelled].filter((line) => !read.has(line))
  return [
    ...tooMuch.map((line) => `READ BUT NOT ALLOWED: ${describe(line)}`),
    ...tooLittle.map((line) => `allowed but not read: ${describe(line)}`),
  ]
}
