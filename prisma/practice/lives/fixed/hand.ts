import { poolOf } from '../../names/cultures'
import type { FullName } from '../../names/full-name'
import { written } from '../../names/full-name'
import type { Deal } from '../deal'
import type { Draft } from '../draft'
import { startDraft } from '../draft'
import { addDays, workday } from '../days'
import type { Day } from '../entry-types'
import { personKeyOf } from '../profile'
import type { Profile } from '../profile'
import type { ContactPlan } from '../verbs'
import { contact, involve } from '../verbs'
import type { Contact, Domain, Involvement, Need } from '../work-types'
import { handOver, head } from '../heads'
import type { World } from '../world'

/** Who somebody written by hand is. */
export type Hand = {
  index: number
  sex: Deal['sex']
  culture: string
  name: FullName
  born: Day
  core: Deal['core']
  needs: Domain[]
  mornings?: boolean
}

/** A draft for a life written by hand. `days ago` below are counted from the world's today. */
export function handDraft(world: World, hand: Hand): Draft {
  const profile: Profile = {
    index: hand.index,
    personKey: personKeyOf(hand.index),
    sex: hand.sex,
    pool: poolOf(hand.culture),
    name: hand.name,
    displayName: written(hand.name),
    born: hand.born,
    deal: {
      core: hand.core,
      panel: hand.core === 'HSJ',
      sex: hand.sex,
      needs: hand.needs,
      harm: null,
    },
    mornings: hand.mornings ?? false,
    keeps: 0.74,
    interpreter: false,
  }
  return startDraft(world, profile)
}

/** The working day so many days before today: the Friday before, when it falls on a weekend. */
export const ago = (draft: Draft, days: number): Day => workday(addDays(draft.world.today, -days))

/** A team works with the person from so many days ago, by that worker (null: not yet allocated). */
export function worker(
  draft: Draft,
  teamKey: string,
  userKey: string | null,
  daysAgo: number,
  source: Involvement['source'] = 'referral',
): Involvement {
  draft.now = ago(draft, daysAgo)
  const one = involve(draft, teamKey, source)
  one.workers = userKey ? [{ userKey, from: draft.now, to: null }] : []
  one.reviewOn = addDays(draft.world.today, 40)
  return one
}

/** A team worked with the person between two days in the past, and why that ended. */
export function worked(
  draft: Draft,
  teamKey: string,
  [from, to]: readonly [number, number],
  source: Involvement['source'],
  endReason: string,
): void {
  const on = ago(draft, from)
  const end = ago(draft, to)
  const entry = head(draft, teamKey, on, { minutes: 9 * 60 + 5 })
  const spell = { userKey: entry.userKey, from: on, to: null }
  const rest = { lead: [], reviewOn: null, handoverTo: null, endWords: null }
  const one: Involvement = {
    ...entry,
    ...rest,
    from: on,
    to: end,
    source,
    endReason,
    workers: [spell],
  }
  handOver(draft, one, end)
  const last = one.workers.at(-1)
  if (last) last.to = end
  draft.life.involvements.push(one)
}

/** A contact so many days ago. */
export const wrote = (
  draft: Draft,
  teamKey: string,
  daysAgo: number,
  given: ContactPlan,
): Contact => contact(draft, teamKey, ago(draft, daysAgo), given)

/** A rating so many days ago; severity null with a state that has none: not known, unless said. */
export function rated(
  draft: Draft,
  teamKey: string,
  daysAgo: number,
  domain: Domain,
  severity: Need['severity'],
  trend: Need['trend'],
  category: Need['categories'][number],
  more: Partial<Pick<Need, 'state' | 'voice' | 'note'>> = {},
): void {
  const at = ago(draft, daysAgo)
  draft.life.needs.push({
    ...head(draft, teamKey, at, { categories: [category] }),
    voice: 'worker',
    domain,
    state: severity ? 'present' : 'not_known',
    severity,
    trend,
    at,
    direction: null,
    note: null,
    ...more,
  })
}
