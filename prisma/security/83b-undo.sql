-- Undoing a whole file: may it be, then row by row, last first.
set local role {{definer}};

create function transfer.unask_absent(b import_batch) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare absent uuid[] := (select array_agg(x::uuid) from jsonb_array_elements_text(b.mapping -> 'absent') x);
begin
  update involvement set feed_missing = feed_missing - 1 where id = any (absent) and feed_missing > 0;
  delete from change where entry_id = any (absent) and at >= b.sent_at and actor_id is null;
  delete from notice where kind = 'work-ended-question' and subject_id = any (absent) and made_at >= b.sent_at;
end $$;

-- Why a file may not be undone, in words; null when it may. Somebody has written on these people since, or a later
-- file.
create function transfer.why_not_undone(b import_batch) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare recs uuid[]; ids uuid[]; t text; written boolean;
begin
  select coalesce(array_agg(distinct record_id), '{}') into recs from import_row
  where batch_id = b.id and record_id is not null;
  select coalesce(array_agg((x ->> 1)::uuid), '{}') into ids from import_row r,
    jsonb_array_elements(r.parsed -> 'did' -> 'rows') x
  where r.batch_id = b.id or r.parsed -> 'did' ->> 'after' = b.id::text;
  if exists (select 1 from source_row s where s.record_id = any (recs) and s.batch_id > b.id) then
    return 'A later file has changed some of these people. Undo that one first.';
  end if;
  for t in select tablename from pg_tables where schemaname = 'public' and tablename in (select event_object_table
    from information_schema.triggers where trigger_name = 'a_header') loop
    execute format('select exists (select 1 from %I e where e.record_id = any ($1) and e.given_at >= $2
      and e.id <> all ($3))', t) into written using recs, b.sent_at, ids;
    if written then return 'Somebody has written about some of these people since.'; end if;
  end loop;
  -- Not what others said: that somebody placed them in a cohort, or linked them to a record, tells that they are known
  -- elsewhere, or of a state.
  if exists (select 1 from change c where c.record_id = any (recs) and c.at >= b.sent_at and c.actor_id is not null)
    or exists (select 1 from cohort_member m join record r on r.person_id = m.person_id and r.agency_id = m.agency_id
      where r.id = any (recs) and m.starts_at >= b.sent_at)
  then return 'Somebody has written about some of these people since.'; end if;
  return null;
end $$;

