import { addDays } from '../days'
import { head } from '../heads'
import { moveHome } from '../homes'
import { identities } from '../passes/identity'
import { routineContacts } from '../passes/routine'
import { whereabouts } from '../passes/whereabouts'
import type { Life } from '../types'
import type { World } from '../world'
import { ago, handDraft, worker } from './hand'

/** Somebody on Ben Carter's caseload whom only named workers may open; a handover is waiting. */
export function limitedPerson(world: World): Life {
  const draft = handDraft(world, {
    index: 4,
    sex: 'male',
    culture: 'english',
    name: {
      given: 'Adrian',
      middle: null,
      family: 'Tranter',
      order: 'given_first',
      calledBy: 'Adrian',
    },
    born: addDays(world.today, -Math.round(44.6 * 365.25)),
    core: 'J',
    needs: ['justice', 'mental_health'],
  })
  draft.now = ago(draft, 1000)
  moveHome(draft, 'A01C')
  const probation = worker(draft, 'probation-north', 'ben.carter', 240, 'order')
  probation.handoverTo = 'ifeoma.nnadi'
  worker(draft, 'cmh-community', 'joy.mensah', 180)
  routineContacts(draft)
  identities(draft)
  whereabouts(draft)
  const { life } = draft
  const from = ago(draft, 235)
  life.states.limitedAccess.push({
    ...head(draft, 'probation-north', from, { categories: ['safety'] }),
    reason: 'A witness in a trial.',
    from,
    reviewOn: addDays(world.today, 60),
    until: null,
    allowedUserKeys: ['ben.carter', 'helen.price', 'joy.mensah', 'ifeoma.nnadi'],
  })
  life.contacts.sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
  return life
}
