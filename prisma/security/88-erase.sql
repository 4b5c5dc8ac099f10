-- The one way out of append-only tables: one agency's record of a person, on that agency's schedule. For the owner's
-- login alone, by `npm run erase`; no runtime login may call it. What is erased is read from the catalogue, so a table
-- added later cannot be forgotten. The log keeps keys, and the proof names nobody.
set local role {{definer}};

-- Kept after the last record has gone, with the person's key and no more: who opened, changed and was given what (DPA
-- 2018 s.62), and what an information officer answers for.
create function trail.kept_tables() returns text[] language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select array['access_log', 'audit_event', 'disclosure', 'incident', 'rights_request', 'erasure']
$$;

-- Tables with this column, those that lean on others first.
create function trail.tables_with(of_column text) returns table (name text) language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  with recursive own as (
    select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = of_column
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not a.attisdropped
      and c.relname <> all (trail.kept_tables())),
  leaning as (
    select oid, 0 as depth from own
    union select f.conrelid, l.depth + 1 from leaning l join pg_constraint f on f.confrelid = l.oid and f.contype = 'f'
      and f.conrelid <> f.confrelid join own on own.oid = f.conrelid where l.depth < 9)
  select c.relname::text from leaning l join pg_class c on c.oid = l.oid group by c.relname
  order by max(l.depth) desc, c.relname
$$;

-- Deletes and counts: {"table": rows}. `$1` in the condition is the given value.
create function trail.take_away(so_far jsonb, from_table text, condition text, given anyelement) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare n bigint;
begin
  execute format('delete from %I where %s', from_table, condition) using given;
  get diagnostics n = row_count;
  if n = 0 then return so_far; end if;
  return so_far || jsonb_build_object(from_table, n + coalesce((so_far ->> from_table)::bigint, 0));
end $$;

