import type { Draft } from '../draft'
import { awayOn, say } from '../draft'
import { addDays, daysBetween, earlier } from '../days'
import type { Day } from '../entry-types'
import { homeOn } from '../homes'
import { agencyOf, contact, dayFor } from '../verbs'
import type { ContactPlan } from '../verbs'
import { hasPhrases, phrases } from '../words/library'
import type { ContactKind, Involvement } from '../work-types'
import { CADENCE } from './cadence-data'
import { missedContact } from './missed'
import { ABOUT, topicOn } from './topic-choice'

/** The panel's people are seen most; with two of the core needs less; with one, now and then. */
const slowness = (draft: Draft) =>
  draft.profile.deal.panel ? 1.25 : draft.profile.deal.core.length > 1 ? 2.9 : 4.4

/** All ordinary contacts of every involvement, kept and missed as life went. */
export function routineContacts(draft: Draft): void {
  for (const one of draft.life.involvements) {
    const days = CADENCE[one.teamKey]
    if (!days) continue
    const slow = slowness(draft)
    const end = draft.died ? addDays(draft.died, -1) : (draft.quietFrom ?? draft.last)
    const until = earlier(one.to ?? draft.last, end)
    let missedInRow = 0
    let on = addDays(one.from, draft.rng.int(4, 9))
    while (on <= until) {
      const day = dayFor(draft, one.teamKey, on)
      if (day <= until) missedInRow = meet(draft, one, day, missedInRow)
      on = addDays(on, Math.max(2, Math.round(days * slow * (0.55 + draft.rng.next() * 0.9))))
    }
  }
}

const closeTo = (draft: Draft, on: Day) =>
  draft.crises.some((c) => {
    const days = daysBetween(on, c)
    return days > 0 && days <= 24
  })

function meet(draft: Draft, one: Involvement, on: Day, missedInRow: number): number {
  const { rng, profile } = draft
  const agency = agencyOf(one.teamKey)
  const away = awayOn(draft, on)
  if (away) {
    if (away.kind === 'prison' && agency === 'probation' && rng.chance(0.5)) {
      const words = say(draft, 'away', phrases('away'))
      contact(draft, one.teamKey, on, { kind: 'prison', heading: 'Contact in prison', words })
    }
    return 0
  }
  const early = agency === 'lantern' && one.teamKey === 'lantern-outreach'
  const minutes = early ? rng.int(63, 78) * 5 : rng.int(108, 198) * 5
  const morning = minutes < 11 * 60 + 45 && profile.mornings && !early
  const crisis = closeTo(draft, on)
  const keeps = profile.keeps * (morning ? 0.5 : 1) * (crisis ? 0.3 : 1) * (missedInRow ? 0.8 : 1)
  if (!rng.chance(keeps)) {
    missedContact(draft, one, on, { minutes, morning, crisis, inRow: missedInRow })
    return missedInRow + 1
  }
  kept(draft, one, on, minutes)
  return 0
}

/** How a meeting takes place when its words do not say otherwise; at the office for the rest. */
const USUAL: Record<string, ContactKind> = {
  hf: 'centre',
  lantern: 'centre',
  youth: 'centre',
  hospital: 'ward',
}

const HEADINGS: Partial<Record<ContactKind, string>> = {
  office: 'Seen',
  home_visit: 'Visited',
  street: 'Met outside',
  centre: 'Seen at the centre',
  phone: 'Spoke by phone',
  text: 'Texts',
  group: 'Group',
  with_agency: 'Spoke with another service',
}

function kept(draft: Draft, one: Involvement, on: Day, minutes: number): void {
  const { rng } = draft
  const agency = agencyOf(one.teamKey)
  const outreach = one.teamKey === 'lantern-outreach'
  const topic = topicOn(draft, agency, on)
  const list = `routine/${outreach ? 'outreach' : agency}`
  const told = opened(say(draft, list, phrases(list)), outreach ? 'street' : USUAL[agency])
  const [kind, opening] = cannotVisit(draft, one, on, told[0]) ? ONLY_RANG : told
  const key = hasPhrases(`topic/${topic}`) ? `topic/${topic}` : 'topic/general'
  const middle = say(draft, key, phrases(key))
  const next = rng.chance(0.55) ? say(draft, 'next', phrases('next')) : ''
  const words = [opening, middle, next].filter(Boolean).join(' ')
  const own = draft.world.team(one.teamKey).defaultCategories
  const also = ABOUT[topic]
  const heading = ['dna', 'haven'].includes(agency)
    ? 'Contact kept'
    : agency === 'cmh'
      ? 'Mental health contact'
      : outreach
        ? 'Met on outreach'
        : (HEADINGS[kind] ?? 'Seen')
  const plan: ContactPlan = { kind, minutes, heading, words, ...narrowing(draft, one, on) }
  if (also && !own.includes(also)) plan.categories = [...own, also]
  if (rng.chance(0.04)) plan.aboutOther = say(draft, 'about_other', phrases('about_other'))
  if (rng.chance(0.004)) plan.words += ` ${say(draft, 'labelling', phrases('labelling'))}`
  contact(draft, one.teamKey, on, plan)
}

/** "(phone) Rang.": how it took place, and the words. */
function opened(phrase: string, usual: ContactKind = 'office'): [ContactKind, string] {
  const told = /^\((\w+)\) /.exec(phrase)
  return told ? [told[1] as ContactKind, phrase.slice(told[0].length)] : [usual, phrase]
}

/** A home in hiding is known to the named teams alone: nobody else calls there. */
const cannotVisit = (draft: Draft, one: Involvement, on: Day, kind: ContactKind): boolean =>
  (kind === 'home_visit' || kind === 'street') &&
  one.agencyKey !== 'haven' &&
  homeOn(draft, on)?.protected === true

const ONLY_RANG: [ContactKind, string] = ['phone', 'Rang at the time agreed.']

/** One note in twenty is kept in the team, one in a hundred for named people. */
function narrowing(draft: Draft, one: Involvement, on: Day): Partial<ContactPlan> {
  const { rng, world } = draft
  if (rng.chance(0.05)) return { audience: 'team' }
  if (!rng.chance(0.01)) return {}
  const namedUserKeys = [...world.managersOn(one.teamKey, on), ...world.staffOn(one.teamKey, on)]
    .slice(0, 3)
    .map((m) => m.userKey)
  return { audience: 'named', namedUserKeys }
}
