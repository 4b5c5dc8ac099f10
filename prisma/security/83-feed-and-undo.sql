-- The headline feed's rows, the question it asks of people it no longer lists, and undoing a whole file.
set local role {{definer}};

-- The team a feed names, among the agency's own; else the team chosen for the file.
create function transfer.team_named(b import_batch, name_given text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select t.id from team t where t.agency_id = b.agency_id and t.ended_at is null
    and lower(name_given) in (lower(t.name), lower(t.key)) limit 1), b.team_id)
$$;

-- A worker named by a feed: tied to a user only where one user of that team has that name.
create function transfer.put_worker(b import_batch, i involvement, worker text, phone text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare old involvement_worker; who uuid; new_id uuid := access.uuid7(); sets jsonb := '[]';
begin
  select * into old from involvement_worker w where w.involvement_id = i.id and w.ends_on is null
    and lower(w.worker_name) = lower(worker) limit 1;
  if old.id is not null then return jsonb_build_object('rows', '[]'::jsonb, 'set', sets); end if;
  for old in select * from involvement_worker w where w.involvement_id = i.id and w.ends_on is null and w.lead
    and w.given_by = b.sent_by loop
    sets := sets || transfer.set_value('involvement_worker', old.id, 'ends_on', access.today()::text, 'date')
      || transfer.set_value('involvement_worker', old.id, 'lead', 'false', 'boolean');
  end loop;
  select case when count(distinct u.id) = 1 then min(u.id::text)::uuid end into who from app_user u
    join membership m on m.user_id = u.id and m.agency_id = b.agency_id and (m.ends_at is null or now() < m.ends_at)
    join membership_team mt on mt.membership_id = m.id and mt.team_id = i.team_id
  where lower(u.name) = lower(worker) and u.ended_at is null and m.role in ('practitioner', 'manager', 'limited')
    and not exists (select 1 from conflict c where c.user_id = u.id and c.person_id = i.person_id);
  insert into involvement_worker (id, person_id, record_id, agency_id, team_id, given_by, involvement_id, user_id,
    worker_name, worker_phone, lead, starts_on)
  values (new_id, i.person_id, i.record_id, i.agency_id, i.team_id, b.sent_by, i.id, who, worker, phone,
    not exists (select 1 from involvement_worker w where w.involvement_id = i.id and w.ends_on is null and w.lead),
    access.today());
  return jsonb_build_object('rows', jsonb_build_array(jsonb_build_array('involvement_worker', new_id)), 'set', sets);
end $$;

-- The last contact and the next appointment, as headlines of the agency's own.
create function transfer.put_headlines(b import_batch, i involvement, p jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare l jsonb := p -> 'last'; n timestamptz := (p ->> 'nextAt')::timestamptz; new_id uuid; rows jsonb := '[]';
  sets jsonb := '[]'; e uuid;
begin
  if jsonb_typeof(l) = 'object' and not exists (select 1 from contact c where c.record_id = i.record_id
      and c.happened_on = (l ->> 'date')::date and c.kind = l ->> 'kind') then
    new_id := access.uuid7();
    insert into contact (id, person_id, record_id, agency_id, team_id, given_by, happened_on, kind, outcome, source)
    values (new_id, i.person_id, i.record_id, i.agency_id, i.team_id, b.sent_by, (l ->> 'date')::date, l ->> 'kind',
      l ->> 'outcome', 'feed');
    rows := rows || jsonb_build_array(jsonb_build_array('contact', new_id));
  end if;
  if n is null then return jsonb_build_object('rows', rows, 'set', sets); end if;
  -- The agency's system says what is next: another time of its own, still ahead, no longer holds.
  for e in select a.id from appointment a where a.record_id = i.record_id and a.team_id = i.team_id
    and a.source = 'feed' and a.outcome is null and a.starts_at > now() and a.starts_at <> n
  loop sets := sets || transfer.set_value('appointment', e, 'outcome', 'rearranged', 'text'); end loop;
  if not exists (select 1 from appointment a where a.record_id = i.record_id and a.starts_at = n
      and a.outcome is null) then
    new_id := access.uuid7();
    insert into appointment (id, person_id, record_id, agency_id, team_id, given_by, starts_at, kind, worker_name, source)
    values (new_id, i.person_id, i.record_id, i.agency_id, i.team_id, b.sent_by, n, 'appointment', p ->> 'worker', 'feed');
    rows := rows || jsonb_build_array(jsonb_build_array('appointment', new_id));
  end if;
  return jsonb_build_object('rows', rows, 'set', sets);
end $$;

create function transfer.take_feed(b import_batch, r import_row) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p jsonb := r.parsed; own uuid; rec public.record; i involvement; rows jsonb := '[]'; sets jsonb := '[]';
  more jsonb; to_team uuid := transfer.team_named(b, p ->> 'team'); until_on date := (p ->> 'until')::date;
begin
  own := transfer.own_record(b.agency_id, p ->> 'localRef');
  if own is null then raise exception 'nobody of this number'; end if;
  select * into rec from public.record where id = own;
  rows := transfer.open_work(b, own, rec.person_id, to_team, (p ->> 'from')::date);
  select * into i from involvement where record_id = own and team_id = to_team order by ends_on desc nulls first limit 1;
  if i.ends_on is null then
    sets := transfer.set_value('involvement', i.id, 'feed_last_seen', now()::text, 'timestamptz')
      || case when i.feed_missing = 0 then '[]' else transfer.set_value('involvement', i.id, 'feed_missing', '0', 'int') end;
    if p ->> 'worker' is not null then
      more := transfer.put_worker(b, i, p ->> 'worker', coalesce(p ->> 'workerPhone', p ->> 'teamPhone'));
      rows := rows || (more -> 'rows'); sets := sets || (more -> 'set');
    end if;
    -- A date of ending that the agency itself gives ends the work; being left out never does.
    if until_on is not null and until_on <= access.today() then
      sets := sets || transfer.set_value('involvement', i.id, 'end_reason', 'feed', 'text')
        || transfer.set_value('involvement', i.id, 'ends_on', greatest(until_on, i.starts_on)::text, 'date');
    end if;
  end if;
  more := transfer.put_headlines(b, i, p);
  rows := rows || (more -> 'rows'); sets := sets || (more -> 'set');
  insert into source_row (id, record_id, person_id, agency_id, batch_id, line, raw, hash)
  select access.uuid7(), own, rec.person_id, b.agency_id, b.id, r.line,
    (select jsonb_object_agg(h.name, r.raw -> (h.at::int - 1))
      from jsonb_array_elements_text(b.mapping -> 'header') with ordinality h(name, at)), r.hash
  where not exists (select 1 from source_row s where s.record_id = own and s.hash = r.hash);
  update import_row set record_id = own, outcome = case when rows = '[]' and not exists (
      select 1 from jsonb_array_elements(sets) s where not (s -> 2 ?| array['feed_last_seen', 'feed_missing']))
      then 'unchanged' else 'changed' end,
    parsed = parsed || jsonb_build_object('did', jsonb_build_object('new', false, 'rows', rows, 'set', sets))
  where batch_id = b.id and line = r.line;
end $$;

-- Work that a feed once listed and this one does not: after two feeds running its workers and managers are asked
-- whether it has ended. Nothing ends by itself.
create function transfer.ask_about_absent(b import_batch) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare absent uuid[];
begin
  select coalesce(array_agg(i.id), '{}') into absent from involvement i
  where i.agency_id = b.agency_id and i.came_from = 'feed' and i.feed_last_seen < b.sent_at
    and (i.ends_on is null or i.ends_on >= access.today())
    -- A feed speaks for the teams it lists, and for no others.
    and i.team_id in (select o.team_id from import_row r join involvement o on o.record_id = r.record_id
      where r.batch_id = b.id and o.feed_last_seen >= b.sent_at)
    -- A row that was refused for what it says of a contact lists its person all the same.
    and i.record_id not in (select k.id from import_row r join public.record k on k.agency_id = b.agency_id
        and k.local_ref = r.parsed ->> 'localRef' where r.batch_id = b.id and r.outcome = 'refused');
  update involvement set feed_missing = feed_missing + 1 where id = any (absent);
  update import_batch set mapping = mapping || jsonb_build_object('absent', absent) where id = b.id;
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), asked.user_id, 'work-ended-question', g.person_id, g.id from involvement g
  cross join lateral (
    select w.user_id from involvement_worker w where w.involvement_id = g.id and w.user_id is not null and w.ends_on is null
    union
    select m.user_id from membership m join membership_team mt on mt.membership_id = m.id and mt.team_id = g.team_id
    where m.role = 'manager' and (m.ends_at is null or now() < m.ends_at)) asked
  where g.id = any (absent) and g.feed_missing = 2;
end $$;

create function transfer.unask_absent(b import_batch) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare absent uuid[] := (select array_agg(x::uuid) from jsonb_array_elements_text(b.mapping -> 'absent') x);
begin
  update involvement set feed_missing = feed_missing - 1 where id = any (absent) and feed_missing > 0;
  delete from change where entry_id = any (absent) and at >= b.sent_at and actor_id is null;
  delete from notice where kind = 'work-ended-question' and subject_id = any (absent) and made_at >= b.sent_at;
end $$;

-- Why a file may not be undone, in words; null when it may. Somebody has written on these people since, or a later file.
create function transfer.why_not_undone(b import_batch) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare recs uuid[]; ids uuid[]; t text; written boolean;
begin
  select coalesce(array_agg(distinct record_id), '{}') into recs from import_row
  where batch_id = b.id and record_id is not null;
  select coalesce(array_agg((x ->> 1)::uuid), '{}') into ids from import_row r,
    jsonb_array_elements(r.parsed -> 'did' -> 'rows') x where r.batch_id = b.id;
  if exists (select 1 from source_row s where s.record_id = any (recs) and s.batch_id > b.id) then
    return 'A later file has changed some of these people. Undo that one first.';
  end if;
  for t in select tablename from pg_tables where schemaname = 'public' and tablename in (select event_object_table
    from information_schema.triggers where trigger_name = 'a_header') loop
    execute format('select exists (select 1 from %I e where e.record_id = any ($1) and e.given_at >= $2
      and e.id <> all ($3))', t) into written using recs, b.sent_at, ids;
    if written then return 'Somebody has written about some of these people since.'; end if;
  end loop;
  if exists (select 1 from change c where c.record_id = any (recs) and c.at >= b.sent_at and c.actor_id is not null)
    or exists (select 1 from link_event e where e.record_id = any (recs) and e.at >= b.sent_at
      and (e.made_by is not null or e.confirmed_by is not null))
    or exists (select 1 from cohort_member m join record r on r.person_id = m.person_id
      where r.id = any (recs) and m.starts_at >= b.sent_at)
  then return 'Somebody has written about some of these people since.'; end if;
  return null;
end $$;

-- First the whole: may it be, and the machine's links that came of it. Then row by row.
create function transfer.begin_undo(of_batch uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch; words text; e record;
begin
  select * into b from import_batch where id = of_batch and state = 'undone' and undone_at is null for update;
  if b.id is null then return false; end if;
  words := case when b.done = 0 then transfer.why_not_undone(b) end;
  if words is not null then
    update import_batch set state = 'done', error = words, done = rows where id = b.id;
    return false;
  end if;
  for e in select l.id from link_event l where l.made_how = 'machine' and not l.evidence ? 'undoes'
    and l.at >= b.sent_at and (l.record_id in (select record_id from import_row where batch_id = b.id)
      or (l.evidence ->> 'with')::uuid in (select record_id from import_row where batch_id = b.id)) order by l.id desc
  loop perform identity.undo_link(e.id, 'machine', 'The file was undone.'); end loop;
  return true;
end $$;

create function transfer.undo_row(b import_batch, r import_row) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare did jsonb := r.parsed -> 'did'; x jsonb; c text; n int := 0;
begin
  for x in select s.x from jsonb_array_elements(did -> 'set') with ordinality s(x, at) order by s.at desc loop
    for c in select jsonb_object_keys(x -> 2) loop
      perform transfer.set_value(x ->> 0, (x ->> 1)::uuid, c, x -> 2 ->> c, x ->> 3);
    end loop;
    delete from change where entry_id = (x ->> 1)::uuid and at >= b.sent_at and actor_id is null;
    if x ->> 0 in ('involvement', 'involvement_worker') and x -> 2 ? 'ends_on' then
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
    delete from person p where p.id = (did ->> 'person')::uuid and not exists (select 1 from record where person_id = p.id)
      and not exists (select 1 from person_access a where a.person_id = p.id);
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
