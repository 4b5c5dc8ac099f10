import type { AgeBand, Sex } from '@/lib/areas/schema'

/** A point on the city's own grid: kilometres east and north of the market cross. */
export type Km = readonly [east: number, north: number]

/** A point as GeoJSON writes it: longitude, latitude (see coordinates.ts for where). */
export type LonLat = [lon: number, lat: number]

export type CityPolygon = { type: 'Polygon'; coordinates: LonLat[][] }
export type CityShape = CityPolygon | { type: 'MultiPolygon'; coordinates: LonLat[][][] }
export type CityLine = { type: 'LineString'; coordinates: LonLat[] }

export type PopulationCount = { ageBand: AgeBand; sex: Sex; count: number }

/** Deprivation on the scale England uses: rank 1 and decile 1 are the most deprived. */
export type Deprivation = {
  rank: number
  decile: number
  score: number
  /** Decile of each part of the index: income, employment, education, health, crime … */
  domains: Record<DeprivationDomain, number>
}

export const deprivationDomains = [
  'income',
  'employment',
  'education',
  'health',
  'crime',
  'housing',
  'environment',
] as const
export type DeprivationDomain = (typeof deprivationDomains)[number]

/** One drawn area of any layer. `centre` lies inside the shape. */
export type CityArea = { code: string; name: string; shape: CityShape; centre: LonLat }

/** A small area: the unit that people are counted in (an LSOA of the invented city). */
export type SmallArea = CityArea & {
  middleCode: string
  /** The ward that holds most of its people; some of it may lie in another. */
  wardCode: string
  /** Share of its people who live in `wardCode`, above 0 and at most 1. */
  wardShare: number
  residents: number
  population: PopulationCount[]
  deprivation: Deprivation
  /** What kind of place it is, from 0 to 1 each; the makers of lives lean on it. */
  character: { centre: number; student: number; estate: number; leafy: number }
}

/** A ward as elected, and the same ward as the union of its best-fit small areas. */
export type Ward = CityArea & { bestFitShape: CityShape; bestFitCentre: LonLat }

/** A middle area: 'Wrenford 014', known as Rookery Park. */
export type MiddleArea = CityArea & { localName: string }

export type CityPostcode = {
  /** With its space, 'ZW3 2QD'. */
  postcode: string
  smallCode: string
  lon: number
  lat: number
  /** People who live there, 0 where only firms do or where it has ended. */
  residents: number
  /** First and last day, 'YYYY-MM-DD'; no last day while in use. */
  from: string
  to: string | null
}

/** A place people know, for appointments, hostels and where somebody was seen. */
export type Landmark = {
  key: string
  name: string
  kind: string
  smallCode: string
  postcode: string
  lon: number
  lat: number
}

/** The whole invented city. Everything about it follows from the seed. */
export type City = {
  seed: number
  name: string
  code: string
  outline: CityPolygon
  river: { name: string; line: CityLine }
  ringRoad: { name: string; line: CityLine }
  mainRoads: { name: string; line: CityLine }[]
  smallAreas: SmallArea[]
  middleAreas: MiddleArea[]
  wards: Ward[]
  postcodes: CityPostcode[]
  landmarks: Landmark[]
}
