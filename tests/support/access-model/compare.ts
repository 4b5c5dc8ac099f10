import { asksForAll } from './agreements'
import { answered } from './oracles'
import { answeredByHand, askedByHand, readByHand } from './by-hand'
import { closed, opens, sees, seesAt } from './answers'
import { knownGivers } from './givers'
import { historyLocates, mayLocate } from './states'
import { headline, levelOf } from './knowledge'
import { worksByTeam, viewerOf } from './viewer'
import type { Entry, Membership, World } from './world'

export const entryTables = Object.keys(levelOf)

/**
 * One statement that gathers all a login can read of these tables, as `table id` lines. What is
 * asked about people by their id is asked of those in `test.asked` (`askedOf`).
 */
export function everythingRead(tables: string[] = [...entryTables, ...besides]): string {
  const part = (table: string) => {
    if (table === 'giver') return giversRead
    if (table === 'asked') return answersRead
    const byHand = readByHand[table]
    if (byHand) return byHand
    const id = { change: 'entry_id', idempotency: 'key' }[table] ?? 'id'
    return `select '${table} ' || ${id} as row from ${table}`
  }
  return tables.map(part).join(' union all ')
}

const nobodyKnown = 'ffffffff-0000-7000-8000-000000000001'
const everybody = (world: World) => [...world.people, nobodyKnown]
const referred = (world: World) => [
  ...world.entries.filter(({ table }) => table === 'referral').map(({ person }) => person),
  nobodyKnown,
]

/**
 * Sets what is asked about: everybody in a world, and somebody who does not exist; for the dear
 * question of their givers, those of whom a referral was ever made; and the entries and givers that
 * scenes name.
 */
export const askedOf = (world: World): { text: string; values: string[] } => ({
  text: `select set_config('test.asked', $1, true), set_config('test.referred', $2, true),
    set_config('test.named', $3, true)`,
  values: [
    ...[everybody(world), referred(world)].map((people) => `{${people.join(',')}}`),
    JSON.stringify(askedByHand(world)),
  ],
})

/** What a page does before it reads: it says whom it is about. Without a world: about nobody. */
export const lookedAt = (world: World | null): { text: string; values: (string | null)[] } => ({
  text: `select access.look_at($1::uuid[])`,
  values: [world && `{${everybody(world).join(',')}}`],
})

const asked = (whom: string) => `unnest(current_setting('test.${whom}')::uuid[])`

// Beside every row about a person stands its giver's name, or "another service"; and whoever has
// the app's login may ask about anybody.
const giversRead = `select 'giver ' || p.id || ' ' || unnest(access.known_givers(p.id)) as row
  from (select id from person union select ${asked('referred')}) p`

// What functions say of a person to whoever names one.
const answersRead = `select 'asked ' || p || ' ' || a as row from ${asked('asked')} p
  cross join unnest(array[case when access.may_locate(p) then 'locate' end,
    case when access.shut(p) then 'shut' end]) a where a is not null`

/** What is about people and is no entry, and the model answers for. */
export const besides = [
  'person',
  'record',
  'cohort_member',
  'change',
  'notice',
  'draft',
  'idempotency',
  'giver',
  'asked',
  ...Object.keys(readByHand),
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
  const sent = new Set(referred(world))
  for (const person of everybody(world)) {
    const named = viewer && (sent.has(person) || opens(world, viewer, person))
    const givers = named && wanted.has('giver') ? knownGivers(world, viewer, person) : []
    for (const id of givers) lines.add(`giver ${person} ${id}`)
    const answers = wanted.has('asked') ? answered(world, viewer, person) : []
    for (const answer of answers) lines.add(`asked ${person} ${answer}`)
  }
  for (const line of answeredByHand(world, viewer)) {
    if (wanted.has(line.slice(0, line.indexOf(' ')))) lines.add(line)
  }
  return lines
}

/** What is one's own: lines on Today, drafts and kept answers; nothing about a person now shut. */
function addOwn(world: World, viewer: Membership, wanted: Set<string>, lines: Set<string>) {
  for (const notice of world.notices.filter((each) => each.user === viewer.user)) {
    const { id, user, person } = notice
    for (const table of ['draft', 'idempotency']) if (wanted.has(table)) lines.add(`${table} ${id}`)
    const shut = person !== null && closed(world, viewer, person)
    const told = wanted.has('notice') && tellsOfReadable(world, viewer, notice)
    if (told && !shut && user === viewer.user) lines.add(`notice ${id}`)
  }
}

/**
 * That a record was joined is told while a name of it can be read on that person; that work began,
 * while the work can.
 */
function tellsOfReadable(world: World, viewer: Membership, notice: World['notices'][number]) {
  const { joined, person, started } = notice
  if (started !== undefined) {
    const work = world.entries.find(({ id, table }) => id === started && table === 'involvement')
    return work !== undefined && sees(world, viewer, work)
  }
  if (joined === undefined) return true
  return world.entries.some(
    (entry) =>
      entry.table === 'person_name' &&
      entry.record === joined &&
      entry.person === person &&
      sees(world, viewer, entry),
  )
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

/**
 * What an entry was before: for those of its own agency who read it now, a limited worker excepted.
 */
export function seesHistory(world: World, viewer: Membership | null, entry: Entry): boolean {
  if (!viewer) return false
  if (historyLocates(world, entry) && !mayLocate(world, viewer, entry.person, entry.agency))
    return false
  return seesAt(world, viewer, entry, Math.max(headline, levelOf[entry.table] ?? 4), 'history')
}

function addRecords(world: World, viewer: Membership | null, lines: Set<string>) {
  if (!viewer || !(worksByTeam(viewer) || viewer.role === 'limited')) return
  for (const record of world.records) {
    const own = record.agency === viewer.agency
    if (own && opens(world, viewer, record.person)) lines.add(`record ${record.id}`)
  }
}

/**
 * Being in a cohort tells something: only parties to that agreement read it, and who asks for what
 * others gave reads what their own agency decided.
 */
function addCohorts(world: World, viewer: Membership | null, lines: Set<string>) {
  if (!viewer) return
  for (const member of world.cohorts) {
    const agreement = world.agreements.find((each) => each.id === member.agreement)
    const party = agreement?.parties.find((each) => each.agency === viewer.agency)
    const inIt = party && party.joinedAt <= world.now && (party.leftAt ?? Infinity) > world.now
    const told = member.by.agency === viewer.agency || !asksForAll(world, viewer)
    if (inIt && told && opens(world, viewer, member.person)) lines.add(`cohort_member ${member.id}`)
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
