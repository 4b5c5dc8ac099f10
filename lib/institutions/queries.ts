import 'server-only'
import { addDays, londonDate } from '@/lib/dates'
import type { Scope } from '@/lib/db'
import type { FormValues } from '@/lib/form-state'
import type { Sector } from './schema'

/** An institution as everybody who may look at the place sees it. */
export type Institution = {
  id: string
  name: string
  sector: Sector | null
  description: string | null
  website: string | null
  phone: string | null
  needs: string[]
  areas: string[] | null
  address: string | null
  latitude: number | null
  longitude: number | null
  capacity: number | null
  wait_days: number | null
  small: boolean | null
  agency_id: string | null
  confirmed_by: string | null
  confirmed_on: string | null
  withheld: boolean
  invented: boolean
  services: number
  /** 0: confirmed within half a year; 1: longer ago; 2: never. */
  rank: number
}

const PAGE = 30
/** As for services: half a year. */
const FRESH_DAYS = 183

const patternOf = (words: string | undefined) =>
  words === undefined ? null : `%${words.replace(/[\\%_]/g, '\\$&')}%`

type Ask = {
  words?: string | undefined
  sector?: string | undefined
  need?: string | undefined
  at?: string | undefined
}

/** Institutions by words, sector and need; those nobody has confirmed lately sink. One page. */
export async function listInstitutions({ db }: Scope, ask: Ask, now = new Date()) {
  const { sector = null, need = null, at = null } = ask
  const pattern = patternOf(ask.words)
  const fresh = addDays(londonDate(now), -FRESH_DAYS)
  const rows = await db.$queryRaw<Institution[]>`
    with listed as (
      select i.*, case when i.confirmed_on >= ${fresh}::date then 0
        when i.confirmed_on is not null then 1 else 2 end as rank
      from place.institution i where i.closed_on is null),
    start as (select rank, lower(name) as name, id from listed where id = ${at}::uuid)
    select l.id, l.name, l.sector, l.description, l.website, l.phone, l.needs, l.areas, l.address,
      l.latitude, l.longitude, l.capacity, l.wait_days, l.small, l.agency_id, l.confirmed_by,
      l.confirmed_on::text, l.withheld, l.invented, l.rank,
      (select count(*)::int from place.service s
        where s.institution_id = l.id and s.gone_at is null) as services
    from listed l
    where (${sector}::text is null or l.sector = ${sector})
      and (${need}::text is null or ${need} = any (l.needs) or exists (select 1 from place.service s
        where s.institution_id = l.id and s.gone_at is null and ${need} = any (s.needs)))
      and (${pattern}::text is null or concat_ws(' ', l.name, l.description) ilike ${pattern})
      and ((l.rank, lower(l.name), l.id) >= (select rank, name, id from start)
        or not exists (select 1 from start))
    order by l.rank, lower(l.name), l.id limit ${PAGE + 1}`
  const next = rows[PAGE]
  return { institutions: rows.slice(0, PAGE), next: next ? { at: next.id } : null }
}

/** One institution; null where there is none now. */
export async function getInstitution({ db }: Scope, institutionId: string, now = new Date()) {
  const fresh = addDays(londonDate(now), -FRESH_DAYS)
  const [row] = await db.$queryRaw<Institution[]>`
    select i.id, i.name, i.sector, i.description, i.website, i.phone, i.needs, i.areas, i.address,
      i.latitude, i.longitude, i.capacity, i.wait_days, i.small, i.agency_id, i.confirmed_by,
      i.confirmed_on::text, i.withheld, i.invented,
      case when i.confirmed_on >= ${fresh}::date then 0 when i.confirmed_on is not null then 1
        else 2 end as rank,
      (select count(*)::int from place.service s
        where s.institution_id = i.id and s.gone_at is null) as services
    from place.institution i where i.id = ${institutionId}::uuid and i.closed_on is null`
  return row ?? null
}

/** Services of one institution, by name. */
export const listServicesOf = ({ db }: Scope, institutionId: string) =>
  db.$queryRaw<{ id: string; name: string; capacity: number | null; wait_days: number | null }[]>`
    select s.id, s.name, s.capacity, s.wait_days from place.service s
    where s.institution_id = ${institutionId}::uuid and s.gone_at is null
    order by lower(s.name), s.id limit 200`

/** What an entry was before a change: the fields that changed, as they were. */
export type Change = { at: Date; body: string | null; before: Record<string, unknown> }

/** The last changes of an entry, the newest first. What was withheld has none. */
export const listChanges = ({ db }: Scope, institutionId: string) =>
  db.$queryRaw<Change[]>`
    select c.at, c.body, c.before from place.institution_change c
    where c.institution_id = ${institutionId}::uuid order by c.id desc limit 20`

/** Names of all institutions, to choose one from. */
export const listNames = ({ db }: Scope) =>
  db.$queryRaw<{ id: string; name: string }[]>`
    select i.id, i.name from place.institution i where i.closed_on is null
    order by lower(i.name), i.id limit 2000`

/** Agencies that may keep an entry, by name. */
export const listKeepers = ({ db }: Scope) =>
  db.$queryRaw<{ id: string; name: string }[]>`
    select a.id, a.name from agency a where a.ended_at is null order by lower(a.name), a.id`

/** An institution as its form shows it; blank for a new one. */
export const institutionValues = (one: Institution | null): FormValues => ({
  name: one?.name ?? '',
  sector: one?.sector ?? '',
  description: one?.description ?? '',
  needs: one?.needs ?? [],
  areas: one?.areas?.join('\n') ?? '',
  address: one?.address ?? '',
  latitude: one?.latitude?.toString() ?? '',
  longitude: one?.longitude?.toString() ?? '',
  phone: one?.phone ?? '',
  website: one?.website ?? '',
  capacity: one?.capacity?.toString() ?? '',
  waitDays: one?.wait_days?.toString() ?? '',
  small: one?.small === null || one?.small === undefined ? '' : one.small ? 'yes' : 'no',
  agency: one?.agency_id ?? '',
})
