-- Questions 2 to 5 of access.md, answered for one row of another agency. Levels: 1 exists, 2 involved, 3 headline,
-- 4 content. Question 1 and 6 live in person_access (what relationship, held back by limited access, barred).
set local role {{definer}};

-- What a term still opens now. Ended by an act: nothing from that moment. A date that passed: headlines for
-- 28 days more, so that nobody loses sight of a person because a signature was late.
create function access.level_now(level int, ends_at timestamptz, ended_now boolean) returns int
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when ends_at is null or now() < ends_at then level
    when ended_now then 0
    when now() < ends_at + interval '28 days' then least(level, 3)
    else 0
  end
$$;

-- Terms that reach a viewer's teams, with what each still opens. Enforcement and benefit-decision teams get
-- nothing by screen: they ask the holder's information officer.
create function access.terms_of(v access.viewer)
returns table (agreement_id uuid, giver uuid, category text, opens int, on_consent boolean, group_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  -- The groups first, and by themselves: joined to the terms, every team of every group is looked at for every term.
  groups uuid[] := array(select distinct gt.group_id from membership_team mt
    join team on team.id = mt.team_id and team.function not in ('enforcement', 'benefit_decision')
    join receiver_group_team gt on gt.team_id = mt.team_id
    where mt.membership_id = v.membership_id and v.role in ('practitioner', 'manager', 'limited'));
begin
  return query
  select t.agreement_id, t.giver_agency_id, t.category,
    -- The function only for what has an end: called for every term it would cost more than all the rest.
    least(case when t.ends_at is null then t.level else access.level_now(t.level, t.ends_at, t.ended_now) end,
          case when a.ends_at is null then t.level else access.level_now(t.level, a.ends_at, a.ended_now) end),
    t.on_consent, t.group_id
  from agreement_term t
  join agreement a on a.id = t.agreement_id and now() >= a.starts_at
  join agreement_party giver on giver.agreement_id = a.id and giver.agency_id = t.giver_agency_id
    and now() >= giver.joined_at and (giver.left_at is null or now() < giver.left_at)
  join agreement_party mine on mine.agreement_id = a.id and mine.agency_id = v.agency_id
    and now() >= mine.joined_at and (mine.left_at is null or now() < mine.left_at)
  where t.group_id = any (groups) and now() >= t.starts_at and t.giver_agency_id <> v.agency_id;
end $$;

-- What the terms open to a viewer at this level, once a statement and not once a row:
-- {"giver": {"category": [agreement, ...]}}. A term that rests on consent is written
-- "consent|agreement|group". Null for roles that read nothing of others. A limited worker has no content but safety.
create function access.terms_at(v access.viewer, needed int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if v.role is null or v.role not in ('practitioner', 'manager', 'limited') then return null; end if;
  return coalesce((select jsonb_object_agg(g.giver, g.categories) from (
      select c.giver, jsonb_object_agg(c.category, c.agreements) as categories from (
        select t.giver, t.category, jsonb_agg(distinct case when t.on_consent
          then concat_ws('|', 'consent', t.agreement_id, t.group_id) else t.agreement_id::text end) as agreements
        from access.terms_of(v) t
        where t.opens >= needed and not (v.role = 'limited' and needed > 3)
        group by t.giver, t.category) c
      group by c.giver) g), '{}');
end $$;

create function access.my_terms_at(needed int) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return access.terms_at(access.me(), needed); end $$;

-- The person's say (question 5). An objection with no category named covers everything but safety; only a recorded
-- override lifts it. No group named: everybody outside the agency that gave the entry.
create function access.objected(of_person uuid, to_categories text[], to_teams uuid[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from choice c
    where c.person_id = of_person and c.kind = 'objection' and c.upheld and c.overridden_by is null
      and c.withdrawn_at is null and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
      and case when c.about_categories = '{}' then to_categories = '{}' or not to_categories <@ array['safety']
               else c.about_categories && to_categories end
      and (c.group_id is null or exists (select 1 from receiver_group_team g
        where g.group_id = c.group_id and g.team_id = any(to_teams))))
$$;

create function access.consented(of_person uuid, to_agreement uuid, to_group uuid, to_category text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from choice c
    where c.person_id = of_person and c.kind = 'consent' and c.agreement_id = to_agreement
      and c.withdrawn_at is null and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
      and (c.about_categories = '{}' or to_category = any(c.about_categories))
      and (c.group_id is null or c.group_id = to_group))
$$;

-- Grounds in force on which a viewer may open a person (question 1 and 6). What is held by name counts in the agency it
-- was given in and in no other.
create function access.grounds_of(v access.viewer, of_person uuid) returns setof person_access
language sql stable security definer rows 2 set search_path = pg_catalog, public, pg_temp as $$
  select a.* from person_access a
  where a.person_id = of_person and a.viewer = any (access.keys_of(v)) and a.agency_id = v.agency_id and not a.held
    and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
    and not exists (select 1 from conflict c where c.person_id = of_person and c.user_id = v.user_id
      and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at))
$$;

-- A link made by the machine shares identity only, until somebody confirms it: the one that carries the entry, and at
-- least one that carries the relationship.
create function access.link_holds(v access.viewer, of_person uuid, on_record uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select confirmed from record where id = on_record) and exists (
    select 1 from access.grounds_of(v, of_person) a left join record r on r.id = a.record_id
    where a.opens = 'shared' and coalesce(r.confirmed, true))
$$;

-- May this viewer see this row of another agency? `terms` come from terms_at, at the level of the row, worked out once
-- a statement. What depends on the person is one statement of index probes, since it is asked of every row.
create function access.decide(v access.viewer, of_person uuid, on_record uuid, of_class int, terms jsonb)
returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  giver text; given text[]; cohorts text[]; category text; agreements jsonb;
  known boolean; urgent boolean; spoke boolean; unsure boolean; barred boolean;
begin
  if terms is null then return false; end if;
  select k.agency_id, k.categories,
    (select array_agg(m.agreement_id::text) from cohort_member m
      join agreement_party y on y.agreement_id = m.agreement_id and y.agency_id = v.agency_id
      where m.person_id = of_person and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)),
    exists (select 1 from choice c where c.person_id = of_person and c.withdrawn_at is null),
    exists (select 1 from record r where r.person_id = of_person and not r.confirmed),
    exists (select 1 from conflict c where c.person_id = of_person and c.user_id = v.user_id
      and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)),
    g.known, g.urgent
  into giver, given, cohorts, spoke, unsure, barred, known, urgent
  from entry_class k cross join (
    select true as known, of_class = any (a.extra_classes) as urgent
    from person_access a
    where a.person_id = of_person and a.agency_id = v.agency_id and a.opens = 'shared' and not a.held
      and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
      and (a.viewer = 'u:' || v.user_id or (v.role <> 'limited' and exists (select 1 from membership_team mt
        where mt.membership_id = v.membership_id and a.viewer = 't:' || mt.team_id)))
    order by 2 desc limit 1) g
  where k.id = of_class;
  if known is null or barred then return false; end if;
  if unsure and not (given <@ array['identity'] and given <> '{}')
    and not access.link_holds(v, of_person, on_record) then return false; end if;
  -- Urgent access opens the ticked categories and replaces the terms; for a limited worker it opens the person only.
  if urgent and v.role <> 'limited' then return true; end if;
  if given = '{}' then return false; end if;
  if spoke and access.objected(of_person, given, access.teams_of(v)) then return false; end if;
  foreach category in array given loop
    continue when category = 'safety';
    agreements := terms -> giver -> category;
    continue when agreements ?| cohorts;
    if not spoke or not exists (
      select 1 from jsonb_array_elements_text(agreements) t(term)
      where t.term like 'consent|%' and split_part(t.term, '|', 2) = any (cohorts)
        and access.consented(of_person, split_part(t.term, '|', 2)::uuid, split_part(t.term, '|', 3)::uuid, category))
    then return false; end if;
  end loop;
  return true;
