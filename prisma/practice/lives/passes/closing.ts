import type { Draft } from '../draft'
import { addDays, daysBetween } from '../days'
import { handOver } from '../heads'
import type { Involvement } from '../work-types'

/** Years an agency keeps a closed file; each has its own schedule (invented). */
const KEEPS: Record<string, number> = {
  options: 6,
  meadow: 6,
  riverside: 6,
  jobcentre: 4,
  legal: 6,
}

/** Ends what death ends, brings worker spells up to date, and gives each file its end. */
export function closeUp(draft: Draft): void {
  const { life, world, rng, last, died } = draft
  for (const one of life.involvements) {
    if (died && one.to === null) {
      one.to = died
      one.endReason = 'died'
      one.endWords = 'Closed with care.'
    }
    if (died && one.to && one.to > died) one.to = died
    handOver(draft, one, one.to ?? last)
    trimSpells(one)
    if (one.to === null) {
      one.reviewOn = addDays(world.today, rng.bell(35, 30, -40, 120))
      unallocated(draft, one)
    }
  }
  for (const record of life.records) {
    const theirs = life.involvements.filter((i) => i.agencyKey === record.agencyKey)
    const first = theirs.map((i) => i.from).sort()[0]
    if (first && first < record.openedOn) record.openedOn = first
    if (theirs.length === 0 || theirs.some((i) => i.to === null)) continue
    record.closedOn =
      theirs
        .map((i) => i.to ?? '')
        .sort()
        .at(-1) ?? null
    const years = KEEPS[record.agencyKey] ?? 8
    record.keepUntil = record.closedOn ? addDays(record.closedOn, years * 365) : null
  }
  lead(draft)
}

function trimSpells(one: Involvement): void {
  one.workers = one.workers.filter((s) => one.to === null || s.from <= one.to)
  const spell = one.workers.at(-1)
  if (spell) spell.to = one.to
}

/** New people wait some days for a worker; a few are being handed over and not yet taken. */
function unallocated(draft: Draft, one: Involvement): void {
  const { world, rng, last } = draft
  const contacts = draft.life.contacts.some((c) => c.teamKey === one.teamKey)
  if (daysBetween(one.from, last) < 9 && !contacts && rng.chance(0.6)) one.workers = []
  const now = one.workers.at(-1)
  if (!now || !rng.chance(0.02)) return
  const others = world.staffOn(one.teamKey, last).filter((m) => m.userKey !== now.userKey)
  if (others.length > 0) one.handoverTo = rng.pick(others).userKey
}

const first = ['hf', 'riverside', 'cmh', 'dna', 'youth', 'probation', 'asc', 'lantern']

/** With two agencies or more somebody mostly takes the lead: whoever is closest to daily life. */
function lead(draft: Draft): void {
  const open = draft.life.involvements.filter(
    (i) => i.to === null && i.workers.length > 0 && i.agencyKey !== 'haven',
  )
  if (new Set(open.map((i) => i.agencyKey)).size < 2 || !draft.rng.chance(0.78)) return
  const chosen = first.flatMap((key) => open.filter((i) => i.agencyKey === key))[0]
  if (!chosen) return
  chosen.lead = chosen.workers.map((s) => ({ ...s }))
}
