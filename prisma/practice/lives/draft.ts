import type { Category } from '../agencies/agency-types'
import type { Random } from '../random'
import { random } from '../random'
import type { Cast } from './cast'
import { castOf, fill } from './cast'
import { addDays, earlier, later } from './days'
import { emptyLife } from './empty-life'
import type { Audience, Day } from './entry-types'
import type { Address, LivingCode } from './fact-types'
import type { Profile } from './profile'
import type { Life } from './types'
import type { Domain } from './work-types'
import type { World } from './world'

type Planned = { on: Day; order: number; play: () => void }

/** A stretch inside: prison, hospital, or away in a refuge. */
export type Away = { kind: 'prison' | 'hospital'; from: Day; to: Day }

/** Where the person lived from a day on. Without lines there was no address. */
export type Home = {
  code: LivingCode
  from: Day
  to: Day | null
  lines: string[] | null
  postcode: string
  areaCode: string
  kind: Address['kind']
  /** Known to the named teams alone. */
  protected: boolean
}

/** What a head may be given beyond the day. */
export type HeadOptions = {
  minutes?: number
  userKey?: string
  categories?: Category[]
  audience?: Audience
  namedUserKeys?: string[]
  locates?: boolean
}

/** A life while it is being lived: what is so now, what is still to come, what was written. */
export type Draft = {
  world: World
  profile: Profile
  rng: Random
  cast: Cast
  life: Life
  /** The day now playing. */
  now: Day
  /** First day on which anything may be written: the window, or the 18th birthday. */
  from: Day
  /** Last day of the past. */
  last: Day
  queue: Planned[]
  aways: Away[]
  /** Days of crisis: people are hard to reach before them. */
  crises: Day[]
  /** Where the person has lived, in truth; agencies know what they know of it. */
  homes: Home[]
  /** Topic keys of words/topics with the day they began; the latest are talked about. */
  topics: { key: string; from: Day; until: Day }[]
  /** How heavy each need was and is, oldest first; severity 0 when it has passed. */
  felt: { domain: Domain; on: Day; severity: number; trend: 'better' | 'same' | 'worse' }[]
  died: Day | null
  /** Lives written by hand: the last day of ordinary contacts; the hand has the last word. */
  quietFrom: Day | null
  used: Map<string, Set<number>>
}

/** An empty draft for `profile`, with its window. */
export function startDraft(world: World, profile: Profile): Draft {
  const rng = random(`life ${world.seed} ${profile.index}`)
  const adult = `${Number(profile.born.slice(0, 4)) + 18}${profile.born.slice(4)}`.replace(
    '02-29',
    '03-01',
  )
  const from = later(world.from, addDays(adult, 1))
  return {
    world,
    profile,
    rng,
    cast: castOf(random(`cast ${world.seed} ${profile.index}`), profile),
    life: emptyLife(rng, profile, from),
    now: from,
    from,
    last: addDays(world.today, -1),
    queue: [],
    aways: [],
    crises: [],
    homes: [],
    topics: [],
    felt: [],
    died: null,
    quietFrom: null,
    used: new Map(),
  }
}

/** Plans something for a day; days outside the window are moved in, or dropped when after it. */
export function plan(draft: Draft, on: Day, play: () => void): void {
  if (on > draft.last) return
  draft.queue.push({ on: later(on, later(draft.from, draft.now)), order: draft.queue.length, play })
}

/** Lives the life: plays what is planned in order, things that follow included, until death. */
export function playAll(draft: Draft): void {
  for (;;) {
    let next: Planned | undefined
    for (const one of draft.queue) {
      if (!next || one.on < next.on || (one.on === next.on && one.order < next.order)) next = one
    }
    if (!next || draft.died) return
    draft.queue.splice(draft.queue.indexOf(next), 1)
    draft.now = next.on
    next.play()
  }
}

/** Notes a turn of the story. */
export function happened(draft: Draft, kind: string, words: string): void {
  draft.life.story.push({ on: draft.now, kind, words: fill(words, draft.cast) })
}

/** Where the person is away on a day, if anywhere. */
export const awayOn = (draft: Draft, day: Day): Away | undefined =>
  draft.aways.find((a) => a.from <= day && day < a.to)

/** A phrase of `texts` not yet used in this life, filled with the cast. */
export function say(draft: Draft, key: string, texts: readonly string[], more: Cast = {}): string {
  const used = draft.used.get(key) ?? new Set<number>()
  if (used.size >= texts.length) used.clear()
  draft.used.set(key, used)
  let at = draft.rng.int(0, texts.length - 1)
  while (used.has(at)) at = (at + 1) % texts.length
  used.add(at)
  return fill(texts[at] ?? '', { ...draft.cast, ...more })
}

/** Days that are both in the past and in the window. */
export const within = (draft: Draft, day: Day): Day => earlier(later(day, draft.from), draft.last)

/** Does it today, or on the day after the person is back when they are away. */
export function whenBack(draft: Draft, play: () => void): void {
  const away = awayOn(draft, draft.now)
  if (away) plan(draft, addDays(away.to, 2), () => whenBack(draft, play))
  else play()
}