-- What hangs on entries, or on a person, by id alone: a draft's subject, a page that an answer led to, a notice.
create function trail.take_traces(so_far jsonb, ids uuid[], whole uuid, of_agency uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  users uuid[] := array(select distinct user_id from membership
    where of_agency is null or agency_id = of_agency);
  c jsonb := so_far;
begin
  c := trail.take_away(c, 'draft', 'subject = any ($1)', ids::text[]);
  c := trail.take_away(c, 'notice', 'subject_id = any ($1)', ids);
  c := trail.take_away(c, 'draft', format('subject = %L and user_id = any ($1)', whole), users);
  c := trail.take_away(c, 'notice', format('person_id = %L and user_id = any ($1)', whole), users);
  return trail.take_away(c, 'idempotency', format($q$(user_id, key) in (
      select i.user_id, i.key from idempotency i cross join lateral
        regexp_matches(i.went_to, '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}', 'g') m
      join (select unnest($1) as id, null::uuid[] as of_users union all select %L::uuid, %L::uuid[]) e
        on e.id = m[1]::uuid and (e.of_users is null or i.user_id = any (e.of_users)))$q$, whole, users), ids);
end $$;

-- A person of whom no record is left, nor a link that could bring one back, goes: with bars, cohorts and urgent access.
create function trail.forget_person(so_far jsonb, whom uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare c jsonb := so_far; t text;
begin
  if exists (select 1 from record where person_id = whom)
    or exists (select 1 from link_event where whom in (from_person, to_person)) then return c; end if;
  c := trail.take_traces(c, array(select id from cohort_member where person_id = whom
    union all select id from conflict where person_id = whom
    union all select id from urgent_access where person_id = whom), whom, null);
  for t in select name from trail.tables_with('person_id') loop
    c := trail.take_away(c, t, 'person_id = $1', whom);
  end loop;
  return trail.take_away(c, 'person', 'id = $1', whom);
end $$;

-- Rows of files that told of this record: taken in, or refused and kept for the report. Known by what the giver calls
-- the person, and by the row itself.
create function trail.take_file_rows(so_far jsonb, rec public.record) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Files as they came that have not gone in yet: they may hold the row, and cannot be read again without it.
  so_far := trail.take_away(so_far, 'import_file', $q$batch_id in (select b.id from import_batch b
    where b.agency_id = ($1).agency_id and b.state <> 'reading')$q$, rec);
  return trail.take_away(so_far, 'import_row', $q$(batch_id, line) in (
    select r.batch_id, r.line from import_row r
    join import_batch b on b.id = r.batch_id and b.agency_id = ($1).agency_id
    where r.record_id = ($1).id or (r.record_id is null and (
      r.hash in (select s.hash from source_row s where s.record_id = ($1).id)
      or r.parsed ->> 'localRef' = ($1).local_ref
      or exists (select 1 from jsonb_array_elements_text(b.mapping -> 'read' -> 'columns')
          with ordinality c(field, at)
        where c.field in ('localRef', 'crn', 'nhs', 'prison') and r.raw ->> (c.at - 1)::int = ($1).local_ref))))$q$,
    rec);
end $$;

-- Why it may not be erased now, in words; null when it may.
create function trail.why_not_erased(rec public.record, because text) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if rec.id is null then return 'There is no record with this id.'; end if;
  if rec.hold then
    return 'This record is under a legal hold, which outlasts every schedule. Nothing was erased.';
  end if;
  if length(trim(coalesce(because, ''))) < 5 then
    return 'Say why: the rule of the schedule or the reference of the request. It stays as proof.';
  end if;
  if exists (select 1 from person_name n, unnest(array[n.given, n.middle, n.family]) part
    where n.record_id = rec.id and length(part) > 2
      and because ~* ('\m' || regexp_replace(part, '\W', '.', 'g') || '\M')) then
    return 'The reason stays for ever, so it names nobody. Give the rule or the reference, without the name.';
  end if;
  -- Not retention but order: others would find the person open the moment it went.
  if exists (select 1 from record o where o.person_id = rec.person_id and o.id <> rec.id) and (
    exists (select 1 from limited_access x where x.record_id = rec.id and (x.ended_at is null or x.ended_at > now()))
    or exists (select 1 from protected_whereabouts x where x.record_id = rec.id and x.ended_at is null)
    or exists (select 1 from protected_name x where x.record_id = rec.id and x.ended_at is null)
    or exists (select 1 from harm_link x where x.record_id = rec.id and x.ended_at is null)) then
    return 'This record holds a protection of somebody whom others still work with. Let another agency set it, or end '
      || 'it, and then erase. Nothing was erased.';
  end if;
  return null;
end $$;

-- Erases a record and leaves proof: how much of which table, a hash over the ids of its entries, on whose word. Whoever
-- calls it may look at the answer and roll back: that is the dry run.
create function trail.erase(of_record uuid, because text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  rec public.record;
  no text;
  t record;
  these uuid[];
  ids uuid[] := '{}';
  whose uuid[];
  c jsonb := '{}';
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  select * into rec from public.record where id = of_record for update;
  no := trail.why_not_erased(rec, because);
  if no is not null then raise exception '%', no using errcode = 'CT409'; end if;
  for t in select name from trail.tables_with('record_id') x(name) where exists (select 1 from pg_trigger g
    where g.tgrelid = to_regclass('public.' || quote_ident(x.name)) and g.tgname = 'a_header') loop
    execute format('select array(select id from %I where record_id = $1)', t.name) into these using of_record;
    ids := ids || these;
  end loop;
  whose := array(select distinct p from link_event e, unnest(array[e.from_person, e.to_person]) p
    where e.record_id = of_record union select rec.person_id);

  c := trail.take_traces(c, ids || of_record, rec.person_id, rec.agency_id);
  c := trail.take_away(c, 'entry_named', 'entry_id = any ($1)', ids);
  c := trail.take_away(c, 'share_grant', 'entry_id = any ($1)', ids);
  c := trail.take_away(c, 'confirmation', 'subject_id = any ($1)', ids);
  c := trail.take_away(c, 'change', 'entry_id = any ($1)', ids);
  for t in -- the parts of an entry that do not name its record themselves
    select f.conrelid::regclass::text as name, a.attname as key from pg_constraint f
    join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
    where f.contype = 'f' and array_length(f.conkey, 1) = 1 and f.confrelid in (select tgrelid from pg_trigger
      where tgname = 'a_header') and f.conrelid not in (select tgrelid from pg_trigger where tgname = 'a_header')
  loop c := trail.take_away(c, t.name, format('%I = any ($1)', t.key), ids); end loop;
  c := trail.take_file_rows(c, rec);
  for t in select name from trail.tables_with('record_id') loop
    c := trail.take_away(c, t.name, 'record_id = $1', of_record);
  end loop;
  c := trail.take_away(c, 'not_same', '$1 in (record_a, record_b)', of_record);
  c := trail.take_away(c, 'link_candidate', '$1 in (record_a, record_b)', of_record);
  c := trail.take_away(c, 'record', 'id = $1', of_record);
  perform access.hold(p) from unnest(whose) p;
  for t in select p from unnest(whose) p loop c := trail.forget_person(c, t.p); end loop;

  insert into erasure (id, agency_id, record_id, reason, counts, run_by)
  values (access.uuid7(), rec.agency_id, of_record, trim(because), c || jsonb_build_object('entries', cardinality(ids),
    'hash', encode(sha256(convert_to(array_to_string(array(select unnest(ids) order by 1), ','), 'UTF8')), 'hex')),
    session_user);
  return jsonb_build_object('tables', c, 'entries', cardinality(ids), 'last',
    not exists (select 1 from person where id = rec.person_id));
end $$;
reset role;

grant execute on function trail.erase(uuid, text) to {{owner}};