end $$;

-- For the policies. Who asks is looked up here, row by row, and never believed: the policies hand over only the terms,
-- and whoever calls this with terms of their own making learns what they could read anyway.
create function access.shared(of_person uuid, on_record uuid, of_class int, terms jsonb) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, pg_temp as $$
begin
  return access.decide(access.me(), of_person, on_record, of_class, terms);
end $$;

-- The same asked for one viewer, one row and one level: for "who will read this" and "you see this because".
create function access.shared_to(v access.viewer, of_person uuid, on_record uuid, of_class int, needed int)
returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  return access.decide(v, of_person, on_record, of_class, access.terms_at(v, needed));
end $$;

-- Teams whose very name says where somebody is, by themselves or by their agency.
create view access.placed_team with (security_invoker = true) as
  select id from public.team where implies_place
  union all select team.id from public.agency join public.team on team.agency_id = agency.id
  where agency.implies_place;

-- Is this person shut to a viewer whatever the relationship: by a conflict, or by access limited to others?
create function access.shut(of_person uuid) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, public, pg_temp as $$
declare v access.viewer := access.me();
begin
  return exists (select 1 from conflict c where c.person_id = of_person and c.user_id = v.user_id
      and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at))
    or (access.limit_on(of_person) is not null and not exists (select 1 from access.grounds_of(v, of_person)));
