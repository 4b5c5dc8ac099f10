import type { Draft } from '../draft'
import { say } from '../draft'
import { addDays, daysBetween, later } from '../days'
import type { Day } from '../entry-types'
import { head } from '../heads'
import { agencyOf, dayFor } from '../verbs'
import { hasPhrases, phrases } from '../words/library'
import type { Goal, Involvement } from '../work-types'

/** Plans that live in other systems, by agency: a line each, since a sixth is one too many. */
const PLANS: Record<string, string> = {
  probation: 'Sentence plan',
  options: 'Personal Housing Plan',
  cmh: 'Care plan',
  dna: 'Recovery plan',
  jobcentre: 'Claimant commitment',
  asc: 'Care and support plan',
  riverside: 'Support plan',
}

/** Two to four goals for people with a lead, who does what by when; a line for each other plan. */
export function plans(draft: Draft): void {
  const { life, rng } = draft
  for (const one of life.involvements) agencyPlan(draft, one)
  const leading = life.involvements.find((i) => i.lead.length > 0)
  if (!leading) return
  const setOn = addDays(
    leading.from,
    Math.min(rng.int(5, 40), daysBetween(leading.from, draft.last)),
  )
  const asked = rng.some(draft.profile.deal.needs, rng.int(2, 4))
  for (const need of asked) {
    const key = hasPhrases(`goal/${need}`) ? need : 'other'
    goal(draft, leading, key, dayFor(draft, leading.teamKey, setOn))
  }
}

function agencyPlan(draft: Draft, one: Involvement): void {
  const name = PLANS[agencyOf(one.teamKey)]
  if (!name || !draft.rng.chance(0.6)) return
  const agreedOn = dayFor(draft, one.teamKey, addDays(one.from, draft.rng.int(2, 14)))
  if (agreedOn > (one.to ?? draft.last)) return
  const entry = head(draft, one.teamKey, agreedOn, { categories: ['plan'] })
  const reviewOn = one.to ? null : addDays(draft.world.today, draft.rng.int(-20, 100))
  draft.life.plan.agencyPlans.push({ ...entry, name, agreedOn, reviewOn })
}

function goal(draft: Draft, leading: Involvement, key: string, setOn: Day): void {
  const { rng, life, world } = draft
  const options = { categories: ['plan' as const] }
  const old = daysBetween(setOn, draft.last) > 120
  const state = old && rng.chance(0.3) ? rng.pick(['met', 'put_down'] as const) : 'open'
  const made: Goal = {
    ...head(draft, leading.teamKey, setOn, options),
    words: say(draft, `goal/${key}`, phrases(`goal/${key}`)),
    state,
    setOn,
    closedOn: state === 'open' ? null : addDays(setOn, rng.int(60, 118)),
    agreement: rng.weigh([
      ['agreed', 80],
      ['agreed_in_part', 12],
      ['told', 3],
      ['not_yet_asked', 5],
    ]),
  }
  life.plan.goals.push(made)
  const open = life.involvements.filter((i) => i.to === null && i.agencyKey !== 'haven')
  for (let n = rng.int(1, 2); n > 0; n -= 1) {
    const doer = rng.chance(0.6) || open.length === 0 ? leading : rng.pick(open)
    const byPerson = rng.chance(0.2)
    const recent = rng.chance(0.5) && state === 'open'
    const dueOn = recent
      ? addDays(world.today, rng.int(-6, 24))
      : addDays(setOn, rng.int(10, Math.max(12, daysBetween(setOn, draft.last))))
    const written = later(setOn, addDays(dueOn, -30))
    const writtenOn = dayFor(draft, leading.teamKey, written > draft.last ? draft.last : written)
    const done = dueOn <= draft.last && !recent
    life.plan.actions.push({
      ...head(draft, leading.teamKey, writtenOn, options),
      goalId: made.id,
      words: say(draft, `action/${key}`, phrases(`action/${key}`)),
      ownerUserKey: byPerson ? null : (doer.workers.at(-1)?.userKey ?? null),
      byPerson,
      dueOn,
      doneOn: done ? later(writtenOn, addDays(dueOn, -rng.int(0, 3))) : null,
    })
  }
}
