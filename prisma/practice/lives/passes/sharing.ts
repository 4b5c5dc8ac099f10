import type { Category } from '../../agencies/agency-types'
import { sharedParties } from '../../agencies/term-data'
import type { Draft } from '../draft'
import { say } from '../draft'
import { addDays, daysBetween, later } from '../days'
import type { Day } from '../entry-types'
import { head } from '../heads'
import { dayFor } from '../verbs'
import { phrases } from '../words/library'
import type { Choice } from '../state-types'
import type { Involvement } from '../work-types'

/** Agencies that are parties to the shared agreement and give of their own. */
const parties = new Set(
  sharedParties.split(' ').filter((key) => key !== 'haven' && key !== 'police'),
)

/** Cohorts, the person's choices, and records that few may open. */
export function sharing(draft: Draft): void {
  sharedSupport(draft)
  leavingPrison(draft)
  objections(draft)
  if (draft.rng.chance(draft.profile.deal.panel ? 0.03 : 0.006)) limited(draft)
}

/** Two needs, two parties, and told: from the day the second party came in. */
function sharedSupport(draft: Draft): void {
  const { life, rng, profile } = draft
  const theirs = life.involvements
    .filter((i) => parties.has(i.agencyKey))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const second = theirs.find((i) => i.agencyKey !== theirs[0]?.agencyKey)
  if (!second || profile.deal.needs.length < 2 || !rng.chance(profile.deal.panel ? 1 : 0.62)) return
  const from = dayFor(draft, second.teamKey, after(draft, second.from, rng.int(1, 30)))
  const author = head(draft, second.teamKey, from, { categories: ['plan'] })
  life.states.cohorts.push({
    ...author,
    cohortKey: 'shared-support',
    from,
    until: null,
    decidedBy: draft.world.user(author.userKey).name,
    toldOn: rng.chance(0.95) ? from : null,
  })
  consents(draft, from)
}

const after = (draft: Draft, day: Day, days: number): Day => {
  const on = addDays(day, days)
  const end = draft.died ? addDays(draft.died, -1) : draft.last
  return on > end ? later(day, draft.from) : on
}

function leavingPrison(draft: Draft): void {
  const out = draft.aways.findLast((a) => a.kind === 'prison')
  const probation = draft.life.involvements.find((i) => i.agencyKey === 'probation')
  if (!out || !probation) return
  const started = addDays(draft.world.today, -640)
  const from = later(later(addDays(out.to, -84), started), probation.from)
  const until = addDays(out.to, 183)
  if (from > draft.last || until < from) return
  const entry = head(draft, probation.teamKey, dayFor(draft, probation.teamKey, from), {
    categories: ['plan'],
  })
  draft.life.states.cohorts.push({
    ...entry,
    cohortKey: 'leaving-prison',
    from,
    until,
    decidedBy: draft.world.user(entry.userKey).name,
    toldOn: from,
  })
}

type Said = Pick<Choice, 'kind' | 'category' | 'groupKey' | 'toAgencyKey' | 'words' | 'until'>

function choose(draft: Draft, one: Involvement, on: Day, said: Said): Choice {
  const { rng } = draft
  const made: Choice = {
    ...head(draft, one.teamKey, on, { categories: ['plan'] }),
    ...said,
    from: on,
    withdrawnOn: null,
    upheld: true,
    overriddenBecause: null,
    seenAlone: rng.chance(0.94),
    presentOthers: rng.chance(0.1) ? (draft.cast.Friend ?? null) : null,
    interpreter: draft.profile.interpreter ? 'Telephone interpreter' : null,
    refusalHasConsequences: false,
  }
  draft.life.choices.push(made)
  return made
}

/** Terms that rest on consent: treatment to probation, benefits, debt, legal advice. */
const ASKED: [string, Category, string][] = [
  ['dna', 'substance_use', 'probation'],
  ['jobcentre', 'money', 'homes'],
  ['debt', 'money', 'work'],
  ['legal', 'legal', 'homes'],
  ['hf', 'whereabouts', 'probation'],
]

function consents(draft: Draft, from: Day): void {
  for (const [agency, category, groupKey] of ASKED) {
    const one = draft.life.involvements.find((i) => i.agencyKey === agency)
    if (!one || !draft.rng.chance(0.55)) continue
    const on = dayFor(draft, one.teamKey, after(draft, later(one.from, from), draft.rng.int(1, 14)))
    const words = say(draft, 'choice/consent', phrases('choice/consent'))
    const until = addDays(on, 365)
    const said = { kind: 'consent' as const, category, groupKey, toAgencyKey: null, words, until }
    const made = choose(draft, one, on, said)
    if (draft.rng.chance(0.07)) made.withdrawnOn = after(draft, on, draft.rng.int(20, 120))
  }
}

const OBJECTS: [string, Category | null, string | null][] = [
  ['Not to the Jobcentre. They twist it.', null, 'jobcentre'],
  ['I do not want my landlord to know about my health.', 'mental_health', 'meadow'],
  ['Nothing about my drinking to probation, please.', 'substance_use', 'probation'],
  ['Not the police, ever.', null, 'police'],
]

function objections(draft: Draft): void {
  const { rng, life } = draft
  const one = life.involvements.find((i) => i.agencyKey !== 'police' && i.agencyKey !== 'dwp')
  if (!one || !rng.chance(0.045)) return
  const on = dayFor(draft, one.teamKey, after(draft, one.from, rng.int(3, 60)))
  const [words, category, toAgencyKey] = rng.pick(OBJECTS)
  const said = {
    kind: 'objection' as const,
    category,
    groupKey: null,
    toAgencyKey,
    words,
    until: null,
  }
  const made = choose(draft, one, on, said)
  if (!rng.chance(0.12)) return
  made.upheld = false
  made.overriddenBecause = 'Safeguarding: a risk to life was recorded that week and explained.'
}

const REASONS = [
  'Works for one of the agencies.',
  'Related to a member of staff.',
  'Known in the city; somebody looked who had no reason to.',
  'A witness in a trial.',
]

/** Only named users: the workers of every open involvement, and their managers. */
function limited(draft: Draft): void {
  const { life, world, rng, last } = draft
  const open = life.involvements.filter((i) => i.to === null)
  const allowed = new Set(
    open.flatMap((i) => [
      ...i.workers.slice(-1).map((s) => s.userKey),
      ...world.managersOn(i.teamKey, last).map((m) => m.userKey),
    ]),
  )
  const one = open[0]
  if (!one) return
  for (const m of world.staffOn(one.teamKey, last)) if (allowed.size < 2) allowed.add(m.userKey)
  if (allowed.size < 2) return
  const on = dayFor(draft, one.teamKey, after(draft, one.from, rng.int(1, 90)))
  life.states.limitedAccess.push({
    ...head(draft, one.teamKey, on, { categories: ['safety'] }),
    reason: rng.pick(REASONS),
    from: on,
    reviewOn: addDays(world.today, rng.int(-10, 160)),
    until: null,
    allowedUserKeys: [...allowed],
  })
  const staff = world.staffOn(one.teamKey, last).find((m) => !allowed.has(m.userKey))
  if (!staff || !rng.chance(0.5) || daysBetween(on, last) < 0) return
  life.states.bars.push({
    ...head(draft, one.teamKey, on, { categories: ['safety'] }),
    barredUserKey: staff.userKey,
    reason: 'Related to this person; declared at joining.',
    from: on,
    until: null,
  })
}
