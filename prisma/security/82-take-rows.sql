-- Rows of a people file become facts of the agency's own records, many in one statement. What each did is written with
-- its row, so that the file can be undone: {"new", "rows": [[table, id]], "set": [[table, id, {column: was}]], "keys":
-- [was]}.
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

-- A row on its way in: whose record it is of, and what became of it. What one did: the entry it made (["table", id]),
-- or the one it changed, with what it said (set_value).
create type transfer.taking as (line int, record_id uuid, person_id uuid, is_new boolean, became text, p jsonb);
create type transfer.done as (record_id uuid, made jsonb, was jsonb);

-- Names, birth and details that the records do not hold yet; earlier names of a file that it no longer gives, ended.
create function transfer.put_names(b import_batch, t transfer.taking[]) returns setof transfer.done
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare details transfer.done[];
begin
  return query insert into person_name (id, person_id, record_id, agency_id, team_id, given_by, kind, given, middle, family,
    sort_key, norm, source)
  select access.uuid7(), x.person_id, x.record_id, b.agency_id, b.team_id, b.sent_by, n ->> 'kind', n ->> 'given',
    n ->> 'middle', n ->> 'family', n ->> 'sortKey', n ->> 'norm', 'import'
  from (select distinct on (o.record_id, n ->> 'kind', n ->> 'given', n ->> 'middle', n ->> 'family') o.*, n, at
    from unnest(t) o, jsonb_array_elements(o.p -> 'names') with ordinality u(n, at)
    where o.is_new or not exists (select 1 from person_name y where y.record_id = o.record_id and y.kind = n ->> 'kind'
      and y.used_until is null and y.given = n ->> 'given' and y.middle = n ->> 'middle' and y.family = n ->> 'family')
    order by o.record_id, n ->> 'kind', n ->> 'given', n ->> 'middle', n ->> 'family', at) x
  order by line, at
  returning record_id, jsonb_build_array('person_name', id), null::jsonb;
  return query with gone as (
    update person_name x set used_until = access.today() from unnest(t) o
    where not o.is_new and x.record_id = o.record_id and x.source = 'import' and x.used_until is null
      and not exists (select 1 from jsonb_array_elements(o.p -> 'names') g where x.kind = g ->> 'kind'
        and x.given = g ->> 'given' and x.middle = g ->> 'middle' and x.family = g ->> 'family')
    returning x.record_id, x.id)
  select record_id, null::jsonb, jsonb_build_array('person_name', id, '{"used_until": null}'::jsonb, 'date') from gone;
  return query insert into birth (id, person_id, record_id, agency_id, team_id, given_by, year, month, day, estimated,
    source)
  select access.uuid7(), o.person_id, o.record_id, b.agency_id, b.team_id, b.sent_by, d.year, d.month, d.day,
    coalesce(d.estimated, false), 'import'
  from unnest(t) o, jsonb_to_record(o.p -> 'birth') d(year int, month int, day int, estimated boolean)
  where jsonb_typeof(o.p -> 'birth') = 'object' and not exists (select 1 from birth x where x.record_id = o.record_id
    and row(x.year, x.month, x.day) is not distinct from row(d.year, d.month, d.day))
  order by o.line
  returning record_id, jsonb_build_array('birth', id), null::jsonb;
  with made as (
    insert into identity_detail (id, person_id, record_id, agency_id, team_id, given_by, sex, ethnicity)
    select access.uuid7(), o.person_id, o.record_id, b.agency_id, b.team_id, b.sent_by, o.p ->> 'sex',
      o.p -> 'ethnicity' ->> 'key'
    from unnest(t) o where (o.p ->> 'sex' is not null or jsonb_typeof(o.p -> 'ethnicity') = 'object')
      and not exists (select 1 from identity_detail x left join identity_words w on w.identity_detail_id = x.id
        where x.record_id = o.record_id and x.sex is not distinct from o.p ->> 'sex'
          and w.ethnicity_received is not distinct from o.p -> 'ethnicity' ->> 'received')
    order by o.line
    returning record_id, id)
  select array_agg(row(record_id, jsonb_build_array('identity_detail', id), null)::transfer.done) into details from made;
  return query select * from unnest(details);
  return query insert into identity_words (id, person_id, record_id, agency_id, team_id, given_by, identity_detail_id,
    ethnicity_received)
  select access.uuid7(), o.person_id, o.record_id, b.agency_id, b.team_id, b.sent_by, (d.made ->> 1)::uuid,
    o.p -> 'ethnicity' ->> 'received'
  from unnest(details) d join unnest(t) o on o.record_id = d.record_id
  where o.p -> 'ethnicity' ->> 'received' is not null
  returning record_id, jsonb_build_array('identity_words', id), null::jsonb;
