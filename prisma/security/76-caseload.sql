-- A team's people, from the index of involvements in force; everything beside each name is what this reader may see.
set local role {{definer}};

-- showing: all | attention | unallocated | unseen | overdue.  sort: unseen | name | next.
-- Keyset: the rows after a person in the sort's order, so that no name gets into an address. Days are London days.
create function page.caseload(of_teams uuid[], only_worker uuid, showing text, sort text, after_person uuid,
  how_many int) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  day date := access.today();
  mine uuid := access.my_agency();
  answer jsonb;
begin
  with people as (
    select v.person_id, min(v.starts_on) as since, array_agg(v.id) as involvements, min(v.team_id::text) as team_id
    from involvement v
    where v.agency_id = mine and v.team_id = any (of_teams) and v.team_id = any (access.my_teams())
      and v.starts_on <= day and (v.ends_on is null or v.ends_on >= day)
    group by v.person_id),
  looked as materialized (
    select p.person_id, p.since, p.involvements, w.user_id as worker_id, w.worker_name, seen.happened_on as seen_on,
      seen.agency as seen_by, missed.times as missed, next_date.starts_at as next_at, next_date.agency as next_with,
      review.due as review_on, review.what as review_of
    from people p
    left join lateral (select x.user_id, x.worker_name from involvement_worker x
      where x.involvement_id = any (p.involvements) and x.starts_on <= day and (x.ends_on is null or x.ends_on >= day)
        and (only_worker is null or x.user_id = only_worker)
      order by x.lead desc, x.starts_on limit 1) w on true
    left join lateral (select c.happened_on, a.name as agency from contact c join agency a on a.id = c.agency_id
      where c.person_id = p.person_id and c.outcome = 'kept' and c.withdrawn_at is null
      order by c.happened_on desc, c.id desc limit 1) seen on true
    left join lateral (select count(*)::int as times from contact c
      where c.person_id = p.person_id and c.outcome in ('not_seen', 'no_reply') and c.withdrawn_at is null
        and c.happened_on > coalesce(seen.happened_on, p.since - 1)) missed on true
    left join lateral (select x.starts_at, a.name as agency from appointment x join agency a on a.id = x.agency_id
      where x.person_id = p.person_id and x.outcome is null and x.starts_at >= now()
      order by x.starts_at limit 1) next_date on true
    left join lateral (select due, what from (
        select g.review_on as due, 'plan' as what from plan_goal g
        where g.person_id = p.person_id and g.ended_on is null and g.review_on < day
        union all select x.lapses_on, 'warning' from warning x
        where x.person_id = p.person_id and x.agency_id = mine and x.ended_at is null
          and x.lapses_on between day and day + 14
        union all select x.review_on, 'whereabouts' from protected_whereabouts x
        where x.person_id = p.person_id and x.agency_id = mine and x.ended_at is null and x.review_on < day) r
      order by due limit 1) review on true
    where only_worker is null or w.user_id is not null),
  placed as (
    select l.*, case sort
        when 'name' then coalesce((select n.sort_key from person_name n where n.person_id = l.person_id
          and n.agency_id = mine order by array_position(array['known_as','legal'], n.kind) nulls last, n.given_at
          desc limit 1), '~')
        when 'next' then coalesce(to_char(l.next_at, 'YYYY-MM-DD"T"HH24:MI'), '9999')
        else coalesce(to_char(l.seen_on, 'YYYY-MM-DD'), '0000') end collate "C" as sort_value
    from looked l),
  shown as (
    select l.* from placed l
    where case showing
      when 'unallocated' then l.worker_id is null and l.worker_name is null
      when 'unseen' then coalesce(l.seen_on, l.since) <= day - 21
      when 'overdue' then l.review_on is not null
      when 'attention' then (l.worker_id is null and l.worker_name is null)
        or coalesce(l.seen_on, l.since) <= day - 21 or l.review_on is not null
      else true end),
  this_page as (
    select * from shown
    where not exists (select 1 from placed where person_id = after_person)
      or (sort_value, person_id) > (select sort_value, person_id from placed where person_id = after_person)
    order by sort_value, person_id limit how_many + 1)
  select jsonb_build_object(
    'counts', (select jsonb_build_object('people', count(*),
        'unallocated', count(*) filter (where worker_id is null and worker_name is null),
        'oldestWaiting', min(since) filter (where worker_id is null and worker_name is null),
        'unseen', count(*) filter (where coalesce(seen_on, since) <= day - 21),
        'overdue', count(*) filter (where review_on is not null)) from looked),
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('personId', t.person_id, 'since', t.since,
        'involvementId', t.involvements[1], 'workerId', t.worker_id, 'worker', t.worker_name, 'seenOn', t.seen_on,
        'seenBy', t.seen_by, 'missed', t.missed, 'nextAt', t.next_at, 'nextWith', t.next_with,
        'reviewOn', t.review_on, 'reviewOf', t.review_of,
        'name', (select jsonb_build_object('given', n.given, 'family', coalesce(nullif(n.family, ''),
            (select f.family from person_name f where f.person_id = t.person_id and f.family <> ''
              order by (f.agency_id = mine) desc, f.given_at desc limit 1), '')) from person_name n
          where n.person_id = t.person_id
          order by (n.agency_id = mine) desc, array_position(array['known_as','legal'], n.kind) nulls last,
            n.given_at desc limit 1),
        'born', (select jsonb_build_object('year', b.year, 'month', b.month, 'day', b.day, 'estimated', b.estimated)
          from birth b where b.person_id = t.person_id and b.ended_on is null
          order by (b.agency_id = mine) desc, b.day is null, b.given_at desc limit 1),
        'living', (select l.code from living_situation l where l.person_id = t.person_id
          and (l.until_on is null or l.until_on >= day) order by l.from_on desc nulls last limit 1),
        'involved', (select coalesce(jsonb_agg(distinct a.name), '[]') from involvement v
          join agency a on a.id = v.agency_id
          where v.person_id = t.person_id and (v.ends_on is null or v.ends_on >= day)))
        order by t.sort_value, t.person_id), '[]') from this_page t))
  into answer;
  return answer;
end $$;

-- Colleagues of my teams, for filters and for allocating.
create function page.colleagues() returns table (user_id uuid, name text, team_id uuid, team text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct u.id, u.name, t.id, t.name from membership_team mt
  join membership m on m.id = mt.membership_id and (m.ends_at is null or now() < m.ends_at)
    and m.role in ('practitioner', 'manager', 'limited')
  join app_user u on u.id = m.user_id and u.ended_at is null join team t on t.id = mt.team_id
  where mt.team_id = any (access.my_teams()) order by u.name
$$;
reset role;
