-- The giver is a fact too. That an agency or team works with a person is told at "involved" or higher for that person,
-- whatever else of that giver's is open (identity, safety, own words). One question, asked here, decides wherever an
-- agency, a team or an author is named; elsewhere it is "another service", with nothing to count or compare by.
set local role {{definer}};

-- Agencies and teams that a viewer may know to work with these people, beside the viewer's own agency: those whose
-- involvement they may read, now or before; those that sent them a referral or opened an entry to them; and those that
-- have recorded no involvement at all, by a contact that happened and is open to them. A team whose very name tells a
-- place is told to nobody who may not locate the person, safety or not.
-- `doors`: those of these people, where they are worked out already.
create function access.givers_of(v access.viewer, people uuid[], doors access.door[] default null)
returns table (person_id uuid, agency_id uuid, team_id uuid)
language plpgsql stable security definer rows 5 set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare keys text[] := access.keys_of(v);
begin
  if v.role is null or v.role not in ('practitioner', 'manager', 'limited') then return; end if;
  return query
  with door as materialized (
    select d.* from unnest(coalesce(doors, array(select o from access.doors_of(v, people) o))) d
    where d.agency_id <> v.agency_id),
  -- The dear question only of those agencies that have recorded no involvement.
  bare as materialized (
    select w.person_id, w.agency_id from (select distinct d.person_id, d.agency_id from door d) w
    where not exists (select 1 from involvement i where i.person_id = w.person_id and i.agency_id = w.agency_id))
  select distinct e.person_id, e.agency_id, e.team_id from (
    select i.id, i.person_id, i.agency_id, i.team_id, i.audience, i.given_by from door d
    join involvement i on i.record_id = d.record_id and i.class_id = d.class_id where 2 between d.lowest and d.highest
    union all
    select c.id, c.person_id, c.agency_id, c.team_id, c.audience, c.given_by from bare b
    join contact c on c.person_id = b.person_id and c.agency_id = b.agency_id and c.withdrawn_at is null
    join door d on d.record_id = c.record_id and d.class_id = c.class_id and 3 between d.lowest and d.highest
    join entry_class k on k.id = c.class_id and not k.categories <@ array['identity', 'safety']
    union all
    select o.id, o.person_id, o.agency_id, o.team_id, o.audience, o.given_by
    from share_grant g cross join lateral (
      select c.id, c.person_id, c.record_id, c.agency_id, c.team_id, c.class_id, c.audience, c.given_by, 3 as level
      from contact c where c.id = g.entry_id and c.withdrawn_at is null
      union all
      select i.id, i.person_id, i.record_id, i.agency_id, i.team_id, i.class_id, i.audience, i.given_by, 2
      from involvement i where i.id = g.entry_id) o
    where o.person_id = any (people) and g.viewer = any (keys) and g.level >= o.level
      and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at)
      and access.granted_to(v, o.person_id, o.record_id, o.class_id)
    union all
    select r.id, r.person_id, r.agency_id, r.team_id, r.audience, r.given_by from referral r
    where r.person_id = any (people) and r.sent_at is not null and 't:' || r.to_team_id = any (keys)
      and access.knows(v, r.person_id)) e
  where e.agency_id <> v.agency_id
    -- What another agency's author kept to a team is no team's of the viewer's.
    and (e.audience = 'agreed' or e.given_by = v.user_id or (e.audience = 'named' and exists (
      select 1 from entry_named n where n.entry_id = e.id and n.user_id = v.user_id)))
    and (e.team_id not in (select id from access.placed_team) or access.may_locate_as(v, e.person_id));
end $$;

-- May this viewer know that this agency, or this team of it, works with this person? One's own agency is no secret.
create function access.knows_giver_as(v access.viewer, of_person uuid, of_agency uuid, of_team uuid default null)
returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return coalesce(of_agency = v.agency_id, false) or exists (
    select 1 from access.givers_of(v, array[of_person]) g
    where g.agency_id = of_agency and (of_team is null or g.team_id = of_team));
end $$;

create function access.knows_giver(of_person uuid, of_agency uuid, of_team uuid default null) returns boolean
language plpgsql stable security definer cost 5000 set search_path = pg_catalog, pg_temp as
$$ begin return access.knows_giver_as(access.me(), of_person, of_agency, of_team); end $$;

-- The same for a page: ids of all agencies and teams that I may know to work with this person, once a call; my own
-- agency and its teams are among them.
create function access.known_givers(of_person uuid) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return array(select me.agency_id where me.agency_id is not null union select t.id from team t
    where t.agency_id = me.agency_id union select unnest(array[g.agency_id, g.team_id])
    from access.my_givers(array[of_person]) g);
end $$;

-- A giver's name as it is shown, and the words that stand for all who may not be named. `giver`: an agency or a team.
create function access.giver_name(known uuid[], giver uuid, name text) returns text language sql immutable
return case when giver = any (known) then name else 'another service' end;

-- A name as it was typed, of whoever does something: not a worker's of agencies that may not be known alone.
create function access.may_name_worker(known uuid[], worker uuid, called text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_or(m.agency_id = any (known)), true) from app_user u join membership m on m.user_id = u.id
  where case when worker is null then u.name = called else u.id = worker end
$$;

-- The agencies of known_givers by name, for pages that read rows themselves.
create function access.giver_names(of_person uuid) returns table (id uuid, name text)
language sql stable security definer rows 5 set search_path = pg_catalog, public, pg_temp as
$$ select a.id, a.name from agency a where a.id = any ((select access.known_givers(of_person))::uuid[]) $$;

-- And for a list of people: a row for each agency beside my own.
create function access.known_agencies(people uuid[]) returns table (person_id uuid, agency_id uuid)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, public, pg_temp as
$$ begin return query select distinct g.person_id, g.agency_id from access.my_givers(people) g; end $$;

-- Asked for a whole agency, by those who read its log or its queue and have no people of their own: may any of its
-- teams that work with the person know? Asked of one worker of each such team who is not barred.
create function access.agency_knows_giver(my_agency uuid, of_person uuid, of_agency uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return coalesce(of_agency = my_agency, false) or exists (
    select 1 from (
      select distinct on (mt.team_id) m.id from person_access a
      join membership_team mt on a.viewer = 't:' || mt.team_id
      join membership m on m.id = mt.membership_id and m.agency_id = my_agency and m.role in ('practitioner', 'manager')
        and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
      where a.person_id = of_person and a.agency_id = my_agency and not a.held
        and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
        and exists (select 1 from access.grounds_of(access.viewer_of(m.id), array[of_person]))
      order by mt.team_id, m.id) r
    cross join access.viewer_of(r.id) v
    where access.knows_giver_as(v, of_person, of_agency));
end $$;
reset role;