end $$;

-- Protected whereabouts: true for everybody about people who have none; else for teams named on every protection in
-- force. To a viewer who has nothing to do with the person it says true, as about anybody unknown: there is no row for
-- it to open, and it must not tell that there is something to protect.
create function access.may_locate_as(v access.viewer, of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return not exists (select 1 from protected_whereabouts p
      where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at)
        and not exists (select 1 from protected_whereabouts_team t
          where t.protected_whereabouts_id = p.id and t.team_id = any (access.teams_of(v))))
    or not access.knows(v, of_person);
end $$;

create function access.may_locate(of_person uuid) returns boolean
language plpgsql stable security definer cost 5000 set search_path = pg_catalog, pg_temp as
$$ begin return access.may_locate_as(access.me(), of_person); end $$;

-- Has this viewer anything to do with the person: a ground in force, or a referral once received?
create function access.knows(v access.viewer, of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from access.grounds_of(v, of_person))
    or exists (select 1 from referral r where r.person_id = of_person and r.sent_at is not null
      and r.to_team_id = any (access.teams_of(v)))
$$;

-- Protected name: each side keeps the names it gave itself; the old side never shows the new.
create function access.may_name(of_person uuid, given_by_agency uuid) returns boolean
language plpgsql stable security definer cost 5000 set search_path = pg_catalog, public, pg_temp as $$
begin
  return not exists (select 1 from protected_name p
      where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at))
    or given_by_agency = access.my_agency() or not access.knows(access.me(), of_person);
end $$;

create function access.named_on(entry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from entry_named n where n.entry_id = entry and n.user_id = access.my_user())
$$;

-- Entries opened one by one to this viewer by their giver, at this level.
create function access.my_granted(needed int) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('practitioner', 'manager', 'limited')
    or (me.role = 'limited' and needed > 3) then return '{}'; end if;
  return coalesce((select array_agg(g.entry_id) from share_grant g
    where g.viewer = any (access.keys_of(me)) and g.level >= needed
      and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at)), '{}');
end $$;

-- A granted entry stands in for the agreement and for nothing else: there is a relationship, the link is sure, and the
-- person has not objected.
create function access.granted(of_person uuid, on_record uuid, of_class int) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  given text[] := (select categories from entry_class where id = of_class);
begin
  return exists (select 1 from access.grounds_of(me, of_person) where opens = 'shared')
    and (given <@ array['identity'] and given <> '{}' or access.link_holds(me, of_person, on_record))
    and not access.objected(of_person, given, access.teams_of(me));
end $$;
reset role;
