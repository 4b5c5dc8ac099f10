import type { Draft } from '../draft'
import { happened, plan } from '../draft'
import { addDays } from '../days'
import { refer } from '../referrals'
import { after, feel, involve, leave, talk, turn } from '../verbs'
import { warn } from '../warnings'

/** Low, or unwell: a doctor, a referral that may be turned down, a crisis that opens the door. */
export function mentalHealth(draft: Draft): void {
  const { rng, profile, last } = draft
  const begins = addDays(last, -rng.int(90, profile.deal.panel ? 1040 : 820))
  plan(draft, begins, () => {
    feel(draft, 'mental_health', rng.int(2, 3), 'worse')
    talk(draft, 'low', 160)
    if (!rng.chance(profile.deal.panel ? 0.9 : 0.5)) return
    involve(draft, 'gp-practice', 'present')
    happened(
      draft,
      'doctor',
      'Told the doctor about not sleeping and feeling that nothing would change.',
    )
    turn(draft, 'gp-practice', 'low_mood', { heading: 'Appointment kept' })
    after(draft, rng.int(90, 330), () => leave(draft, 'gp-practice', 'no_further'))
    if (profile.deal.panel || rng.chance(0.5)) after(draft, rng.int(7, 60), () => referred(draft))
    else after(draft, rng.int(90, 200), () => feel(draft, 'mental_health', 1, 'better'))
  })
}

function referred(draft: Draft): void {
  const { rng, profile } = draft
  const using = profile.deal.core.includes('S')
  const refused = rng.chance(using ? 0.5 : 0.28)
    ? rng.pick(using ? ['too_complex', 'below_threshold', 'substance_first'] : ['below_threshold'])
    : null
  refer(draft, {
    from: 'gp-practice',
    to: 'cmh-community',
    kind: 'mental_health',
    refused,
    wait: rng.int(12, 90),
    then: () => accepted(draft),
    otherwise: () => {
      happened(draft, 'refused', 'Turned down by the mental health team.')
      if (rng.chance(profile.deal.panel ? 0.7 : 0.35))
        after(draft, rng.int(30, 150), () => crisis(draft))
    },
  })
}

function accepted(draft: Draft): void {
  const { rng } = draft
  happened(draft, 'nurse', 'Given a nurse to see regularly.')
  turn(draft, 'cmh-community', 'nurse_begins', {
    heading: 'Mental health contact',
    after: rng.int(3, 20),
  })
  after(draft, rng.int(60, 160), () => {
    feel(draft, 'mental_health', 2, 'better')
    talk(draft, 'nurse', 200)
  })
  if (rng.chance(0.3)) after(draft, rng.int(90, 300), () => crisis(draft))
  after(draft, rng.int(240, 720), () => {
    turn(draft, 'cmh-community', 'nurse_ends', { heading: 'Mental health contact' })
    leave(draft, 'cmh-community', 'discharged')
    feel(draft, 'mental_health', 1, 'better')
  })
}

function crisis(draft: Draft): void {
  const { rng } = draft
  if (draft.aways.some((a) => a.to > draft.now)) return
  happened(draft, 'crisis', 'A night when it was all too much; the crisis team came.')
  draft.crises.push(draft.now)
  feel(draft, 'mental_health', 4, 'worse')
  talk(draft, 'crisis', 60)
  involve(draft, 'cmh-crisis', 'present')
  const minutes = rng.int(18, 22) * 60 + 20
  turn(draft, 'cmh-crisis', 'crisis', { kind: 'phone', heading: 'Crisis contact', minutes })
  warn(draft, 'cmh-crisis', 'self_harm')
  if (rng.chance(0.3)) {
    const days = rng.int(6, 40)
    draft.aways.push({
      kind: 'hospital',
      from: addDays(draft.now, 1),
      to: addDays(draft.now, days),
    })
    happened(draft, 'admitted', 'Stayed on the ward for a while.')
    after(draft, days, () => {
      turn(draft, 'cmh-crisis', 'ward_out', { heading: 'Discharge meeting', kind: 'ward' })
    })
  }
  after(draft, rng.int(14, 55), () => {
    leave(draft, 'cmh-crisis', 'handed_on')
    involve(draft, 'cmh-community', 'discharge')
    feel(draft, 'mental_health', 3, 'better')
    turn(draft, 'cmh-community', 'nurse_begins', { heading: 'Mental health contact', after: 5 })
  })
}
