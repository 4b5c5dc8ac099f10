import type { Draft } from '../draft'
import { happened, plan } from '../draft'
import { addDays, ageOn } from '../days'
import { moveHome } from '../homes'
import { after, feel, involve, leave, talk, turn } from '../verbs'
import { dayCentre, unhoused } from './home-lost'

/** People who came to the country lately: status, language, the room that ends with the status. */
export function newcomer(draft: Draft): void {
  const { rng, last, profile } = draft
  const begins = addDays(last, -rng.int(60, 800))
  plan(draft, begins, () => {
    involve(draft, 'legal-immigration', 'referral')
    feel(draft, 'immigration', 3, 'same')
    talk(draft, 'status', 200)
    turn(draft, 'legal-immigration', 'status_advice', { heading: 'Advice given' })
  })
  plan(draft, addDays(begins, rng.int(60, 300)), () => {
    happened(draft, 'status_granted', 'Leave to remain granted, and 28 days to be out of the room.')
    turn(draft, 'legal-immigration', 'status_granted', { heading: 'Decision received' })
    feel(draft, 'immigration', 1, 'better')
    after(draft, 60, () => leave(draft, 'legal-immigration', 'completed'))
    after(draft, 28, () => {
      if (profile.deal.core.includes('H')) unhoused(draft)
      else moveHome(draft, 'A01C')
    })
  })
}

/** Eighteen to twenty-five: a youth worker, often after years in care. */
export function young(draft: Draft): void {
  const { rng, last, profile } = draft
  if (ageOn(profile.born, last) > 25) return
  const care = profile.deal.needs.includes('care_experience')
  if (!care && !rng.chance(0.45)) return
  plan(draft, addDays(last, -rng.int(40, 800)), () => {
    involve(draft, 'youth-team', 'present')
    happened(draft, care ? 'care_left' : 'youth', care ? 'Left care at eighteen.' : 'Found Kite.')
    turn(draft, 'youth-team', care ? 'care_left' : 'youth', {
      kind: 'centre',
      heading: 'First meeting',
    })
    talk(draft, 'young', 260)
    if (care) feel(draft, 'care_experience', 2, 'same')
    after(draft, rng.int(300, 700), () => leave(draft, 'youth-team', 'moved_on'))
  })
}

/** Loneliness, reading that is hard, years in care long ago: known to those who ask. */
export function quietNeeds(draft: Draft): void {
  const { rng, last, profile } = draft
  const begins = addDays(last, -rng.int(60, 900))
  for (const domain of ['isolation', 'learning', 'care_experience'] as const) {
    if (!profile.deal.needs.includes(domain)) continue
    plan(draft, begins, () => feel(draft, domain, rng.int(1, 3), 'same'))
  }
  if (profile.deal.needs.includes('isolation')) {
    plan(draft, begins, () => {
      talk(draft, 'alone', 220)
      if (rng.chance(0.6)) dayCentre(draft, 5)
    })
  }
}

/** Nobody else has met them yet: the first door that the needs lead to. */
export function firstDoor(draft: Draft): void {
  const { needs } = draft.profile.deal
  const door = needs.includes('learning') ? 'jobcentre-eastgate' : 'lantern-centre'
  plan(draft, addDays(draft.last, -draft.rng.int(20, 300)), () => {
    if (draft.life.involvements.length > 0) return
    involve(draft, door, 'present')
    const turnKey = door === 'lantern-centre' ? 'first_visit' : 'work_search'
    turn(draft, door, turnKey, { heading: 'First visit' })
  })
}

/** A tenant whose home is at risk but not lost: support that holds it together. */
export function heldTenancy(draft: Draft): void {
  const { rng, last } = draft
  plan(draft, addDays(last, -rng.int(30, 700)), () => {
    const team = rng.chance(0.6) ? 'meadow-tenancy' : 'riverside-homes'
    involve(draft, team, 'referral')
    turn(draft, team, 'tenancy_support', { kind: 'home_visit', heading: 'First visit' })
    talk(draft, 'tenancy', 200)
    after(draft, rng.int(200, 500), () => leave(draft, team, 'completed'))
  })
}
