import 'server-only'
import type { Scope } from '@/lib/db'
import { valueAt } from '@/lib/insight/cells'
import { tableOf } from '@/lib/insight/programme'
import { findNewestPublication, listCells, type ReadPublished } from '@/lib/insight/queries'
import { showCount } from '@/lib/insight/shown'
import type { Helping } from './rules/need-and-supply'

/** A service with the sector of who offers it, for its shape on the map. */
export type Drawn = Helping & { sector: string | null; institution: string | null }

/** Services that help with a need now. What is withheld comes without a point, areas or hours. */
export const listHelping = ({ db }: Scope, need: string) =>
  db.$queryRaw<Drawn[]>`
    select s.id, s.name, i.name as institution, i.sector, s.areas, s.withheld,
      s.wait_days as "waitDays", coalesce(s.way_in = 'drop_in', false) as "dropIn",
      case when coalesce(i.small, false) then null else s.capacity end as places,
      case when jsonb_typeof(p.point) = 'object' then p.point end as point
    from place.service s left join place.institution i on i.id = s.institution_id
      left join lateral (select x -> 'point' as point from jsonb_array_elements(s.places) x
        where jsonb_typeof(x -> 'point') = 'object' limit 1) p on true
    where s.gone_at is null and s.status = 'active' and ${need} = any (s.needs)
      and i.closed_on is null
    order by lower(s.name), s.id limit 2000`

/** What the newest publication says by ward, and of the need in the whole place. */
export type PublishedNeed = {
  no: number
  to: string
  agencies: number
  /** People by ward code; null is withheld. */
  several: ReadonlyMap<string, number | null>
  people: ReadonlyMap<string, number | null>
  /** A published figure as it is shown: a range, or withheld. */
  show: (value: number | null) => { value: number | null; text: string }
  /** People with this need now, in the whole place. */
  withNeed: number | null
}

/**
 * Need as it was published, through the login that reads nothing else; null where nothing has been
 * published.
 */
export async function getPublishedNeed(
  read: ReadPublished,
  need: string,
  wards: readonly string[],
): Promise<PublishedNeed | null> {
  const newest = await findNewestPublication(read)
  if (!newest) return null
  const cellsOf = async (key: string) =>
    tableOf(key) ? await listCells(read, newest.no, key) : new Map<string, number | null>()
  const [several, people, needs] = [
    await cellsOf('several_by_ward'),
    await cellsOf('people'),
    await cellsOf('needs'),
  ]
  const byWard = (cells: ReadonlyMap<string, number | null>, ...more: string[]) =>
    new Map(
      cells.size === 0
        ? []
        : wards.map((code): [string, number | null] => [code, valueAt(cells, code, ...more)]),
    )
  return {
    ...{ no: newest.no, to: newest.to, agencies: newest.agencies },
    several: byWard(several, 'yes'),
    people: byWard(people),
    show: (value) => showCount(value, newest.profile),
    withNeed: needs.size === 0 ? null : valueAt(needs, need, 'current'),
  }
}
