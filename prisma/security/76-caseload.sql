-- A team's people, from the index of involvements in force; everything beside each name is what this reader may see.
set local role {{definer}};

-- What somebody is called in a list, and what the list is sorted by: my agency's name for them, in use today, with a
-- family name from another where that has none; who has given no name, by how they were described.
create function page.called(p uuid) returns table (given text, family text, described text, sort_key text)
language plpgsql stable security invoker rows 1 set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare mine uuid := access.my_agency(); day date := access.today(); n record; f record;
begin
  -- My own agency's first, and others' only where it has none: each row of another agency is asked of every policy.
  select x.given, x.family, x.sort_key into n from person_name x
  where x.person_id = p and x.agency_id = mine and (x.used_until is null or x.used_until >= day)
  order by array_position(array['known_as','legal'], x.kind) nulls last, x.given_at desc, x.id limit 1;
  if not found then
    select x.given, x.family, x.sort_key into n from person_name x
    where x.person_id = p and x.agency_id <> mine and (x.used_until is null or x.used_until >= day)
    order by array_position(array['known_as','legal'], x.kind) nulls last, x.given_at desc, x.id limit 1;
  end if;
  if n.given is null then
    select u.description into described from unnamed u where u.person_id = p and u.named_at is null
    order by u.given_at desc limit 1;
    sort_key := coalesce('~ ' || upper(described), '~');
    return next;
    return;
  end if;
  given := n.given; family := n.family; sort_key := n.sort_key;
  if n.family = '' then
    select x.family, x.sort_key into f from person_name x
    where x.person_id = p and x.family <> '' and x.agency_id = mine and (x.used_until is null or x.used_until >= day)
    order by x.given_at desc, x.id limit 1;
    if not found then
      select x.family, x.sort_key into f from person_name x
      where x.person_id = p and x.family <> '' and x.agency_id <> mine
        and (x.used_until is null or x.used_until >= day)
      order by x.given_at desc, x.id limit 1;
    end if;
    if f.family is not null then
      family := f.family;
      sort_key := split_part(f.sort_key, ' ', 1) || ' ' || n.sort_key;
    end if;
  end if;
  return next;
end $$;

-- Who is named for this work now, and still works here.
create function page.workers_of(involvements uuid[]) returns setof involvement_worker
language sql stable security invoker rows 2 set search_path = pg_catalog, public, pg_temp as $$
  select x.* from involvement_worker x
  where x.involvement_id = any (involvements) and x.starts_on <= access.today()
    and (x.ends_on is null or x.ends_on >= access.today()) and access.still_works(x.user_id, x.agency_id)
$$;

-- How many people of my teams have nobody named for them.
create function page.unallocated() returns int
language sql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int from (select array_agg(v.id) as involvements from involvement v
    where v.agency_id = access.my_agency() and v.team_id = any (access.my_teams()) and v.starts_on <= access.today()
      and (v.ends_on is null or v.ends_on >= access.today()) group by v.person_id) p
  where not exists (select 1 from page.workers_of(p.involvements))
$$;

-- My dates until then: those of the people I am named for, whoever made them, as far as I may see; with whom.
create function page.my_dates(until timestamptz, how_many int) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  mine uuid := access.my_agency();
  people uuid[] := array(select distinct w.person_id from involvement_worker w
    where w.user_id = access.my_user() and w.agency_id = mine and w.starts_on <= access.today()
      and (w.ends_on is null or w.ends_on >= access.today()));
begin
  perform access.look_once(people);
  return (
    with coming as materialized (select x.* from appointment x
      where x.person_id = any (people) and x.outcome is null and x.starts_at >= now() - interval '1 hour'
        and x.starts_at < until
      order by x.starts_at, x.id limit how_many),
    known as materialized (select k.person_id, array_agg(k.agency_id) || mine as ids
      from access.known_agencies(array(select person_id from coming)) k group by k.person_id)
    select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'personId', x.person_id, 'startsAt', x.starts_at,
      'kind', x.kind, 'own', x.agency_id = mine,
      'agency', access.giver_name(coalesce(k.ids, array[mine]), a.id, a.name),
      'worker', case when x.agency_id = mine then x.worker_name end,
      'place', (select l.place from appointment_place l where l.appointment_id = x.id limit 1),
      'name', case when c.given is not null then jsonb_build_object('given', c.given, 'family', c.family) end,
      'described', c.described) order by x.starts_at, x.id), '[]')
    from coming x join agency a on a.id = x.agency_id left join known k on k.person_id = x.person_id
    cross join page.called(x.person_id) c);
end $$;

-- showing: all | attention | unallocated | unseen | overdue.  sort: unseen | name | next.
-- Keyset: the rows after a person in the sort's order, so that no name gets into an address. Days are London days.
create function page.caseload(of_teams uuid[], only_worker uuid, showing text, sort text, after_person uuid,
  how_many int) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  day date := access.today();
  mine uuid := access.my_agency();
  -- Of one colleague: known before anything is worked out for everybody.
  asked uuid[] := array(select distinct v.person_id from involvement v
    where v.agency_id = mine and v.team_id = any (of_teams) and v.team_id = any (access.my_teams())
      and v.starts_on <= day and (v.ends_on is null or v.ends_on >= day)
      and (only_worker is null or v.person_id in (select x.person_id from involvement_worker x
        where x.user_id = only_worker and x.agency_id = mine
          and x.starts_on <= day and (x.ends_on is null or x.ends_on >= day))));
  answer jsonb;
