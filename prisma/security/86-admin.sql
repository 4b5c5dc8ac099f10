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

-- A user by address, made when there is none. An address is one person's, in every agency; that it is somebody's
-- elsewhere is told to nobody here, nor that they have left. An id that tells no time, for the same reason.
create function admin.user_for(its_name text, its_email text, its_phone text, in_agency uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare u app_user;
begin
  select * into u from app_user where email = lower(its_email);
  if u.ended_at is not null and exists (select 1 from membership where user_id = u.id and agency_id = in_agency) then
    raise exception 'This address belonged to somebody who has left. Ask the partnership desk.' using errcode = 'CT409';
  end if;
  if u.id is null then
    insert into app_user (id, name, email, phone, hands) values (gen_random_uuid(), its_name, lower(its_email), its_phone,
      admin.hands_of((access.me()).user_id)) returning * into u;
  elsif u.ended_at is not null and not exists (select 1 from membership where user_id = u.id) then
    -- Added once, and taken off before they had anything: as if they had never been.
    delete from credential where user_id = u.id;
    update app_user set ended_at = null, name = its_name, phone = its_phone, hands = u.hands
      || admin.hands_of((access.me()).user_id) where id = u.id;
  end if;
  return u.id;
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
  first := admin.user_for(first_name, first_email, null, new_id);
  perform admin.offer_role(first, new_id, 'administrator', null, '{}', first_name);
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
  -- What its entries are about unless their writer says otherwise: so only what they may be.
  if not entry.may_carry('contact', its_categories, (select kind from agency where id = me.agency_id)) then
    raise exception 'Identity and safety have entries of their own, and immigration is for advice agencies.'
      using errcode = 'CT422';
  end if;
  if of_team is null then
    insert into team (id, agency_id, key, name, function, default_categories, phone, hours, implies_place)
    values (the_team, me.agency_id, admin.slug(its_name, the_team), its_name, its_function, its_categories, its_phone,
      its_hours, implies);
  else
    -- What an administrator may change alone takes away, and never gives: a team that enforces or decides benefits gets
    -- nothing by screen, and a name that tells a place is hidden with whereabouts. A new team is in no agreement yet.
    if exists (select 1 from team t where t.id = of_team and t.function in ('enforcement', 'benefit_decision')
      and its_function <> t.function) then
      raise exception 'This team gets nothing by screen, and another answer would open records to it. Make a new team, and ask the information officers of your agreements to share with it.'
        using errcode = 'CT422';
    end if;
    if not implies and exists (select 1 from team t where t.id = of_team and t.implies_place) then
      raise exception 'Its name has told where somebody is, and what it gave is hidden for that. Make a new team instead.'
        using errcode = 'CT422';
    end if;
    update team set name = its_name, function = its_function, default_categories = its_categories, phone = its_phone,
      hours = its_hours, implies_place = implies
    where id = of_team and agency_id = me.agency_id and ended_at is null;
    if not found then raise exception 'no such team' using errcode = 'CT404'; end if;
  end if;
  return the_team;
end $$;

-- Somebody of my agency, now or before, or offered a role in it.
create function admin.require_mine(the_user uuid) returns access.viewer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  if not exists (select 1 from membership where user_id = the_user and agency_id = me.agency_id)
      and not exists (select 1 from role_offer where user_id = the_user and agency_id = me.agency_id
        and ended_at is null) then
    raise exception 'no such user' using errcode = 'CT404';
  end if;
  return me;
end $$;

create function admin.add_user(its_name text, its_email text, its_phone text, as_role text, with_title text,
  teams uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  the_user uuid := admin.user_for(its_name, its_email, its_phone, me.agency_id);
begin
  perform admin.offer_role(the_user, me.agency_id, as_role, with_title, teams, its_name);
  return the_user;
end $$;

-- One more role. @returns whether it is open already, or waits for somebody.
create function admin.add_membership(the_user uuid, as_role text, with_title text, teams uuid[]) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := admin.require_mine(the_user);
  u app_user;
  typed text := admin.typed_name(the_user, me.agency_id);
  new_id uuid;
begin
  select * into u from app_user where id = the_user;
  if u.ended_at is not null and typed is null then raise exception 'They have left.' using errcode = 'CT409'; end if;
  new_id := admin.offer_role(the_user, me.agency_id, as_role, with_title, teams, coalesce(typed, u.name));
  return not exists (select 1 from role_offer where id = new_id and membership_id is null);
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
        and o.waits_since is null and (o.ends_at is null or now() < o.ends_at)) then
    raise exception 'This is the last administrator. Make another first.' using errcode = 'CT409';
  end if;
  update membership set ends_at = access.moment() where id = m.id;
  update session set ended_at = access.moment() where membership_id = m.id and ended_at is null;
  perform admin.tell(array_remove(array[m.user_id], me.user_id), 'role-ended', m.id);
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
  for m in select id from role_offer where user_id = the_user and agency_id = me.agency_id and membership_id is null
      and ended_at is null loop
    perform admin.withdraw_role(m);
  end loop;
  if not exists (select 1 from membership where user_id = the_user and (ends_at is null or now() < ends_at))
      and not exists (select 1 from role_offer where user_id = the_user and membership_id is null
        and ended_at is null) then
    update app_user set ended_at = access.moment() where id = the_user and ended_at is null;
    update session set ended_at = access.moment() where user_id = the_user and ended_at is null;
    update one_time_link set used_at = access.moment() where user_id = the_user and used_at is null;
  end if;
  update one_time_link set used_at = access.moment() where user_id = the_user and used_at is null
    and purpose = 'offer' and agency_id = me.agency_id;
end $$;

-- May I hand this user a link? It is the key to everything they see, so: somebody whose first work now is with my
-- agency; or the first administrator of an agency, while they have never set a password nor signed in, for the host.
create function admin.may_link(the_user uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return me.role = 'administrator'
    and exists (select 1 from app_user where id = the_user and ended_at is null)
    and (admin.home_of(the_user) = me.agency_id
      or (admin.is_host(me.agency_id) and not exists (select 1 from credential where user_id = the_user)
        and not exists (select 1 from session s where s.user_id = the_user)
        and not exists (select 1 from one_time_link where user_id = the_user and purpose = 'reset')
        and not exists (select 1 from membership m where m.user_id = the_user and m.role <> 'administrator')
        and not exists (select 1 from role_offer o where o.user_id = the_user and o.role <> 'administrator')));
end $$;

-- Invitation or reset. Only the hash comes here. An earlier link stops working; a reset ends the old password and every
-- session at once. It is kept in whose hands it was: the password it sets is not yet its user's alone. Whoever has an
-- account already that is not mine to link, and has not taken a role here, gets an invitation that looks like any other
-- and sets no password: they sign in as always.
create function admin.make_link(the_user uuid, link_hash bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  why text;
  theirs uuid := (select o.agency_id from role_offer o where o.user_id = the_user and admin.untaken(o)
    and (o.agency_id = me.agency_id or (o.role = 'administrator' and admin.is_host(me.agency_id)
      and not admin.has_administrator(o.agency_id)))
    order by o.agency_id <> me.agency_id, o.offered_at limit 1);
begin
  if not admin.may_link(the_user) then
    if theirs is null then raise exception 'not mine' using errcode = 'CT403'; end if;
    update one_time_link set used_at = access.moment() where user_id = the_user and used_at is null
      and purpose = 'offer' and agency_id = theirs;
    insert into one_time_link (token_hash, user_id, purpose, made_by, hands, agency_id, expires_at)
    values (link_hash, the_user, 'offer', me.user_id, '{}', theirs, now() + interval '7 days');
    perform admin.note('link-made', 'invitation', the_user);
    return 'invitation';
  end if;
  -- Of whoever has not taken the role it is an invitation, whatever account they had before.
  why := case when theirs is null and exists (select 1 from credential where user_id = the_user) then 'reset'
    else 'invitation' end;
  update one_time_link set used_at = access.moment() where user_id = the_user and used_at is null and purpose <> 'offer';
  delete from credential where user_id = the_user;
  update session set ended_at = access.moment() where user_id = the_user and ended_at is null;
  insert into one_time_link (token_hash, user_id, purpose, made_by, hands, agency_id, expires_at)
  values (link_hash, the_user, why, me.user_id, admin.hands_of(me.user_id), admin.home_of(the_user),
    now() + case when why = 'reset' then interval '24 hours' else interval '7 days' end);
  perform admin.note('link-made', why, the_user);
  return why;
end $$;

-- Imports in numbers: no file names, no rows, no names: an administrator opens nobody.
create function admin.imports() returns table (sent_at timestamptz, shape text, list_kind text, state text, total int,
  done int, counts jsonb, undone boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  return query select b.sent_at, b.shape, b.list_kind, b.state, b.rows, b.done, b.counts, b.undone_at is not null
    from import_batch b where b.agency_id = me.agency_id order by b.sent_at desc limit 200;
end $$;

-- A fault of the service, counted by its kind: what broke, on which page, and the reference that the error page showed
-- last. Whoever may not even be signed in meets one, so anybody writes it; nothing of anybody fits in.
create function trail.note_fault(of_kind text, what_broke text, reference text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if of_kind !~ '^[0-9a-f]{16}$' or reference !~ '^[0-9A-Za-z@]{1,40}$'
    or what_broke !~ '^[A-Za-z]{1,60}( [A-Z0-9]{1,10})? at /[a-zA-Z/_.\[\]-]{0,160}$' then
    raise exception 'no fault of the service' using errcode = '22023';
  end if;
  -- A thousand kinds, and no more: the list is read by people.
  if not exists (select 1 from error_event where fingerprint = of_kind) and (select count(*) from error_event) >= 1000 then
    return;
  end if;
  insert into error_event (fingerprint, message, last_request) values (of_kind, what_broke, reference)
  on conflict (fingerprint) do update set times = error_event.times + 1, last_at = now(),
    last_request = excluded.last_request;
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
  admin.end_membership(uuid), admin.end_user(uuid), admin.make_link(uuid, bytea), admin.imports(),
  admin.errors(), trail.note_fault(text, text, text) to {{app}};
