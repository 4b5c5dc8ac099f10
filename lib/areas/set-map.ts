import 'server-only'
import type { Scope } from '@/lib/db'
import { residentsOf } from './rules/residents'
import { areaShapeSchema } from './schema'

/** Area sets that can be drawn, those that hold now first: to choose one from. */
export const listDrawnSets = ({ db }: Scope) =>
  db.areaSet.findMany({
    where: { shapes: { not: 'none' }, kind: { in: ['small', 'middle', 'ward'] } },
    select: { key: true, name: true, kind: true, place: true },
    orderBy: [
      { kind: 'desc' },
      { validFrom: { sort: 'desc', nulls: 'last' } },
      { shapes: 'desc' },
      { key: 'asc' },
    ],
  })

const residents = {
  where: { ageBand: 'all', sex: 'persons' },
  select: { year: true, count: true },
} as const

/**
 * One area set with its shapes, residents and deprivation tenths, as published; the names people
 * know areas by where they have them. Null where there is no such set, or it has no shapes.
 */
export async function getSetMap({ db }: Scope, key: string) {
  const set = await db.areaSet.findFirst({
    where: { key, shapes: { not: 'none' } },
    select: {
      ...{ key: true, name: true, kind: true, place: true, attribution: true },
      areas: {
        select: {
          ...{ code: true, name: true, localName: true, rings: true },
          ...{ centreLon: true, centreLat: true, populations: residents },
          lookupsTo: {
            where: { kind: 'nested' },
            select: { from: { select: { populations: residents } } },
          },
          measures: {
            where: { measure: 'imd_decile' },
            select: { value: true, year: true },
            orderBy: { year: 'desc' },
            take: 1,
          },
        },
        orderBy: { name: 'asc' },
      },
    },
  })
  if (!set) return null
  const areas = set.areas.flatMap((area) => {
    const shape = areaShapeSchema.safeParse(area.rings)
    if (!shape.success) return []
    const { centreLon: lon, centreLat: lat } = area
    const inside = area.lookupsTo.map(({ from }) => from.populations)
    return [
      {
        code: area.code,
        name: area.localName ?? area.name,
        shape: shape.data,
        centre: lon === null || lat === null ? null : ([lon, lat] as [number, number]),
        residents: residentsOf(area.populations, inside),
        decile: area.measures[0]?.value ?? null,
      },
    ]
  })
  return areas.length === 0 ? null : { ...set, areas }
}
export type SetMap = NonNullable<Awaited<ReturnType<typeof getSetMap>>>
