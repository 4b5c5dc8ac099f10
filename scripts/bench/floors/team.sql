-- W8 by hand: who works with a person, and who did.
with me as materialized (select access.my_agency() as agency, access.today() as day)
select coalesce(jsonb_agg(to_jsonb(i) order by i."endsOn" desc nulls first, i."startsOn" desc),
  '[]') as team
from (
  select v.id, v.starts_on as "startsOn", v.ends_on as "endsOn", v.end_reason as "endReason",
    v.came_from as "cameFrom", a.name as agency, a.kind as "agencyKind", v.agency_id = me.agency as own,
    t.id as "teamId",
    t.name as team, t.phone, t.hours, t.function, v.version,
    'domestic_abuse' = any (v.categories) or t.implies_place as private,
    (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'userId', w.user_id, 'name',
      w.worker_name, 'phone', w.worker_phone, 'lead', w.lead and w.stays, 'from', w.starts_on,
      'until', w.ends_on, 'left', (w.ends_on is null or w.ends_on >= me.day) and not w.stays)
      order by w.lead desc, w.starts_on), '[]')
      from (select x.*, access.still_works(x.user_id, x.agency_id) as stays
        from involvement_worker x where x.involvement_id = v.id) w) as workers,
    (select max(c.happened_on) from contact c where c.person_id = $1 and c.team_id = v.team_id
      and c.outcome = 'kept' and c.withdrawn_at is null) as "lastSeen"
  from me cross join involvement v join agency a on a.id = v.agency_id
  join team t on t.id = v.team_id
  where v.person_id = $1) i
