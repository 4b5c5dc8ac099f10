-- What administrators may do: their own agency's teams and users; the host agency's also agencies with each one's first
-- administrator, code lists, errors and area sets. Nothing here reads or writes a row about a person. A link or a role
-- made is written to the sealed trail by trigger or here.
drop schema if exists admin cascade;
set local role {{definer}};
create schema admin;

-- The agency that runs the place. There is one, made with the installation.
create function admin.is_host(the_agency uuid) returns boolean language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from agency where id = the_agency and kind = 'partnership')
$$;

create function admin.require_host() returns access.viewer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  if not admin.is_host(me.agency_id) then raise exception 'not the host' using errcode = 'CT403'; end if;
  return me;
end $$;

create function admin.note(of_kind text, about text, subject uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  insert into audit_event (kind, table_name, entry_id, actor_id, membership_id, session_id, row_hash)
  values (of_kind, about, subject, me.user_id, me.membership_id, me.session_id,
    sha256(convert_to(concat_ws('|', of_kind, about, subject, me.user_id, now()), 'UTF8')));
end $$;

create function admin.slug(words text, id uuid) returns text language sql immutable
set search_path = pg_catalog, public, pg_temp as $$
  select trim(both '-' from left(regexp_replace(lower(public.unaccent(words)), '[^a-z0-9]+', '-', 'g'), 40))
    || '-' || right(id::text, 6)
$$;

-- A user by address, made when there is none. An address is one person's, in every agency.
create function admin.user_for(its_name text, its_email text, its_phone text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare u app_user;
begin
  select * into u from app_user where email = lower(its_email);
  if u.ended_at is not null then
    raise exception 'This address belonged to somebody who has left. Ask the partnership desk.' using errcode = 'CT409';
  end if;
  if u.id is null then
    insert into app_user (id, name, email, phone) values (access.uuid7(), its_name, lower(its_email), its_phone)
    returning * into u;
  end if;
  return u.id;
end $$;

create function admin.give_membership(to_user uuid, in_agency uuid, as_role text, with_title text, teams uuid[])
returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare new_id uuid := access.uuid7();
begin
  if as_role in ('custodian', 'commissioner') and not admin.is_host(in_agency) then
    raise exception 'Custodians and commissioners belong to the partnership desk.' using errcode = 'CT422';
  end if;
  if exists (select 1 from unnest(teams) x(id) where not exists (select 1 from team t
      where t.id = x.id and t.agency_id = in_agency and t.ended_at is null)) then
    raise exception 'Choose teams of your own agency.' using errcode = 'CT422';
  end if;
  if as_role in ('practitioner', 'manager', 'limited') and coalesce(array_length(teams, 1), 0) = 0 then
    raise exception 'Choose at least one team: people are open to teams.' using errcode = 'CT422';
  end if;
  if exists (select 1 from membership m where m.user_id = to_user and m.agency_id = in_agency and m.role = as_role
      and (m.ends_at is null or now() < m.ends_at)) then
    raise exception 'They have this role here already.' using errcode = 'CT409';
  end if;
  insert into membership (id, user_id, agency_id, role, job_title, starts_at)
  values (new_id, to_user, in_agency, as_role, with_title, access.moment());
  insert into membership_team (membership_id, team_id) select distinct new_id, x.id from unnest(teams) x(id);
  return new_id;
end $$;

create function admin.make_agency(its_name text, its_institution text, its_kind text, desk text, implies boolean,
  first_name text, first_email text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := admin.require_host();
  new_id uuid := access.uuid7();
  first uuid;
begin
  if sharing.is_barred_name(its_name || ' ' || its_institution) then
    raise exception 'Immigration enforcement is never an agency here.' using errcode = 'CT422';
  end if;
  if its_kind in ('partnership', 'employer', 'cafe', 'faith_group') then
    raise exception 'That kind cannot sign in here.' using errcode = 'CT422';
  end if;
  if exists (select 1 from agency where lower(name) = lower(its_name) and ended_at is null) then
    raise exception 'There is an agency of that name.' using errcode = 'CT409';
  end if;
  insert into agency (id, key, institution, name, kind, desk_phone, implies_place)
  values (new_id, admin.slug(its_name, new_id), its_institution, its_name, its_kind, desk, implies);
  first := admin.user_for(first_name, first_email, null);
  perform admin.give_membership(first, new_id, 'administrator', null, '{}');
  return first;
end $$;

create function admin.keep_team(of_team uuid, its_name text, its_function text, its_categories text[], its_phone text,
  its_hours text, implies boolean) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  the_team uuid := coalesce(of_team, access.uuid7());
begin
  if exists (select 1 from unnest(its_categories) x(key) where not exists (select 1 from category c where c.key = x.key)) then
    raise exception 'Choose kinds of information from the list.' using errcode = 'CT422';
  end if;
  if of_team is null then
    insert into team (id, agency_id, key, name, function, default_categories, phone, hours, implies_place)
    values (the_team, me.agency_id, admin.slug(its_name, the_team), its_name, its_function, its_categories, its_phone,
      its_hours, implies);
  else
    update team set name = its_name, function = its_function, default_categories = its_categories, phone = its_phone,
      hours = its_hours, implies_place = implies
    where id = of_team and agency_id = me.agency_id and ended_at is null;
    if not found then raise exception 'no such team' using errcode = 'CT404'; end if;
  end if;
  return the_team;
end $$;

-- Somebody of my agency, now or before.
create function admin.require_mine(the_user uuid) returns access.viewer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  if not exists (select 1 from membership where user_id = the_user and agency_id = me.agency_id) then
    raise exception 'no such user' using errcode = 'CT404';
  end if;
  return me;
end $$;

create function admin.add_user(its_name text, its_email text, its_phone text, as_role text, with_title text,
  teams uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  the_user uuid := admin.user_for(its_name, its_email, its_phone);
begin
  perform admin.give_membership(the_user, me.agency_id, as_role, with_title, teams);
  return the_user;
end $$;

create function admin.add_membership(the_user uuid, as_role text, with_title text, teams uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := admin.require_mine(the_user);
begin
  if exists (select 1 from app_user where id = the_user and ended_at is not null) then
    raise exception 'They have left.' using errcode = 'CT409';
  end if;
  return admin.give_membership(the_user, me.agency_id, as_role, with_title, teams);
end $$;

-- Ends at once, sessions with it. The last administrator of an agency cannot be ended: nobody could undo it.
create function admin.end_membership(the_membership uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  m membership;
begin
  select * into m from membership where id = the_membership and agency_id = me.agency_id
    and (ends_at is null or now() < ends_at);
  if m.id is null then raise exception 'no such membership' using errcode = 'CT404'; end if;
  if m.role = 'administrator' and not exists (select 1 from membership o join app_user u on u.id = o.user_id
      where o.agency_id = me.agency_id and o.role = 'administrator' and o.id <> m.id and u.ended_at is null
        and (o.ends_at is null or now() < o.ends_at)) then
    raise exception 'This is the last administrator. Make another first.' using errcode = 'CT409';
  end if;
  update membership set ends_at = access.moment() where id = m.id;
  update session set ended_at = access.moment() where membership_id = m.id and ended_at is null;
end $$;

-- Leaving the agency. Who works nowhere else any more can no longer sign in at all; the name stays on what they wrote.
create function admin.end_user(the_user uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := admin.require_mine(the_user);
  m uuid;
begin
  for m in select id from membership where user_id = the_user and agency_id = me.agency_id
      and (ends_at is null or now() < ends_at) loop
    perform admin.end_membership(m);
  end loop;
  if not exists (select 1 from membership where user_id = the_user and agency_id <> me.agency_id
      and (ends_at is null or now() < ends_at)) then
    update app_user set ended_at = access.moment() where id = the_user and ended_at is null;
    update session set ended_at = access.moment() where user_id = the_user and ended_at is null;
    update one_time_link set used_at = access.moment() where user_id = the_user and used_at is null;
  end if;
end $$;

-- May I hand this user a link? It is the key to everything they see, so: somebody whose first work now is with my
-- agency; or the first administrator of an agency, while they have never set a password, for the host.
create function admin.may_link(the_user uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return me.role = 'administrator'
    and exists (select 1 from app_user where id = the_user and ended_at is null)
    and (exists (select 1 from membership m where m.id = sign_in.first_membership(the_user)
        and m.agency_id = me.agency_id)
      or (admin.is_host(me.agency_id) and not exists (select 1 from credential where user_id = the_user)
        and not exists (select 1 from membership m where m.user_id = the_user and m.role <> 'administrator')));
end $$;

-- Invitation or reset. Only the hash comes here. An earlier link stops working; a reset ends the old password and every
-- session at once.
create function admin.make_link(the_user uuid, link_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  why text;
begin
  if not admin.may_link(the_user) then raise exception 'not mine' using errcode = 'CT403'; end if;
  why := case when exists (select 1 from credential where user_id = the_user) then 'reset' else 'invitation' end;
  update one_time_link set used_at = access.moment() where user_id = the_user and used_at is null;
  delete from credential where user_id = the_user;
  update session set ended_at = access.moment() where user_id = the_user and ended_at is null;
  insert into one_time_link (token_hash, user_id, purpose, made_by, expires_at)
  values (link_hash, the_user, why, me.user_id,
    now() + case when why = 'reset' then interval '24 hours' else interval '7 days' end);
  perform admin.note('link-made', why, the_user);
  return why;
end $$;

-- Users of my agency, with what each may do. Addresses are for administrators alone.
create function admin.users(only_user uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'phone', u.phone,
      'left', u.ended_at is not null, 'signsIn', exists (select 1 from credential c where c.user_id = u.id),
      'mayLink', only_user is not null and admin.may_link(u.id),
      'linkUntil', (select max(l.expires_at) from one_time_link l where l.user_id = u.id and l.used_at is null
        and now() < l.expires_at),
      'memberships', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'title', m.job_title,
          'from', m.starts_at, 'until', m.ends_at, 'ended', m.ends_at is not null and m.ends_at <= now(),
          'teams', (select coalesce(jsonb_agg(t.name order by t.name), '[]') from membership_team x
            join team t on t.id = x.team_id where x.membership_id = m.id)) order by m.ends_at nulls first,
            m.starts_at), '[]')
        from membership m where m.user_id = u.id and m.agency_id = me.agency_id))
      order by u.ended_at nulls first, u.name), '[]')
    from app_user u where (only_user is null or u.id = only_user)
      and exists (select 1 from membership m where m.user_id = u.id and m.agency_id = me.agency_id));
end $$;

-- Imports in numbers: no file names, no rows, no names (tried.md A11).
create function admin.imports() returns table (sent_at timestamptz, shape text, list_kind text, state text, total int,
  done int, counts jsonb, undone boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  return query select b.sent_at, b.shape, b.list_kind, b.state, b.rows, b.done, b.counts, b.undone_at is not null
    from import_batch b where b.agency_id = me.agency_id order by b.sent_at desc limit 200;
end $$;

create function admin.errors() returns setof error_event
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform admin.require_host();
  return query select * from error_event order by last_at desc limit 200;
end $$;
reset role;

grant usage on schema admin to {{app}};
grant execute on function admin.make_agency(text, text, text, text, boolean, text, text),
  admin.keep_team(uuid, text, text, text[], text, text, boolean), admin.is_host(uuid),
  admin.add_user(text, text, text, text, text, uuid[]), admin.add_membership(uuid, text, text, uuid[]),
  admin.end_membership(uuid), admin.end_user(uuid), admin.make_link(uuid, bytea), admin.users(uuid), admin.imports(),
  admin.errors() to {{app}};
