-- One row of a file becomes facts of the agency's own record. What it did is written with the row, so that the file can
-- be undone: {"new", "rows": [[table, id]], "set": [[table, id, {column: was}]], "keys": [was]}.
set local role {{definer}};

-- A change to a row that stood before, with what it said.
create function transfer.set_value(of_table text, of_id uuid, of_column text, to_value text, of_type text)
returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare was text;
begin
  execute format('select %I::text from %I where id = $1', of_column, of_table) into was using of_id;
  execute format('update %I set %I = $1::%s where id = $2', of_table, of_column, of_type) using to_value, of_id;
  return jsonb_build_array(jsonb_build_array(of_table, of_id, jsonb_build_object(of_column, was), of_type));
end $$;

-- Was this entry of the record given by an earlier file? Only those end when a file says otherwise.
create function transfer.from_file(of_record uuid, of_table text, of_id uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from source_row s join import_row i on i.batch_id = s.batch_id and i.line = s.line
    where s.record_id = of_record and i.parsed -> 'did' -> 'rows' @> jsonb_build_array(jsonb_build_array(of_table, of_id)))
$$;

-- Blocking keys of a record, and the mark that asks the matching job to look at it ("!match", a key that no value makes).
create function transfer.put_keys(of_record uuid, keys jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from record_key where record_id = of_record
    and key <> all (array(select jsonb_array_elements_text(keys))) and left(key, 1) <> '!';
  insert into record_key (record_id, key)
  select of_record, k from jsonb_array_elements_text(keys || '["!match"]') k on conflict do nothing;
end $$;

create function transfer.open_work(b import_batch, of_record uuid, of_person uuid, to_team uuid, from_on date)
returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare new_id uuid := access.uuid7();
begin
  if exists (select 1 from involvement where record_id = of_record and team_id = to_team) then return '[]'; end if;
  insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, came_from, starts_on, feed_last_seen)
  values (new_id, of_person, of_record, b.agency_id, to_team, b.sent_by, 'feed',
    least(coalesce(from_on, access.today()), access.today()), case when b.shape = 'headline_feed' then now() end);
  return jsonb_build_array(jsonb_build_array('involvement', new_id));
end $$;

