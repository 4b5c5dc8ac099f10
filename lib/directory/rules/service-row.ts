import { NEED_DOMAINS } from '@/lib/codes'
import type { Hours, ListedService, Place, Term } from './listed-service'
import { needsOf } from './needs-of'
import { withoutPlace } from './withhold'

/** A service as its table holds it (schema `place`), and the institution that offers it. */
export type ServiceRow = {
  id: string
  name: string
  description: string | null
  status: ListedService['status']
  url: string | null
  email: string | null
  phones: string[]
  fees: string | null
  alert: string | null
  minimum_age: number | null
  maximum_age: number | null
  /** `YYYY-MM-DD` */
  confirmed_on: string | null
  /** RFC 3339 */
  changed_at: string | null
  withheld: boolean
  places: Place[] | null
  areas: string[] | null
  hours: Hours[] | null
  terms: Term[]
  organization: ListedService['organization']
}

const known = NEED_DOMAINS.map(({ key }) => key)

/** A day or moment of our time, or null: PostgreSQL has no year 0, and 1601 is a typo. */
const ofOurTime = (text: string | null) =>
  text !== null && /^(19|20)\d\d-/.test(text) ? text : null

/** A service read from a feed, as the row that is kept of it, with the needs it is about. */
export function rowOf(service: ListedService): ServiceRow & { needs: string[] } {
  const { id, name, description, status, url, email, phones, fees, alert, terms } = service
  const { whereabouts: w, organization } = service
  return {
    ...{ id, name, description, status, url, email, phones, fees, alert, terms },
    ...{ minimum_age: service.minimumAge, maximum_age: service.maximumAge },
    confirmed_on: ofOurTime(service.assuredOn),
    changed_at: ofOurTime(service.changedAt),
    withheld: w.withheld,
    places: w.withheld ? null : w.places,
    areas: w.withheld ? null : w.areas,
    hours: w.withheld ? null : w.hours,
    // Another of its services may be one that must not be found.
    organization: organization && {
      ...organization,
      name: withoutPlace(organization.name),
      description: withoutPlace(organization.description),
    },
    needs: needsOf(service, known),
  }
}

/** A row as the service it is of. Where it is withheld there is no field for a place. */
export function serviceOf(row: ServiceRow): ListedService {
  const { id, name, description, status, url, email, phones, fees, alert, terms } = row
  return {
    ...{ id, name, description, status, url, email, phones, fees, alert, terms },
    ...{ minimumAge: row.minimum_age, maximumAge: row.maximum_age },
    ...{ assuredOn: row.confirmed_on, changedAt: row.changed_at, organization: row.organization },
    whereabouts: row.withheld
      ? { withheld: true }
      : {
          withheld: false,
          ...{ places: row.places ?? [], areas: row.areas ?? [], hours: row.hours ?? [] },
        },
  }
}
