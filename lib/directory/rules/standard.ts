import { z } from 'zod'
import { cutText } from '@/lib/cut-text'
import { isEmail, isMoment, isUri, isUuid } from './formats'

/**
 * What Open Referral UK 3.0 (a profile of the Human Services Data Specification 3.0) asks of each
 * thing, in our own words: which fields must be there, of what kind, in what form. Fields it does
 * not name are allowed. docs/decisions/031-open-referral.md says where its parts disagree and which
 * is followed; tests/unit/directory/published.test.ts compares with the published schemas.
 */

/** The start of a value, for a reason that a person reads. */
const shown = (value: unknown) => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing')
  return `“${cutText(text, 60)}”`
}

/** A message that tells what is not there from what is wrong. */
const must = (what: string) => ({
  error: ({ input }: { input?: unknown }) =>
    input === undefined
      ? 'is missing, and must be there'
      : `must be ${what}, and is ${shown(input)}`,
})

const text = () => z.string(must('text'))
const number = () => z.number(must('a number')).optional()
const inForm = (isRight: (value: string) => boolean, what: string) =>
  text().refine(isRight, must(what))
const id = () => inForm(isUuid, 'a UUID, like ac148810-d857-441c-9679-408f346de14b')
const uri = () => inForm(isUri, 'a whole address, like https://example.org/page').optional()
const email = () => inForm(isEmail, 'one e-mail address').optional()
const moment = () => inForm(isMoment, 'a moment with a zone, like 2026-11-24T10:30:00Z').optional()
const oneOf = (...options: [string, ...string[]]) => z.enum(options, must(options.join(', ')))
const thing = <Shape extends z.ZodRawShape>(shape: Shape) => z.object(shape, must('an object'))
const list = <Item extends z.ZodType>(item: Item) => z.array(item, must('a list')).optional()
const note = () => text().optional()
const link = () => id().optional()

export const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const
const PLACE_KINDS = ['physical', 'postal', 'virtual'] as const

const termShape = {
  ...{ id: id(), name: text(), description: text() },
  ...{ parent_id: link(), taxonomy: note(), taxonomy_id: link(), term_uri: uri(), term: note() },
}
const term = thing(termShape)
const attributes = list(
  thing({
    ...{ id: id(), link_id: link(), taxonomy_term_id: link(), link_type: note() },
    taxonomy_term: term.optional(),
  }),
)

const organizationShape = {
  ...{ id: id(), name: text(), description: text() },
  ...{ email: email(), website: uri(), logo: note(), uri: uri(), parent_organization_id: link() },
  organization_identifiers: list(
    thing({
      ...{ id: id(), organization_id: link(), identifier_scheme: note() },
      ...{ identifier_type: text(), identifier: text(), attributes },
    }),
  ),
  attributes,
}

const schedule = thing({
  ...{ id: id(), service_id: link(), service_at_location_id: link() },
  ...{ valid_from: note(), valid_to: note(), dtstart: note(), interval: number() },
  freq: oneOf('WEEKLY', 'MONTHLY').optional(),
  ...{ byday: note(), bymonthday: note(), description: note(), opens_at: note() },
  ...{ closes_at: note(), schedule_link: uri(), attending_type: note(), notes: note() },
})

const address = thing({
  ...{ id: id(), location_id: link(), attention: note(), address_1: text(), city: text() },
  ...{ region: note(), state_province: text(), postal_code: text(), country: text() },
  address_type: oneOf(...PLACE_KINDS),
  attributes,
})

const location = thing({
  ...{ id: id(), location_type: oneOf(...PLACE_KINDS), name: note(), description: note() },
  ...{ latitude: number(), longitude: number() },
  ...{ external_identifier: note(), external_identifier_type: note() },
  addresses: list(address),
  accessibility: list(
    thing({
      ...{ id: id(), location_id: link(), description: note(), details: note(), url: uri() },
      ...{ attributes, accessibility: note() },
    }),
  ),
  attributes,
})

const serviceArea = thing({
  ...{ id: id(), service_id: link(), name: note(), extent: note(), extent_type: note() },
  ...{ uri: note(), service_area: note() },
})

const serviceShape = {
  ...{ id: id(), organization_id: link(), name: text(), description: note(), url: uri() },
  ...{ email: email(), status: oneOf(...STATUSES), fees: note(), accreditations: note() },
  ...{ minimum_age: number(), maximum_age: number(), assured_date: note() },
  ...{ assurer_email: email(), alert: note(), last_modified: moment() },
  schedules: list(schedule),
  service_areas: list(serviceArea),
  languages: list(thing({ id: id(), service_id: link(), phone_id: link() })),
  organization: thing(organizationShape).optional(),
  funding: list(thing({ id: id(), service_id: link(), source: note() })),
  cost_options: list(
    thing({
      ...{ id: id(), service_id: link(), valid_from: note(), valid_to: note(), option: note() },
      ...{ amount: number(), amount_description: note() },
    }),
  ),
  contacts: list(thing({ id: id(), service_id: link(), name: note(), title: note(), attributes })),
  attributes,
}

const atLocation = { id: id(), service_id: link(), location_id: link() }
const atLocationList = list(thing({ ...atLocation, location: location.optional() }))
const service = thing({ ...serviceShape, service_at_locations: atLocationList })

const count = () => z.int(must('a whole number')).optional()
const yesOrNo = () => z.boolean(must('true or false')).optional()

/** What a page says of itself, besides its `contents`. */
export const pageFacts = thing({
  ...{ total_items: count(), total_pages: count(), page_number: count(), size: count() },
  ...{ first_page: yesOrNo(), last_page: yesOrNo(), empty: yesOrNo() },
})

/** A page's own facts as read. */
export type PageFacts = z.infer<typeof pageFacts>

/** Each kind of thing that has an address of its own, and what is asked of it. */
export const KINDS = {
  service,
  organization: thing({ ...organizationShape, services: list(service) }),
  'service at location': thing({
    ...atLocation,
    location: location.optional(),
    service: thing(serviceShape).optional(),
  }),
  taxonomy: thing({
    ...{ id: id(), name: text(), description: text(), uri: uri(), version: note() },
    taxonomy_terms: list(term),
  }),
  'taxonomy term': term,
  'about the feed': thing({ version: note(), profile: uri(), openapi_url: uri() }),
} as const satisfies Record<string, z.ZodType>

export type Kind = keyof typeof KINDS

/**
 * What a feed must have to comply; what is wrong in it is an error. The rest is optional, and what
 * is wrong there is a warning, as the standard's own validator has it.
 */
export const isRequiredKind = (kind: Kind): boolean =>
  kind === 'service' || kind === 'about the feed'
