import type { Category } from '../../agencies/agency-types'
import type { Draft } from '../draft'
import { awayOn, say } from '../draft'
import { addDays, daysBetween, earlier } from '../days'
import type { Day } from '../entry-types'
import { usual } from '../team-place-data'
import { agencyOf, contact, dayFor } from '../verbs'
import type { ContactPlan } from '../verbs'
import { hasPhrases, phrases } from '../words/library'
import type { ContactKind, Involvement } from '../work-types'
import { missedContact } from './missed'

/** Days between ordinary contacts of a team, for those who need most; others wait longer. */
const CADENCE: Record<string, number> = {
  'probation-north': 16,
  'probation-south': 16,
  'meadow-tenancy': 38,
  'riverside-hostel': 13,
  'riverside-homes': 20,
  'options-assessment': 48,
  'options-temporary': 50,
  'asc-duty': 20,
  'asc-longterm': 50,
  'hf-team': 7,
  'lantern-centre': 24,
  'lantern-outreach': 11,
  'cmh-community': 24,
  'cmh-crisis': 4,
  'dna-recovery': 19,
  'dna-clinic': 34,
  'gp-practice': 75,
  'jobcentre-central': 40,
  'jobcentre-eastgate': 40,
  'police-offenders': 60,
  'haven-refuge': 10,
  'haven-community': 18,
  'debt-team': 36,
  'youth-team': 20,
  'legal-housing': 45,
  'legal-immigration': 45,
}

/** What a topic makes a note about, beside the team's own category; the strictest wins. */
const ABOUT: Record<string, Category> = {
  using: 'substance_use',
  treatment: 'substance_use',
  relapse: 'substance_use',
  steady: 'substance_use',
  low: 'mental_health',
  nurse: 'mental_health',
  crisis: 'mental_health',
  unspoken: 'domestic_abuse',
  safe_now: 'domestic_abuse',
  order: 'justice',
  release: 'justice',
  grief: 'family',
  health: 'physical_health',
  money: 'money',
  sanction: 'money',
  debts: 'money',
}

/** Topics that only these agencies may hear and write about. */
const ONLY: Record<string, string[]> = {
  status: ['legal'],
  safe_now: ['haven'],
  unspoken: ['gp', 'haven', 'cmh', 'hf', 'youth'],
}

function topicOn(draft: Draft, agency: string, on: Day): string {
  const open = draft.topics.filter(
    (t) => t.from <= on && on <= t.until && (ONLY[t.key]?.includes(agency) ?? true),
  )
  return open.length > 0 && draft.rng.chance(0.8) ? draft.rng.pick(open).key : 'general'
}

/** All ordinary contacts of every involvement, kept and missed as life went. */
export function routineContacts(draft: Draft): void {
  for (const one of draft.life.involvements) {
    const days = CADENCE[one.teamKey]
    if (!days) continue
    const slow = draft.profile.deal.panel ? 1.2 : draft.profile.deal.core.length > 1 ? 2.2 : 3.1
    const until = earlier(one.to ?? draft.last, draft.died ? addDays(draft.died, -1) : draft.last)
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

const HEADINGS: Partial<Record<ContactKind, string>> = {
  office: 'Seen',
  home_visit: 'Visited',
  street: 'Met on outreach',
  centre: 'Seen at the day centre',
  phone: 'Spoke by phone',
  text: 'Texts',
  group: 'Group',
  with_agency: 'Spoke with another service',
}

function kept(draft: Draft, one: Involvement, on: Day, minutes: number): void {
  const { rng } = draft
  const agency = agencyOf(one.teamKey)
  const outreach = one.teamKey === 'lantern-outreach'
  const kind = outreach ? 'street' : rng.weigh(usual[agency] ?? [['office', 1] as const])
  const topic = topicOn(draft, agency, on)
  const opening = say(draft, `routine/${agency}`, phrases(`routine/${agency}`))
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
      : (HEADINGS[kind] ?? 'Seen')
  const plan: ContactPlan = { kind, minutes, heading, words, ...narrowing(draft, one, on) }
  if (also && !own.includes(also)) plan.categories = [...own, also]
  if (rng.chance(0.04)) plan.aboutOther = say(draft, 'about_other', phrases('about_other'))
  if (rng.chance(0.004)) plan.words += ` ${say(draft, 'labelling', phrases('labelling'))}`
  contact(draft, one.teamKey, on, plan)
}

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
