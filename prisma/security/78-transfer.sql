-- Files of people, received from an agency: what its record steward does on the screen. Nothing here answers whether
-- anybody else knows a person: a row is "one of your own people" or "received", and no more.
-- The rows themselves are taken in by a job of the worker's login (81 to 83), which is given ids only.
set local role {{definer}};
drop schema if exists transfer cascade;
create schema transfer;

-- A batch of my agency, for its steward; or there is none.
create function transfer.mine(of_batch uuid) returns import_batch
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward']); b import_batch;
begin
  select * into b from import_batch where id = of_batch and agency_id = me.agency_id;
  if b.id is null then raise exception 'no such file' using errcode = 'CT404'; end if;
  return b;
end $$;

-- Has the agency a team of this name or key?
create function transfer.has_team(of_agency uuid, called text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from team t where t.agency_id = of_agency and t.ended_at is null
    and lower(called) in (lower(t.name), lower(t.key)))
$$;

-- A file as it came, in somebody's name: the worker reads it (80b), so that no file holds up a page. One at a time of
-- each user. Called by open_batch for who is signed in, and by the owner's command.
create function transfer.make_batch(of_agency uuid, by_user uuid, of_shape text, called text, sent bytea) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare new_id uuid := access.uuid7(); to_team uuid;
begin
  perform pg_advisory_xact_lock(hashtext('file of'), hashtext(by_user::text));
  if exists (select 1 from import_batch where sent_by = by_user and state = 'reading') then
    raise exception 'A file of yours is being read. Send the next one when it has been.' using errcode = 'CT409';
  end if;
  select id into to_team from team where agency_id = of_agency and ended_at is null order by team.name limit 1;
  if to_team is null then raise exception 'Your agency has no team yet.' using errcode = 'CT422'; end if;
  insert into import_batch (id, agency_id, team_id, shape, filename, encoding, file_hash, mapping, state, sent_by)
  values (new_id, of_agency, to_team, of_shape, left(called, 120), 'utf-8', sha256(sent), '{"header": []}', 'reading',
    by_user);
  insert into import_file (batch_id, bytes) values (new_id, sent);
  return new_id;
end $$;

create function transfer.open_batch(of_shape text, name text, sent bytea) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward']);
begin
  if not (of_shape in ('people', 'headline_feed')) or length(sent) > 10485760 then
    raise exception 'no such shape' using errcode = 'CT404';
  end if;
  return transfer.make_batch(me.agency_id, me.user_id, of_shape, name, sent);
end $$;

-- The mapping chosen, remembered for the agency and the headings; the check begins (again).
create function transfer.start_check(of_batch uuid, by_user uuid, read jsonb, header_key text, to_team uuid, kind text)
returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch;
begin
  select * into b from import_batch where id = of_batch for update;
  if not (b.state in ('received', 'checked')) or (b.state = 'received' and b.done < b.rows) then
    raise exception 'This file cannot be checked now.' using errcode = 'CT409';
  end if;
  if not exists (select 1 from team where id = to_team and agency_id = b.agency_id and ended_at is null)
    or not (kind in ('current', 'reference')) then raise exception 'no such team' using errcode = 'CT404'; end if;
  insert into import_mapping (agency_id, shape, header_hash, mapping, saved_by)
  values (b.agency_id, b.shape, header_key, read, by_user)
  on conflict (agency_id, shape, header_hash)
    do update set mapping = excluded.mapping, saved_by = excluded.saved_by, saved_at = now();
  update import_row set outcome = null, parsed = null, problems = null
  where batch_id = b.id and not coalesce((parsed ->> 'broken')::boolean, false) and outcome is not null;
  update import_batch set state = 'checking', done = 0, counts = null, team_id = to_team, list_kind = kind,
    mapping = mapping || jsonb_build_object('read', read) where id = b.id;
end $$;

-- The headings stand on another line than was found: the file is read again from there.
create function transfer.read_again(of_batch uuid, from_line int) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  if not (b.state in ('received', 'checked')) or not exists (select 1 from import_file where batch_id = b.id) then
    raise exception 'This file cannot be read again now. Send it once more.' using errcode = 'CT409';
  end if;
  if not exists (select 1 from jsonb_array_elements(b.mapping -> 'top') t where (t ->> 'line')::int = from_line) then
    raise exception 'no such line' using errcode = 'CT404';
  end if;
  update import_batch set state = 'reading', done = 0, rows = 0, counts = null,
    mapping = jsonb_build_object('header', '[]'::jsonb, 'headingAsked', from_line) where id = b.id;
end $$;

