-- Signing in happens before there is a viewer. The web login reads no verifier and has no other way to a session: it
-- hands over the raw argon2id hash, the database compares SHA-256 of it and makes the session (tried.md I4).
set local role {{definer}};

-- The salt to hash with. An unknown address gets a made-up one that never changes, so the answer tells nothing.
create function sign_in.salt_for(of_email text) returns table (salt bytea, params jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select c.salt, c.params from app_user u join credential c on c.user_id = u.id
    where u.email = lower(of_email) and u.ended_at is null;
  if not found then
    return query select substring(sha256(convert_to('no such address|' || lower(of_email) ||
      (select created_at from installation), 'UTF8')) from 1 for 16), '{"m":19456,"t":2,"p":1}'::jsonb;
  end if;
end $$;

-- How long this account, from this network, has to wait now: growing delays, keyed by both, so that a stranger's
-- failures elsewhere never lock anybody's account (engineering.md 3.6). Keys come hashed.
create function sign_in.wait_seconds(attempt_key bytea) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case when count(*) < 5 then 0 else greatest(0, ceil(extract(epoch from
    max(at) + make_interval(secs => least(900, 5 * 2 ^ (count(*) - 5))) - now())))::int end
  from sign_in_attempt where key = attempt_key and at > now() - interval '30 minutes'
$$;

create function sign_in.new_session(of_user uuid, token_hash bytea, as_membership uuid, with_agent text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until, agent)
  values (token_hash, access.uuid7(), of_user, as_membership, now() + interval '30 minutes',
    now() + interval '10 hours', with_agent);
  insert into audit_event (kind, actor_id, membership_id, outcome, row_hash)
  values ('sign-in', of_user, as_membership, 'done',
    sha256(convert_to(concat_ws('|', 'sign-in', of_user, as_membership, now()), 'UTF8')));
end $$;

create function sign_in.first_membership(of_user uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.id from membership m where m.user_id = of_user and now() >= m.starts_at
    and (m.ends_at is null or now() < m.ends_at) order by m.starts_at, m.id limit 1
$$;

create function sign_in.with_password(of_email text, raw_hash bytea, new_token_hash bytea, attempt_key bytea,
  with_agent text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  u uuid;
  m uuid;
begin
  select app_user.id into u from app_user join credential c on c.user_id = app_user.id
  where app_user.email = lower(of_email) and app_user.ended_at is null and c.verifier = sha256(raw_hash);
  m := sign_in.first_membership(u);
  if u is null or m is null then
    insert into sign_in_attempt (id, key) values (access.uuid7(), attempt_key);
    insert into audit_event (kind, outcome, row_hash) values ('sign-in', 'refused',
      sha256(convert_to(concat_ws('|', 'sign-in', 'refused', encode(attempt_key, 'hex'), now()), 'UTF8')));
    return false;
  end if;
  delete from sign_in_attempt where key = attempt_key;
  perform sign_in.new_session(u, new_token_hash, m, with_agent);
  return true;
end $$;

-- Practice people sign in with a click: in practice mode, and only there.
create function sign_in.as_practice(of_email text, new_token_hash bytea, with_agent text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare u uuid; m uuid;
begin
  if not exists (select 1 from installation where mode = 'practice') then return false; end if;
  select id into u from app_user where email = lower(of_email) and ended_at is null;
  m := sign_in.first_membership(u);
  if u is null or m is null then return false; end if;
  perform sign_in.new_session(u, new_token_hash, m, with_agent);
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
  idle_until timestamptz, absolute_until timestamptz, mode text, place text);

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
    i.mode, i.place
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
  group by m.id, m.role, m.job_title, a.name, m.starts_at order by m.starts_at
$$;

-- Acting in another membership is a new session under a new token; the old one ends.
create function sign_in.switch_to(membership uuid, new_token_hash bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.session_id is null or not exists (select 1 from sign_in.memberships() m where m.id = membership) then
    return false;
  end if;
  update session set ended_at = now() where id = me.session_id;
  perform sign_in.new_session(me.user_id, new_token_hash, membership, null);
  return true;
end $$;

create function sign_in.sign_out(everywhere boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  update session set ended_at = now()
  where ended_at is null and (id = me.session_id or (everywhere and user_id = me.user_id));
end $$;

create function sign_in.my_sessions() returns table (id uuid, created_at timestamptz, agent text, this_one boolean)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.id, s.created_at, s.agent, s.id = (access.me()).session_id from session s
  where s.user_id = access.my_user() and s.ended_at is null and now() < s.idle_until and now() < s.absolute_until
  order by s.created_at desc
$$;

-- Setting a password by a one-time link handed over by a person. Ends every session of that user.
create function sign_in.use_link(link_hash bytea, new_salt bytea, new_params jsonb, new_verifier bytea) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare u uuid;
begin
  update one_time_link set used_at = now() where token_hash = link_hash and used_at is null and now() < expires_at
  returning user_id into u;
  if u is null then return false; end if;
  insert into credential (user_id, salt, params, verifier) values (u, new_salt, new_params, new_verifier)
  on conflict (user_id) do update set salt = excluded.salt, params = excluded.params,
    verifier = excluded.verifier, changed_at = now();
  update session set ended_at = now() where user_id = u and ended_at is null;
  return true;
end $$;

create function sign_in.link_is_good(link_hash bytea) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.name from one_time_link l join app_user u on u.id = l.user_id
  where l.token_hash = link_hash and l.used_at is null and now() < l.expires_at
$$;
reset role;
