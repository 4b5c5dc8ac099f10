import type { Draft, HeadOptions } from './draft'
import { dayNumber, instantOf } from './days'
import type { AgencyRecord, Day, Entry } from './entry-types'
import { practiceUuid } from './uuid'
import type { Involvement } from './work-types'
import { categoriesOf } from './world'

/** The record of `agencyKey`, opened on `on` when it is the first thing the agency writes. */
export function recordFor(draft: Draft, agencyKey: string, on: Day): AgencyRecord {
  const { life, rng, world } = draft
  const known = life.records.find((r) => r.agencyKey === agencyKey)
  if (known) {
    if (on < known.openedOn) known.openedOn = on
    return known
  }
  const agency = world.agencies.agencies.find((a) => a.key === agencyKey)
  const record: AgencyRecord = {
    key: `${life.personKey}:${agencyKey}`,
    id: practiceUuid(rng, dayNumber(on) * 86_400_000 + 32_400_000),
    agencyKey,
    localRef: (agency?.localRefPattern ?? '####').replace(/#/g, () => String(rng.int(0, 9))),
    origin: rng.weigh([
      ['typed', 4],
      ['import', 4],
      ['referral', 2],
      ['feed', 1],
    ]),
    openedOn: on,
    closedOn: null,
    keepUntil: null,
  }
  life.records.push(record)
  return record
}

/** Who writes for a team on a day: the named worker of an open involvement, else somebody there. */
export function authorFor(draft: Draft, teamKey: string, on: Day): string {
  const ours = draft.life.involvements.filter((i) => i.teamKey === teamKey && i.from <= on)
  for (const one of ours) handOver(draft, one, on)
  const spell = ours
    .flatMap((i) => i.workers)
    .find((s) => s.from <= on && (s.to === null || on < s.to))
  const staff = draft.world.staffOn(teamKey, on)
  if (spell && staff.some((m) => m.userKey === spell.userKey)) return spell.userKey
  if (staff.length === 0) throw new Error(`Nobody works at ${teamKey} on ${on}`)
  return draft.rng.pick(staff).userKey
}

/** When the named worker has left the team by `on`, a colleague takes over from that day. */
export function handOver(draft: Draft, involvement: Involvement, on: Day): void {
  const until = involvement.to ?? on
  for (;;) {
    const spell = involvement.workers.at(-1)
    if (!spell || spell.to !== null) return
    const left = draft.world.leaves(involvement.teamKey, spell.userKey)
    if (left === null || left > on || left >= until) return
    spell.to = left
    const next = draft.rng.pick(draft.world.staffOn(involvement.teamKey, left)).userKey
    involvement.workers.push({ userKey: next, from: left, to: null })
  }
}

/** The head of an entry that `teamKey` writes on `on`; `minutes` past midnight, London time. */
export function head(draft: Draft, teamKey: string, on: Day, options: HeadOptions = {}): Entry {
  const agencyKey = draft.world.team(teamKey).agencyKey
  const minutes = options.minutes ?? draft.rng.int(9 * 60, 17 * 60)
  const givenAt = instantOf(on, minutes)
  return {
    id: practiceUuid(draft.rng, Date.parse(givenAt)),
    recordKey: recordFor(draft, agencyKey, on).key,
    agencyKey,
    teamKey,
    userKey: options.userKey ?? authorFor(draft, teamKey, on),
    categories: options.categories ?? categoriesOf(draft.world, teamKey),
    givenAt,
    audience: options.audience ?? 'agreed',
    namedUserKeys: options.namedUserKeys ?? [],
    locates: options.locates ?? false,
  }
}
