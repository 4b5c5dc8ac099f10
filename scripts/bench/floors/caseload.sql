-- W4 by hand: the first page of a team's people, longest unseen first, with the counts above it.
with me as materialized (select access.my_agency() as agency, access.today() as day),
people as materialized (
  select v.person_id, min(v.starts_on) as since, min(v.starts_on) - 1 as day_before,
    array_agg(v.id) as involvements
  from involvement v, me
  where v.agency_id = me.agency and v.team_id = any ($1::uuid[]) and v.starts_on <= me.day
    and (v.ends_on is null or v.ends_on >= me.day)
  group by v.person_id),
looked as materialized (
  select p.person_id, p.since, p.involvements, w.user_id, w.worker_name,
    seen.happened_on as seen_on,
    seen.agency_id as seen_by, missed.times, next_date.starts_at, next_date.agency_id as next_with,
      review.due, review.what
  from me cross join people p
  left join lateral (select x.user_id, x.worker_name from involvement_worker x
    where x.involvement_id = any (p.involvements) and x.starts_on <= me.day
      and (x.ends_on is null or x.ends_on >= me.day) and access.still_works(x.user_id, x.agency_id)
    order by x.lead desc, x.starts_on limit 1) w on true
  left join lateral (select c.happened_on, c.agency_id from contact c
    where c.person_id = p.person_id and c.outcome = 'kept' and c.withdrawn_at is null
    order by c.happened_on desc, c.id desc limit 1) seen on true
  left join lateral (select count(*)::int as times from contact c
    where c.person_id = p.person_id and c.outcome in ('not_seen', 'no_reply')
      and c.withdrawn_at is null
      and c.happened_on > case when seen.happened_on is null then p.day_before
        else seen.happened_on end) missed on true
  left join lateral (select x.starts_at, x.agency_id from appointment x
    where x.person_id = p.person_id and x.outcome is null and x.starts_at >= now()
    order by x.starts_at limit 1) next_date on true
  left join lateral (select due, what from (
      select g.review_on as due, 'plan' as what from plan_goal g
      where g.person_id = p.person_id and g.ended_on is null and g.review_on < me.day
      union all select x.lapses_on, 'warning' from warning x
      where x.person_id = p.person_id and x.agency_id = me.agency and x.ended_at is null
        and x.lapses_on between me.day and me.day + 14
      union all select x.review_on, 'whereabouts' from protected_whereabouts x
      where x.person_id = p.person_id and x.agency_id = me.agency and x.ended_at is null
        and x.review_on < me.day) r
    order by due limit 1) review on true),
this_page as (
  select l.*, coalesce(to_char(l.seen_on, 'YYYY-MM-DD'), '0000') collate "C" as place from looked l
  order by place, person_id limit $2::int + 1),
known as materialized (
  select k.person_id, array_agg(k.agency_id) || (select agency from me) as ids
  from access.known_agencies(array(select person_id from this_page)) k group by k.person_id)
select jsonb_build_object(
  'counts', (select jsonb_build_object('people', count(*),
      'unallocated', count(*) filter (where user_id is null and worker_name is null),
      'oldestWaiting', min(since) filter (where user_id is null and worker_name is null),
      'unseen', count(*) filter (where coalesce(seen_on, since) <= me.day - 21),
      'overdue', count(*) filter (where due < me.day)) from looked),
  'rows', (select coalesce(jsonb_agg(jsonb_build_object('personId', t.person_id, 'since', t.since,
      'involvementId', t.involvements[1], 'workerId', t.user_id, 'worker', t.worker_name, 'seenOn',
        t.seen_on,
      'seenBy', (select access.giver_name(coalesce(k.ids, array[me.agency]), a.id, a.name)
        from agency a where a.id = t.seen_by),
      'missed', t.times, 'nextAt', t.starts_at,
      'nextWith', (select access.giver_name(coalesce(k.ids, array[me.agency]), a.id, a.name)
        from agency a where a.id = t.next_with),
      'reviewOn', t.due, 'reviewOf', t.what,
      'name', case when c.given is not null then jsonb_build_object('given', c.given,
        'family', c.family) end, 'described', c.described,
      'born', (select jsonb_build_object('year', b.year, 'month', b.month, 'day', b.day,
        'estimated', b.estimated, 'own', b.agency_id = me.agency,
        'proof', b.source is not distinct from 'document', 'givenAt', b.given_at)
        from birth b where b.person_id = t.person_id and b.ended_on is null and b.year is not null
        order by b.source is not distinct from 'document' desc, (b.agency_id = me.agency) desc,
          b.day is null, b.given_at desc limit 1),
      'living', (select l.code from living_situation l where l.person_id = t.person_id
        and (l.until_on is null or l.until_on >= me.day)
          order by l.from_on desc nulls last limit 1),
      'involved', (select coalesce(jsonb_agg(distinct a.name), '[]') from involvement v
        join agency a on a.id = v.agency_id
          and a.id = any (coalesce(k.ids, array[me.agency]))
        where v.person_id = t.person_id and (v.ends_on is null or v.ends_on >= me.day)))
      order by t.place, t.person_id), '[]')
    from this_page t left join known k on k.person_id = t.person_id
    cross join page.called(t.person_id) c)) as caseload
from me
