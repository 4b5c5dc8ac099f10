import { z } from 'zod'
import { optionalDate, ukDate } from '@/lib/date-fields'
import { id, requiredText } from '@/lib/fields'

/** Kinds of area set, smallest first: LSOA, MSOA, electoral ward, the whole place. */
export const areaKinds = ['small', 'middle', 'ward', 'city'] as const
export type AreaKind = (typeof areaKinds)[number]
export const areaKindLabels: Record<AreaKind, string> = {
  small: 'Small areas',
  middle: 'Middle areas',
  ward: 'Wards',
  city: 'Whole place',
}

/** The nine age bands that small-area figures are kept in, beside 'all'. */
export const ageBands = [
  '0-15',
  '16-17',
  '18-24',
  '25-34',
  '35-44',
  '45-54',
  '55-64',
  '65-74',
  '75+',
] as const
export type AgeBand = (typeof ageBands)[number]

/** The two sexes that published populations are broken down by; 'persons' is both together. */
export const sexes = ['female', 'male'] as const
export type Sex = (typeof sexes)[number]

const position = z.tuple([z.number(), z.number()]).rest(z.number())
const ring = z.array(position)

/** A GeoJSON Polygon or MultiPolygon (RFC 7946). */
export const areaShapeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('Polygon'), coordinates: z.array(ring) }),
  z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(ring)) }),
])
export type AreaShape = z.infer<typeof areaShapeSchema>

/** How shapes came about: as published, put together from small areas, or not given. */
export type ShapesFrom = 'published' | 'best-fit' | 'none'

export type NewArea = {
  code: string
  name: string
  localName?: string | null
  shape: AreaShape | null
  /** A point inside the shape, for a label: [longitude, latitude]. */
  centre: [number, number] | null
}

/** `fromKey` and `toKey` are keys of sets. */
export type NewLookup = {
  fromKey: string
  fromCode: string
  toKey: string
  toCode: string
  kind: 'nested' | 'best-fit'
}

export type NewPopulation = {
  areaCode: string
  ageBand: string
  sex: Sex | 'persons'
  year: number
  count: number
  source: string
}

export type NewMeasure = {
  areaCode: string
  measure: string
  year: number
  value: number
  source: string
}

export type NewPostcode = {
  /** Capitals and figures, no space. */
  postcode: string
  areaCode: string
  lon: number | null
  lat: number | null
  validFrom: string | null
  validTo: string | null
}

export type NewFeature = {
  name: string
  kind: 'river' | 'road'
  line: { type: 'LineString'; coordinates: [number, number][] }
}

/** One area set ready to be written, with everything that hangs on its areas. */
export type NewAreaSet = {
  key: string
  name: string
  kind: AreaKind
  place: string
  shapes: ShapesFrom
  /** 'YYYY-MM-DD'. */
  validFrom: string | null
  validTo: string | null
  attribution: string
  licence: string
  practice: boolean
  areas: NewArea[]
  populations: NewPopulation[]
  measures: NewMeasure[]
  postcodes: NewPostcode[]
  features: NewFeature[]
}

/** Sets that were read together, and how their areas belong to one another. */
export type AreaLoad = { sets: NewAreaSet[]; lookups: NewLookup[] }

/** Loading what was read: under whose name, by which licence. */
export const loadSchema = z.strictObject({
  upload: id(),
  attribution: requiredText('whose data it is', { max: 600, missing: 'Say whose data it is' }),
  licence: requiredText('the licence', { max: 120 }),
})
export const forgetSchema = z.strictObject({ upload: id() })

/** From when to when a version holds; null where not known or not ended. */
export const datesSchema = z
  .strictObject({
    set: id(),
    from: optionalDate(ukDate('the first day')),
    until: optionalDate(ukDate('the last day')),
  })
  .refine(({ from, until }) => from === null || until === null || until >= from, {
    path: ['until'],
    message: 'The last day cannot come before the first',
  })
export type SetDates = z.output<typeof datesSchema>