-- Names, birth and details that the record does not hold yet; earlier names of a file that it no longer gives, ended.
create function transfer.put_names(b import_batch, rec public.record, p jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare n jsonb; e uuid; new_id uuid; rows jsonb := '[]'; sets jsonb := '[]'; born jsonb := p -> 'birth';
begin
  for n in select * from jsonb_array_elements(p -> 'names') loop
    if exists (select 1 from person_name x where x.record_id = rec.id and x.kind = n ->> 'kind' and x.used_until is null
      and x.given = n ->> 'given' and x.middle = n ->> 'middle' and x.family = n ->> 'family') then continue; end if;
    new_id := access.uuid7();
    insert into person_name (id, person_id, record_id, agency_id, team_id, given_by, kind, given, middle, family,
      sort_key, norm, source)
    values (new_id, rec.person_id, rec.id, b.agency_id, b.team_id, b.sent_by, n ->> 'kind', n ->> 'given',
      n ->> 'middle', n ->> 'family', n ->> 'sortKey', n ->> 'norm', 'import');
    rows := rows || jsonb_build_array(jsonb_build_array('person_name', new_id));
  end loop;
  for e in select x.id from person_name x where x.record_id = rec.id and x.source = 'import' and x.used_until is null
    and not exists (select 1 from jsonb_array_elements(p -> 'names') g where x.kind = g ->> 'kind'
      and x.given = g ->> 'given' and x.middle = g ->> 'middle' and x.family = g ->> 'family')
  loop
    sets := sets || transfer.set_value('person_name', e, 'used_until', access.today()::text, 'date');
  end loop;
  if jsonb_typeof(born) = 'object' and not exists (select 1 from birth x where x.record_id = rec.id
      and row(x.year, x.month, x.day) is not distinct from
        row((born ->> 'year')::int, (born ->> 'month')::int, (born ->> 'day')::int)) then
    new_id := access.uuid7();
    insert into birth (id, person_id, record_id, agency_id, team_id, given_by, year, month, day, estimated, source)
    values (new_id, rec.person_id, rec.id, b.agency_id, b.team_id, b.sent_by, (born ->> 'year')::int,
      (born ->> 'month')::int, (born ->> 'day')::int, coalesce((born ->> 'estimated')::boolean, false), 'import');
    rows := rows || jsonb_build_array(jsonb_build_array('birth', new_id));
  end if;
  if (p ->> 'sex' is not null or jsonb_typeof(p -> 'ethnicity') = 'object') and not exists (select 1
      from identity_detail x where x.record_id = rec.id and x.sex is not distinct from p ->> 'sex'
        and x.ethnicity_received is not distinct from p -> 'ethnicity' ->> 'received') then
    new_id := access.uuid7();
    insert into identity_detail (id, person_id, record_id, agency_id, team_id, given_by, sex, ethnicity,
      ethnicity_received)
    values (new_id, rec.person_id, rec.id, b.agency_id, b.team_id, b.sent_by, p ->> 'sex',
      p -> 'ethnicity' ->> 'key', p -> 'ethnicity' ->> 'received');
    rows := rows || jsonb_build_array(jsonb_build_array('identity_detail', new_id));
  end if;
  return jsonb_build_object('rows', rows, 'set', sets);
end $$;

-- Numbers, addresses and ways to reach the person; what an earlier file gave and this one does not, ended.
create function transfer.put_reach(b import_batch, rec public.record, p jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare i jsonb; e uuid; new_id uuid; rows jsonb := '[]'; sets jsonb := '[]';
begin
  for i in select * from jsonb_array_elements(p -> 'identifiers') loop
    if exists (select 1 from identifier x where x.record_id = rec.id and x.type = i ->> 'type'
      and x.norm = i ->> 'norm') then continue; end if;
    new_id := access.uuid7();
    insert into identifier (id, person_id, record_id, agency_id, team_id, given_by, type, value, norm, check_state,
      source, seen_on)
    values (new_id, rec.person_id, rec.id, b.agency_id, b.team_id, b.sent_by, i ->> 'type', i ->> 'display',
      i ->> 'norm', i ->> 'check', 'import', access.today());
    rows := rows || jsonb_build_array(jsonb_build_array('identifier', new_id));
  end loop;
  for i in select * from jsonb_array_elements(p -> 'addresses') loop
    if exists (select 1 from address x where x.record_id = rec.id and x.until_on is null and x.lines = i ->> 'lines'
      and x.postcode is not distinct from i ->> 'postcode') then continue; end if;
    new_id := access.uuid7();
    insert into address (id, person_id, record_id, agency_id, team_id, given_by, lines, postcode, norm, source)
    values (new_id, rec.person_id, rec.id, b.agency_id, b.team_id, b.sent_by, i ->> 'lines', i ->> 'postcode',
      i ->> 'norm', 'import');
    rows := rows || jsonb_build_array(jsonb_build_array('address', new_id));
  end loop;
  for e in select x.id from address x where x.record_id = rec.id and x.source = 'import' and x.until_on is null
    and jsonb_array_length(p -> 'addresses') > 0 -- a file that says nothing of an address ends none
    and not exists (select 1 from jsonb_array_elements(p -> 'addresses') g where x.lines = g ->> 'lines'
      and x.postcode is not distinct from g ->> 'postcode')
  loop
    sets := sets || transfer.set_value('address', e, 'until_on', access.today()::text, 'date');
  end loop;
  for e in select x.id from reach x where x.record_id = rec.id and x.ended_on is null
    and exists (select 1 from jsonb_array_elements(p -> 'reaches') g where g ->> 'kind' = x.kind)
    and not exists (select 1 from jsonb_array_elements(p -> 'reaches') g where g ->> 'norm' = x.norm)
    and transfer.from_file(rec.id, 'reach', x.id)
  loop
    sets := sets || transfer.set_value('reach', e, 'ended_on', access.today()::text, 'date');
  end loop;
  for i in select * from jsonb_array_elements(p -> 'reaches') loop
    if exists (select 1 from reach x where x.record_id = rec.id and x.ended_on is null and x.norm = i ->> 'norm') then
      continue;
    end if;
    new_id := access.uuid7();
    insert into reach (id, person_id, record_id, agency_id, team_id, given_by, kind, value, norm)
    values (new_id, rec.person_id, rec.id, b.agency_id, b.team_id, b.sent_by, i ->> 'kind', i ->> 'value',
      i ->> 'norm');
    rows := rows || jsonb_build_array(jsonb_build_array('reach', new_id));
  end loop;
  return jsonb_build_object('rows', rows, 'set', sets);
end $$;

-- A row of a people file. The same row again does nothing but open work that a reference list did not.
create function transfer.take_person(b import_batch, r import_row) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  p jsonb := r.parsed; rec public.record; own uuid; names jsonb; reach jsonb; rows jsonb := '[]'; sets jsonb := '[]';
  did jsonb; keys jsonb; new_id uuid; became text := r.outcome;
begin
  own := transfer.own_record(b.agency_id, p ->> 'localRef');
  if own is null then
    own := access.uuid7(); new_id := access.uuid7();
    insert into person (id) values (new_id);
    insert into record (id, person_id, agency_id, local_ref, origin, batch_id)
    values (own, new_id, b.agency_id, p ->> 'localRef', 'import', b.id);
    if became not in ('received', 'same') then became := 'received'; end if;
  else
    became := case when transfer.last_hash(own) = r.hash then 'unchanged' else 'changed' end;
  end if;
  select * into rec from public.record x where x.id = own;
  did := jsonb_build_object('new', new_id is not null, 'person', rec.person_id);
  if became <> 'unchanged' then
    names := transfer.put_names(b, rec, p);
    reach := transfer.put_reach(b, rec, p);
    rows := (names -> 'rows') || (reach -> 'rows');
    sets := (names -> 'set') || (reach -> 'set');
    insert into source_row (id, record_id, person_id, agency_id, batch_id, line, raw, hash)
    select access.uuid7(), own, rec.person_id, b.agency_id, b.id, r.line,
      (select jsonb_object_agg(h.name, r.raw -> (h.at::int - 1))
        from jsonb_array_elements_text(b.mapping -> 'header') with ordinality h(name, at)), r.hash;
    select coalesce(jsonb_agg(k.key), '[]') into keys from record_key k where k.record_id = own
      and left(k.key, 1) <> '!';
    did := did || jsonb_build_object('keys', keys);
    -- What the record knew before still finds it: keys are added to, never taken away, by a file.
    perform transfer.put_keys(own, keys || (p -> 'keys'));
  end if;
  if b.list_kind = 'current' then rows := rows || transfer.open_work(b, own, rec.person_id, b.team_id, null); end if;
  update import_row set record_id = own, outcome = became,
    parsed = parsed || jsonb_build_object('did', did || jsonb_build_object('rows', rows, 'set', sets))
  where batch_id = b.id and line = r.line;
end $$;
reset role;
