import type { AgencyWorld } from '../agencies/agency-types'
import type { AgencyRecord } from '../lives/entry-types'
import type { Life } from '../lives/types'
import type { Random } from '../random'
import { random } from '../random'
import type { Tables } from './bulk'
import { startOf } from './clock'
import type { Placed } from './entry-context'
import { childId, idOf } from './ids'

/**
 * Of the people known to two agencies or more, this share has one record that nobody has linked
 * yet: it lies under a person of its own, and the steward's queue has it to find. About a tenth is
 * ours, chosen so that the queue is a morning's work; no published figure was found.
 */
export const unlinkedShare = 0.1
/**
 * Of the links, this share was made by the machine, and this share of those nobody has confirmed.
 */
const machineShare = 0.3
const unconfirmedShare = 0.15

/** Where every record lies, by its key, and what the records of each person are. */
export type Placement = { records: Map<string, Placed>; byPerson: Map<string, Placed[]> }

/** Nobody whose state asks for care is matched by a machine or left in two halves. */
function needsCare(life: Life, harmed: Set<string>): boolean {
  const { states } = life
  const set = [states.limitedAccess, states.protectedWhereabouts, states.protectedNames]
  return (
    [...set, states.harmLinks, states.bars].some((list) => list.length > 0) ||
    states.death !== null ||
    life.unnamed !== null ||
    harmed.has(life.personKey) ||
    life.choices.length > 0
  )
}

/** The loose record of a life, or null: the last opened, when nothing else leans on it. */
function looseOf(rng: Random, ordered: AgencyRecord[]): AgencyRecord | null {
  if (ordered.length < 2 || !rng.chance(unlinkedShare)) return null
  return ordered.at(-1) ?? null
}

type Loading = {
  tables: Tables
  seed: number
  /** Who links records by hand. */
  steward: string | null
  refs: Set<string>
  placement: Placement
}

/**
 * Puts records under their people: `place` takes some lives (those that a harm link joins
 * together), adds persons, records and the events that linked them, and notes where each lies.
 * `keep` names the people of the cast, who are never left in halves.
 */
export function makePlacer(
  tables: Tables,
  world: AgencyWorld,
  seed: number,
  keep: (life: Life) => boolean,
) {
  const key = world.memberships.find((one) => one.role === 'record_steward')?.userKey
  const steward = world.users.find((user) => user.key === key)?.id ?? null
  const placement: Placement = { records: new Map(), byPerson: new Map() }
  const loading = { tables, seed, steward, refs: new Set<string>(), placement }
  return { placement, place: (lives: readonly Life[]) => placeLives(loading, lives, keep) }
}

function placeLives(loading: Loading, lives: readonly Life[], keep: (life: Life) => boolean): void {
  const { tables, seed, placement } = loading
  const links = lives.flatMap((life) => life.states.harmLinks)
  const causing = new Set(links.map((link) => link.causingPersonKey))
  for (const life of lives) {
    const rng = random(`links ${seed} ${life.personKey}`)
    const careful = keep(life) || needsCare(life, causing)
    const used = usedRecords(life)
    const ordered = life.records
      .filter((record) => used.has(record.key))
      .sort((a, b) => (a.openedOn < b.openedOn ? -1 : 1))
    const loose = careful ? null : looseOf(rng, ordered)
    tables.add('person', { id: life.id, created_at: startOf(ordered[0]?.openedOn ?? life.born) })
    placement.byPerson.set(life.personKey, [])
    ordered.forEach((record, i) => {
      const machine = !careful && rng.chance(machineShare)
      const link = i === 0 || record.origin === 'referral' ? null : machine ? 'machine' : 'steward'
      // A machine shares identity by itself only between two files.
      const files = [ordered[0], record].every((one) => one && originOf(one) !== 'worker')
      const unsure = link === 'machine' && rng.chance(unconfirmedShare) && files
      place(loading, life, record, record === loose ? 'loose' : { link, confirmed: !unsure })
    })
  }
}

/** Keys of records that something hangs on: an agency that only declined a referral has no file. */
function usedRecords(life: Life): Set<string> {
  const { states, plan, ...lists } = life
  const entries = [lists, plan, states].flatMap((part) => Object.values(part).flat())
  const keys = entries.map((one) =>
    typeof one === 'object' && one !== null && 'recordKey' in one ? one.recordKey : null,
  )
  return new Set(keys.filter((key) => key !== null))
}

/** How a record came to its person: not yet; as it was made; or by a link, confirmed or not. */
type Linked = 'loose' | { link: 'machine' | 'steward' | null; confirmed: boolean }

function place(loading: Loading, life: Life, record: AgencyRecord, linked: Linked): void {
  const { tables, seed, placement } = loading
  const at = startOf(record.openedOn)
  const link = linked === 'loose' ? null : linked.link
  const alone = linked === 'loose' || link !== null
  const before = alone ? childId(seed, 'person', record.id, at.toISOString()) : life.id
  if (alone) tables.add('person', { id: before, created_at: at })
  const personId = linked === 'loose' ? before : life.id
  const placed = { id: record.id, personId, agencyKey: record.agencyKey }
  placement.records.set(record.key, placed)
  placement.byPerson.get(life.personKey)?.push(placed)
  tables.add('record', {
    id: record.id,
    person_id: personId,
    agency_id: idOf(seed, 'agency', record.agencyKey),
    local_ref: freeRef(loading.refs, record),
    origin: originOf(record),
    by_hand: originOf(record) === 'worker',
    confirmed: linked === 'loose' || linked.confirmed,
    created_at: at,
    closed_at: record.closedOn ? startOf(record.closedOn) : null,
    keep_until: record.keepUntil,
  })
  if (link === null || linked === 'loose') return
  const sure = linked.confirmed
  tables.add('link_event', {
    id: childId(seed, 'link', record.id, at.toISOString()),
    record_id: record.id,
    from_person: before,
    to_person: life.id,
    made_by: link === 'machine' ? null : loading.steward,
    made_how: link,
    reason: reasons[link],
    evidence: { confirmedBefore: true },
    confirmed_at: sure ? at : null,
    confirmed_by: sure ? loading.steward : null,
    at,
  })
}

const reasons = {
  machine: 'Linked by the matching run',
  steward: 'Same person: names, date of birth and history agree',
}

const originOf = ({ origin }: AgencyRecord) =>
  origin === 'typed' || origin === 'referral' ? 'worker' : origin

/**
 * The agency's reference; where a short pattern has given it before, the next number that is free.
 */
function freeRef(taken: Set<string>, record: AgencyRecord): string {
  const key = (ref: string) => `${record.agencyKey} ${originOf(record)} ${ref}`
  let ref = record.localRef
  for (let n = 2; taken.has(key(ref)); n += 1) ref = `${record.localRef}-${n}`
  taken.add(key(ref))
  return ref
}
