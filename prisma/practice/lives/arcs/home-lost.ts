import type { Draft } from '../draft'
import { happened, plan, whenBack } from '../draft'
import { addDays, earlier } from '../days'
import { moveHome } from '../homes'
import { refer } from '../referrals'
import { after, feel, involve, leave, openWith, talk, turn } from '../verbs'
import { afterwards } from './home-found'

/** Which agency holds the door that somebody of this life would knock at. */
const landlord = (draft: Draft) => (draft.rng.chance(0.6) ? 'meadow-tenancy' : null)

/** How a home was lost, and what came next. `until` is the day a home is found, past or to come. */
export function homeLost(draft: Draft): void {
  const { rng, profile, last } = draft
  const lasts = profile.deal.panel ? rng.int(240, 800) : rng.int(80, 420)
  const found = addDays(last, rng.int(-300, 260))
  const lost = earlier(addDays(found, -lasts), addDays(last, -rng.int(15, 120)))
  const how = rng.weigh<string>([
    ['arrears', 35],
    ['family', 25],
    ['notice', 22],
    ['fire', 3],
    ['ended', 15],
  ])
  const team = how === 'arrears' ? landlord(draft) : null
  if (team) {
    plan(draft, addDays(lost, -rng.int(60, 150)), () => {
      involve(draft, team, 'present')
      talk(draft, 'arrears', 90)
      happened(draft, 'arrears', 'Fell behind with the rent.')
      turn(draft, team, 'arrears', { kind: 'home_visit', heading: 'Rent arrears talked through' })
      feel(draft, 'money', 3, 'worse')
    })
  }
  plan(draft, lost, () => {
    happened(draft, 'tenancy_lost', LOST[how] ?? 'Lost the home.')
    draft.crises.push(draft.now)
    if (team) {
      turn(draft, team, 'tenancy_lost', { kind: 'letter', heading: 'Tenancy ended' })
      after(draft, 10, () => leave(draft, team, 'tenancy_ended'))
    }
    whenBack(draft, () => {
      unhoused(draft)
      afterwards(draft, found)
    })
  })
}

const LOST: Record<string, string> = {
  arrears: 'Lost the flat after months of arrears.',
  family: 'Asked to leave by {his} {relative}, who could not cope any more.',
  notice: 'The landlord wanted the house back; notice ran out.',
  fire: 'A fire next door made the flat unfit to live in.',
  ended: 'Split up, and it was not {his} name on the tenancy.',
}

/** The first weeks without a home: a sofa or the street, then the council is asked. */
export function unhoused(draft: Draft): void {
  const { rng, profile } = draft
  const rough = rng.chance(profile.deal.panel ? 0.5 : 0.14)
  moveHome(draft, rough ? 'A08A' : 'A07A')
  feel(draft, 'homelessness', rough ? 4 : 3, 'worse')
  talk(draft, rough ? 'rough' : 'sofa', 120)
  if (rough) foundOutside(draft)
  after(draft, rng.int(3, 30), () => {
    involve(draft, 'options-assessment', 'present')
    turn(draft, 'options-assessment', 'homeless_asked', { heading: 'Homelessness application' })
    const referrer = draft.life.involvements.find((i) => i.to === null && i.agencyKey !== 'options')
    if (referrer && rng.chance(0.5)) {
      refer(draft, {
        from: referrer.teamKey,
        to: 'options-assessment',
        kind: 'homelessness_duty',
        duty: true,
        wait: rng.int(1, 9),
      })
    }
  })
  if (rng.chance(0.38)) dayCentre(draft, rng.int(5, 60))
}

/** Met by outreach on the street. */
export function foundOutside(draft: Draft): void {
  after(draft, draft.rng.int(2, 16), () => {
    if (draft.homes.at(-1)?.code !== 'A08A') return
    involve(draft, 'lantern-outreach', 'present')
    happened(draft, 'rough', 'Sleeping out; outreach met {him} before six in the morning.')
    const heading = 'Met on outreach'
    turn(draft, 'lantern-outreach', 'found_outside', { kind: 'street', heading, minutes: 335 })
  })
}

/** Comes to the day centre. */
export function dayCentre(draft: Draft, days: number): void {
  after(draft, days, () => {
    if (openWith(draft, 'lantern-centre')) return
    involve(draft, 'lantern-centre', 'present')
    turn(draft, 'lantern-centre', 'first_visit', { kind: 'centre', heading: 'First visit' })
  })
}
