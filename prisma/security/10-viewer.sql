-- Who is asking. One value crosses from the app: the session's token, set inside the transaction. Everything else
-- is looked up from its row, so an injection cannot choose to be somebody else and ending a session takes effect
-- at the next statement. After a transaction the setting is an empty string, not null: hence nullif.
set local role {{definer}};

create type access.viewer as
  (session_id uuid, user_id uuid, membership_id uuid, agency_id uuid, role text);

-- A version 7 UUID (RFC 9562): time-ordered, no gaps that could be counted. PostgreSQL 15 has no uuidv7().
-- Its names are found once, here; without a search path of its own it becomes a part of the statement that asks.
create function access.uuid7() returns uuid language sql volatile
return encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3)
  from 1 for 6), 52, 1), 53, 1), 'hex')::uuid;

create function access.me() returns access.viewer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  token text := nullif(current_setting('app.session', true), '');
  hash bytea;
  me access.viewer;
begin
  if token is null then return null; end if;
  -- What ended a moment ago is over, however long the transaction has lasted: it sees what others have written since,
  -- and the web's own last ten seconds.
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'one statement after another, please' using errcode = '25001';
  end if;
  if session_user = btrim('{{app}}', '"') and clock_timestamp() > now() + interval '1 minute' then return null; end if;
  -- As found when this transaction began to look (23-looked-at.sql), for ten seconds at most.
  me := (access.my_look()).viewer;
  if me.session_id is not null then return me; end if;
  hash := sha256(convert_to(token, 'UTF8')); -- in a variable, or a small table is scanned hashing per row
  select s.id, s.user_id, m.id, m.agency_id, m.role into me
  from session s
  join membership m on m.id = s.membership_id and m.user_id = s.user_id
  join app_user u on u.id = s.user_id
  where s.token_hash = hash and s.ended_at is null
    and clock_timestamp() < s.idle_until and clock_timestamp() < s.absolute_until and u.ended_at is null
    and clock_timestamp() >= m.starts_at and (m.ends_at is null or clock_timestamp() < m.ends_at)
    and m.waits_since is null;
  return me;
end $$;

-- A hash under a secret of the installation, which no login reads: nobody makes it themselves, to compare.
create function access.keyed(of_text text) returns bytea
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select sha256(coalesce((select secret from installation), ''::bytea) || convert_to(of_text, 'UTF8'))
$$;

-- Is this a loader: the worker, or the owner's commands, whose rows come with all that a session would say? Never the
-- web process, whatever it has done with its session: for it, no session is nobody. Roles that a superuser acts as
-- count.
create function access.loads() returns boolean language sql stable
return nullif(current_setting('app.session', true), '') is null
  and array[session_user::text, current_setting('role')] && array[btrim('{{app}}', '"'), btrim('{{insight}}', '"')] is false;

create function access.my_user() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return (access.me()).user_id; end $$;

create function access.my_agency() returns uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return (access.me()).agency_id; end $$;

create function access.my_role() returns text
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return (access.me()).role; end $$;

-- Whom a membership acts for, whether or not it may act now: for what it could read before.
create function access.viewer_in(m public.membership) returns access.viewer
language sql immutable set search_path = pg_catalog, pg_temp as
$$ select row(null, m.user_id, m.id, m.agency_id, m.role)::access.viewer $$;

-- The same answer for another membership: for "who will read this", which asks the policies' own functions. Nobody,
-- where it could not act now.
create function access.viewer_of(of_membership uuid) returns access.viewer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select access.viewer_in(m) from membership m join app_user u on u.id = m.user_id
  where m.id = of_membership and u.ended_at is null
    and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at) and m.waits_since is null
$$;

-- The teams a membership works for. Two memberships never add up.
create function access.teams_of(v access.viewer) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(mt.team_id), '{}') from membership_team mt where mt.membership_id = v.membership_id
$$;

-- Does this viewer work for teams that enforce or decide benefits, and for no other? What others gave they get by
-- request to the holder's information officer, and nothing of it by screen: no safety either.
create function access.by_request(v access.viewer) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_and(t.function in ('enforcement', 'benefit_decision')), false)
  from membership_team mt join team t on t.id = mt.team_id where mt.membership_id = v.membership_id
$$;

create function access.asks_for_others() returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return access.by_request(access.me()); end $$;

-- The keys under which relationships may be held for a viewer. A limited worker has their own people only;
-- commissioners, administrators, officers and stewards have nobody's. The agency goes with them: what a user holds by
-- name in one agency (a named worker, urgent access) opens nothing while acting for another.
create function access.keys_of(v access.viewer) returns text[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return case
    when v.role in ('practitioner', 'manager') then
      array['u:' || v.user_id, 'a:' || v.agency_id] || coalesce((select array_agg('t:' || mt.team_id)
        from membership_team mt where mt.membership_id = v.membership_id), '{}')
    when v.role in ('limited', 'custodian') then array['u:' || v.user_id, 'a:' || v.agency_id]
    else '{}'::text[]
  end;
end $$;

-- Question 6: people a user must never open. Beats own entries, naming and urgent access.
create function access.barred_of(v access.viewer) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(c.person_id), '{}') from conflict c where c.user_id = v.user_id
    and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
$$;

create function access.my_teams() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return access.teams_of(access.me()); end $$;

create function access.my_keys() returns text[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return access.keys_of(access.me()); end $$;

create function access.my_barred() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return access.barred_of(access.me()); end $$;

-- My own agency where my role may see its entries at this level (3 headline, 4 content), else nothing.
-- A limited worker has headlines only.
create function access.my_own(needed int) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return case
    when me.role in ('practitioner', 'manager') then me.agency_id
    when me.role = 'limited' and needed <= 3 then me.agency_id
  end;
end $$;
reset role;
