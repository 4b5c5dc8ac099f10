-- Verbs that set and end protections, and the lists that their forms offer: a verb takes no id that its form does not.
-- Setting protects and is at once; ending one's own agency's protection too; ending another's waits (86f).
set local role {{definer}};

-- Whom a form about this person may name or bar: people at work who may open them, as far as the asker may know, and
-- the asker's own agency. The custodian, who looks after the record, may choose from every team that works with them.
create function people.offered_workers(of_person uuid) returns table (user_id uuid, name text, agency text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
begin
  if not access.works_with(of_person) then return; end if;
  return query select distinct x.uid, x.called, x.at from (
    select r.user_id as uid, r.name as called, r.agency as at from access.readers_of(of_person) r
    union
    select u.id, u.name, a.name from membership m join app_user u on u.id = m.user_id and u.ended_at is null
    join agency a on a.id = m.agency_id
    where now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
      and m.role in ('practitioner', 'manager', 'limited', 'custodian')
      and (m.agency_id = me.agency_id or (me.role = 'custodian' and m.role in ('practitioner', 'manager')
        and exists (select 1 from membership_team mt join involvement i on i.team_id = mt.team_id
          where mt.membership_id = m.id and i.person_id = of_person
            and (i.ends_on is null or i.ends_on >= access.today()))))) x
  order by 3, 2;
end $$;

-- Does somebody work for a team that enforces or decides benefits? They ask the holder's information officer, and are
-- put on a limited record by nobody and by no rule.
create function people.enforces(the_user uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from membership m join membership_team mt on mt.membership_id = m.id
    join team t on t.id = mt.team_id and t.function in ('enforcement', 'benefit_decision')
    where m.user_id = the_user and (m.ends_at is null or now() < m.ends_at))
$$;

create function people.offered_names(of_person uuid) returns table (user_id uuid, name text, agency text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.user_id, o.name, o.agency from people.offered_workers(of_person) o where not people.enforces(o.user_id)
  order by o.agency, o.name
$$;

-- Teams that may still see where somebody is: one's own agency's, and those known to work with them.
create function people.offered_teams(of_person uuid) returns table (team_id uuid, name text, agency text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']);
begin
  if not access.works_with(of_person) then return; end if;
  return query select t.id, t.name, a.name from team t join agency a on a.id = t.agency_id
    where t.ended_at is null and t.function not in ('enforcement', 'benefit_decision')
      and (t.agency_id = me.agency_id
        or t.id in (select r.team_id from access.relationships(of_person) r where r.team_id is not null))
    order by a.name, t.name;
end $$;

-- Protected whereabouts: each agency for itself. My team is always named, or the setter would lose the person; other
-- agencies keep what they gave, and the custodian is told and can undo it.
create function people.protect_whereabouts(of_person uuid, for_reason text, review date, teams uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  new_id uuid := access.uuid7();
begin
  if not access.works_for(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  if exists (select 1 from protected_whereabouts p where p.person_id = of_person and p.agency_id = me.agency_id
      and (p.ended_at is null or now() < p.ended_at)) then
    raise exception 'Your agency protects their whereabouts already.' using errcode = 'CT409';
  end if;
  if exists (select 1 from unnest(teams) t
      where t not in (select o.team_id from people.offered_teams(of_person) o)) then
    raise exception 'Choose teams from the list.' using errcode = 'CT422';
  end if;
  insert into protected_whereabouts (id, person_id, reason, set_on, review_on)
  values (new_id, of_person, for_reason, access.today(), review);
  insert into protected_whereabouts_team (protected_whereabouts_id, team_id)
  select new_id, t from (select unnest(teams) union select i.team_id from involvement i
    where i.person_id = of_person and i.team_id = any (access.my_teams())) as named(t)
  where exists (select 1 from team where id = t);
  perform people.take_away('protect-whereabouts', of_person, me.agency_id, null, new_id, for_reason, true);
  return new_id;
end $$;

-- One's own agency's ends at once. Where it has none, it asks those of whose the asker reads that they have: they see
-- who asks and why. Of any other it is as if there were none. Answers whether it waits for somebody else.
create function people.end_protected_whereabouts(of_person uuid, why text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  p protected_whereabouts;
  ours boolean;
begin
  if not access.works_for(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  ours := exists (select 1 from protected_whereabouts w where w.person_id = of_person and w.agency_id = me.agency_id
    and (w.ended_at is null or now() < w.ended_at));
  if not access.may_locate(of_person, me.agency_id) then raise exception 'not permitted' using errcode = 'CT403'; end if;
  for p in select * from protected_whereabouts w where w.person_id = of_person
      and (w.agency_id = me.agency_id or not ours and exists (select 1 from access.reads_protected_whereabouts x
        where x.id = w.id)) and (w.ended_at is null or now() < w.ended_at) loop
    perform people.take_away('end-whereabouts', of_person, p.agency_id, null, p.id, why, ours);
  end loop;
  return (not ours)::int;
end $$;

-- A name that is protected: told to the custodian, who can undo it, as every act that others lose by.
create function people.tell_of_name() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if access.my_user() is not null then
    perform people.take_away('protect-name', new.person_id, new.agency_id, null, new.id, new.reason, true);
  end if;
  return null;
end $$;

-- Limited access: the named users, at least two whom the setter may know of, and a custodian. At that moment the
-- allocated workers of every open involvement and their managers are named too, so that nobody is silently locked out
-- of their own work; all of them and the custodian are told.
create function people.limit_access(of_person uuid, for_reason text, review date, users uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
  new_id uuid := access.uuid7();
  keeper uuid;
  named uuid[];
begin
  if not access.works_for(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  if access.limit_on(of_person) is not null then
    raise exception 'Access is already limited.' using errcode = 'CT409';
  end if;
  if exists (select 1 from unnest(users) u
      where u not in (select o.user_id from people.offered_names(of_person) o)) then
    raise exception 'Choose people from the list.' using errcode = 'CT422';
  end if;
  select c into keeper from people.custodians_for(of_person) c limit 1;
  if keeper is null then
    raise exception 'This place has no custodian, so nobody could look after it. Ring the partnership desk.'
      using errcode = 'CT422';
  end if;
  select array_agg(distinct u) into named from (
    select unnest(users) union select me.user_id
    union select w.user_id from involvement_worker w where w.person_id = of_person and w.user_id is not null
      and (w.ends_on is null or w.ends_on >= access.today())
    union select m.user_id from involvement i join membership_team mt on mt.team_id = i.team_id
      join membership m on m.id = mt.membership_id and m.role = 'manager' and (m.ends_at is null or now() < m.ends_at)
      where i.person_id = of_person and (i.ends_on is null or i.ends_on >= access.today())) as n(u)
  join app_user on app_user.id = n.u
  where n.u <> keeper and (n.u = me.user_id or not people.enforces(n.u))
    and not exists (select 1 from conflict c where c.user_id = n.u and c.person_id = of_person
      and (c.ends_at is null or now() < c.ends_at));
  perform people.need_two(of_person, named);
  insert into limited_access (id, person_id, reason, set_on, review_on, custodian_id)
  values (new_id, of_person, for_reason, access.today(), review, keeper);
  insert into limited_access_named (limited_access_id, user_id) select new_id, unnest(named) on conflict do nothing;
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), u, 'limited-named', of_person, new_id from unnest(named || keeper) u where u <> me.user_id;
  return new_id;
end $$;

-- Opens the person again to everybody whose team works with them: the custodian's to say. Answers whether it waits.
create function people.end_limited_access(of_person uuid, why text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
  on_limit uuid := access.limit_on(of_person);
begin
  if on_limit is null or not access.works_for(of_person) then
    raise exception 'no such person' using errcode = 'CT404';
  end if;
  perform people.take_away('end-limit', of_person, null, null, on_limit, why, me.role = 'custodian');
  return (me.role <> 'custodian')::int;
end $$;

-- At least two named whom the asker may know of, beside the custodian: the same answer whoever else works with them.
create function people.need_two(of_person uuid, users uuid[]) returns void
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if cardinality(people.known_among(of_person, users)) < 2 then
    raise exception 'At least two people must be named beside the custodian, as far as you may know. Name a colleague.'
      using errcode = 'CT422';
  end if;
end $$;

-- Never fewer than two and the custodian, who is not taken off.
create function people.keep_enough(on_limit uuid, without uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare l limited_access;
begin
  select * into l from limited_access where id = on_limit for update;
  if without = l.custodian_id then
    raise exception 'The custodian looks after this record and stays named.' using errcode = 'CT422';
  end if;
  perform people.need_two(l.person_id, array(select n.user_id from limited_access_named n
    where n.limited_access_id = on_limit and n.user_id not in (l.custodian_id, without)));
end $$;

-- Adds or takes off a named user. Another agency's worker is taken off when somebody else has agreed. Answers whether
-- it waits.
create function people.name_on_limited(of_person uuid, the_user uuid, add_them boolean, why text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
  on_limit uuid := access.limit_on(of_person);
  mine boolean;
begin
  if on_limit is null or not access.works_for(of_person) then
    raise exception 'no such person' using errcode = 'CT404';
  end if;
  mine := me.role = 'custodian' or people.is_mine(the_user);
  if add_them then
    if not exists (select 1 from people.offered_names(of_person) o where o.user_id = the_user) then
      raise exception 'Choose somebody from the list.' using errcode = 'CT422';
    end if;
    -- Two memberships: to be named opens the person in each agency that works with them, and takes from nobody.
    perform people.take_away('name', of_person, me.agency_id, the_user, on_limit, why, true);
    return 0;
  end if;
  if not exists (select 1 from people.limited_named(of_person) n where n.user_id = the_user) then
    raise exception 'Choose somebody from the list.' using errcode = 'CT422';
  end if;
  perform people.keep_enough(on_limit, the_user);
  perform people.take_away('unname', of_person, case when mine then me.agency_id else people.whose(the_user) end,
    the_user, on_limit, why, mine);
  return (not mine)::int;
end $$;

-- The custodian of a limit who can no longer be one (left, another role, barred) is followed by the next, or cannot go.
create function people.keep_custodian(on_limit uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  l limited_access;
  next uuid;
begin
  select * into l from limited_access where id = on_limit and (ended_at is null or now() < ended_at) for update;
  if l.id is null or l.custodian_id in (select people.custodians_for(l.person_id)) then return; end if;
  select c into next from people.custodians_for(l.person_id) c limit 1;
  if next is null then
    raise exception 'Nobody would be left as the custodian of a limited record. Make another custodian first.'
      using errcode = 'CT409';
  end if;
  insert into limited_access_named (limited_access_id, user_id) values (l.id, next) on conflict do nothing;
  update limited_access set custodian_id = next where id = l.id;
  delete from limited_access_named n where n.limited_access_id = l.id and n.user_id = l.custodian_id
    and not exists (select 1 from involvement_worker w where w.person_id = l.person_id and w.user_id = n.user_id
      and (w.ends_on is null or w.ends_on >= access.today()));
end $$;

create function people.keep_custodians() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare whose uuid := coalesce(to_jsonb(new) ->> 'user_id', to_jsonb(new) ->> 'id')::uuid;
begin
  perform people.keep_custodian(l.id) from limited_access l
  where l.custodian_id = whose and (l.ended_at is null or now() < l.ended_at)
    and (tg_table_name <> 'conflict' or l.person_id = (to_jsonb(new) ->> 'person_id')::uuid);
  return null;
end $$;
reset role;

create or replace trigger c_keep after insert on protected_name for each row execute function people.tell_of_name();
create or replace trigger c_custodian after update of ends_at, role, user_id on membership
  for each row execute function people.keep_custodians();
create or replace trigger c_custodian after update of ended_at on app_user
  for each row execute function people.keep_custodians();
create or replace trigger c_custodian after insert on conflict
  for each row execute function people.keep_custodians();
grant execute on function people.offered_workers(uuid), people.offered_names(uuid), people.offered_teams(uuid),
  people.protect_whereabouts(uuid, text, date, uuid[]), people.end_protected_whereabouts(uuid, text),
  people.limit_access(uuid, text, date, uuid[]), people.end_limited_access(uuid, text),
  people.name_on_limited(uuid, uuid, boolean, text) to {{app}};
