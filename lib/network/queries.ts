import 'server-only'
import type { Scope } from '@/lib/db'
import type { DeclaredLink } from './rules/what-if'
import type { LinkKind } from './schema'

export type Sector = 'public' | 'private' | 'social' | 'informal'

/** An institution as it stands on the sheet. Nothing of it is about a person. */
export type OnSheet = {
  id: string
  name: string
  sector: Sector | null
  /** Needs that it or its services help with. */
  needs: string[]
  services: number
  /** The longest wait that is known of it or a service of it, in days. */
  wait_days: number | null
  /** Places at once, of those services that say; null where none does. */
  capacity: number | null
  /** Under five staff: no figure of it is shown. */
  small: boolean | null
  across: number | null
  down: number | null
  invented: boolean
}

/** Every institution that has not closed, by name. */
export const listOnSheet = ({ db }: Scope) =>
  db.$queryRaw<OnSheet[]>`
    select i.id, i.name, i.sector, i.small, i.invented, p.across, p.down,
      array(select distinct n from (select unnest(i.needs) as n union all
        select unnest(s.needs) from place.service s
        where s.institution_id = i.id and s.gone_at is null) t order by 1) as needs,
      o.services::int, greatest(i.wait_days, o.wait_days) as wait_days,
      coalesce(o.capacity::int, i.capacity) as capacity
    from place.institution i left join place.position p on p.institution_id = i.id
      left join lateral (select count(*) as services, max(s.wait_days) as wait_days,
        sum(s.capacity) as capacity from place.service s
        where s.institution_id = i.id and s.gone_at is null) o on true
    where i.closed_on is null order by lower(i.name), i.id`

/** A link that holds, with whose word it is. */
export type HeldLink = DeclaredLink & {
  id: string
  words: string | null
  body: string
  said_on: string
}

/** Every link that holds, between institutions that have not closed. */
export const listLinks = ({ db }: Scope) =>
  db.$queryRaw<HeldLink[]>`
    select l.id, l.from_id as "from", l.to_id as "to", l.kind, l.strength, l.words, l.body,
      l.said_on::text
    from place.link l join place.institution f on f.id = l.from_id and f.closed_on is null
      join place.institution t on t.id = l.to_id and t.closed_on is null
    where l.ended_at is null order by lower(f.name), lower(t.name), l.kind`

/** A link of one institution, as its page tells it. */
export type LinkOfOne = {
  id: string
  kind: LinkKind
  strength: number
  words: string | null
  body: string
  said_on: string
  outward: boolean
  other: string
  other_id: string
  ended_on: string | null
  ended_body: string | null
}

/** The links of one institution, those that hold first, with those that have ended. */
export const listLinksOf = ({ db }: Scope, institutionId: string) =>
  db.$queryRaw<LinkOfOne[]>`
    select l.id, l.kind, l.strength, l.words, l.body, l.said_on::text,
      l.from_id = ${institutionId}::uuid as outward, o.name as other, o.id as other_id,
      (l.ended_at at time zone 'Europe/London')::date::text as ended_on, l.ended_body
    from place.link l join place.institution o
      on o.id = case when l.from_id = ${institutionId}::uuid then l.to_id else l.from_id end
    where ${institutionId}::uuid in (l.from_id, l.to_id)
    order by l.ended_at desc nulls first, lower(o.name), l.kind, l.id limit 400`
