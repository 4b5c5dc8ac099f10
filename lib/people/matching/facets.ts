/**
 * A name as its giver split it; a single name of unknown kind goes in `given` with `single` set.
 */
export type NameFacet = {
  /** First and middle names, folded, in the order given. */
  given: string[]
  /** Words of the family name, folded, particles kept. */
  family: string[]
  /** True when the giver wrote one word and did not say which kind of name it is. */
  single?: boolean
}

/** Year, month and day as written, possibly impossible (month 23), possibly missing. */
export type BirthFacet = { year?: number; month?: number; day?: number }

/** Kinds of identifier that are compared, each only with its own kind. */
export const identifierKinds = ['nhs', 'nino', 'crn', 'pnc', 'cro', 'prison', 'local'] as const
export type IdentifierKind = (typeof identifierKinds)[number]

export type IdentifierFacet = {
  kind: IdentifierKind
  /** Upper case, no spaces or signs. */
  value: string
  /**
   * passed: its check digit or form is right; failed: kept with a warning; none: no check exists.
   */
  check: 'passed' | 'failed' | 'none'
  /** Who gave a local reference; references are compared within one issuer only. */
  issuer?: string
}

/** Free details compared as text: address lines, place of birth, occupation. */
export const detailKinds = [
  'houseNumber',
  'street',
  'locality',
  'town',
  'birthPlace',
  'occupation',
] as const
export type DetailKind = (typeof detailKinds)[number]

export type Sex = 'female' | 'male' | 'other'

/**
 * What is known of one person, or of one source record, for matching: sets, because people have
 * several names, addresses and numbers. An empty set means not known and never counts against.
 */
export type Facets = {
  names: NameFacet[]
  births: BirthFacet[]
  postcodes: string[]
  phones: string[]
  emails: string[]
  identifiers: IdentifierFacet[]
  sexes: Sex[]
  details: Partial<Record<DetailKind, string[]>>
  /** Earliest year the giver had to do with the person: nobody is known before they are born. */
  knownSince?: number
  /** Year of death, where the giver says so. */
  diedIn?: number
}

/** Facets with nothing known: the start of every reader. */
export const nothingKnown = (): Facets => ({
  names: [],
  births: [],
  postcodes: [],
  phones: [],
  emails: [],
  identifiers: [],
  sexes: [],
  details: {},
})

/** Both sets together: what is known when two records are taken as one person. */
export function joinFacets(a: Facets, b: Facets): Facets {
  const details: Facets['details'] = {}
  for (const kind of detailKinds) {
    const values = distinct([...(a.details[kind] ?? []), ...(b.details[kind] ?? [])])
    if (values.length > 0) details[kind] = values
  }
  return {
    names: distinct([...a.names, ...b.names]),
    births: distinct([...a.births, ...b.births]),
    postcodes: distinct([...a.postcodes, ...b.postcodes]),
    phones: distinct([...a.phones, ...b.phones]),
    emails: distinct([...a.emails, ...b.emails]),
    identifiers: distinct([...a.identifiers, ...b.identifiers]),
    sexes: distinct([...a.sexes, ...b.sexes]),
    details,
    ...earlier(a.knownSince, b.knownSince, 'knownSince'),
    ...earlier(a.diedIn, b.diedIn, 'diedIn'),
  }
}

function earlier<K extends string>(x: number | undefined, y: number | undefined, key: K) {
  const years = [x, y].filter((year) => year !== undefined)
  return years.length === 0 ? {} : ({ [key]: Math.min(...years) } as Record<K, number>)
}

function distinct<T>(values: T[]): T[] {
  const seen = new Map<string, T>()
  for (const value of values) {
    const key = typeof value === 'string' ? value : JSON.stringify(value)
    if (!seen.has(key)) seen.set(key, value)
  }
  return [...seen.values()]
}