end $$;

-- Numbers, addresses and ways to reach the people; what an earlier file gave and this one does not, ended.
create function transfer.put_reach(b import_batch, t transfer.taking[]) returns setof transfer.done
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query insert into identifier (id, person_id, record_id, agency_id, team_id, given_by, type, value, norm,
    check_state, source, seen_on)
  select access.uuid7(), x.person_id, x.record_id, b.agency_id, b.team_id, b.sent_by, i ->> 'type', i ->> 'display',
    i ->> 'norm', i ->> 'check', 'import', access.today()
  from (select distinct on (o.record_id, i ->> 'type', i ->> 'norm') o.*, i, at
    from unnest(t) o, jsonb_array_elements(o.p -> 'identifiers') with ordinality u(i, at)
    where o.is_new or not exists (select 1 from identifier y where y.record_id = o.record_id and y.type = i ->> 'type'
      and y.norm = i ->> 'norm')
    order by o.record_id, i ->> 'type', i ->> 'norm', at) x
  order by line, at
  returning record_id, jsonb_build_array('identifier', id), null::jsonb;
  return query insert into address (id, person_id, record_id, agency_id, team_id, given_by, lines, postcode, norm, source)
  select access.uuid7(), x.person_id, x.record_id, b.agency_id, b.team_id, b.sent_by, i ->> 'lines', i ->> 'postcode',
    i ->> 'norm', 'import'
  from (select distinct on (o.record_id, i ->> 'lines', i ->> 'postcode') o.*, i, at
    from unnest(t) o, jsonb_array_elements(o.p -> 'addresses') with ordinality u(i, at)
    where o.is_new or not exists (select 1 from address y where y.record_id = o.record_id and y.until_on is null
      and y.lines = i ->> 'lines' and y.postcode is not distinct from i ->> 'postcode')
    order by o.record_id, i ->> 'lines', i ->> 'postcode', at) x
  order by line, at
  returning record_id, jsonb_build_array('address', id), null::jsonb;
  return query with gone as (
    update address x set until_on = access.today() from unnest(t) o
    where not o.is_new and x.record_id = o.record_id and x.source = 'import' and x.until_on is null
      and jsonb_array_length(o.p -> 'addresses') > 0 -- a file that says nothing of an address ends none
      and not exists (select 1 from jsonb_array_elements(o.p -> 'addresses') g where x.lines = g ->> 'lines'
        and x.postcode is not distinct from g ->> 'postcode')
    returning x.record_id, x.id)
  select record_id, null::jsonb, jsonb_build_array('address', id, '{"until_on": null}'::jsonb, 'date') from gone;
  return query with gone as (
    update reach x set ended_on = access.today() from unnest(t) o
    where not o.is_new and x.record_id = o.record_id and x.ended_on is null
      and exists (select 1 from jsonb_array_elements(o.p -> 'reaches') g where g ->> 'kind' = x.kind)
      and not exists (select 1 from jsonb_array_elements(o.p -> 'reaches') g where g ->> 'norm' = x.norm)
      and transfer.from_file(o.record_id, 'reach', x.id)
    returning x.record_id, x.id)
  select record_id, null::jsonb, jsonb_build_array('reach', id, '{"ended_on": null}'::jsonb, 'date') from gone;
  return query insert into reach (id, person_id, record_id, agency_id, team_id, given_by, kind, value, norm)
  select access.uuid7(), x.person_id, x.record_id, b.agency_id, b.team_id, b.sent_by, i ->> 'kind', i ->> 'value',
    i ->> 'norm'
  from (select distinct on (o.record_id, i ->> 'norm') o.*, i, at
    from unnest(t) o, jsonb_array_elements(o.p -> 'reaches') with ordinality u(i, at)
    where o.is_new or not exists (select 1 from reach y where y.record_id = o.record_id and y.ended_on is null
      and y.norm = i ->> 'norm')
    order by o.record_id, i ->> 'norm', at) x
  order by line, at
  returning record_id, jsonb_build_array('reach', id), null::jsonb;
end $$;

