import type { Draft } from '../draft'
import { happened, plan } from '../draft'
import { addDays } from '../days'
import type { Day } from '../entry-types'
import { moveHome } from '../homes'
import { refer } from '../referrals'
import { after, feel, involve, leave, openWith, talk, turn } from '../verbs'
import { settledCodes } from '../homes'
import { newTenancy } from './home-found'
import { jobcentreOf } from './money-work'
import { unhoused } from './home-lost'

export const probationTeam = (draft: Draft) =>
  draft.profile.index % 10 < 5 ? 'probation-north' : 'probation-south'

/** A court order or a sentence, supervision, and how it ended. */
export function justice(draft: Draft): void {
  const { rng, profile, last } = draft
  const custody = rng.chance(profile.deal.panel ? 0.55 : 0.3)
  const begins = addDays(last, -rng.int(40, profile.deal.panel ? 800 : 760))
  if (custody) plan(draft, addDays(begins, -rng.int(30, 220)), () => prison(draft, begins))
  else
    plan(draft, begins, () =>
      order(draft, rng.pick(profile.deal.panel ? [365, 540, 730] : [180, 270, 365])),
    )
  if (rng.chance(0.07)) {
    plan(draft, addDays(begins, 30), () => void involve(draft, 'police-offenders', 'order'))
  }
}

function order(draft: Draft, days: number): void {
  const team = probationTeam(draft)
  involve(draft, team, 'order')
  happened(draft, 'sentenced', 'A community order, with supervision.')
  feel(draft, 'justice', draft.rng.int(2, 3), 'same')
  talk(draft, 'order', days)
  turn(draft, team, 'order_begins', { heading: 'First appointment', after: 4 })
  after(draft, Math.floor(days * 0.4), () => feel(draft, 'justice', 2, 'better'))
  if (draft.rng.chance(draft.profile.deal.panel ? 0.5 : 0.2)) warned(draft, team, days)
  after(draft, days, () => {
    happened(draft, 'order_done', 'The order ended, completed.')
    turn(draft, team, 'order_done', { heading: 'Order completed' })
    leave(draft, team, 'order_completed')
    feel(draft, 'justice', 0, 'better')
  })
}

function warned(draft: Draft, team: string, days: number): void {
  after(draft, draft.rng.int(40, Math.max(60, days - 60)), () => {
    if (!openWith(draft, team)) return
    draft.crises.push(addDays(draft.now, -1))
    happened(draft, 'warned', 'Missed supervision; a warning letter went out.')
    turn(draft, team, 'warned', { kind: 'letter', heading: 'Letter sent', outcome: 'information' })
    feel(draft, 'justice', 3, 'worse')
  })
}

function prison(draft: Draft, release: Day): void {
  const team = probationTeam(draft)
  happened(draft, 'prison', 'Sent to prison.')
  draft.aways.push({ kind: 'prison', from: draft.now, to: release })
  moveHome(draft, 'PRISON')
  involve(draft, team, 'order')
  feel(draft, 'justice', 4, 'worse')
  const heading = 'Seen before release'
  plan(draft, addDays(release, -20), () => {
    turn(draft, team, 'before_release', { kind: 'prison', heading })
    refer(draft, {
      from: team,
      to: 'options-assessment',
      kind: 'homelessness_duty',
      duty: true,
      wait: draft.rng.int(4, 24),
    })
  })
  plan(draft, release, () => released(draft, team))
}

function released(draft: Draft, team: string): void {
  const { rng, profile } = draft
  const away = draft.aways.findLast((a) => a.kind === 'prison')
  if (away) away.to = draft.now
  happened(draft, 'release', 'Released, with a bag and a travel warrant.')
  feel(draft, 'justice', 3, 'same')
  talk(draft, 'release', 60)
  talk(draft, 'licence', 360)
  turn(draft, team, 'release', { heading: 'Seen on release' })
  after(draft, 3, () => {
    involve(draft, jobcentreOf(draft), 'discharge')
    turn(draft, jobcentreOf(draft), 'claim_after_release', { heading: 'New claim' })
  })
  if (profile.deal.core.includes('H')) unhoused(draft)
  else moveHome(draft, 'A07B')
  if (profile.deal.panel && rng.chance(0.35))
    after(draft, rng.int(25, 120), () => recall(draft, team))
  else after(draft, 365, () => leave(draft, team, 'licence_ended'))
  after(draft, 200, () => {
    feel(draft, 'justice', 2, 'better')
    if (!profile.deal.core.includes('H')) return
    if (!settledCodes.has(draft.homes.at(-1)?.code ?? 'A16') && rng.chance(0.5)) newTenancy(draft)
  })
}

function recall(draft: Draft, team: string): void {
  if (draft.aways.some((a) => a.to > draft.now)) return
  const back = addDays(draft.now, 28)
  happened(draft, 'recall', 'Recalled to prison for 28 days.')
  draft.crises.push(draft.now)
  draft.aways.push({ kind: 'prison', from: draft.now, to: back })
  moveHome(draft, 'PRISON')
  turn(draft, team, 'recall', { kind: 'decision', heading: 'Decision on the licence' })
  feel(draft, 'justice', 4, 'worse')
  plan(draft, back, () => {
    moveHome(draft, 'A17')
    happened(draft, 'release', 'Out again after the recall, to a room found by probation.')
    turn(draft, team, 'release', { heading: 'Seen on release' })
    feel(draft, 'justice', 3, 'better')
    after(draft, 84, () => {
      if (draft.homes.at(-1)?.code === 'A17') unhoused(draft)
    })
  })
}

/** Police meet somebody in passing. */
export function policeMeet(draft: Draft, key: string): void {
  involve(draft, 'police-neighbourhood', 'present')
  turn(draft, 'police-neighbourhood', key, { kind: 'street', heading: 'Attended', minutes: 1290 })
  after(draft, 30, () => leave(draft, 'police-neighbourhood', 'no_further'))
}
