-- Signing in happens before there is a viewer. The web login reads no verifier and has no other way to a session: it
-- hands over the raw argon2id hash, the database compares SHA-256 of it and makes the session
-- (docs/decisions/003-sign-in-by-our-own-action.md).
set local role {{definer}};

-- The salt to hash with. An unknown address gets a made-up one that never changes, so the answer tells nothing.
create function sign_in.salt_for(of_email text) returns table (salt bytea, params jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select c.salt, c.params from app_user u join credential c on c.user_id = u.id
    where u.email = lower(of_email) and u.ended_at is null;
  if not found then
    return query select substring(access.keyed('no such address|' || lower(of_email)) from 1 for 16),
      '{"m":19456,"t":2,"p":1}'::jsonb;
  end if;
end $$;

-- `until`: when it ends at the latest, for one that goes on from another; never later than ten hours from now.
-- `instead_of`: the token that the browser held before. One browser, one session: the old one ends with the new.
create function sign_in.new_session(of_user uuid, token_hash bytea, as_membership uuid, with_agent text,
  until timestamptz, instead_of text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare last timestamptz := least(until, now() + interval '10 hours');
begin
  perform sign_in.end_session(instead_of);
  insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until, agent)
  values (token_hash, access.uuid7(), of_user, as_membership, least(last, now() + interval '30 minutes'), last,
    with_agent);
  insert into audit_event (kind, actor_id, membership_id, outcome, row_hash)
  values ('sign-in', of_user, as_membership, 'done',
    sha256(convert_to(concat_ws('|', 'sign-in', of_user, as_membership, now()), 'UTF8')));
end $$;

-- Ends the session whose token this is, whatever state it is in. Nothing for null, or a token that is nobody's.
create function sign_in.end_session(token text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update session set ended_at = now() where token_hash = sha256(convert_to(token, 'UTF8')) and ended_at is null
$$;

create function sign_in.first_membership(of_user uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id from membership m where m.user_id = of_user and now() >= m.starts_at
    and (m.ends_at is null or now() < m.ends_at) and m.waits_since is null order by m.starts_at, m.id limit 1
$$;

-- Not as a verifier is kept: who reads one would not know the other.
create function sign_in.guess_of(raw_hash bytea) returns bytea language sql immutable
set search_path = pg_catalog, pg_temp as $$ select sha256('guess'::bytea || raw_hash) $$;

-- Holds an attempt for one guess, and for no other ever. In a transaction of its own, as the attempt was taken in.
create function sign_in.hold_guess(attempt uuid, raw_hash bytea) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update sign_in_attempt a set guess = sign_in.guess_of(raw_hash), held_in = pg_current_xact_id()::text::bigint
  where a.id = attempt and a.guess is null
$$;

-- Checks a password, once for each attempt taken (70b): without one, or with one that is used up, nothing is checked;
-- nor with one that is not held for this very guess by a transaction that is over. So whoever takes back all that a
-- check wrote has spent the attempt all the same. @returns in; no; or waits: the password is right, and every role
-- waits for a second person.
create function sign_in.with_password(of_email text, raw_hash bytea, new_token_hash bytea, attempt uuid,
  with_agent text, instead_of text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  u uuid;
  m uuid;
  taken sign_in_attempt;
begin
  update sign_in_attempt a set tried = true
  where a.id = attempt and not a.tried and a.account = sign_in.account_key(of_email)
    and a.at > now() - interval '2 minutes'
    and a.guess = sign_in.guess_of(raw_hash) and a.held_in is distinct from pg_current_xact_id_if_assigned()::text::bigint
  returning a.* into taken;
  if taken.id is null then return 'no'; end if;
  select app_user.id into u from app_user join credential c on c.user_id = app_user.id
  where app_user.email = lower(of_email) and app_user.ended_at is null and c.verifier = sha256(raw_hash);
  m := sign_in.first_membership(u);
  if m is null and admin.waits(u) then
    perform sign_in.give_back(taken);
    return 'waits';
  end if;
  if u is null or m is null then
    insert into audit_event (kind, outcome, row_hash) values ('sign-in', 'refused',
      sha256(convert_to(concat_ws('|', 'sign-in', 'refused', encode(taken.account, 'hex'), now()), 'UTF8')));
    return 'no';
  end if;
  perform sign_in.give_back(taken);
  perform sign_in.new_session(u, new_token_hash, m, with_agent, null, instead_of);
  return 'in';
end $$;

-- Practice people sign in with a click: in practice mode, and only there.
create function sign_in.as_practice(of_email text, new_token_hash bytea, with_agent text, instead_of text)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare u uuid; m uuid;
begin
  if not exists (select 1 from installation where mode = 'practice') then return false; end if;
  select id into u from app_user where email = lower(of_email) and ended_at is null;
  m := sign_in.first_membership(u);
  if u is null or m is null then return false; end if;
  perform sign_in.new_session(u, new_token_hash, m, with_agent, null, instead_of);
  return true;
end $$;

create function sign_in.practice_people()
returns table (email text, name text, role text, job_title text, agency text, teams text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.email, u.name, m.role, m.job_title, a.name, string_agg(t.name, ', ' order by t.name)
  from app_user u join membership m on m.id = sign_in.first_membership(u.id) join agency a on a.id = m.agency_id
  left join membership_team mt on mt.membership_id = m.id left join team t on t.id = mt.team_id
  where exists (select 1 from installation where mode = 'practice') and u.ended_at is null
  group by u.id, u.email, u.name, m.role, m.job_title, a.name order by m.role, a.name, u.name
$$;

-- Who I am, for the header, and the clock of the session. Reading it counts as being here: the idle time starts anew.
create type sign_in.header as (session_id uuid, user_id uuid, membership_id uuid, name text, role text,
  job_title text, agency_id uuid, agency text, team_ids uuid[], teams text[], functions text[],
  idle_until timestamptz, absolute_until timestamptz, mode text, place text, verbs text[]);

create function sign_in.viewer() returns setof sign_in.header
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.session_id is null then return; end if;
  update session s set idle_until = least(s.absolute_until, now() + interval '30 minutes')
  where s.id = me.session_id and s.idle_until < now() + interval '29 minutes';
  return query
  select me.session_id, me.user_id, me.membership_id, u.name, me.role, m.job_title, me.agency_id, a.name,
    coalesce(t.ids, '{}'), coalesce(t.names, '{}'), coalesce(t.functions, '{}'), s.idle_until, s.absolute_until,
    i.mode, i.place, coalesce(access.verbs_of(me.role), '{}')
  from session s join app_user u on u.id = s.user_id join membership m on m.id = s.membership_id
  join agency a on a.id = m.agency_id cross join installation i
  left join lateral (select array_agg(team.id order by team.name) as ids, array_agg(team.name order by team.name)
      as names, array_agg(team.function order by team.name) as functions
    from membership_team mt join team on team.id = mt.team_id where mt.membership_id = m.id) t on true
  where s.id = me.session_id;
end $$;

-- The first statement of every scope: hands over the token for this transaction and says who is asking. No row: signed
-- out, and nothing after it returns anything.
create function sign_in.begin(token text) returns setof sign_in.header
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform set_config('app.session', coalesce(token, ''), true);
  return query select * from sign_in.viewer();
end $$;

create function sign_in.memberships() returns table (id uuid, role text, job_title text, agency text, teams text,
  acting boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id, m.role, m.job_title, a.name, string_agg(t.name, ', ' order by t.name),
    m.id = (access.me()).membership_id
  from membership m join agency a on a.id = m.agency_id
  left join membership_team mt on mt.membership_id = m.id left join team t on t.id = mt.team_id
  where m.user_id = access.my_user() and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
    and m.waits_since is null
  group by m.id, m.role, m.job_title, a.name, m.starts_at order by m.starts_at
$$;

-- Acting in another membership is a new session under a new token; the old one ends. It ends when the old one would
-- have: a working day is ten hours from the password, however often one changes roles. Of two at once, one switches.
create function sign_in.switch_to(membership uuid, new_token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  old session;
begin
  if me.session_id is null or not exists (select 1 from sign_in.memberships() m where m.id = membership) then
    return false;
  end if;
  update session s set ended_at = now() where s.id = me.session_id and s.ended_at is null returning s.* into old;
  if old.id is null then return false; end if;
  perform sign_in.new_session(me.user_id, new_token_hash, membership, old.agent, old.absolute_until, null);
  return true;
end $$;

-- Takes the token and not a viewer: a session that has timed out, or whose role has ended, ends like any other.
create function sign_in.sign_out(token text, everywhere boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare whose uuid;
begin
  select s.user_id into whose from session s
  where s.token_hash = sha256(convert_to(token, 'UTF8')) and s.ended_at is null;
  perform sign_in.end_session(token);
  if everywhere then update session set ended_at = now() where user_id = whose and ended_at is null; end if;
end $$;

create function sign_in.my_sessions() returns table (id uuid, created_at timestamptz, agent text, this_one boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.created_at, s.agent, s.id = (access.me()).session_id from session s
  where s.user_id = access.my_user() and s.ended_at is null and now() < s.idle_until and now() < s.absolute_until
  order by s.created_at desc
$$;

-- Setting a password by a one-time link handed over by a person. Ends every session of that user, and the one of this
-- browser, whoever's it is. Old failures count no more: whoever holds the link is let in. Since whoever made the link
-- may have used it, what opens people is closed until somebody else says whose the password is.
create function sign_in.use_link(link_hash bytea, new_salt bytea, new_params jsonb, new_verifier bytea,
  instead_of text default null) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare l one_time_link;
begin
  update one_time_link set used_at = now() where token_hash = link_hash and used_at is null and now() < expires_at
  returning * into l;
  -- An invitation of somebody who has an account elsewhere sets nothing: they sign in as always.
  if l.user_id is null or l.purpose = 'offer' then return false; end if;
  delete from credential where user_id = l.user_id;
  insert into credential (user_id, salt, params, verifier, hands, agency_id)
  values (l.user_id, new_salt, new_params, new_verifier, l.hands, l.agency_id);
  update session set ended_at = now() where user_id = l.user_id and ended_at is null;
  perform sign_in.end_session(instead_of);
  delete from sign_in_attempt a using app_user
  where app_user.id = l.user_id and a.account = sign_in.account_key(app_user.email);
  perform admin.password_by_link(l);
  return true;
end $$;

create function sign_in.link_is_good(link_hash bytea) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- By what was typed for an invitation, which does not tell whether they have an account already.
  select coalesce(case when l.purpose <> 'reset' then (select o.called from role_offer o where o.user_id = l.user_id
      and o.agency_id = l.agency_id order by o.offered_at desc limit 1) end, u.name)
  from one_time_link l join app_user u on u.id = l.user_id
  where l.token_hash = link_hash and l.used_at is null and now() < l.expires_at
$$;
reset role;