-- First the whole: may it be, and the links that came of it: of records that the file made, all, whoever made or
-- confirmed them, since those go; of others the machine's that nobody stands for. Then row by row.
create function transfer.begin_undo(of_batch uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch; words text; e record; recs jsonb;
begin
  select * into b from import_batch where id = of_batch and state = 'undone' and undone_at is null for update;
  if b.id is null then return false; end if;
  words := case when b.done = 0 then transfer.why_not_undone(b) end;
  if words is not null then
    update import_batch set state = 'done', error = words, done = rows where id = b.id;
    return false;
  end if;
  -- Records that the file brought: made by it (true), or changed.
  select coalesce(jsonb_object_agg(x.record_id, x.made), '{}') into recs from (
    select i.record_id, coalesce(bool_or((i.parsed -> 'did' ->> 'new')::boolean), false) as made from import_row i
    where i.batch_id = b.id and i.record_id is not null group by 1) x;
  for e in select l.id from link_event l, lateral (values (l.record_id::text), (l.evidence ->> 'with'),
      (l.evidence ->> 'of')) side(record)
    where l.at >= b.sent_at and not l.evidence ? 'undoes' and (recs -> side.record = 'true'
      or recs ? side.record and l.made_how = 'machine' and l.confirmed_by is null)
    group by l.id order by l.id desc
  loop perform identity.undo_link(e.id, 'machine', 'The file was undone.'); end loop;
  perform identity.let_go(c::link_candidate, 'The file was undone.') from link_candidate c
  where c.waits_as is not null and 'true' in (recs -> c.record_a::text, recs -> c.record_b::text);
  return true;
end $$;

create function transfer.undo_row(b import_batch, r import_row) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare did jsonb := r.parsed -> 'did'; whom uuid := (did ->> 'person')::uuid; x jsonb; c text; n int := 0; w import_row;
  f import_batch;
begin
  -- Rows of feeds that waited for this person wait again.
  for w in select * from import_row i where i.parsed -> 'did' ->> 'after' = b.id::text and i.record_id = r.record_id
    order by i.batch_id desc, i.line desc
  loop
    select * into f from import_batch where id = w.batch_id;
    perform transfer.undo_row(f, w);
    update import_row set outcome = 'waiting' where batch_id = w.batch_id and line = w.line;
  end loop;
  for x in select s.x from jsonb_array_elements(did -> 'set') with ordinality s(x, at) order by s.at desc loop
    for c in select jsonb_object_keys(x -> 2) loop
      perform transfer.set_value(x ->> 0, (x ->> 1)::uuid, c, x -> 2 ->> c, x ->> 3);
    end loop;
    delete from change where entry_id = (x ->> 1)::uuid and at >= b.sent_at and actor_id is null;
    if x ->> 0 in ('involvement', 'involvement_worker') and x -> 2 @> '{"ends_on": null}' then
      update person_access set ends_at = null where source_id = (x ->> 1)::uuid;
    end if;
  end loop;
  for x in select s.x from jsonb_array_elements(did -> 'rows') with ordinality s(x, at) order by s.at desc loop
    execute format('delete from %I where id = $1', x ->> 0) using (x ->> 1)::uuid;
    delete from change where entry_id = (x ->> 1)::uuid;
    delete from person_access where source_id = (x ->> 1)::uuid;
    delete from notice where subject_id = (x ->> 1)::uuid;
    n := n + 1;
  end loop;
  delete from source_row where batch_id = b.id and record_id = r.record_id and line = r.line;
  if (did ->> 'new')::boolean then
    delete from link_candidate where r.record_id in (record_a, record_b);
    delete from record where id = r.record_id;
    -- With what is about the person and no record's: bars, placements, acts. Where a link could bring them back, the
    -- person stays for it.
    if exists (select 1 from conflict where person_id = whom)
      or exists (select 1 from cohort_member where person_id = whom)
      or exists (select 1 from taking_away where person_id = whom) then
      perform trail.forget_person('{}', whom);
    end if;
    delete from person p where p.id = whom and not exists (select 1 from record where person_id = whom)
      and not exists (select 1 from person_access where person_id = whom)
      and not exists (select 1 from conflict where person_id = whom)
      and not exists (select 1 from cohort_member where person_id = whom)
      and not exists (select 1 from taking_away where person_id = whom);
  elsif did ? 'keys' then
    delete from record_key where record_id = r.record_id;
    insert into record_key (record_id, key) select r.record_id, k from jsonb_array_elements_text(did -> 'keys') k;
  end if;
  insert into erasure (id, agency_id, record_id, reason, counts, run_by)
  values (access.uuid7(), b.agency_id, r.record_id, 'file undone', jsonb_build_object('entries', n, 'batch', b.id),
    b.sent_by::text);
  update import_row set record_id = null, parsed = parsed - 'did' where batch_id = b.id and line = r.line;
end $$;

-- Some rows, last first. False when there are no more, and the file is undone.
create function transfer.undo_rows(of_batch uuid, most int) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch; r import_row; n int := 0;
begin
  select * into b from import_batch where id = of_batch and state = 'undone' and undone_at is null for update;
  if b.id is null then return false; end if;
  for r in select * from import_row i where i.batch_id = b.id and i.record_id is not null order by i.line desc limit most
  loop perform transfer.undo_row(b, r); n := n + 1; end loop;
  if n = 0 and b.mapping ? 'absent' then perform transfer.unask_absent(b); end if;
  update import_batch set done = done + n, undone_at = case when n = 0 then now() end where id = b.id;
  return n > 0;
end $$;
reset role;
grant execute on function transfer.begin_undo(uuid), transfer.undo_rows(uuid, int) to {{worker}};
