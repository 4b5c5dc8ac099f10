import { ask } from './database'

/** Somebody of the practice place who works with people, and those whose pages they may open. */
export type Reader = {
  membership: string
  agency: string
  name: string
  email: string
  teams: string[]
  people: string[]
}

/**
 * The first practitioner of every team, in one agency only, with their people; of the work coaches
 * Tom alone, since in another's name the log is counted.
 */
export const readers = () =>
  ask<Reader>(
    `select distinct on (t.team_id) m.id as membership, m.agency_id as agency, u.name, u.email,
       array(select team_id::text from membership_team where membership_id = m.id) as teams,
       array(select distinct a.person_id::text from person_access a
         where a.viewer = 't:' || t.team_id and a.agency_id = m.agency_id and not a.held
           and a.starts_at <= now() and (a.ends_at is null or a.ends_at > now())
           and not exists (select 1 from conflict c
             where c.person_id = a.person_id and c.user_id = m.user_id)) as people
     from membership m join membership_team t on t.membership_id = m.id
     join app_user u on u.id = m.user_id and u.ended_at is null
     where m.role = 'practitioner' and m.ends_at is null
       and (select count(*) from membership o where o.user_id = m.user_id) = 1
       and (u.name = 'Tom Reilly' or m.agency_id not in (
         select id from agency where name = 'Jobcentre Plus'))
     order by t.team_id, u.name <> 'Tom Reilly', m.id`,
  )

// The rule again, plainly, for whoever reads as the administrator: an agency may be known by what
// an agreement opens of its work, at "involved"; where it has recorded no work, by a contact, at
// "headline"; and by what it sent here itself. At most: what hides more is not asked.
const known = `
  with told as (
    select i.agency_id, i.team_id, i.record_id, i.categories, i.audience, 2 as level
    from involvement i where i.person_id = $1
    union all
    select c.agency_id, c.team_id, c.record_id, c.categories, c.audience, 3 from contact c
    where c.person_id = $1 and not c.categories <@ '{identity,safety}' and not exists (
      select 1 from involvement i where i.person_id = $1 and i.agency_id = c.agency_id))
  select t.agency_id from told t join record r on r.id = t.record_id and r.confirmed
  join team on team.id = t.team_id join agency a on a.id = t.agency_id
  where t.audience = 'agreed' and t.categories <> '{}'
    and (not (team.implies_place or a.implies_place) or not exists (
      select 1 from protected_whereabouts p where p.person_id = $1 and p.ended_at is null
        and not exists (select 1 from protected_whereabouts_team n
          where n.protected_whereabouts_id = p.id and n.team_id = any ($3::uuid[]))))
    and not exists (select 1 from choice c where c.person_id = $1 and c.kind = 'objection'
      and c.upheld and c.withdrawn_at is null and c.overridden_by is null and c.group_id is null
      and (c.about_categories = '{}' or c.about_categories && t.categories))
    and not exists (
      select 1 from unnest(t.categories) k where k <> 'safety' and not exists (
        select 1 from agreement_term x join agreement g on g.id = x.agreement_id
        join receiver_group_team z on z.group_id = x.group_id and z.team_id = any ($3::uuid[])
        join team mine on mine.id = z.team_id
          and mine.function not in ('enforcement', 'benefit_decision')
        join cohort_member o on o.agreement_id = g.id and o.person_id = $1
          and (o.ends_at is null or o.ends_at > now())
        where x.giver_agency_id = t.agency_id and x.category = k and x.level >= t.level
          and not x.ended_now and not g.ended_now
          and (x.ends_at is null or x.ends_at > now() - interval '28 days')
          and (not x.on_consent or exists (select 1 from choice c where c.person_id = $1
            and c.kind = 'consent' and c.agreement_id = g.id and c.withdrawn_at is null))))
  union select r.agency_id from referral r
  where r.person_id = $1 and r.sent_at is not null and r.to_team_id = any ($3::uuid[])
  union select s.agency_id from share_grant s join contact c on c.id = s.entry_id
  where c.person_id = $1 and s.viewer = any (select 't:' || x from unnest($3::uuid[]) x)
  union select $2::uuid`

export type Hidden = { agency: string; words: string[] }

/**
 * Agencies that gave anything about this person and that this reader may not know of: each with
 * every name, number and id by which a page could tell.
 */
export async function hiddenGivers(reader: Reader, person: string): Promise<Hidden[]> {
  return ask<Hidden>(
    `select a.name as agency, array[a.name, a.id::text]
         || array_remove(array[a.desk_phone], null)
         || array(select t.name from team t where t.agency_id = a.id)
         || array(select t.id::text from team t where t.agency_id = a.id)
         || array(select t.phone from team t where t.agency_id = a.id and t.phone is not null)
         || array(select distinct x from membership m join app_user u on u.id = m.user_id
           cross join unnest(array[u.name, u.id::text]) x where m.agency_id = a.id and not exists (
             select 1 from membership o where o.user_id = u.id and o.agency_id <> a.id)) as words
     from agency a where a.id in (select agency_id from record where person_id = $1)
       and a.id not in (${known})`,
    [person, reader.agency, reader.teams],
  )
}

/** What was written in words about this person: it may name anybody, by its author's choice. */
export async function freeWords(person: string): Promise<string[]> {
  const tables = await ask<{ name: string }>(
    `select distinct c.table_name as name from information_schema.columns c
     where c.table_schema = 'public' and c.column_name = 'class_id'
       and c.table_name <> 'change'`,
  )
  const parts = tables.map(
    ({ name }) =>
      `select e.value from ${name} x, jsonb_each_text(to_jsonb(x)) e where x.person_id = $1`,
  )
  const rows = await ask<{ value: string }>(
    `select distinct value from (${parts.join(' union all ')}) v
     where length(value) > 24 and value like '% % %'`,
    [person],
  )
  return rows.map(({ value }) => value).sort((one, other) => other.length - one.length)
}
