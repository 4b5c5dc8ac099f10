import type { Km, LonLat } from './types'

/**
 * Where the invented city lies: open water of the Dogger Bank in the North Sea, some 200 km from
 * any coast. Numbers look like longitude and latitude, so that every map and file format works,
 * and yet no point can be taken for somebody's street.
 */
const origin = { lon: 2.5, lat: 55 }

/** Kilometres to a degree of latitude on a sphere of radius 6371.0088 km (IUGG mean). */
const kmToDegree = (2 * Math.PI * 6371.0088) / 360
const lonScale = kmToDegree * Math.cos((origin.lat * Math.PI) / 180)

/** Seven decimals, about a centimetre, so that files and database hold the same number. */
const round = (degrees: number) => Math.round(degrees * 1e7) / 1e7

/** City grid to longitude and latitude. One straight scaling, so that borders stay shared. */
export const toLonLat = ([east, north]: Km): LonLat => [
  round(origin.lon + east / lonScale),
  round(origin.lat + north / kmToDegree),
]

export const toLine = (points: readonly Km[]) => ({
  type: 'LineString' as const,
  coordinates: points.map(toLonLat),
})