-- Whose records these lines are of: the agency's own by its number, else a new person's, made here.
create function transfer.take_records(b import_batch, lines int[]) returns transfer.taking[]
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare t transfer.taking[];
begin
  select array_agg(row(r.line, coalesce(own, access.uuid7()), coalesce(k.person_id, access.uuid7()), own is null,
      case when own is not null then case when transfer.last_hash(own) = r.hash then 'unchanged' else 'changed' end
        when r.outcome in ('received', 'same') then r.outcome else 'received' end, r.parsed)::transfer.taking
    order by r.line)
  into t from import_row r left join lateral transfer.own_record(b.agency_id, r.parsed ->> 'localRef') own on true
  left join public.record k on k.id = own
  where r.batch_id = b.id and r.line = any (lines);
  -- One number twice is one person: told apart one line at a time.
  if (select count(distinct o.p ->> 'localRef') < count(*) from unnest(t) o) then raise exception 'twice'; end if;
  insert into person (id) select o.person_id from unnest(t) o where o.is_new;
  insert into record (id, person_id, agency_id, local_ref, origin, batch_id, by_hand)
  select o.record_id, o.person_id, b.agency_id, o.p ->> 'localRef', 'import', b.id, false
  from unnest(t) o where o.is_new order by o.line;
  return t;
end $$;

-- Rows of a people file. The same row again does nothing but open work that a reference list did not.
create function transfer.take_people(b import_batch, lines int[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare t transfer.taking[] := transfer.take_records(b, lines); fresh transfer.taking[]; did transfer.done[]; ref text;
  header text[] := array(select jsonb_array_elements_text(b.mapping -> 'header')); work transfer.done[]; keys jsonb;
begin
  fresh := array(select o from unnest(t) o where o.became <> 'unchanged');
  did := array(select d from transfer.put_names(b, fresh) d) || array(select d from transfer.put_reach(b, fresh) d);
  insert into source_row (id, record_id, person_id, agency_id, batch_id, line, raw, hash)
  select access.uuid7(), o.record_id, o.person_id, b.agency_id, b.id, o.line,
    (select jsonb_object_agg(h.name, r.raw -> (h.at::int - 1)) from unnest(header) with ordinality h(name, at)), r.hash
  from unnest(fresh) o join import_row r on r.batch_id = b.id and r.line = o.line order by o.line;
  select jsonb_object_agg(k.record_id, k.had) into keys from (
    select k.record_id, jsonb_agg(k.key) as had from record_key k join unnest(fresh) o on o.record_id = k.record_id
    where left(k.key, 1) <> '!' group by 1) k;
  -- What a record knew before still finds it: keys are added to, never taken away, by a file. The last asks the
  -- matching job to look at it ("!match", a key that no value makes).
  insert into record_key (record_id, key)
  select o.record_id, k from unnest(fresh) o, jsonb_array_elements_text((o.p -> 'keys') || '["!match"]') k
  on conflict do nothing;
  if b.list_kind = 'current' then
    with made as (
      insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, came_from, starts_on)
      select access.uuid7(), o.person_id, o.record_id, b.agency_id, b.team_id, b.sent_by, 'feed', access.today()
      from unnest(t) o where not exists (select 1 from involvement i where i.record_id = o.record_id
        and i.team_id = b.team_id) order by o.line
      returning record_id, id)
    select array_agg(row(record_id, jsonb_build_array('involvement', id), null)::transfer.done) into work from made;
    did := did || work;
  end if;
  update import_row r set record_id = o.record_id, outcome = o.became, parsed = r.parsed || jsonb_build_object('did',
    jsonb_build_object('new', o.is_new, 'person', o.person_id, 'rows', coalesce(d.made, '[]'), 'set', coalesce(d.was, '[]'))
      || case when o.became = 'unchanged' then '{}'
        else jsonb_build_object('keys', coalesce(keys -> o.record_id::text, '[]')) end)
  from unnest(t) o left join (
    select x.record_id, jsonb_agg(x.made order by x.at) filter (where x.made is not null) as made,
      jsonb_agg(x.was order by x.at) filter (where x.was is not null) as was
    from unnest(did) with ordinality x(record_id, made, was, at) group by 1) d on d.record_id = o.record_id
  where r.batch_id = b.id and r.line = o.line;
  for ref in select o.p ->> 'localRef' from unnest(t) o where exists (select 1 from import_row w
    where w.outcome = 'waiting' and w.parsed ->> 'localRef' = o.p ->> 'localRef') order by o.line
  loop perform transfer.take_waiting(b, ref); end loop;
end $$;
reset role;
