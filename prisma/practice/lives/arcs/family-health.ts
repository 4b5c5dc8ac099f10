import type { Draft } from '../draft'
import { happened, plan } from '../draft'
import { addDays } from '../days'
import { after, feel, involve, leave, openWith, talk, turn } from '../verbs'
import { warn } from '../warnings'

/** The worker closest to the person on the day, who would hear of it. */
const closest = (draft: Draft) =>
  ['hf-team', 'riverside-hostel', 'youth-team', 'dna-recovery', 'haven-community', 'lantern-centre']
    .concat([
      'probation-north',
      'probation-south',
      'cmh-community',
      'meadow-tenancy',
      'gp-practice',
    ])
    .find((team) => openWith(draft, team))

/** A death in the family, a reconciliation, seeing the children again. */
export function family(draft: Draft): void {
  const { rng, profile, last } = draft
  if (rng.chance(profile.deal.panel ? 0.5 : 0.18)) {
    plan(draft, addDays(last, -rng.int(15, 900)), () => {
      happened(draft, 'bereavement', '{His} {relative} died.')
      draft.crises.push(addDays(draft.now, 14))
      talk(draft, 'grief', 130)
      if (profile.deal.needs.includes('mental_health')) feel(draft, 'mental_health', 3, 'worse')
      const team = closest(draft)
      if (team) turn(draft, team, 'bereavement', { kind: 'phone', heading: 'Sad news', after: 3 })
    })
  }
  if (rng.chance(0.2)) {
    plan(draft, addDays(last, -rng.int(10, 500)), () => {
      const team = closest(draft)
      happened(draft, 'family_again', 'In touch with {his} {relative} again, after a long silence.')
      if (!team) return
      turn(draft, team, 'family_again', { heading: 'Good news', categories: ['family'] })
    })
  }
}

/** Illness that needs a surgery, a ward, or somebody to help at home. */
export function physicalHealth(draft: Draft): void {
  const { rng, profile, last } = draft
  plan(draft, addDays(last, -rng.int(40, 950)), () => {
    involve(draft, 'gp-practice', 'present')
    feel(draft, 'physical_health', rng.int(1, 3), 'same')
    talk(draft, 'health', 200)
    turn(draft, 'gp-practice', 'health_check', { heading: 'Appointment kept' })
    after(draft, rng.int(120, 420), () => leave(draft, 'gp-practice', 'no_further'))
  })
  if (rng.chance(profile.deal.panel ? 0.5 : 0.25)) {
    plan(draft, addDays(last, -rng.int(6, 700)), () => ward(draft))
  }
  if (rng.chance(0.16)) plan(draft, addDays(last, -rng.int(20, 600)), () => careNeeds(draft))
  if (rng.chance(0.1)) {
    plan(draft, addDays(last, -rng.int(1, 500)), () => {
      involve(draft, 'gp-practice', 'present')
      warn(draft, 'gp-practice', rng.pick(['allergy', 'health']))
    })
  }
}

function ward(draft: Draft): void {
  if (draft.aways.some((a) => a.to > draft.now)) return
  const days = draft.rng.int(3, 16)
  happened(draft, 'hospital', 'Taken into hospital.')
  draft.crises.push(draft.now)
  draft.aways.push({ kind: 'hospital', from: draft.now, to: addDays(draft.now, days) })
  involve(draft, 'hospital-liaison', 'present')
  turn(draft, 'hospital-liaison', 'on_the_ward', {
    kind: 'ward',
    heading: 'Seen on the ward',
    after: 1,
  })
  after(draft, days, () => {
    turn(draft, 'hospital-liaison', 'going_home', { kind: 'ward', heading: 'Discharge planned' })
    after(draft, 9, () => leave(draft, 'hospital-liaison', 'discharged'))
  })
}

function careNeeds(draft: Draft): void {
  involve(draft, 'asc-longterm', 'referral')
  happened(draft, 'care_assessed', 'A social worker looked at what help {he} needs day to day.')
  turn(draft, 'asc-longterm', 'care_assessed', {
    kind: 'home_visit',
    heading: 'Care Act assessment',
  })
  after(draft, draft.rng.int(200, 600), () => leave(draft, 'asc-longterm', 'completed'))
}

/** A safeguarding concern and what came of it. */
export function safeguarding(draft: Draft): void {
  const { rng, last } = draft
  plan(draft, addDays(last, -rng.int(20, 600)), () => {
    involve(draft, 'asc-duty', 'referral')
    happened(draft, 'concern', 'Somebody was worried enough to ring the safeguarding team.')
    feel(draft, 'safeguarding', 3, 'worse')
    turn(draft, 'asc-duty', 'concern', { kind: 'phone', heading: 'Safeguarding concern' })
    if (draft.homes.at(-1)?.lines && rng.chance(0.4)) warn(draft, 'asc-duty', 'exploitation')
    after(draft, rng.int(30, 120), () => {
      turn(draft, 'asc-duty', 'concern_closed', { heading: 'Enquiry ended' })
      leave(draft, 'asc-duty', 'completed')
      feel(draft, 'safeguarding', 0, 'better')
    })
  })
}
