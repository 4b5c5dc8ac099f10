-- What the publisher's login may ask: the extract, frozen once; its people's secret numbers, put in from outside; and
-- the figures, in one transaction, when they have been ruled and audited. Killed half way it goes on where it was.
set local role {{definer}};

create function insight.building(of_publication uuid) returns published.publication
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p published.publication;
begin
  select * into p from published.publication x where x.id = of_publication
    and built_at is null and failed_at is null and dropped_at is null for update;
  if p.id is null then raise exception 'it is not being built' using errcode = 'CT409'; end if;
  return p;
end $$;

-- Practice or live; nothing while a place has not said which it is.
create function insight.mode() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select mode from installation $$;

-- The publication that waits to be built, or was being built when the process ended.
create function insight.next_build() returns table (id uuid, to_on date, profile text, frozen boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select p.id, p.to_on, p.profile, exists (select 1 from frozen.person f where f.publication_id = p.id)
  from published.publication p where p.built_at is null and p.failed_at is null and p.dropped_at is null
  order by p.to_on desc limit 1
$$;

-- Every ward there is a figure for, so that one where nobody is looks like one where hardly anybody is.
create function insight.wards(of_publication uuid) returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.code from area a join area_set s on s.id = a.set_id
  where s.key = (select coverage ->> 'wardSet' from published.publication where id = of_publication) order by 1
$$;

-- People without their numbers yet, and the numbers. When a line has its own, nothing says whose it is.
create function insight.unkeyed(of_publication uuid, most int) returns table (line int, subject uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.line, f.subject from frozen.person f
  where f.publication_id = of_publication and f.subject is not null order by f.line limit most
$$;

-- `digests`: four to a line, one line after the other.
create function insight.put_keys(of_publication uuid, lines int[], keys bigint[], digests int[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p published.publication := insight.building(of_publication);
begin
  update frozen.person f set key = k.key, digests = put_keys.digests[k.n * 4 - 3 : k.n * 4], subject = null
  from (select unnest(lines) as line, unnest(keys) as key, generate_subscripts(lines, 1) as n) k
  where f.publication_id = p.id and f.line = k.line;
  update published.publication set done = done + cardinality(lines) where id = p.id;
end $$;

create function insight.tell_step(of_publication uuid, its_step text, is_done int, all_of int) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p published.publication := insight.building(of_publication);
begin
  update published.publication set step = its_step, done = is_done, of_all = all_of where id = p.id;
end $$;

-- What was published of each cell nearest in time under a profile, and of whom: a set that differs by two people at
-- most is published as it was. A figure of 0 has no line, since a line would tell that somebody is there.
create function insight.nearest_cells(of_publication uuid)
returns table (table_key text, keys text[], value int, size int, digests bigint[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.table_key, f.keys, coalesce(c.value, 0), f.size, f.digests
  from frozen.cell f left join published.cell c using (publication_id, table_key, keys)
  where f.withheld is null and f.publication_id = (select o.id from published.publication o, published.publication p
    where p.id = of_publication and o.profile = p.profile and o.second_at is not null
    order by abs(o.to_on - p.to_on), o.to_on desc limit 1)
$$;

-- The figures as they will be published, with what the audit said, all or none.
create function insight.finish_build(of_publication uuid, cells jsonb, report jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p published.publication := insight.building(of_publication);
begin
  insert into published.cell (publication_id, table_key, keys, value)
  select p.id, c ->> 't', array(select jsonb_array_elements_text(c -> 'k')), (c ->> 'v')::int
  from jsonb_array_elements(cells) c where (c ->> 'v')::int is distinct from 0;
  insert into frozen.cell (publication_id, table_key, keys, people, key, withheld, repeated, size, digests)
  select p.id, c ->> 't', array(select jsonb_array_elements_text(c -> 'k')), (c ->> 'p')::int, (c ->> 'c')::bigint,
    c ->> 'w', (c ->> 'r')::boolean, (c ->> 's')::int,
    array(select d::bigint from jsonb_array_elements_text(c -> 'd') d)
  from jsonb_array_elements(cells) c;
  update published.publication set built_at = access.moment(), step = null, audit = report where id = p.id;
end $$;

-- Nothing of it is published, and why is said. What was frozen for it goes.
create function insight.fail_build(of_publication uuid, why text, report jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p published.publication := insight.building(of_publication);
begin
  delete from frozen.person where publication_id = p.id;
  update published.publication set failed_at = access.moment(), failed_why = why, step = null, audit = report
  where id = p.id;
end $$;

-- In the practice place alone: its invented quarters are agreed to by two invented officers.
create function insight.agree_practice(of_publication uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare two uuid[];
begin
  if (select mode from installation) <> 'practice' then return false; end if;
  select array_agg(x.user_id) into two from (select distinct m.user_id from membership m
    where m.role = 'officer' and m.ends_at is null order by 1 limit 2) x;
  perform pg_advisory_xact_lock(hashtext('insight.publication'));
  -- In the order of their quarters, though the newest is built first.
  update published.publication p set first_by = two[1], first_at = access.moment(), second_by = two[2],
    second_at = access.moment(), no = (select count(*) from published.publication x
      where x.asked_by = p.asked_by and x.profile = p.profile and x.to_on <= p.to_on)
  where id = of_publication and built_at is not null and second_at is null and dropped_at is null
    and asked_by = '00000000-0000-0000-0000-000000000000' and cardinality(two) = 2;
  return found;
end $$;

-- The extract lives for thirty days: then people's lines go, and the true numbers behind the figures; digests stay.
create function insight.destroy_extracts() returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare gone int;
begin
  with over as (
    update published.publication set extract_gone_at = access.moment()
    where extract_gone_at is null and coalesce(built_at, failed_at) < now() - interval '30 days' returning id),
  people as (delete from frozen.person where publication_id in (select id from over)),
  truth as (update frozen.cell set people = null, key = null where publication_id in (select id from over))
  select count(*) into gone from over;
  return gone;
end $$;
reset role;
