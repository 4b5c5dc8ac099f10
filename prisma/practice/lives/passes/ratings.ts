import type { Category } from '../../agencies/agency-types'
import type { Draft } from '../draft'
import { say } from '../draft'
import { addDays, daysBetween } from '../days'
import type { Day } from '../entry-types'
import { head } from '../heads'
import { agencyOf, dayFor } from '../verbs'
import { phrases } from '../words/library'
import type { Domain, Involvement, Need } from '../work-types'

/** Which needs an agency asks about. */
const ASKS: Record<string, Domain[]> = {
  probation: ['justice', 'substance_use', 'homelessness', 'work'],
  meadow: ['homelessness', 'money', 'isolation'],
  riverside: ['homelessness', 'substance_use', 'mental_health', 'isolation'],
  options: ['homelessness', 'money'],
  asc: ['physical_health', 'safeguarding', 'isolation', 'learning'],
  hf: ['homelessness', 'substance_use', 'mental_health', 'physical_health', 'isolation', 'money'],
  lantern: ['homelessness', 'isolation', 'physical_health'],
  cmh: ['mental_health', 'safeguarding', 'care_experience'],
  dna: ['substance_use', 'physical_health', 'mental_health'],
  gp: ['physical_health', 'mental_health', 'domestic_abuse'],
  hospital: ['physical_health'],
  jobcentre: ['work', 'money', 'learning'],
  haven: ['domestic_abuse', 'safeguarding'],
  debt: ['money'],
  youth: ['care_experience', 'learning', 'work', 'homelessness'],
  legal: ['immigration', 'money'],
}

/** What a rating is about; null: what its team's entries are. */
const CATEGORY: Record<Domain, Category | null> = {
  homelessness: 'housing',
  substance_use: 'substance_use',
  justice: 'justice',
  mental_health: 'mental_health',
  domestic_abuse: 'domestic_abuse',
  money: 'money',
  physical_health: 'physical_health',
  isolation: 'family',
  immigration: 'immigration',
  care_experience: 'family',
  learning: 'learning',
  safeguarding: null,
  work: 'work',
}

type Felt = Draft['felt'][number]

/** What is so of a need on a day; null when it never was. */
export const feltOn = (draft: Draft, domain: Domain, on: Day): Felt | null =>
  draft.felt.filter((f) => f.domain === domain && f.on <= on).at(-1) ?? null

/** Every agency rates what it asks about: a week in, each four months or so, and lately. */
export function rateNeeds(draft: Draft): void {
  draft.felt.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  for (const one of draft.life.involvements) {
    const asks = ASKS[agencyOf(one.teamKey)]
    if (!asks || one.workers.length === 0) continue
    const end = one.to ?? draft.last
    let on = addDays(one.from, draft.rng.int(1, 10))
    while (on <= end) {
      const day = dayFor(draft, one.teamKey, on)
      if (day <= end) for (const domain of asks) rate(draft, one, domain, day)
      const left = daysBetween(on, end)
      on = addDays(
        on,
        left > 40 && left < 130 ? left - draft.rng.int(3, 20) : draft.rng.int(130, 240),
      )
    }
  }
}

