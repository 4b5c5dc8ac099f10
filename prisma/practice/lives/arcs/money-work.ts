import type { Draft } from '../draft'
import { happened, plan } from '../draft'
import { addDays } from '../days'
import { after, feel, involve, leave, openWith, talk, turn } from '../verbs'

/** The jobcentre nearest to the person: one for all their claims. */
export const jobcentreOf = (draft: Draft) =>
  draft.profile.index % 2 === 0 ? 'jobcentre-central' : 'jobcentre-eastgate'

/** A claim, what goes wrong with it, and the debts that follow. */
export function money(draft: Draft): void {
  const { rng, profile, last } = draft
  const team = jobcentreOf(draft)
  plan(draft, addDays(last, -rng.int(60, 900)), () => {
    involve(draft, team, 'present')
    turn(draft, team, 'claim', { heading: 'Claim made' })
    feel(draft, 'money', rng.int(1, 3), 'same')
    talk(draft, 'money', 200)
    after(draft, rng.int(100, 460), () => {
      leave(draft, team, 'claim_ended')
      if (rng.chance(0.5)) feel(draft, 'money', 0, 'better')
    })
  })
  if (rng.chance(profile.deal.panel ? 0.6 : 0.22)) {
    plan(draft, addDays(last, -rng.int(12, 500)), () => sanction(draft, team))
  }
  if (rng.chance(0.3)) plan(draft, addDays(last, -rng.int(20, 620)), () => debts(draft))
  if (rng.chance(0.18)) plan(draft, addDays(last, -rng.int(30, 600)), () => disability(draft))
}

function sanction(draft: Draft, team: string): void {
  if (draft.aways.some((a) => a.to > draft.now)) return
  const { rng } = draft
  involve(draft, team, 'present')
  happened(draft, 'sanction', 'A sanction: money stopped after a missed appointment.')
  feel(draft, 'money', 4, 'worse')
  talk(draft, 'sanction', 50)
  involve(draft, 'dwp-decisions', 'feed')
  turn(draft, 'dwp-decisions', 'sanction', {
    kind: 'decision',
    heading: 'Decision made',
    outcome: 'information',
  })
  turn(draft, team, 'sanction', { kind: 'phone', heading: 'Payment stopped' })
  draft.crises.push(addDays(draft.now, 10))
  after(draft, rng.int(14, 70), () => {
    const lifted = rng.chance(0.62)
    feel(draft, 'money', 2, 'better')
    if (!lifted) return
    happened(
      draft,
      'sanction_lifted',
      'The sanction was lifted after a letter from those who work with {him}.',
    )
    turn(draft, team, 'sanction_lifted', { kind: 'phone', heading: 'Universal Credit restored' })
    leave(draft, 'dwp-decisions', 'no_further')
  })
}

function debts(draft: Draft): void {
  const { rng } = draft
  involve(draft, 'debt-team', 'present')
  happened(draft, 'debts', 'A bag of unopened letters: £{amount} here, more there.')
  feel(draft, 'money', 3, 'worse')
  talk(draft, 'debts', 140)
  turn(draft, 'debt-team', 'debts', { heading: 'First appointment' })
  after(draft, rng.int(40, 130), () => {
    turn(draft, 'debt-team', 'debts_settled', { heading: 'Plan agreed' })
    feel(draft, 'money', 2, 'better')
  })
  after(draft, rng.int(140, 260), () => leave(draft, 'debt-team', 'completed'))
}

function disability(draft: Draft): void {
  involve(draft, 'legal-housing', 'referral')
  happened(draft, 'pip_refused', 'Refused PIP after a telephone assessment.')
  turn(draft, 'legal-housing', 'pip_refused', { heading: 'Advice given' })
  after(draft, draft.rng.int(90, 260), () => {
    happened(draft, 'pip_won', 'Won the PIP appeal.')
    turn(draft, 'legal-housing', 'pip_won', { heading: 'Appeal heard' })
    feel(draft, 'money', 1, 'better')
    after(draft, 20, () => leave(draft, 'legal-housing', 'completed'))
  })
}

/** Looking for work, learning something, a job that may not last. */
export function work(draft: Draft): void {
  const { rng, last } = draft
  const team = jobcentreOf(draft)
  plan(draft, addDays(last, -rng.int(60, 700)), () => {
    involve(draft, team, 'present')
    turn(draft, team, 'work_search', { heading: 'Work search' })
    feel(draft, 'work', 2, 'same')
    talk(draft, 'work', 160)
  })
  plan(draft, addDays(last, -rng.int(20, 500)), () => {
    happened(draft, 'course', 'Began a course: {course}, two days a week.')
    turn(draft, openWith(draft, team) ? team : 'lantern-centre', 'course', {
      heading: 'Course begun',
    })
  })
  if (!rng.chance(0.5)) return
  plan(draft, addDays(last, -rng.int(5, 300)), () => {
    happened(draft, 'job', 'Took a job: {job}.')
    feel(draft, 'work', 1, 'better')
    talk(draft, 'job', 90)
    if (openWith(draft, team)) turn(draft, team, 'job', { heading: 'Started work' })
    if (rng.chance(0.35)) {
      after(draft, rng.int(20, 120), () => {
        happened(draft, 'job_lost', 'The job came to an end.')
        feel(draft, 'work', 3, 'worse')
      })
    } else after(draft, 60, () => leave(draft, team, 'work'))
  })
}