create function transfer.check_batch(of_batch uuid, read jsonb, header_key text, to_team uuid, kind text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  perform transfer.start_check(b.id, access.my_user(), read, header_key, to_team, kind);
end $$;

-- From checked to importing; the agency's information officers are told.
create function transfer.start_import(of_batch uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch;
begin
  select * into b from import_batch where id = of_batch for update;
  if b.state <> 'checked' then raise exception 'This file has not been checked.' using errcode = 'CT409'; end if;
  update import_batch set state = 'importing', done = 0 where id = b.id;
  delete from import_file where batch_id = b.id; -- its rows go in as they were looked at
  insert into notice (id, user_id, kind, subject_id)
  select distinct on (m.user_id) access.uuid7(), m.user_id, 'file-imported', b.id from membership m
  where m.agency_id = b.agency_id and m.role = 'officer' and (m.ends_at is null or now() < m.ends_at);
end $$;

create function transfer.confirm_batch(of_batch uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin perform transfer.start_import(b.id); end $$;

-- Nothing of it was used, so nothing of it is kept.
create function transfer.drop_batch(of_batch uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update import_batch set state = 'abandoned', finished_at = now() where id = of_batch;
  delete from import_row where batch_id = of_batch;
  delete from import_file where batch_id = of_batch;
end $$;

create function transfer.abandon_batch(of_batch uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  if not (b.state in ('reading', 'received', 'checking', 'checked', 'failed')) then
    raise exception 'This file has gone in. It can be undone instead.' using errcode = 'CT409';
  end if;
  perform transfer.drop_batch(b.id);
end $$;

-- Asked for here; the job looks whether it may, and does it. Undone with no time: on its way.
create function transfer.undo_batch(of_batch uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  if b.state <> 'done' then raise exception 'This file cannot be undone now.' using errcode = 'CT409'; end if;
  update import_batch set state = 'undone', undone_at = null, error = null, done = 0 where id = b.id;
end $$;

-- The agency's files, newest first; keyset by id. An administrator sees numbers and no file name, rows or problems.
create function transfer.batches(before uuid, most int)
returns table (id uuid, shape text, list_kind text, filename text, team text, state text, undoing boolean, rows int,
  done int, counts jsonb, sent_by text, sent_at timestamptz, error text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'administrator']);
begin
  return query
  select b.id, b.shape, b.list_kind, case when me.role = 'steward' then b.filename end, t.name, b.state,
    b.state = 'undone' and b.undone_at is null, b.rows, b.done, b.counts, u.name, b.sent_at,
    case when me.role = 'steward' then b.error end
  from import_batch b join team t on t.id = b.team_id join app_user u on u.id = b.sent_by
  where b.agency_id = me.agency_id and (before is null or b.id < before) order by b.id desc limit most;
end $$;

create function transfer.batch(of_batch uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  return jsonb_build_object('id', b.id, 'shape', b.shape, 'listKind', b.list_kind, 'teamId', b.team_id, 'filename',
    b.filename, 'encoding', b.encoding, 'header', b.mapping -> 'header', 'read', b.mapping -> 'read', 'state', b.state,
    'headingLine', coalesce((b.mapping ->> 'headingLine')::int, 1), 'top', coalesce(b.mapping -> 'top', '[]'),
    'kinds', coalesce(b.mapping -> 'kinds', '[]'),
    'undoing', b.state = 'undone' and b.undone_at is null, 'rows', b.rows, 'done', b.done, 'counts', b.counts, 'sentAt',
    b.sent_at, 'finishedAt', b.finished_at, 'error', b.error,
    'teams', (select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.name) from team t
      where t.agency_id = b.agency_id and t.ended_at is null));
end $$;

create function transfer.first_rows(of_batch uuid, most int) returns setof jsonb
language plpgsql stable security definer rows 200 set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  return query select r.raw from import_row r
  where r.batch_id = b.id and not coalesce((r.parsed ->> 'broken')::boolean, false) order by r.line limit most;
end $$;

create function transfer.remembered(of_shape text, header_key text) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.mapping from import_mapping m
  where m.agency_id = (access.require(array['steward'])).agency_id and m.shape = of_shape and m.header_hash = header_key
$$;

-- One page of an outcome's rows, by line: the agency's own number and what is to be said of the row.
create function transfer.rows_of(of_batch uuid, of_outcome text, after_line int, most int)
returns table (line int, local_ref text, problems jsonb, why text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  return query select r.line, r.parsed ->> 'localRef', r.problems, r.parsed ->> 'why' from import_row r
  where r.batch_id = b.id and r.outcome = of_outcome and r.line > after_line order by r.line limit most;
end $$;

-- Refused rows as they came, for the report.
create function transfer.refused_rows(of_batch uuid, after_line int, most int)
returns table (line int, problems jsonb, cells jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  return query select r.line, r.problems, r.raw from import_row r
  where r.batch_id = b.id and r.outcome = 'refused' and r.line > after_line order by r.line limit most;
end $$;

reset role;
grant usage on schema transfer to {{app}}, {{worker}};
grant execute on function transfer.open_batch(text, text, bytea), transfer.check_batch(uuid, jsonb, text, uuid, text),
  transfer.read_again(uuid, int), transfer.confirm_batch(uuid), transfer.abandon_batch(uuid),
  transfer.undo_batch(uuid), transfer.batches(uuid, int), transfer.batch(uuid), transfer.first_rows(uuid, int),
  transfer.remembered(text, text), transfer.rows_of(uuid, text, int, int), transfer.refused_rows(uuid, int, int)
  to {{app}};
