import type { Draft } from '../draft'
import { happened, plan } from '../draft'
import { addDays } from '../days'
import { head } from '../heads'
import { moveHome } from '../homes'
import { hideWhereabouts } from '../hiding'
import { after, feel, involve, leave, talk, turn } from '../verbs'
import { policeMeet } from './justice'

/** Harm at home, on the side this life was dealt. */
export function domesticAbuse(draft: Draft): void {
  const { rng, profile, last } = draft
  const begins = addDays(last, -rng.int(40, profile.deal.panel ? 1000 : 700))
  const play = profile.deal.harm === 'causing_harm' ? causing : harmed
  plan(draft, begins, () => play(draft))
}

function harmed(draft: Draft): void {
  const { rng, profile } = draft
  feel(draft, 'domestic_abuse', rng.int(2, 4), 'worse')
  if (rng.chance(0.35)) policeMeet(draft, 'called_out')
  const told = rng.chance(0.72)
  happened(
    draft,
    'harm',
    told ? 'Told somebody what was happening at home.' : 'Kept it to {himself}.',
  )
  if (!told) {
    talk(draft, 'unspoken', 90)
    after(draft, rng.int(150, 320), () => feel(draft, 'domestic_abuse', 1, 'better'))
    return
  }
  after(draft, rng.int(1, 12), () => {
    involve(draft, 'haven-community', 'referral')
    turn(draft, 'haven-community', 'disclosed', { kind: 'phone', heading: 'Contact' })
    talk(draft, 'safe_now', 150)
    if (rng.chance(0.3)) marac(draft)
    if (profile.sex === 'female' && rng.chance(0.22))
      after(draft, rng.int(2, 30), () => refuge(draft))
    else {
      after(draft, rng.int(90, 260), () => {
        turn(draft, 'haven-community', 'safer', { kind: 'phone', heading: 'Contact' })
        feel(draft, 'domestic_abuse', 1, 'better')
      })
      after(draft, rng.int(270, 420), () => {
        leave(draft, 'haven-community', 'safer')
        feel(draft, 'domestic_abuse', 0, 'better')
      })
    }
  })
}

/** The meeting about people at high risk: a marker on this life alone, never on the other's. */
function marac(draft: Draft): void {
  const heardOn = addDays(draft.now, draft.rng.int(6, 20))
  if (heardOn > draft.last) return
  draft.life.markers.push({
    ...head(draft, 'haven-community', heardOn, {
      categories: ['domestic_abuse'],
      audience: 'team',
    }),
    kind: 'marac',
    level: null,
    heardOn,
    reviewOn: addDays(heardOn, 365),
    endedOn: addDays(heardOn, 365) <= draft.last ? addDays(heardOn, 365) : null,
  })
}

function refuge(draft: Draft): void {
  if (draft.aways.some((a) => a.to > draft.now)) return
  happened(draft, 'refuge', 'Left in the night with one bag, to a refuge.')
  draft.crises.push(draft.now)
  involve(draft, 'haven-refuge', 'referral')
  leave(draft, 'lantern-outreach', 'housed')
  leave(draft, 'meadow-tenancy', 'moved_on')
  moveHome(draft, 'REFUGE', true)
  hideWhereabouts(draft)
  turn(draft, 'haven-refuge', 'refuge_in', { heading: 'Contact', minutes: 1260, locates: true })
  const days = draft.rng.int(60, 330)
  after(draft, days, () => {
    moveHome(draft, 'A01D', true)
    happened(
      draft,
      'moved_on',
      'Moved on to a home of {his} own, where nobody from before can find {him}.',
    )
    turn(draft, 'haven-refuge', 'moved_on', { heading: 'Contact', locates: true })
    leave(draft, 'haven-refuge', 'moved_on')
    feel(draft, 'domestic_abuse', 2, 'better')
    feel(draft, 'homelessness', 1, 'better')
  })
}

function causing(draft: Draft): void {
  happened(draft, 'caused_harm', 'Harmed a partner; the police were called.')
  feel(draft, 'domestic_abuse', draft.rng.int(2, 3), 'same')
  policeMeet(draft, 'called_out')
  const probation = draft.life.involvements.find((i) => i.agencyKey === 'probation' && !i.to)
  if (probation) {
    after(draft, 40, () => {
      const categories = ['domestic_abuse', 'justice'] as const
      turn(draft, probation.teamKey, 'relationships_work', {
        heading: 'Supervision',
        categories: [...categories],
      })
    })
  }
  after(draft, draft.rng.int(250, 420), () => feel(draft, 'domestic_abuse', 1, 'better'))
}
