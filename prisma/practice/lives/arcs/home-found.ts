import type { Draft } from '../draft'
import { happened, plan, whenBack } from '../draft'
import { addDays, daysBetween, later } from '../days'
import type { Day } from '../entry-types'
import { moveHome, settledCodes } from '../homes'
import { refer } from '../referrals'
import { after, feel, involve, leave, openWith, talk, turn } from '../verbs'
import { foundOutside } from './home-lost'

/** From the first weeks without a home to `found`, the day of a home (which may be to come). */
export function afterwards(draft: Draft, found: Day): void {
  const { rng, profile } = draft
  const days = daysBetween(draft.now, later(found, addDays(draft.now, 30)))
  if (profile.deal.panel || rng.chance(0.45)) {
    plan(draft, addDays(draft.now, rng.int(20, Math.max(25, Math.floor(days / 3)))), () =>
      askHostel(draft),
    )
  } else if (rng.chance(0.4)) {
    plan(draft, addDays(draft.now, rng.int(14, 60)), () => whenBack(draft, () => temporary(draft)))
  }
  if (profile.deal.panel && rng.chance(0.55)) {
    plan(draft, addDays(draft.now, Math.floor(days / 2)), () => askHousingFirst(draft))
  }
  plan(draft, found, () => whenBack(draft, () => newTenancy(draft)))
}

const from = (draft: Draft) =>
  ['lantern-outreach', 'lantern-centre', 'options-assessment'].find((t) => openWith(draft, t)) ??
  'options-assessment'

function askHostel(draft: Draft): void {
  const { rng, profile } = draft
  const refused = rng.chance(profile.deal.panel ? 0.45 : 0.3)
    ? rng.pick(['no_capacity', 'too_complex', 'risk', 'local_connection'])
    : null
  refer(draft, {
    from: from(draft),
    to: 'riverside-hostel',
    kind: 'hostel',
    refused,
    wait: rng.int(3, 35),
    then: () => whenBack(draft, () => hostel(draft)),
    otherwise: () => {
      happened(draft, 'refused', 'Turned down for the hostel.')
      after(draft, rng.int(25, 80), () => whenBack(draft, () => hostel(draft)))
    },
  })
}

const stillWithout = (draft: Draft) => {
  const code = draft.homes.at(-1)?.code ?? 'A16'
  return !settledCodes.has(code) && code !== 'REFUGE'
}

function hostel(draft: Draft): void {
  const { rng, profile } = draft
  if (!stillWithout(draft)) return
  involve(draft, 'riverside-hostel', 'referral')
  moveHome(draft, 'A08C')
  happened(draft, 'hostel', 'Given a room at Quayside House.')
  feel(draft, 'homelessness', 3, 'better')
  talk(draft, 'hostel', 150)
  turn(draft, 'riverside-hostel', 'hostel_in', { heading: 'Moved in' })
  after(draft, 12, () => leave(draft, 'lantern-outreach', 'housed'))
  if (!rng.chance(profile.deal.panel ? 0.4 : 0.12)) return
  after(draft, rng.int(30, 140), () => {
    if (draft.homes.at(-1)?.code !== 'A08C') return
    happened(draft, 'asked_to_leave', 'Asked to leave the hostel; back outside the same night.')
    turn(draft, 'riverside-hostel', 'asked_to_leave', { heading: 'Placement ended' })
    leave(draft, 'riverside-hostel', 'asked_to_leave')
    draft.crises.push(draft.now)
    moveHome(draft, 'A08A')
    feel(draft, 'homelessness', 4, 'worse')
    talk(draft, 'rough', 100)
    foundOutside(draft)
    after(draft, rng.int(40, 120), () => whenBack(draft, () => temporary(draft)))
  })
}

/** A room the council pays for. */
export function temporary(draft: Draft): void {
  if (!stillWithout(draft)) return
  involve(draft, 'options-temporary', 'referral')
  moveHome(draft, 'A03')
  happened(draft, 'temporary', 'Placed in temporary housing, one room with a shared kitchen.')
  feel(draft, 'homelessness', 3, 'better')
  talk(draft, 'temporary', 140)
  turn(draft, 'options-temporary', 'temporary_in', { heading: 'Temporary housing offered' })
  after(draft, 10, () => leave(draft, 'lantern-outreach', 'housed'))
}

function askHousingFirst(draft: Draft): void {
  const { rng } = draft
  refer(draft, {
    from: from(draft),
    to: 'hf-team',
    kind: 'housing_first',
    refused: rng.chance(0.25) ? 'no_capacity' : null,
    wait: rng.int(10, 60),
    then: () => {
      happened(draft, 'housing_first', 'Taken on by Housing First.')
      turn(draft, 'hf-team', 'housing_first', { kind: 'centre', heading: 'First meeting' })
    },
  })
}

/** Keys at last. */
export function newTenancy(draft: Draft): void {
  if (!stillWithout(draft)) return
  const { rng } = draft
  const social = rng.chance(0.65)
  moveHome(draft, rng.chance(0.2) ? 'A04' : social ? 'A01D' : 'A01C')
  happened(draft, 'new_tenancy', 'Signed for a flat of {his} own.')
  feel(draft, 'homelessness', 2, 'better')
  after(draft, rng.int(120, 220), () => feel(draft, 'homelessness', 0, 'better'))
  talk(draft, 'new_flat', 200)
  const writer = ['hf-team', 'riverside-hostel', 'lantern-centre', 'options-assessment']
  const team = writer.find((t) => openWith(draft, t)) ?? 'options-assessment'
  turn(draft, team, 'new_tenancy', { heading: 'New tenancy signed' })
  if (social) {
    involve(draft, 'meadow-lettings', 'referral')
    turn(draft, 'meadow-lettings', 'sign_up', { heading: 'Sign-up', after: 1 })
    after(draft, 21, () => leave(draft, 'meadow-lettings', 'housed'))
    if (rng.chance(0.6)) after(draft, 14, () => void involve(draft, 'meadow-tenancy', 'referral'))
  }
  for (const [key, days] of [
    ['lantern-outreach', 7],
    ['riverside-hostel', 5],
    ['options-temporary', 9],
    ['options-assessment', 40],
    ['lantern-centre', 150],
  ] as const) {
    after(draft, days, () => leave(draft, key, 'housed'))
  }
}
