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

-- Everybody who counts, as they stood at the end of the quarter, once. Lines are in no order: only `subject` says whose
-- one is, until their numbers are there, and it is no id of ours but a hash that nobody else can make. Somebody is known
-- by the oldest of their records, so that two people who turn out to be one keep the number of the older.
--   in touch   a contact, or a team's work, in the twelve months, of an agency that lets what it is about be counted
--   who        age, sex and group as agencies said that let something be counted; for who may be under 18, all of them
--   not        who may be under 18; who objected to sharing everything; an entry that an objection covers
--   a need     what any agency last said in five years: a need now outweighs one of the past, and that one *no*; being
--              harmed counts as domestic abuse, causing harm does not
--   a ward     of the newest address; nobody with no settled one, with protected whereabouts or limited access has any
create function insight.freeze(of_publication uuid, domains text[], combined text[], core text[], groups jsonb)
returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  p published.publication := insight.building(of_publication);
  ward_set uuid := (select t.to_set_id from area_lookup t join area_set s on s.id = t.to_set_id and s.kind = 'ward'
    group by t.to_set_id, s.shapes, s.key order by s.shapes = 'best-fit' desc, s.key desc limit 1);
  frozen_now int;
begin
  -- A second one could be laid beside the first.
  if exists (select 1 from frozen.person f where f.publication_id = p.id) then
    raise exception 'it is frozen already' using errcode = 'CT409';
  end if;
  insert into frozen.person (publication_id, line, subject, ward, age, sex, "group", agencies, number, several,
    combination, core, answers)
  with objected as (
    select person_id, about_categories from choice
    where kind = 'objection' and upheld and withdrawn_at is null and starts_at <= now()
      and (ends_at is null or ends_at > now())),
  touch as (
    select c.person_id, c.agency_id, c.categories from contact c join insight.counting k on k.agency_id = c.agency_id
    where c.withdrawn_at is null and c.happened_on between p.from_on and p.to_on and c.categories <@ k.categories
    union all
    select i.person_id, i.agency_id, i.categories from involvement i
      join insight.counting k on k.agency_id = i.agency_id
    where i.starts_on <= p.to_on and (i.ends_on is null or i.ends_on >= p.from_on) and i.categories <@ k.categories
      and i.end_reason is distinct from 'mistake'),
  seen as (
    select t.person_id, count(distinct t.agency_id) as agencies from touch t
    where not exists (select 1 from objected o where o.person_id = t.person_id
      and (o.about_categories = '{}' or o.about_categories && t.categories))
    group by 1),
  born as (
    select b.person_id, mode() within group (order by d.day) as day,
      mode() within group (order by d.day)
        filter (where b.agency_id in (select k.agency_id from insight.counting k)) as said
    from birth b join seen using (person_id)
      cross join lateral make_date(b.year, coalesce(b.month, 1), coalesce(b.day, 1)) d(day)
    where b.ended_on is null and b.year is not null group by 1),
  whole as (
    select distinct person_id from objected where about_categories = '{}'),
  adult as (
    select s.person_id, s.agencies, extract(year from age(p.to_on, b.said))::int as years
    from seen s left join born b using (person_id)
    where coalesce(extract(year from age(p.to_on, b.day)) >= 18, true)
      and not exists (select 1 from birth x where x.person_id = s.person_id and x.ended_on is null
        and access.may_be_minor(x.year, x.month, x.day))
      and not exists (select 1 from whole w where w.person_id = s.person_id)),
  told as (
    select distinct on (n.person_id, n.agency_id, n.domain) n.person_id, n.domain, n.state, n.direction
    from need_rating n join adult using (person_id) join insight.counting k on k.agency_id = n.agency_id
    where n.withdrawn_at is null and n.voice = 'worker' and n.rated_on <= p.to_on
      and n.rated_on > (p.to_on - interval '5 years')::date
      and n.categories <@ (k.categories || '{whereabouts}'::text[])
      and not exists (select 1 from objected o where o.person_id = n.person_id and o.about_categories && n.categories)
    order by n.person_id, n.agency_id, n.domain, n.rated_on desc, n.given_at desc, n.id desc),
  best as (
    select person_id, domain, (array['current', 'past', 'none', 'not_known', 'not_asked'])[
      min(array_position(array['current', 'past', 'none', 'not_known', 'not_asked'], state))] as state
    from told where state <> 'current' or direction is distinct from 'causing_harm' group by 1, 2),
  answered as (
    select a.person_id, array_agg(coalesce(b.state, 'not_asked') order by d.n) as answers,
      count(*) filter (where b.state = 'current') as needs,
      count(*) filter (where b.state = 'current' and d.domain = any (core)) as in_core,
      array_agg(d.domain) filter (where b.state = 'current') as current
    from adult a cross join unnest(domains) with ordinality d (domain, n)
      left join best b on b.person_id = a.person_id and b.domain = d.domain
    group by 1),
  sexed as (
    select i.person_id, mode() within group (order by i.sex) as sex from identity_detail i join adult using (person_id)
      join insight.counting k on k.agency_id = i.agency_id
    where i.ended_on is null and i.sex in ('female', 'male') group by 1),
  grouped as (
    select i.person_id, mode() within group (order by groups ->> i.ethnicity) as grp
    from identity_detail i join adult using (person_id) join insight.counting k on k.agency_id = i.agency_id
    where i.ended_on is null and groups ->> i.ethnicity is not null group by 1),
  living as (
    select distinct on (l.person_id) l.person_id, l.settled from living_situation l join adult using (person_id)
    where coalesce(l.from_on, l.given_at::date) <= p.to_on
    order by l.person_id, coalesce(l.from_on, l.given_at::date) desc, l.given_at desc, l.id desc),
  home as (
    select distinct on (d.person_id) d.person_id, d.area_code from address d join adult using (person_id)
      join insight.counting k on k.agency_id = d.agency_id
    where coalesce(d.from_on, d.given_at::date) <= p.to_on
      and d.area_code is not null and (d.until_on is null or d.until_on >= p.to_on)
    order by d.person_id, coalesce(d.from_on, d.given_at::date) desc, d.given_at desc, d.id desc)
  select p.id, row_number() over (order by random()),
    (select encode(substr(access.keyed('counted ' || r.id), 1, 16), 'hex')::uuid from record r
      where r.person_id = a.person_id order by r.created_at, r.id limit 1),
    case when l.settled is distinct from false
        and not exists (select 1 from protected_whereabouts w where w.person_id = a.person_id and w.ended_at is null)
        and not exists (select 1 from limited_access w where w.person_id = a.person_id and w.ended_at is null)
      then (select k.to_code from area_lookup k where k.to_set_id = ward_set and k.from_code = h.area_code limit 1) end,
    case when a.years is null then 'not_known' when a.years < 25 then '18-24' when a.years < 35 then '25-34'
      when a.years < 45 then '35-44' when a.years < 55 then '45-54' when a.years < 65 then '55-64' else '65+' end,
    coalesce(s.sex, 'not_known'), coalesce(g.grp, 'not_known'), least(a.agencies, 4)::text,
    least(n.needs, 5)::text, case when n.needs >= 2 then 'yes' else 'no' end,
    (select string_agg(case when c = any (n.current) then '1' else '0' end, '' order by i)
      from unnest(combined) with ordinality u (c, i)),
    n.in_core::text, n.answers
  from adult a join answered n using (person_id) left join sexed s using (person_id)
    left join grouped g using (person_id)
    left join living l using (person_id) left join home h using (person_id);
  get diagnostics frozen_now = row_count;
  update published.publication set begun_at = coalesce(begun_at, access.moment()), step = 'numbers', done = 0,
    of_all = frozen_now,
    -- To the month: the day of an agency's last contact could be somebody's.
    coverage = jsonb_build_object(
      'wardSet', (select key from area_set where id = ward_set),
      'agencies', (select coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'fedTo',
          (select date_trunc('month', max(c.happened_on))::date from contact c
            where c.agency_id = g.id and c.happened_on <= p.to_on)) order by g.name), '[]')
        from agency g where g.id in (select agency_id from insight.counting)),
      'waitingPairs', (select count(*) from link_candidate where decided_at is null))
  where id = p.id;
  return frozen_now;
end $$;

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
