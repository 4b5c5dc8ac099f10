-- The extract that a publication is counted in: one line a person, by no name.
set local role {{definer}};

-- Everybody who counts, as they stood at the end of the quarter, once. Lines are in no order: only `subject` says whose
-- one is, until their numbers are there, and it is no id of ours but a hash that nobody else can make. Somebody is known
-- by the oldest of their records, so that two people who turn out to be one keep the number of the older.
--   in touch   a contact, or a team's work, in the twelve months, of an agency that lets what it is about be counted
--   who        age, sex and group as agencies said that let something be counted; for who may be under 18, all of them
--   not        who may be under 18; who has no name yet; an entry that an objection covers. Who objected to sharing
--              everything, or asked not to be counted, has a line that says so and nothing else
--   a need     what any agency last said in five years: a need now outweighs one of the past, and that one *no*; being
--              harmed counts as domestic abuse, causing harm does not
--   a ward     of the newest address; nobody with no settled one, with protected whereabouts or limited access has any
create function insight.freeze(of_publication uuid, domains text[], combined text[], core text[], groups jsonb)
returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp
-- How many people are found is guessed too low by far: each is joined once, and not looked up one by one.
set enable_nestloop = off set work_mem = '64MB' as $$
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
    combination, core, answers, left_out, marks)
  with k as materialized (select * from insight.counting),
  whole as materialized (
    select person_id, case when bool_or(kind = 'objection') then 'objected' else 'not_counted' end as why
    from insight.objecting where about_categories = '{}' group by 1),
  touch as (
    select c.person_id, c.agency_id, c.categories from contact c join k on k.agency_id = c.agency_id
    where c.withdrawn_at is null and c.happened_on between p.from_on and p.to_on and c.categories <@ k.categories
    union all
    select i.person_id, i.agency_id, i.categories from involvement i
      join k on k.agency_id = i.agency_id
    where i.starts_on <= p.to_on and (i.ends_on is null or i.ends_on >= p.from_on) and i.categories <@ k.categories
      and i.end_reason is distinct from 'mistake'),
  seen as materialized (
    select t.person_id, array_agg(distinct t.agency_id) as agencies from touch t
    where not insight.holds_back(t.person_id, t.categories)
      -- Met in outreach, with no name yet: their team's alone.
      and not exists (select 1 from unnamed u where u.person_id = t.person_id and u.named_at is null)
    group by 1),
  born as materialized (
    select b.person_id, mode() within group (order by d.day) as day,
      mode() within group (order by d.day) filter (where b.agency_id in (select k.agency_id from k)) as said
    from birth b join seen using (person_id)
      cross join lateral make_date(b.year, coalesce(b.month, 1), coalesce(b.day, 1)) d(day)
    where b.ended_on is null and b.year is not null group by 1),
  grown as (
    select s.person_id, s.agencies, w.why, extract(year from age(p.to_on, b.said))::int as years
    from seen s left join born b using (person_id) left join whole w using (person_id)
    where coalesce(extract(year from age(p.to_on, b.day)) >= 18, true)
      and not exists (select 1 from birth x where x.person_id = s.person_id and x.ended_on is null
        and access.may_be_minor(x.year, x.month, x.day))),
  adult as materialized (select person_id, agencies, years from grown where why is null),
  told as materialized (
    select distinct on (n.person_id, n.agency_id, n.domain) n.person_id, n.domain, n.state, n.direction
    from need_rating n join adult using (person_id) join k on k.agency_id = n.agency_id
    where n.withdrawn_at is null and n.voice = 'worker' and n.rated_on <= p.to_on
      and n.rated_on > (p.to_on - interval '5 years')::date
      and n.categories <@ (k.categories || '{whereabouts}'::text[])
      and not insight.holds_back(n.person_id, n.categories)
    order by n.person_id, n.agency_id, n.domain, n.rated_on desc, n.given_at desc, n.id desc),
  best as materialized (
    select person_id, domain, (array['current', 'past', 'none', 'not_known', 'not_asked'])[
      min(array_position(array['current', 'past', 'none', 'not_known', 'not_asked'], state))] as state
    from told where state <> 'current' or direction is distinct from 'causing_harm' group by 1, 2),
  abused as materialized (
    select person_id, array['abuse'] || case when bool_or(direction is distinct from 'causing_harm') then
        array['harmed_by'] else '{}' end || case when bool_or(direction in ('causing_harm', 'both')) then
        array['causing_harm'] else '{}' end as marks
    from told where domain = 'domestic_abuse' and state = 'current' group by 1),
  answered as materialized (
    select a.person_id, array_agg(coalesce(b.state, 'not_asked') order by d.n) as answers,
      count(*) filter (where b.state = 'current') as needs,
      count(*) filter (where b.state = 'current' and d.domain = any (core)) as in_core,
      array_agg(d.domain) filter (where b.state = 'current') as current
    from adult a cross join unnest(domains) with ordinality d (domain, n)
      left join best b on b.person_id = a.person_id and b.domain = d.domain
    group by 1),
  sexed as materialized (
    select i.person_id, mode() within group (order by i.sex) as sex from identity_detail i join adult using (person_id)
      join k on k.agency_id = i.agency_id
    where i.ended_on is null and i.sex in ('female', 'male') group by 1),
  grouped as materialized (
    select i.person_id, mode() within group (order by groups ->> i.ethnicity) as grp
    from identity_detail i join adult using (person_id) join k on k.agency_id = i.agency_id
    where i.ended_on is null and groups ->> i.ethnicity is not null group by 1),
  living as materialized (
    select distinct on (l.person_id) l.person_id, l.settled, l.agency_id in (select k.agency_id from k) as counts
    from living_situation l join adult using (person_id)
    where coalesce(l.from_on, l.given_at::date) <= p.to_on
    order by l.person_id, coalesce(l.from_on, l.given_at::date) desc, l.given_at desc, l.id desc),
  -- The same people, were every pair that waits one person: one line for all of them, the oldest's.
  cluster as materialized (select * from insight.clusters(array(select person_id from adult))),
  clustered as materialized (
    select c.head as person_id, count(distinct g.agency) as agencies, count(distinct u.need) as needs
    from cluster c join adult a using (person_id) join answered n using (person_id)
      left join lateral unnest(a.agencies) g (agency) on true left join lateral unnest(n.current) u (need) on true
    group by 1),
  marked as materialized (
    select person_id, array_agg(distinct m.mark) as marks from (
      select * from insight.flow_marks(p) union all select * from insight.refusal_marks(p)
      union all select * from insight.activity_marks(p) union all select * from insight.outcome_marks(p)
      union all select * from abused) x cross join unnest(x.marks) m (mark)
    group by 1),
  home as materialized (
    select distinct on (d.person_id) d.person_id, d.area_code from address d join adult using (person_id)
      join k on k.agency_id = d.agency_id
    where coalesce(d.from_on, d.given_at::date) <= p.to_on
      and d.area_code is not null and (d.until_on is null or d.until_on >= p.to_on)
    order by d.person_id, coalesce(d.from_on, d.given_at::date) desc, d.given_at desc, d.id desc)
  select p.id, row_number() over (order by random()),
    (select encode(substr(access.keyed('counted ' || r.id), 1, 16), 'hex')::uuid from record r
      where r.person_id = t.person_id order by r.created_at, r.id limit 1), t.ward, t.age, t.sex,
    t.grp, t.agencies, t.number, t.several, t.combination, t.core, t.answers, t.why, t.marks
  from (
    select a.person_id, case when l.settled is distinct from false
          and not exists (select 1 from protected_whereabouts w where w.person_id = a.person_id and w.ended_at is null)
          and not exists (select 1 from limited_access w where w.person_id = a.person_id and w.ended_at is null)
        then (select k.to_code from area_lookup k where k.to_set_id = ward_set and k.from_code = h.area_code limit 1) end,
      case when a.years is null then 'not_known' when a.years < 25 then '18-24' when a.years < 35 then '25-34'
        when a.years < 45 then '35-44' when a.years < 55 then '45-54' when a.years < 65 then '55-64' else '65+' end,
      coalesce(s.sex, 'not_known'), coalesce(g.grp, 'not_known'), least(cardinality(a.agencies), 4)::text,
      least(n.needs, 5)::text, case when n.needs >= 2 then 'yes' else 'no' end,
      (select string_agg(case when c = any (n.current) then '1' else '0' end, '' order by i)
        from unnest(combined) with ordinality u (c, i)),
      n.in_core::text, n.answers, null,
      coalesce(m.marks, '{}') || array_remove(array['people', case when c.person_id is not null then 'pair_waits' end,
        case when coalesce(k.needs, case when c.person_id is null then n.needs end) >= 2 then 'joined_several' end,
        'joined_agencies_' || least(coalesce(k.agencies,
          case when c.person_id is null then cardinality(a.agencies) end), 4),
        case when l.settled = false and l.counts then 'unsettled' end,
        case when a.years between 18 and 24 and 'work' = any (n.current) then 'young_work' end], null)
    from adult a join answered n using (person_id) left join sexed s using (person_id)
      left join grouped g using (person_id) left join cluster c using (person_id)
      left join clustered k using (person_id) left join marked m using (person_id)
      left join living l using (person_id) left join home h using (person_id)
    union all
    select person_id, null, 'not_known', 'not_known', 'not_known', '1', '0', 'no',
      repeat('0', cardinality(combined)), '0', '{}', why, array['left_out', why]
    from grown where why is not null)
    t (person_id, ward, age, sex, grp, agencies, number, several, combination, core, answers, why, marks);
  get diagnostics frozen_now = row_count;
  update published.publication set begun_at = coalesce(begun_at, access.moment()), step = 'numbers', done = 0,
    of_all = frozen_now,
    -- To the month: the day of an agency's first or last contact could be somebody's.
    coverage = jsonb_build_object(
      'wardSet', (select key from area_set where id = ward_set),
      'agencies', (select coalesce(jsonb_agg(jsonb_build_object('name', g.name,
          'fedFrom', date_trunc('month', c.first)::date, 'fedTo', date_trunc('month', c.last)::date)
          order by g.name), '[]')
        from agency g left join (select agency_id, min(happened_on) as first, max(happened_on) as last from contact
          where happened_on <= p.to_on group by 1) c on c.agency_id = g.id
        where g.id in (select agency_id from insight.counting)))
  where id = p.id;
  return frozen_now;
end $$;
reset role;
