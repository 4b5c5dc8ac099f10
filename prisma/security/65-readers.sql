-- "Who can see this record, and why" and "who will read this": worked out by the policies' own functions from the
-- policies' own tables, so that the page is true by construction. Agencies whose involvement the asker may not see are
-- never named and never counted; the screen always says, in the same words, that there may be others.
set local role {{definer}};

-- Relationships in force with a person that the asker may know of: their own; those that the row which makes them tells
-- them of, by the policies' own words (90-readable.sql), one's own agency's teams among them; and those that no row of
-- an entry makes, of one's own agency. That a team may be named for something else it did says nothing of its work now.
create function access.relationships(of_person uuid)
returns table (viewer text, team_id uuid, user_id uuid, agency_id uuid, ground text, opens text,
  starts_at timestamptz, ends_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  mine text[] := access.keys_of(me);
  known uuid[] := access.known_givers(of_person);
begin
  if not access.works_with(of_person) then return; end if;
  return query
  select a.viewer, case when a.viewer like 't:%' then substr(a.viewer, 3)::uuid end,
    case when a.viewer like 'u:%' then substr(a.viewer, 3)::uuid end, a.agency_id, a.ground, a.opens, a.starts_at,
    a.ends_at
  from person_access a
  where a.person_id = of_person and not a.held and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
    and (a.viewer = any (mine)
      or a.ground = 'involvement' and a.agency_id = any (known)
        and exists (select 1 from access.reads_involvement i where i.id = a.source_id)
      or a.ground = 'worker' and a.agency_id = any (known)
        and exists (select 1 from access.reads_involvement_worker w where w.id = a.source_id)
      or a.ground = 'referral' and exists (select 1 from referral r join access.reads_referral using (id)
        where r.id = a.source_id and r.agency_id = me.agency_id)
      or a.agency_id = me.agency_id and a.ground not in ('involvement', 'worker', 'referral'));
end $$;

-- One row for each person at work who may open this person now: on which ground, and with what role.
create function access.readers_of(of_person uuid)
returns table (membership_id uuid, user_id uuid, name text, role text, agency_id uuid, agency text, team_id uuid,
  team text, function text, ground text, opens text, starts_at timestamptz, ends_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  known uuid[] := access.known_givers(of_person);
  located boolean := access.may_locate(of_person, access.my_agency());
begin
  return query
  select distinct on (m.id) m.id, u.id, u.name, m.role, ag.id, ag.name, t.id, t.name, t.function, r.ground, r.opens,
    r.starts_at, r.ends_at
  from (
    -- Whose key it can be at all, by index; the policies' own function then decides.
    select k.*, c.id as candidate from access.relationships(of_person) k
    join lateral (
      select mt.membership_id as id from membership_team mt where mt.team_id = k.team_id
      union select m0.id from membership m0 where m0.user_id = k.user_id) c on true offset 0) r
  join membership m on m.id = r.candidate and (m.ends_at is null or now() < m.ends_at) and now() >= m.starts_at
    and r.viewer = any (access.keys_of(access.viewer_of(m.id)))
  join app_user u on u.id = m.user_id and u.ended_at is null
  join agency ag on ag.id = m.agency_id
  left join membership_team mt on mt.membership_id = m.id and (r.team_id is null or mt.team_id = r.team_id)
  -- Somebody's other teams may not be known, though this one is.
  left join team t on t.id = mt.team_id and (r.team_id is not null or t.id = any (known)
    and (located or t.id not in (select id from access.placed_team)))
  where not of_person = any (access.barred_of(access.viewer_of(m.id)))
    and (r.team_id is not null or m.agency_id = r.agency_id)
  order by m.id, array_position(array['involvement','worker','named','referral','urgent','archive'], r.ground),
    r.starts_at, t.name;
end $$;

-- Before a note is saved: who would read it, at what level (4 its words, 3 that it happened), if it were given now by
-- my team with these categories and this audience. `locating`: the words say where the person is, so while their
-- whereabouts are protected only the named teams read them; what a team gives that implies a place is hidden whole.
-- Which teams of other agencies those are is told to who may know, and to nobody by the difference: to all others the
-- answer is as without a protection, and the page says whom such words reach.
create function access.who_will_read(of_person uuid, with_categories text[], narrowed text,
  locating boolean default false)
returns table (user_id uuid, name text, agency text, team text, function text, level int)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  mine uuid := people.own_record(of_person);
  my_team team;
  placed boolean;
  told boolean := access.may_locate_as(me, of_person);
  class int;
  reader record;
  v access.viewer;
begin
  if mine is null or not access.works_with(of_person) then return; end if;
  class := entry.class_of(me.agency_id, with_categories);
  -- The team that the header of an entry given now would name (entry.fill_header).
  select t.* into my_team from membership_team mt join team t on t.id = mt.team_id
  left join person_access a on a.viewer = 't:' || mt.team_id and a.person_id = of_person
    and not a.held and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
  where mt.membership_id = me.membership_id order by a.id is null, mt.team_id limit 1;
  for reader in select * from access.readers_of(of_person) loop
    v := access.viewer_of(reader.membership_id);
    level := case
      when reader.user_id <> me.user_id and narrowed = 'team' and not my_team.id = any (access.teams_of(v)) then 0
      when reader.user_id <> me.user_id and narrowed = 'named' then 0
      when v.agency_id = me.agency_id then case when v.role = 'limited' then 3 else 4 end
      when reader.opens <> 'shared' then 0
      when access.decide(v, of_person, mine, class, 4) then 4
      when access.decide(v, of_person, mine, class, 3) then 3
      else 0 end;
    placed := my_team.id in (select id from access.placed_team);
    if level > 0 and (locating or placed) and (v.agency_id = me.agency_id or told)
      and not access.may_locate_as(v, of_person, me.agency_id) then
      level := case when placed then 0 else least(level, 3) end;
    end if;
    if level > 0 then
      user_id := reader.user_id; name := reader.name; agency := reader.agency; team := reader.team;
      function := reader.function;
      return next;
    end if;
  end loop;
end $$;

-- What each team that the asker may know of sees of the asker's own agency's entries about this person: by the kinds of
-- entry that are really there, at the level the policies give now.
create function access.reader_levels(of_person uuid)
returns table (agency text, own boolean, team text, function text, people int, grounds text[], since timestamptz,
  until timestamptz, opens text, categories text[], level int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  mine uuid := people.own_record(of_person);
begin
  return query
  with readers as materialized (select * from access.readers_of(of_person)),
  teams as materialized (
    select r.agency_id, r.agency, r.team, r.function, r.opens, (array_agg(r.membership_id
        order by r.role = 'limited', r.membership_id))[1] as one,
      count(distinct r.user_id)::int as people, array_agg(distinct r.ground) as grounds, min(r.starts_at) as since,
      max(r.ends_at) as until
    from readers r group by r.agency_id, r.agency, r.team, r.function, r.opens),
  given as materialized (
    select t.one, v, l
    from teams t cross join access.viewer_of(t.one) v cross join generate_series(1, 4) l
    where t.opens = 'shared' and t.agency_id <> me.agency_id),
  kinds as materialized (
    -- Of what its author narrowed to others one is told nothing, not even its kind.
    select distinct k.id, k.categories from entry_class k where k.agency_id = me.agency_id and k.id in (
      select e.class_id from (
        select class_id, agency_id, person_id, audience, given_by from contact
        union all select class_id, agency_id, person_id, audience, given_by from need_rating
        union all select class_id, agency_id, person_id, audience, given_by from warning
        union all select class_id, agency_id, person_id, audience, given_by from address
        union all select class_id, agency_id, person_id, audience, given_by from person_name
        union all select class_id, agency_id, person_id, audience, given_by from involvement
        union all select class_id, agency_id, person_id, audience, given_by from relationship) e
      where e.person_id = of_person and e.agency_id = me.agency_id and (e.audience = 'agreed' or e.given_by = me.user_id)))
  select t.agency, t.agency_id = me.agency_id, t.team, t.function, t.people, t.grounds, t.since, t.until, t.opens,
    k.categories,
    case when t.agency_id = me.agency_id then 4 when t.opens <> 'shared' then 0
      else coalesce((select max(g.l) from given g where g.one = t.one
        and access.decide(g.v, of_person, mine, k.id, g.l)), 0) end
  from teams t cross join kinds k
  order by t.agency_id <> me.agency_id, t.agency, t.team, k.categories;
end $$;
reset role;
