-- What a transaction has looked at: a page says first which people it is about (access.look_at), what is open of them
-- is worked out once and as a set (22-doors.sql), and the row policies then look it up instead of asking for each row.
-- Of people who were not looked at the policies ask as before: slower, and with the same answer.
--
-- Nothing of it can be set by who asks. A row is the definer's, of one connection, one transaction, one session's
-- token, and for ten seconds: what ended meanwhile is over at the next request at the latest. What policies read of it
-- names the records of the viewer's own agency and of those that they may know to work with the person, and no others:
-- nobody counts by it the agencies that have one. Of the others a function answers, row by row.
set local role {{definer}};

create unlogged table access.looked_at (
  backend int primary key, begun timestamptz not null, until timestamptz not null, token bytea not null,
  viewer access.viewer not null,
  -- Of a person: 1 open to me, 0 not. Of a record: eight times the number of its kind, plus 1 where what locates may be
  -- read, 2 where its link is sure, 4 where its giver may be known.
  marks jsonb not null,
  hidden jsonb not null, -- the same of records of agencies that the viewer may not know of
  door_marks int[] not null, door_classes int[] not null, door_lowest int[] not null, door_highest int[] not null,
  giver_people uuid[] not null, giver_agencies uuid[] not null, giver_teams uuid[] not null
) with (fillfactor = 25, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000);
alter table access.looked_at alter marks set storage external; -- short-lived: not worth compressing

-- What this transaction has looked at; nothing where nothing counts now.
create function access.my_look() returns access.looked_at
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  token text := nullif(current_setting('app.session', true), '');
  hash bytea;
  look access.looked_at;
begin
  if token is null then return null; end if;
  hash := sha256(convert_to(token, 'UTF8'));
  select l.* into look from access.looked_at l where l.backend = pg_backend_pid() and l.begun = now()
    and l.token = hash and clock_timestamp() < l.until;
  return look;
end $$;

