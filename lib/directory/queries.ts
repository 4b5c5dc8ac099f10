import 'server-only'
import { addDays, londonDate, londonTime } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { ServiceRow } from './rules/service-row'
import type { ServiceAsk } from './schema'

/** A service as workers see it: what is public, and what is for them. */
export type FoundService = Omit<ServiceRow, 'organization'> & {
  institution: string | null
  institution_about: string | null
  sector: 'public' | 'private' | 'social' | 'informal' | null
  website: string | null
  needs: string[]
  eligibility: string | null
  way_in: string | null
  how_in: string | null
  capacity: number | null
  wait_days: number | null
  confirmed_by: string | null
  /** Now, by what it says of its hours; false where it says nothing. */
  open_now: boolean
  /** 0: confirmed within half a year; 1: longer ago; 2: never. */
  rank: number
  source: string | null
  read_on: string | null
  invented: boolean
}

const PAGE = 20
/** Half a year: hours, waits and who is let in change faster than most listings are looked at. */
const FRESH_DAYS = 183

const clockOf = (now: Date) => `${londonDate(now)} ${londonTime(now)}`

/** A text to look for, whatever it holds. */
const patternOf = (words: string | undefined) =>
  words === undefined ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`

/**
 * Services by need, area, age, way in and whether they are open now, in London; those that nobody
 * has confirmed lately sink. What must not be found serves every area, and is never said to be
 * open.
 *
 * @returns one page, and where the next begins (null on the last)
 */
export async function listServices({ db, viewer }: Scope, ask: ServiceAsk, now = new Date()) {
  const { need = null, area = null, age = null, way = null, at = null } = ask
  const pattern = patternOf(ask.words)
  const fresh = addDays(londonDate(now), -FRESH_DAYS)
  const rows = await db.$queryRaw<FoundService[]>`
    with listed as (
      select s.*, i.name as institution, i.description as institution_about, i.sector, i.website,
        case when s.confirmed_on >= ${fresh}::date then 0 when s.confirmed_on is not null then 1
          else 2 end as rank
      from place.service s left join place.institution i on i.id = s.institution_id
      where s.gone_at is null and s.status in ('active', 'temporarily closed')),
    start as (select rank, lower(name) as name, id from listed where id = ${at}::uuid)
    select l.id, l.name, l.description, l.status, l.url, l.email, l.phones, l.fees, l.alert,
      l.minimum_age, l.maximum_age, l.confirmed_on::text, l.withheld, l.places, l.areas, l.hours,
      l.terms, l.needs, l.eligibility, l.way_in, l.how_in, l.capacity, l.wait_days, l.confirmed_by,
      l.institution, l.institution_about, l.sector, l.website, l.rank, l.invented,
      o.address as source, null as read_on, null as changed_at,
      place.is_open(l.hours, ${clockOf(now)}::timestamp) and l.status = 'active' as open_now
    from listed l left join place.source o on o.id = l.source_id
    where (${need}::text is null or ${need} = any (l.needs))
      and (${area}::text is null or l.withheld or l.areas && array[${area}, ${viewer.place}])
      and (${age}::int is null
        or ${age} between coalesce(l.minimum_age, 0) and coalesce(l.maximum_age, 200))
      and (${way}::text is null or l.way_in = ${way})
      and (${ask.open === undefined}
        or place.is_open(l.hours, ${clockOf(now)}::timestamp) and l.status = 'active')
      and (${pattern}::text is null
        or concat_ws(' ', l.name, l.institution, l.description, l.eligibility) ilike ${pattern})
      and ((l.rank, lower(l.name), l.id) >= (select rank, name, id from start)
        or not exists (select 1 from start))
    order by l.rank, lower(l.name), l.id limit ${PAGE + 1}`
  const next = rows[PAGE]
  return { services: rows.slice(0, PAGE), next: next ? { at: next.id } : null }
}

/** One service; null where there is none now. */
export async function getService({ db }: Scope, serviceId: string, now = new Date()) {
  const fresh = addDays(londonDate(now), -FRESH_DAYS)
  const [row] = await db.$queryRaw<FoundService[]>`
    select s.id, s.name, s.description, s.status, s.url, s.email, s.phones, s.fees, s.alert,
      s.minimum_age, s.maximum_age, s.confirmed_on::text, s.withheld, s.places, s.areas, s.hours,
      s.terms, s.needs, s.eligibility, s.way_in, s.how_in, s.capacity, s.wait_days, s.confirmed_by,
      i.name as institution, i.description as institution_about, i.sector, i.website, s.invented,
      case when s.confirmed_on >= ${fresh}::date then 0 when s.confirmed_on is not null then 1
        else 2 end as rank,
      o.address as source, o.read_at::date::text as read_on, null as changed_at,
      place.is_open(s.hours, ${clockOf(now)}::timestamp) and s.status = 'active' as open_now
    from place.service s left join place.institution i on i.id = s.institution_id
      left join place.source o on o.id = s.source_id
    where s.id = ${serviceId}::uuid and s.gone_at is null`
  return row ?? null
}

/** The areas that services say they serve, as they are called; at most what a list can hold. */
export async function listServiceAreas({ db }: Scope): Promise<string[]> {
  const rows = await db.$queryRaw<{ area: string }[]>`
    select distinct a as area from place.service s, unnest(s.areas) a
    where s.gone_at is null order by 1 limit 500`
  return rows.map(({ area }) => area)
}