begin
  perform access.look_at(asked);
  with people as (
    select v.person_id, min(v.starts_on) as since, min(v.starts_on) - 1 as day_before,
      array_agg(v.id) as involvements
    from involvement v
    where v.person_id = any (asked) and v.agency_id = mine and v.team_id = any (of_teams)
      and v.team_id = any (access.my_teams()) and v.starts_on <= day and (v.ends_on is null or v.ends_on >= day)
    group by v.person_id),
  looked as materialized (
    select p.person_id, p.since, coalesce(w.involvement_id, p.involvements[1]) as involvement_id, w.user_id as worker_id,
      w.worker_name, seen.happened_on as seen_on,
      seen.agency_id as seen_by, missed.times as missed, next_date.starts_at as next_at,
      next_date.agency_id as next_with,
      review.due as review_on, review.what as review_of
    from people p
    -- As page.workers_of has it; written out, since it is asked of everybody.
    left join lateral (select x.user_id, x.worker_name, x.involvement_id from involvement_worker x
      where x.involvement_id = any (p.involvements) and x.starts_on <= day and (x.ends_on is null or x.ends_on >= day)
        and (only_worker is null or x.user_id = only_worker) and access.still_works(x.user_id, x.agency_id)
      order by x.lead desc, x.starts_on limit 1) w on true
    left join lateral (select c.happened_on, c.agency_id from contact c
      where c.person_id = p.person_id and c.outcome = 'kept' and c.withdrawn_at is null
      order by c.happened_on desc, c.id desc limit 1) seen on true
    left join lateral (select count(*)::int as times from contact c
      where c.person_id = p.person_id and c.outcome in ('not_seen', 'no_reply') and c.withdrawn_at is null
        -- Not coalesce, nor a day less: under row security either keeps the index from being used.
        and c.happened_on > case when seen.happened_on is null then p.day_before
          else seen.happened_on end) missed on true
    left join lateral (select x.starts_at, x.agency_id from appointment x
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
        when 'name' then (select c.sort_key from page.called(l.person_id) c)
        when 'next' then coalesce(to_char(l.next_at, 'YYYY-MM-DD"T"HH24:MI'), '9999')
        else coalesce(to_char(l.seen_on, 'YYYY-MM-DD'), '0000') end collate "C" as sort_value
    from looked l),
  shown as (
    select l.* from placed l
    where case showing
      when 'unallocated' then l.worker_id is null and l.worker_name is null
      when 'unseen' then coalesce(l.seen_on, l.since) <= day - 21
      when 'overdue' then l.review_on < day
      when 'attention' then (l.worker_id is null and l.worker_name is null)
        or coalesce(l.seen_on, l.since) <= day - 21 or l.review_on is not null
      else true end),
  this_page as (
    select * from shown
    where not exists (select 1 from placed where person_id = after_person)
      or (sort_value, person_id) > (select sort_value, person_id from placed where person_id = after_person)
    order by sort_value, person_id limit how_many + 1),
  -- Who else works with each may be known or not; what they gave can be here either way.
  known as materialized (select k.person_id, array_agg(k.agency_id) || mine as ids
    from access.known_agencies(array(select person_id from this_page)) k group by k.person_id)
  select jsonb_build_object(
    'counts', (select jsonb_build_object('people', count(*),
        'unallocated', count(*) filter (where worker_id is null and worker_name is null),
        'oldestWaiting', min(since) filter (where worker_id is null and worker_name is null),
        'unseen', count(*) filter (where coalesce(seen_on, since) <= day - 21),
        'overdue', count(*) filter (where review_on < day)) from looked),
    'shown', (select count(*) from shown),
    'before', (select count(*) from shown s join placed p on p.person_id = after_person
      where (s.sort_value, s.person_id) <= (p.sort_value, p.person_id)),
    'rows', (select coalesce(jsonb_agg(jsonb_build_object('personId', t.person_id, 'since', t.since,
        'involvementId', t.involvement_id, 'workerId', t.worker_id, 'worker', t.worker_name, 'seenOn', t.seen_on,
        'seenBy', (select access.giver_name(coalesce(k.ids, array[mine]), a.id, a.name)
          from agency a where a.id = t.seen_by), 'missed', t.missed, 'nextAt', t.next_at,
        'nextWith', (select access.giver_name(coalesce(k.ids, array[mine]), a.id, a.name)
          from agency a where a.id = t.next_with),
        'reviewOn', t.review_on, 'reviewOf', t.review_of,
        'name', case when c.given is not null then jsonb_build_object('given', c.given, 'family', c.family) end,
        'described', c.described,
        'births', (select coalesce(jsonb_agg(jsonb_build_object('year', b.year, 'month', b.month, 'day', b.day,
            'estimated', b.estimated, 'own', b.agency_id = mine, 'proof', b.source is not distinct from 'document',
            'givenAt', b.given_at) order by b.id), '[]')
          from birth b where b.person_id = t.person_id and b.ended_on is null),
        'living', (select l.code from living_situation l where l.person_id = t.person_id
          and (l.until_on is null or l.until_on >= day) order by l.from_on desc nulls last limit 1),
        'involved', (select coalesce(jsonb_agg(distinct a.name), '[]') from involvement v
          join agency a on a.id = v.agency_id and a.id = any (coalesce(k.ids, array[mine]))
          where v.person_id = t.person_id and (v.ends_on is null or v.ends_on >= day)))
        order by t.sort_value, t.person_id), '[]') from this_page t left join known k on k.person_id = t.person_id
      cross join page.called(t.person_id) c))
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
