-- What is open to a viewer of these people, as a set: for each record and each class of entry of its agency the levels
-- at which it may be read (1 exists, 2 involved, 3 headline, 4 content). The one definition of questions 2 to 5: row
-- policies, "who will read this" and the lists of givers all ask it. Whatever it rests on is looked up here and never
-- believed: a caller names people, a record or a class, and nothing that decides.
set local role {{definer}};

-- That a record of a person's, of this agency, is open at these levels for entries of this class.
create type access.door as (person_id uuid, record_id uuid, agency_id uuid, class_id int, lowest int, highest int);

-- `on_record`, `of_class`: that one alone. Terms reach a viewer's teams but those that enforce or decide benefits, and
-- who works for such teams alone gets nothing, safety neither.
create function access.doors_of(v access.viewer, people uuid[], on_record uuid default null, of_class int default null)
returns setof access.door
language plpgsql stable security definer rows 100 set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  if v.role is null or v.role not in ('practitioner', 'manager', 'limited') or access.by_request(v) then return; end if;
  return query
  with ground as materialized (
    select a.person_id, a.extra_classes from access.grounds_of(v, people) a where a.opens = 'shared'),
  -- What urgent access opens instead of the terms; for a limited worker it opens the person only.
  urgent as materialized (
    select g.person_id, u.id from ground g, unnest(g.extra_classes) u(id) where v.role <> 'limited'),
  held as materialized (
    select r.id, r.person_id, r.agency_id, bool_and(r.confirmed) over (partition by r.person_id) as all_sure
    from record r where r.person_id = any (array(select distinct g.person_id from ground g))),
  -- A link made by the machine shares identity only, until somebody confirms it.
  asked as materialized (
    select h.id, h.person_id, h.agency_id, h.all_sure or access.link_holds(v, h.person_id, h.id) as sure
    from held h where on_record is null or h.id = on_record),
  class as materialized (
    select k.id, k.agency_id, k.categories, array_remove(k.categories, 'safety') as by_term from entry_class k
    where k.agency_id in (select distinct r.agency_id from asked r) and (of_class is null or k.id = of_class)),
  -- Terms in force that reach a team of the viewer's, of agreements that both agencies have joined.
  term as materialized (
    select t.agreement_id, t.giver_agency_id as giver, t.category, t.group_id, t.on_consent,
      -- The function only for what has an end: called for every term it would cost more than all the rest.
      least(case when t.ends_at is null then t.level else access.level_now(t.level, t.ends_at, t.ended_now) end,
        case when a.ends_at is null then t.level else access.level_now(t.level, a.ends_at, a.ended_now) end) as level
    from agreement_term t join agreement a on a.id = t.agreement_id and now() >= a.starts_at
    where t.giver_agency_id in (select distinct k.agency_id from class k) and now() >= t.starts_at
      and exists (select 1 from agreement_party y where y.agreement_id = a.id and y.agency_id = t.giver_agency_id
        and now() >= y.joined_at and (y.left_at is null or now() < y.left_at))
      and exists (select 1 from agreement_party y where y.agreement_id = a.id and y.agency_id = v.agency_id
        and now() >= y.joined_at and (y.left_at is null or now() < y.left_at))
      and exists (select 1 from receiver_group_team gt join membership_team mt on mt.team_id = gt.team_id
        join team on team.id = mt.team_id and team.function not in ('enforcement', 'benefit_decision')
        where gt.group_id = t.group_id and mt.membership_id = v.membership_id)),
  -- In which cohorts, and on whose word; `own`: what somebody confirmed of it makes it one of a kind.
  placed as materialized (
    select m.id, m.person_id, m.agreement_id, m.agency_id, m.decided_by,
      exists (select 1 from confirmation c where c.subject_id = m.id) as own
    from cohort_member m
    where m.person_id = any (array(select distinct g.person_id from ground g))
      and m.agreement_id in (select t.agreement_id from term t)
      and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)),
  -- Whose word does not gain by a group, once for each word and group.
  gainer as materialized (
    select w.* from (select distinct p.agency_id, p.decided_by, t.group_id
      from placed p join term t on t.agreement_id = p.agreement_id offset 0) w -- asked after, not before
    where access.gains_by(w.group_id, w.agency_id, w.decided_by)),
  said as materialized (
    select c.* from choice c where c.person_id = any (array(select distinct g.person_id from ground g))),
  objection as materialized (
    select distinct c.person_id, k.agency_id as giver, c.about_categories as about
    from said c cross join (select distinct k.agency_id from class k) k where access.objects(v, c, k.agency_id)),
  objected as materialized (
    select o.person_id, k.id from objection o join class k on k.agency_id = o.giver
    where access.objection_covers(o.about, k.categories)),
  -- People whose cohorts are alike have the same levels: worked out once, of the first of them.
  alike as materialized (
    select s.person_id, first_value(s.person_id) over (partition by s.cohorts, s.alone order by s.person_id) as first
    from (select p.person_id,
        array_agg(concat_ws(' ', p.agreement_id, p.agency_id, p.decided_by) order by p.id) as cohorts,
        case when bool_or(p.own) or p.person_id in (select c.person_id from said c where c.kind = 'consent')
          then p.person_id end as alone
      from placed p group by p.person_id) s),
  level as materialized (
    select p.person_id, t.giver, t.category, max(t.level) as level
    from (select p.* from placed p where p.person_id in (select a.first from alike a) offset 0) p
    join term t on t.agreement_id = p.agreement_id
    where (p.agency_id = t.giver or (p.agency_id, p.decided_by, t.group_id) not in (select g.* from gainer g)
        or p.own and access.vouched(p.id, p.agency_id, p.decided_by, t.group_id, t.giver))
      and (not t.on_consent or p.person_id in (select c.person_id from said c where c.kind = 'consent')
        and access.consented(p.person_id, t.agreement_id, t.group_id, t.category, t.giver))
    group by p.person_id, t.giver, t.category),
  -- An entry's level is that of its least open category; safety needs no term.
  opened as materialized (
    select o.person_id, jsonb_object_agg(o.id, o.level) as levels from (
      select l.person_id, k.id, min(l.level) as level from class k
      join level l on l.giver = k.agency_id and l.category = any (k.by_term)
      group by l.person_id, k.id, k.by_term having count(*) = cardinality(k.by_term)) o
    group by o.person_id),
  -- By record first, and then by class: the other way round compares ten times as often.
  levelled as materialized (
    select r.*, o.levels from asked r
    left join alike a on a.person_id = r.person_id left join opened o on o.person_id = a.first),
  door as materialized (
    select r.person_id, r.id as record_id, r.agency_id, k.id as class_id,
      -- Who somebody is, and not that anybody works with them.
      case when r.sure then 1 when k.categories <@ array['identity'] and k.categories <> '{}' then 3 end as lowest,
      case when (r.person_id, k.id) in (select u.person_id, u.id from urgent u) then 4
        when k.categories = '{}' or (r.person_id, k.id) in (select o.person_id, o.id from objected o) then 0
        when k.by_term = '{}' then 4
        -- A limited worker has no content but safety.
        when r.levels ? k.id::text then
          least((r.levels ->> k.id::text)::int, case when v.role = 'limited' then 3 else 4 end) end as highest
    from levelled r join class k on k.agency_id = r.agency_id)
  select d.person_id, d.record_id, d.agency_id, d.class_id, d.lowest, d.highest from door d
  where d.highest >= d.lowest and d.highest > 0;
end $$;

-- May this viewer see this row of another agency, at the level of its table?
create function access.decide(v access.viewer, of_person uuid, on_record uuid, of_class int, needed int)
returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from access.doors_of(v, array[of_person], on_record, of_class) d
    where needed between d.lowest and d.highest)
$$;

-- For the policies, of somebody who was not looked at: who asks is looked up, the level is the table's.
create function access.shared(of_person uuid, on_record uuid, of_class int, needed int) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return access.decide(access.me(), of_person, on_record, of_class, needed);
end $$;
reset role;
