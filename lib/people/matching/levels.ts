import { detailKinds, identifierKinds } from './facets'

/** Levels of each kind of comparison, strongest first; the last is plain disagreement. */
const given = [
  'exact',
  'nickname',
  'near',
  'part',
  'initial',
  'sound',
  'formSlip',
  'different',
] as const
const middle = ['exact', 'near', 'initial', 'different'] as const
const family = ['exact', 'near', 'part', 'crossed', 'sound', 'different'] as const
const order = ['straight', 'swapped'] as const
const birth = [
  'exact',
  'swapped',
  'edit',
  'habit',
  'yearSlip',
  'twoParts',
  'otherYear',
  'year',
  'decade',
  'different',
] as const
const postcode = ['exact', 'slip', 'edit', 'sector', 'outward', 'different'] as const
const identifier = ['exact', 'edit', 'different'] as const
const phone = ['exact', 'edit', 'different'] as const
const email = ['exact', 'near', 'different'] as const
const sex = ['exact', 'different'] as const
const detail = ['exact', 'near', 'part', 'different'] as const

/** Every field that is compared and the levels it can reach. */
export const levelsOf: Readonly<Record<string, readonly string[]>> = {
  given,
  middle,
  family,
  order,
  birth,
  postcode,
  phone,
  email,
  sex,
  ...Object.fromEntries(identifierKinds.map((kind) => [kind, identifier])),
  ...Object.fromEntries(detailKinds.map((kind) => [kind, detail])),
}

export const fieldNames = Object.keys(levelsOf)

/**
 * What one field says about a pair: the level, and the values whose commonness sets its weight
 * (empty where commonness says nothing). A field not known on either side gives no outcome at all.
 */
export type Outcome = {
  field: string
  level: string
  values: string[]
  /** The word may stand as given or as family name: the commoner use sets the weight. */
  eitherName?: boolean
  /** Given names this family name was found with: whole names can be common where parts are not. */
  withGiven?: string[]
}