function rate(draft: Draft, one: Involvement, domain: Domain, day: Day): void {
  const { rng, profile, life } = draft
  const felt = feltOn(draft, domain, day)
  const before = life.needs.findLast((n) => n.domain === domain && n.agencyKey === one.agencyKey)
  const blank = { severity: null, trend: null, direction: null, note: null }
  const base = { voice: 'worker' as const, domain, at: day, ...blank }
  const about = CATEGORY[domain]
  const entry = () => head(draft, one.teamKey, day, about ? { categories: [about] } : {})
  if (!felt) {
    const dealt = profile.deal.needs.includes(domain)
    if (before || rng.chance(0.45)) return
    const state = rng.weigh<Need['state']>([
      ['none', dealt ? 0.4 : 3],
      ['not_asked', 2],
      ['not_known', 1],
    ])
    life.needs.push({ ...entry(), ...base, state })
    return
  }
  if (felt.severity === 0) {
    if (before && before.state !== 'past') life.needs.push({ ...entry(), ...base, state: 'past' })
    return
  }
  if (domain === 'domestic_abuse' && one.agencyKey === 'gp' && rng.chance(0.5)) return
  const trend = rng.chance(0.75) ? felt.trend : 'same'
  const noise = rng.chance(0.25) ? rng.pick([-1, 1]) : 0
  const severity = Math.min(4, Math.max(1, felt.severity + noise)) as 1 | 2 | 3 | 4
  const note = rng.chance(0.4) ? say(draft, `need/${trend}`, phrases(`need/${trend}`)) : null
  const direction = domain === 'domestic_abuse' ? (profile.deal.harm ?? 'not_known') : null
  life.needs.push({ ...entry(), ...base, state: 'present', severity, trend, direction, note })
}

/** Needs that people are asked how they see themselves, in what is invented here. */
const TALKED: readonly Domain[] = [
  ...(['homelessness', 'substance_use', 'mental_health', 'physical_health'] as const),
  ...(['isolation', 'money', 'work'] as const),
]

/**
 * How people see it themselves, written down by whoever rated the need that day: for about one
 * rating in six, and often a little lighter than the worker sees it.
 */
export function ownViews(draft: Draft): void {
  const { rng, life } = draft
  for (const seen of [...life.needs]) {
    if (seen.severity === null || !TALKED.includes(seen.domain) || !rng.chance(0.16)) continue
    const lighter = rng.weigh([
      [1, 4],
      [0, 5],
      [-1, 1],
    ])
    const severity = Math.min(4, Math.max(1, seen.severity - lighter)) as 1 | 2 | 3 | 4
    const { userKey, categories } = seen
    const entry = head(draft, seen.teamKey, seen.at, { userKey, categories })
    life.needs.push({ ...seen, ...entry, voice: 'person', severity, note: null })
  }
}

/** NDTA for the panel: each half year, ten scores that follow how heavy things are. */
export function scoreNdta(draft: Draft): void {
  if (!draft.profile.deal.panel) return
  const order = ['hf', 'riverside', 'lantern', 'dna', 'probation', 'cmh']
  let on = addDays(draft.from, draft.rng.int(60, 200))
  for (; on <= draft.last; on = addDays(on, draft.rng.int(160, 205))) {
    const open = draft.life.involvements.filter((i) => i.from <= on && (i.to === null || on < i.to))
    const team = order.flatMap((a) => open.filter((i) => i.agencyKey === a)).at(0)
    if (!team || (draft.died && on >= draft.died)) continue
    const day = dayFor(draft, team.teamKey, on)
    const items = ndtaItems(draft, day)
    const total = items.reduce((sum, n) => sum + n, 0)
    draft.life.assessments.push({
      ...head(draft, team.teamKey, day, { categories: ['plan'] }),
      tool: 'ndta',
      on: day,
      items,
      total,
    })
  }
}

function ndtaItems(draft: Draft, on: Day): number[] {
  const of = (domain: Domain) => feltOn(draft, domain, on)?.severity ?? 0
  const crisis = draft.crises.some((c) => Math.abs(daysBetween(c, on)) < 30) ? 1 : 0
  const score = (n: number) => Math.min(4, Math.max(0, n + draft.rng.int(-1, 1)))
  const harm = draft.profile.deal.harm
  const causing = harm === 'causing_harm' || harm === 'both' ? of('domestic_abuse') : 0
  return [
    score(1 + crisis),
    score(of('mental_health') - 2 + crisis),
    score(of('substance_use') - 1),
    2 * score(Math.max(causing, of('justice') - 2)),
    2 * score(causing ? 1 : of('domestic_abuse')),
    score(of('mental_health')),
    score(1 + Math.floor(of('isolation') / 2)),
    score(of('substance_use')),
    score(1 + crisis),
    score(of('homelessness')),
  ]
}
