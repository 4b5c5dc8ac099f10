-- Questions 2 to 5 of access.md, answered for one row of another agency. Levels: 1 exists, 2 involved, 3 headline,
-- 4 content. Question 1 and 6 live in person_access (what relationship, held back by limited access, barred).
set local role {{definer}};

-- What a term still opens now. Ended by an act: nothing from that moment. A date that passed: headlines for
-- 28 days more, so that nobody loses sight of a person because a signature was late.
create function access.level_now(level int, ends_at timestamptz, ended_now boolean) returns int
language sql stable set search_path = pg_catalog as $$
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
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query
  select t.agreement_id, t.giver_agency_id, t.category,
    least(access.level_now(t.level, t.ends_at, t.ended_now),
          access.level_now(t.level, a.ends_at, a.ended_now)),
    t.on_consent, t.group_id
  from membership_team mt
  join team on team.id = mt.team_id and team.function not in ('enforcement', 'benefit_decision')
  join receiver_group_team gt on gt.team_id = mt.team_id
  join agreement_term t on t.group_id = gt.group_id and now() >= t.starts_at
  join agreement a on a.id = t.agreement_id and now() >= a.starts_at
  join agreement_party giver on giver.agreement_id = a.id and giver.agency_id = t.giver_agency_id
    and now() >= giver.joined_at and (giver.left_at is null or now() < giver.left_at)
  join agreement_party mine on mine.agreement_id = a.id and mine.agency_id = v.agency_id
    and now() >= mine.joined_at and (mine.left_at is null or now() < mine.left_at)
  where mt.membership_id = v.membership_id and t.giver_agency_id <> v.agency_id
    and v.role in ('practitioner', 'manager', 'limited');
end $$;

-- Classes of other agencies that could be open at this level: every category of the set must be. A class of safety
-- alone is always among them. An upper bound, so that a policy rejects most rows on one int; access.shared decides.
create function access.my_shared(needed int) returns int[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('practitioner', 'manager', 'limited') then return '{}'; end if;
  return coalesce((
    with open as (
      select giver, array_agg(distinct category) as categories from access.terms_of(me)
      where opens >= needed and not (me.role = 'limited' and needed > 3) group by giver)
    select array_agg(k.id) from entry_class k left join open on open.giver = k.agency_id
    where k.agency_id <> me.agency_id and k.categories <> '{}'
      and k.categories <@ (coalesce(open.categories, '{}') || 'safety'::text)), '{}');
end $$;

-- The person's say (question 5). An objection with no category named covers everything but safety; only a recorded
-- override lifts it. No group named: everybody outside the agency that gave the entry.
create function access.objected(of_person uuid, to_categories text[], to_teams uuid[]) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from choice c
    where c.person_id = of_person and c.kind = 'objection' and c.upheld and c.overridden_by is null
      and c.withdrawn_at is null and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
      and case when c.about_categories = '{}' then not to_categories <@ array['safety']
               else c.about_categories && to_categories end
      and (c.group_id is null or exists (select 1 from receiver_group_team g
        where g.group_id = c.group_id and g.team_id = any(to_teams))))
$$;

create function access.consented(of_person uuid, to_agreement uuid, to_group uuid, to_category text) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from choice c
    where c.person_id = of_person and c.kind = 'consent' and c.agreement_id = to_agreement
      and c.withdrawn_at is null and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
      and (c.about_categories = '{}' or to_category = any(c.about_categories))
      and (c.group_id is null or c.group_id = to_group))
$$;

create function access.in_cohort(of_person uuid, of_agreement uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from cohort_member m where m.person_id = of_person
    and m.agreement_id = of_agreement and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at))
$$;

-- Classes of safety alone: everyone who may open the person sees them whole.
create function access.safety_classes() returns int[]
language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(id), '{}') from entry_class where categories = array['safety']
$$;

-- May this viewer see this row of another agency, at this level?
create function access.shared_to(v access.viewer, of_person uuid, on_record uuid, of_class int, needed int)
returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  keys text[] := access.keys_of(v);
  given entry_class;
  known boolean;
  link_confirmed boolean;
begin
  if v.role = 'limited' and needed > 3 and of_class <> all (access.safety_classes()) then return false; end if;
  if of_person = any (access.barred_of(v)) then return false; end if;
  select * into given from entry_class where id = of_class;
  -- Question 1, and whether the link that carries the relationship has been confirmed by a person.
  select true, bool_or(coalesce(r.confirmed, true)), bool_or(of_class = any(a.extra_classes))
    into known, link_confirmed
  from person_access a left join record r on r.id = a.record_id
  where a.person_id = of_person and a.viewer = any(keys) and a.opens = 'shared' and not a.held
    and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
  having count(*) > 0;
  if known is null then return false; end if;
  -- A link made by the machine shares identity only, until somebody confirms it.
  if not given.categories <@ array['identity'] then
    if not link_confirmed then return false; end if;
    if not (select confirmed from record where id = on_record) then return false; end if;
  end if;
  -- Urgent access opens the ticked categories and replaces the terms.
  if exists (select 1 from person_access a where a.person_id = of_person and a.viewer = any(keys)
      and a.ground = 'urgent' and not a.held and of_class = any(a.extra_classes)
      and now() >= a.starts_at and now() < a.ends_at) then return true; end if;
  if access.objected(of_person, given.categories, access.teams_of(v)) then return false; end if;
  if given.categories = '{}' then return false; end if;
  return not exists (
    select 1 from unnest(given.categories) as c(category) where c.category <> 'safety' and not exists (
      select 1 from access.terms_of(v) t
      where t.giver = given.agency_id and t.category = c.category and t.opens >= needed
        and access.in_cohort(of_person, t.agreement_id)
        and (not t.on_consent
             or access.consented(of_person, t.agreement_id, t.group_id, t.category))));
end $$;

create function access.shared(of_person uuid, on_record uuid, of_class int, needed int) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as
$$ begin return access.shared_to(access.me(), of_person, on_record, of_class, needed); end $$;

-- Protected whereabouts: true for everybody about people who have none, for the named teams about those who have.
create function access.may_locate_as(v access.viewer, of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  if not exists (select 1 from protected_whereabouts p where p.person_id = of_person
      and (p.ended_at is null or now() < p.ended_at)) then return true; end if;
  return exists (select 1 from protected_whereabouts p
    join protected_whereabouts_team t on t.protected_whereabouts_id = p.id
    where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at)
      and t.team_id = any (access.teams_of(v)));
end $$;

create function access.may_locate(of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as
$$ begin return access.may_locate_as(access.me(), of_person); end $$;

-- Protected name: each side keeps the names it gave itself; the old side never shows the new.
create function access.may_name(of_person uuid, given_by_agency uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return given_by_agency = access.my_agency() or not exists (select 1 from protected_name p
    where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at));
end $$;

create function access.named_on(entry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public as $$
  select exists (select 1 from entry_named n where n.entry_id = entry and n.user_id = access.my_user())
$$;

-- Entries opened one by one to this viewer by their giver, at this level.
create function access.my_granted(needed int) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare keys text[] := access.my_keys();
begin
  return coalesce((select array_agg(g.entry_id) from share_grant g
    where g.viewer = any(keys) and g.level >= needed
      and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at)), '{}');
end $$;
reset role;
