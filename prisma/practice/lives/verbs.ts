import type { Draft, HeadOptions } from './draft'
import { plan, say, whenBack } from './draft'
import { addDays, instantOf, weekday, workday } from './days'
import type { Day } from './entry-types'
import { handOver, head } from './heads'
import { homeOn } from './homes'
import { offices, spots } from './team-place-data'
import { hasPhrases, phrases } from './words/library'
import type { Contact, ContactKind, ContactOutcome, Domain, Involvement } from './work-types'

export const agencyOf = (teamKey: string) => teamKey.slice(0, teamKey.indexOf('-'))

/** The team's open involvement, if it has one. */
export const openWith = (draft: Draft, teamKey: string): Involvement | undefined =>
  draft.life.involvements.find((i) => i.teamKey === teamKey && i.to === null)

/** The team begins to work with the person today, unless it does already. */
export function involve(draft: Draft, teamKey: string, source: Involvement['source']): Involvement {
  const known = openWith(draft, teamKey)
  if (known) return known
  const on = draft.now
  const entry = head(draft, teamKey, on, {
    minutes: 9 * 60 + 5,
    locates: teamKey === 'haven-refuge',
  })
  const userKey = draft.rng.pick(draft.world.staffOn(teamKey, on)).userKey
  const made: Involvement = {
    ...entry,
    from: on,
    to: null,
    source,
    endReason: null,
    endWords: null,
    workers: [{ userKey, from: on, to: null }],
    lead: [],
    reviewOn: null,
    handoverTo: null,
  }
  draft.life.involvements.push(made)
  return made
}

/** The team's work ends today, for a reason it gives. */
export function leave(draft: Draft, teamKey: string, reason: string): void {
  const one = openWith(draft, teamKey)
  if (!one) return
  handOver(draft, one, draft.now)
  one.to = draft.now
  one.endReason = reason
  one.endWords = hasPhrases(`end/${reason}`)
    ? say(draft, `end/${reason}`, phrases(`end/${reason}`))
    : null
  const spell = one.workers.at(-1)
  if (spell) spell.to = draft.now
}

export type ContactPlan = HeadOptions & {
  kind?: ContactKind
  outcome?: ContactOutcome
  heading: string
  major?: boolean
  words: string
  place?: string | null
  aboutOther?: string | null
  length?: number
}

const atOffice = new Set<ContactKind>(['office', 'centre', 'group'])

function placeOf(draft: Draft, teamKey: string, kind: ContactKind, on: Day): string | null {
  if (kind === 'street')
    return teamKey === 'lantern-outreach' ? draft.rng.pick(spots) : 'out and about'
  if (kind === 'ward') return `Wrenford General, ward ${draft.rng.int(2, 14)}`
  if (kind === 'prison') return 'HMP Hallow Moor (invented)'
  if (kind === 'home_visit') return homeOn(draft, on)?.lines ? 'at home' : null
  return atOffice.has(kind) ? (offices[teamKey] ?? null) : null
}

/** Writes one contact of a team; times are whole five minutes. */
export function contact(draft: Draft, teamKey: string, on: Day, given: ContactPlan): Contact {
  const kind = given.kind ?? 'office'
  const minutes = given.minutes ?? draft.rng.int(9 * 12, 16 * 12 + 6) * 5
  const place = given.place === undefined ? placeOf(draft, teamKey, kind, on) : given.place
  const length = given.length ?? (kind === 'text' ? null : draft.rng.int(2, 11) * 5)
  const written = Math.min(minutes + (length ?? 5) + draft.rng.int(3, 170), 23 * 60 + 50)
  const entry = head(draft, teamKey, on, {
    minutes: written,
    locates: given.locates ?? place !== null,
    categories: given.categories,
    audience: given.audience,
    namedUserKeys: given.namedUserKeys,
  })
  const made: Contact = {
    ...entry,
    happenedAt: instantOf(on, minutes),
    minutes: length,
    kind,
    outcome: given.outcome ?? 'kept',
    major: given.major ?? false,
    heading: given.heading,
    place,
    areaCode: place === null ? null : draft.world.officeArea(teamKey),
    words: given.words,
    aboutOther: given.aboutOther ?? null,
    corrections: [],
    withdrawn: null,
    mustAct: null,
  }
  draft.life.contacts.push(made)
  return made
}

const sevenDays = /^(lantern-outreach|riverside-hostel|cmh-crisis|police|hospital|haven-refuge)/

/** A day on which that team works: the day itself, or the Monday after a weekend. */
export function dayFor(draft: Draft, teamKey: string, day: Day): Day {
  if (sevenDays.test(teamKey) || weekday(day) % 6 !== 0) return day
  const monday = addDays(day, weekday(day) === 6 ? 2 : 1)
  return monday <= draft.last ? monday : workday(day)
}

/** A turn in the life as a team writes it: the words of `key/agency`, or of `key`. */
export function turn(
  draft: Draft,
  teamKey: string,
  key: string,
  given: Omit<ContactPlan, 'words'> & { after?: number },
): void {
  const inside = given.kind === 'ward' || given.kind === 'prison' || given.kind === 'decision'
  const when = inside ? (_: Draft, play: () => void) => play() : whenBack
  const write = () => {
    const on = dayFor(draft, teamKey, draft.now)
    const agency = `${key}/${agencyOf(teamKey)}`
    const list = hasPhrases(agency) ? agency : key
    const words = say(draft, list, phrases(list))
    contact(draft, teamKey, on, { major: true, ...given, words })
  }
  plan(draft, addDays(draft.now, given.after ?? 0), () => when(draft, write))
}

/** A need is this heavy from today (0: over). */
export function feel(
  draft: Draft,
  domain: Domain,
  severity: number,
  trend: 'better' | 'same' | 'worse',
): void {
  draft.felt.push({ domain, on: draft.now, severity: Math.min(4, Math.max(0, severity)), trend })
}

/** Something that comes up in what workers write for so many days. */
export function talk(draft: Draft, key: string, days: number): void {
  draft.topics.push({ key, from: draft.now, until: addDays(draft.now, days) })
}

/** Plans a step some days from now. */
export const after = (draft: Draft, days: number, play: () => void): void =>
  plan(draft, addDays(draft.now, days), play)
