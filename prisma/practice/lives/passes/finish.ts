import type { Draft } from '../draft'
import { bookings } from './bookings'
import { closeUp } from './closing'
import { recordDeath } from './dying'
import { extras } from './extras'
import { identities } from './identity'
import { keepName } from './names-kept'
import { plans } from './plans'
import { ownViews, rateNeeds, scoreNdta } from './ratings'
import { routineContacts } from './routine'
import { sharing } from './sharing'
import { ties } from './ties'
import { voices } from './voice'
import { whereabouts } from './whereabouts'

/** Everything that is written once the life has been lived, in an order that matters. */
export function finish(draft: Draft): void {
  closeUp(draft)
  routineContacts(draft)
  const { life } = draft
  life.contacts.sort((a, b) => (a.happenedAt < b.happenedAt ? -1 : 1))
  rateNeeds(draft)
  scoreNdta(draft)
  identities(draft)
  whereabouts(draft)
  voices(draft)
  plans(draft)
  bookings(draft)
  sharing(draft)
  ties(draft)
  extras(draft)
  keepName(draft)
  recordDeath(draft)
  ownViews(draft)
}
