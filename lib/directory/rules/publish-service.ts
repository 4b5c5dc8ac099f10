import { idFrom } from './id-from'
import type { Hours, ListedService, Place, Term } from './listed-service'

/** An object as it is published: absent where nothing is known, since null is no text. */
type Published = Record<string, unknown>

/** Without what is null or an empty list. */
const present = (value: Published): Published =>
  Object.fromEntries(
    Object.entries(value).filter(
      ([, each]) => each !== null && !(Array.isArray(each) && each.length === 0),
    ),
  )

function publishPlace(place: Place): Published {
  const { id, kind, name, point, address, access } = place
  return present({
    ...{ id, location_type: kind, name },
    ...point,
    addresses: address && [
      {
        id: idFrom(id, 'address'),
        ...{ address_1: address.lines, city: address.city },
        // The standard asks for it, and many British addresses have none: the town is repeated.
        ...{ state_province: address.county ?? address.city, postal_code: address.postcode },
        ...{ country: 'GB', address_type: kind },
      },
    ],
    accessibility: access.map((description, at) => ({
      ...{ id: idFrom(id, 'access', String(at)), description },
    })),
  })
}

const publishHours = ({ id, repeats, days, opens, closes, from, to, words }: Hours): Published =>
  present({
    ...{ id, freq: repeats, byday: days, opens_at: opens, closes_at: closes },
    ...{ valid_from: from, valid_to: to, description: words },
  })

const publishTerm = (serviceId: string, { id, name, description, taxonomy }: Term): Published => ({
  id: idFrom(serviceId, 'term', id),
  taxonomy_term: present({ id, name, description, taxonomy }),
})

/** Places, areas and hours; none of them, and nothing in their place, where they are withheld. */
function publishWhereabouts({ id, whereabouts }: ListedService): Published {
  if (whereabouts.withheld) return {}
  const { places, areas, hours } = whereabouts
  return {
    schedules: hours.map(publishHours),
    service_areas: areas.map((name) => ({ id: idFrom(id, 'area', name), name })),
    service_at_locations: places.map((place) => ({
      ...{ id: idFrom(id, 'at', place.id), location: publishPlace(place) },
    })),
  }
}

/** The fields that a page of services has: those of the service and its organisation alone. */
export function publishListItem(service: ListedService): Published {
  const { phones, organization } = service
  // No field of the UK form holds a telephone number, and readers that take only what it names
  // would drop one: it stands in words, last.
  const telephone = phones.length === 0 ? [] : [`Telephone: ${phones.join(', ')}`]
  const words = [...(service.description === null ? [] : [service.description]), ...telephone]
  return present({
    ...{ id: service.id, name: service.name, status: service.status },
    description: words.length === 0 ? null : words.join('\n\n'),
    ...{ url: service.url, email: service.email, fees: service.fees, alert: service.alert },
    ...{ minimum_age: service.minimumAge, maximum_age: service.maximumAge },
    ...{ assured_date: service.assuredOn, last_modified: service.changedAt },
    organization: organization && present({ ...organization }),
  })
}

/** A service in full, as Open Referral UK 3.0 has it and its strictest reader takes it. */
export const publishService = (service: ListedService): Published =>
  present({
    ...publishListItem(service),
    ...publishWhereabouts(service),
    attributes: service.terms.map((term) => publishTerm(service.id, term)),
  })

/**
 * A page of a list as the standard has it. Counts are of what is there.
 *
 * @param page which, from 1; one beyond the last is empty
 * @param perPage services to a page
 * @param total services in all
 */
export function publishPage(
  services: readonly ListedService[],
  { page, perPage, total }: { page: number; perPage: number; total: number },
): Published {
  const pages = Math.ceil(total / perPage)
  return {
    ...{ total_items: total, total_pages: pages, page_number: page, size: services.length },
    ...{ first_page: page === 1, last_page: page >= pages, empty: services.length === 0 },
    contents: services.map(publishListItem),
  }
}
