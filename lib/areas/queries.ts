import 'server-only'
import { z } from 'zod'
import type { Scope } from '@/lib/db'
import { residentsOf } from './rules/residents'
import { areaShapeSchema } from './schema'
import type { Found } from './upload'

const featureSchema = z.object({
  name: z.string(),
  kind: z.enum(['river', 'road']),
  line: z.object({ type: z.literal('LineString'), coordinates: z.array(z.array(z.number())) }),
})

/** Every area set with what its licence asks to be shown and how much hangs on it. */
export const listAreaSets = ({ db }: Scope) =>
  db.areaSet.findMany({
    select: {
      id: true,
      key: true,
      name: true,
      kind: true,
      place: true,
      shapes: true,
      validFrom: true,
      validTo: true,
      attribution: true,
      licence: true,
      practice: true,
      _count: { select: { areas: true } },
    },
    orderBy: [{ place: 'asc' }, { kind: 'asc' }, { key: 'asc' }],
  })

/** One set by its id. */
export const getAreaSet = ({ db }: Scope, setId: string) =>
  db.areaSet.findUnique({
    where: { id: setId },
    select: {
      id: true,
      name: true,
      validFrom: true,
      validTo: true,
      attribution: true,
      licence: true,
      _count: { select: { areas: true } },
    },
  })

/**
 * Files as read and not yet loaded. `before`: areas here under the set's key; `gone`: those of them
 * that the files no longer have. Days are `YYYY-MM-DD`.
 */
export type StagedAreas = Found & {
  lookups: number
  sets: {
    key: string
    name: string
    validFrom: string | null
    validTo: string | null
    areas: number
    populations: number
    measures: number
    postcodes: number
    before: number
    gone: number
  }[]
}

/** What this administrator sent and has not loaded; null when there is no such. */
export async function getStagedAreas(
  { db }: Scope,
  upload: string,
): Promise<StagedAreas | { reading: true } | null> {
  const [row] = await db.$queryRaw<{ staged: StagedAreas | { reading: true } | null }[]>`
    select admin.staged_areas(${upload}::uuid) as staged`
  return row?.staged ?? null
}

const residents = {
  where: { ageBand: 'all', sex: 'persons' },
  select: { year: true, count: true },
} as const

/**
 * The wards that hold now, or those of the set with this key, with the river, the roads and the
 * outline of the place; null where no ward has a shape. Public geography only: no figure about
 * need, and no row about a person.
 */
export async function getWardMap({ db }: Scope, setKey?: string | null) {
  const inForce = { OR: [{ validTo: null }, { validTo: { gte: new Date() } }] }
  const set = await db.areaSet.findFirst({
    where: { kind: 'ward', shapes: { not: 'none' }, ...(setKey ? { key: setKey } : inForce) },
    select: {
      id: true,
      name: true,
      place: true,
      attribution: true,
      areas: {
        select: {
          code: true,
          name: true,
          rings: true,
          centreLon: true,
          centreLat: true,
          populations: residents,
          // Where residents are counted for the small areas alone: those that lie wholly inside.
          lookupsTo: {
            where: { kind: 'nested' },
            select: { from: { select: { populations: residents } } },
          },
        },
        orderBy: { name: 'asc' },
      },
    },
    orderBy: [{ validFrom: { sort: 'desc', nulls: 'last' } }, { key: 'asc' }],
  })
  if (!set) return null
  const areas = set.areas.flatMap(({ code, name, rings, centreLon, centreLat, ...counted }) => {
    const shape = areaShapeSchema.safeParse(rings)
    const centre: [number, number] | null =
      centreLon === null || centreLat === null ? null : [centreLon, centreLat]
    const inside = counted.lookupsTo.map(({ from }) => from.populations)
    const residents = residentsOf(counted.populations, inside)
    return shape.success ? [{ code, name, shape: shape.data, centre, residents }] : []
  })
  if (areas.length === 0) return null
  const features = await db.areaFeature.findMany({
    where: { set: { place: set.place } },
    select: { name: true, kind: true, line: true },
    distinct: ['name'],
  })
  const lines = features.flatMap((feature) => {
    const read = featureSchema.safeParse(feature)
    return read.success ? [read.data] : []
  })
  const city = await db.area.findFirst({
    where: { set: { kind: 'city', place: set.place } },
    select: { rings: true },
  })
  const outline = areaShapeSchema.safeParse(city?.rings)
  return { ...set, areas, lines, outline: outline.success ? outline.data : null }
}
