/** A point on the ground: degrees north and east. */
export type Point = { latitude: number; longitude: number }

const EARTH_METRES = 6_371_000
/** Streets bend: a way is longer than the straight line (Boscoe and others, 2012: 1.4 times). */
const DETOUR = 1.4
/** A walk at 4.8 km an hour, in metres a minute. */
const WALK = 80
/** A bus in a city at 15 km an hour, after ten minutes of walking to it and waiting. */
const BUS = 250
const BUS_STARTS = 10

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Metres between two points, in a straight line over the ground (haversine). */
export function metresBetween(a: Point, b: Point): number {
  const [up, along] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)]
  const h =
    Math.sin(up / 2) ** 2 +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(along / 2) ** 2
  return 2 * EARTH_METRES * Math.asin(Math.sqrt(Math.min(1, h)))
}

/**
 * How long it takes there, in whole minutes: the shorter of a walk and a bus. An estimate from the
 * straight line; nobody's timetable is in it, and it is always said to be one.
 */
export function minutesFor(metres: number): number {
  const way = metres * DETOUR
  return Math.round(Math.min(way / WALK, BUS_STARTS + way / BUS))
}
