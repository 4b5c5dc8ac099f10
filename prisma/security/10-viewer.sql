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
  hash := sha256(convert_to(token, 'UTF8')); -- in a variable, or a small table is scanned hashing per row
  select s.id, s.user_id, m.id, m.agency_id, m.role into me
  from session s
  join membership m on m.id = s.membership_id and m.user_id = s.user_id
  join app_user u on u.id = s.user_id
  where s.token_hash = hash and s.ended_at is null
    and now() < s.idle_until and now() < s.absolute_until and u.ended_at is null
    and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at);
  return me;
end $$;

create function access.my_user() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select (access.me()).user_id $$;

create function access.my_agency() returns uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select (access.me()).agency_id $$;

create function access.my_role() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as
$$ select (access.me()).role $$;

-- The same answer for another membership: for "who will read this", which asks the policies' own functions.
create function access.viewer_of(of_membership uuid) returns access.viewer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select row(null, m.user_id, m.id, m.agency_id, m.role)::access.viewer
  from membership m join app_user u on u.id = m.user_id
  where m.id = of_membership and u.ended_at is null
    and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
$$;

-- The teams a membership works for. Two memberships never add up.
create function access.teams_of(v access.viewer) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(mt.team_id), '{}') from membership_team mt where mt.membership_id = v.membership_id
$$;

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