-- For the policies, once a table. The whole path (#>) is the value itself, fetched: as it lies in the table a long one
-- would be fetched for every row.
create function access.looked() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return coalesce((access.my_look()).marks #> '{}', '{}');
end $$;

create function access.mark(looked jsonb, id uuid) returns int language sql immutable
return (looked ->> id::text)::int;

-- Marks and classes of entries that are open at a level: for the policies, once a table.
create function access.looked_doors(needed int) returns table (mark int, class_id int)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, pg_temp as $$
declare look access.looked_at := access.my_look();
begin
  return query select d.mark, d.class_id
    from unnest(look.door_marks, look.door_classes, look.door_lowest, look.door_highest)
      d(mark, class_id, lowest, highest)
    where needed between d.lowest and d.highest and d.mark & 4 = 4;
end $$;

-- For the policies, of a row whose record the marks do not name, of somebody who was looked at.
create function access.looked_shared(on_record uuid, of_class int, needed int) returns boolean
language plpgsql stable security definer cost 200 set search_path = pg_catalog, pg_temp as $$
declare look access.looked_at := access.my_look();
begin
  return exists (select 1 from unnest(look.door_marks, look.door_classes, look.door_lowest, look.door_highest)
      d(mark, class_id, lowest, highest)
    where d.mark = access.mark(look.hidden, on_record) and d.class_id = of_class
      and needed between d.lowest and d.highest);
end $$;

-- The set of people that a page is about, at most two thousand; null: nobody any more. It opens nothing: whoever it
-- names, what is open of them is what would be open to a row's own question.
create function access.look_at(people uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  v access.viewer;
  open access.door[];
begin
  delete from access.looked_at where backend = pg_backend_pid();
  v := access.me();
  if v.session_id is null or people is null or cardinality(people) > 2000 then return; end if;
  open := array(select d from access.doors_of(v, people) d);
  insert into access.looked_at
  with ground as materialized (
    select distinct a.person_id, a.opens from access.grounds_of(v, people) a),
  held as materialized (
    select r.id, r.person_id, r.agency_id, bool_and(r.confirmed) over (partition by r.person_id) as all_sure
    from record r where r.person_id = any (array(select distinct g.person_id from ground g))),
  opened as materialized (
    select d.record_id, array_agg(array[d.class_id, d.lowest, d.highest] order by d.class_id) as doors
    from unnest(open) d group by d.record_id),
  giver as materialized (select g.* from access.givers_of(v, people, open) g),
  protection as materialized (
    select distinct p.person_id from protected_whereabouts p where p.person_id = any (people)
      and (p.ended_at is null or now() < p.ended_at)),
  listed as materialized (
    select h.id, o.doors,
      not exists (select 1 from protection p where p.person_id = h.person_id)
        or access.may_locate_as(v, h.person_id, h.agency_id) as locating,
      case when h.all_sure then exists (select 1 from ground g where g.person_id = h.person_id and g.opens = 'shared')
        else access.link_holds(v, h.person_id, h.id) end as sure,
      h.agency_id = v.agency_id
        or exists (select 1 from giver g where g.person_id = h.person_id and g.agency_id = h.agency_id) as told
    from held h left join opened o on o.record_id = h.id where o.doors is not null or h.agency_id = v.agency_id),
  -- Numbered apart: a number that counted the kinds of hidden records would tell how many agencies have one.
  marked as materialized (
    select l.id, l.doors, 8 * dense_rank() over (partition by l.told order by l.doors)::int + case when l.locating then 1 else 0 end
      + case when l.sure then 2 else 0 end + case when l.told then 4 else 0 end as mark
    from listed l),
  alike as materialized (select distinct on (m.mark) m.* from marked m order by m.mark),
  flat as materialized (
    select a.mark, a.doors[n][1] as class_id, a.doors[n][2] as lowest, a.doors[n][3] as highest
    from alike a cross join generate_series(1, coalesce(array_length(a.doors, 1), 0)) n)
  select pg_backend_pid(), now(), clock_timestamp() + interval '10 seconds',
    sha256(convert_to(current_setting('app.session', true), 'UTF8')), v,
    (select coalesce(jsonb_object_agg(x.id, x.mark), '{}') from (
      select p.id, case when p.id in (select g.person_id from ground g) then 1 else 0 end as mark
      from (select distinct unnest(people)) p(id) where p.id is not null
      union all select m.id, m.mark from marked m where m.mark & 4 = 4) x),
    (select coalesce(jsonb_object_agg(m.id, m.mark), '{}') from marked m where m.mark & 4 = 0),
    f.marks, f.classes, f.lowest, f.highest, t.theirs, t.agencies, t.teams
  from (select coalesce(array_agg(x.mark), '{}') as marks, coalesce(array_agg(x.class_id), '{}') as classes,
      coalesce(array_agg(x.lowest), '{}') as lowest, coalesce(array_agg(x.highest), '{}') as highest from flat x) f
  cross join (select coalesce(array_agg(g.person_id), '{}') as theirs, coalesce(array_agg(g.agency_id), '{}') as agencies,
      coalesce(array_agg(g.team_id), '{}') as teams from giver g) t;
end $$;

-- The same, where the transaction has not looked at all of them already.
create function access.look_once(people uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
  if ((access.my_look()).marks ?& people::text[]) is not true then perform access.look_at(people); end if;
end $$;

-- Agencies and teams that the asker may know to work with these people: as looked at, or else asked now.
create function access.my_givers(people uuid[]) returns table (person_id uuid, agency_id uuid, team_id uuid)
language plpgsql stable security definer rows 5 set search_path = pg_catalog, public, pg_temp as $$
declare look access.looked_at := access.my_look();
begin
  if look.backend is not null and look.marks ?& people::text[] then
    return query select g.* from unnest(look.giver_people, look.giver_agencies, look.giver_teams)
        g(person_id, agency_id, team_id)
      where g.person_id = any (people);
  else
    return query select g.* from access.givers_of(access.me(), people) g;
  end if;
end $$;
reset role;
