-- The job behind a file: which is next, its rows, what the check found, and taking one row in. For the worker's login,
-- which passes ids and what it worked out from the rows themselves; it cannot read a person by these.
set local role {{definer}};

-- What is to be done, oldest first.
create function transfer.next_jobs() returns table (id uuid, state text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select b.id, b.state from import_batch b
  where b.state in ('reading', 'checking', 'importing') or (b.state = 'undone' and b.undone_at is null) order by b.id
$$;

-- What the job must know of a batch, and of the place: may people under 18 come in, is this practice?
create function transfer.job(of_batch uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('id', b.id, 'agencyId', b.agency_id, 'shape', b.shape, 'listKind', b.list_kind,
    'state', b.state, 'rows', b.rows, 'done', b.done, 'header', b.mapping -> 'header', 'read', b.mapping -> 'read',
    'practice', coalesce((select mode = 'practice' from installation), true),
    'children', access.allows_children(b.agency_id))
  from import_batch b where b.id = of_batch
$$;

-- The rows after a line, but those that the file itself broke, as the text of a list: [[line, whether it is still to be
-- checked, [cells]]]. One value, since a row for each would cost as much again. Null: there are none.
create function transfer.rows_after(of_batch uuid, after_line int, most int) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select '[' || string_agg(format('[%s,%s,%s]', r.line, (r.outcome is null)::text, r.raw), ',' order by r.line) || ']'
  from (select i.line, i.outcome, i.raw from import_row i where i.batch_id = of_batch and i.line > after_line
    and not coalesce((i.parsed ->> 'broken')::boolean, false) order by i.line limit most) r
$$;

-- References of rows checked before a restart, so that a number used twice is still seen.
create function transfer.checked_refs(of_batch uuid) returns table (line int, local_ref text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.line, r.parsed ->> 'localRef' from import_row r
  where r.batch_id = of_batch and r.outcome is not null and r.parsed ? 'localRef'
$$;

-- The agency's record behind one of its numbers: what a file gave, or any other record under that number. No row: none.
-- Its names are found when it is made, so that a statement about many rows takes it into its plan.
create function transfer.own_record(of_agency uuid, ref text) returns setof uuid
language sql stable rows 1 begin atomic
  select r.id from public.record r where r.agency_id = of_agency and r.local_ref = ref and r.closed_at is null
    and r.origin in ('import', 'feed', 'worker')
  order by array_position(array['import', 'feed', 'worker'], r.origin), r.id limit 1;
end;

create function transfer.last_hash(of_record uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.hash from source_row s join import_batch b on b.id = s.batch_id and b.shape = 'people'
  where s.record_id = of_record order by s.given_at desc, s.id desc limit 1
$$;

-- Which of these numbers stand on a record of the agency under another own number, by their places in the lists: of
-- most, none does, and they need not be compared.
create function transfer.held_elsewhere(of_agency uuid, types text[], norms text[], refs text[]) returns setof bigint
language sql stable security definer rows 5 set search_path = pg_catalog, public, pg_temp as $$
  select x.at from unnest(types, norms, refs) with ordinality x(type, norm, ref, at)
  where exists (select 1 from identifier i join public.record r on r.id = i.record_id
    where i.type = x.type and i.norm = x.norm and i.ended_on is null and r.agency_id = of_agency
      and r.closed_at is null and r.local_ref is distinct from x.ref)
$$;

-- Which of these numbers somebody else of the agency has: another own number, none of these first names and another
-- birth. [{"line", "type", "norm", "ref", "given" (first names, folded), "birth"}]. Nobody whose access is limited.
create function transfer.held_by_others(of_agency uuid, sent jsonb)
returns table (line int, type text, norm text, local_ref text)
language sql stable security definer rows 5 set search_path = pg_catalog, public, pg_temp as $$
  select distinct on (x ->> 'line', i.type) (x ->> 'line')::int, i.type, i.norm, r.local_ref
  from jsonb_array_elements(sent) x
  join identifier i on i.type = x ->> 'type' and i.norm = x ->> 'norm' and i.ended_on is null
  join public.record r on r.id = i.record_id and r.agency_id = of_agency and r.closed_at is null
    and r.local_ref is distinct from x ->> 'ref' and access.limit_on(r.person_id) is null
  where exists (select 1 from person_name n where n.record_id = r.id)
    and not exists (select 1 from person_name n where n.record_id = r.id and x -> 'given' ? split_part(n.norm, ' ', 1))
    and exists (select 1 from birth b where b.record_id = r.id and jsonb_typeof(x -> 'birth') = 'object')
    and not exists (select 1 from birth b where b.record_id = r.id and row(b.year, b.month, b.day)
      is not distinct from row((x -> 'birth' ->> 'year')::int, (x -> 'birth' ->> 'month')::int,
        (x -> 'birth' ->> 'day')::int))
  order by x ->> 'line', i.type, r.id
$$;

-- What only the database can say of a row: a feed names a team that the agency does not have; or the team's work with
-- somebody has ended, which a list of people worked with now does not begin again.
create function transfer.also_said(b import_batch, own uuid, of_line int, p jsonb) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare words text; over date;
begin
  if b.shape = 'headline_feed' then
    if p ->> 'team' is not null and not transfer.has_team(b.agency_id, p ->> 'team') then
      words := format('You have no team called “%s”. The row counts for the team chosen.', p ->> 'team');
    end if;
  elsif own is not null and b.list_kind = 'current' then
    select max(i.ends_on) into over from involvement i where i.record_id = own and i.team_id = b.team_id
    having bool_and(i.ends_on < access.today());
    words := format('Your work with this person ended on %s. This list does not begin it again: a headline feed does, '
      || 'or a worker.', to_char(over, 'FMDD FMMonth YYYY'));
    if over is null then words := null; end if;
  end if;
  return case when words is null then '[]' else
    jsonb_build_array(jsonb_build_object('line', of_line, 'column', null, 'message', words)) end;
end $$;

-- What the check found: [{"line", "outcome": "refused" | "same" | "received", "parsed", "problems"}]. Whether a row is
-- known by its number, and changed, is settled here. What a power cut takes back is checked again.
create function transfer.put_checked(of_batch uuid, sent jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch;
begin
  perform set_config('synchronous_commit', 'off', true);
  select * into b from import_batch where id = of_batch and state = 'checking' for update;
  if b.id is null then return; end if;
  update import_row r set parsed = case when jsonb_typeof(c.parsed) = 'object' then c.parsed end,
    problems = case when jsonb_typeof(c.problems) <> 'array' then null
      when c.outcome = 'refused' or (b.shape = 'people' and c.own is null) then c.problems
      else c.problems || transfer.also_said(b, c.own, c.line, c.parsed) end,
    outcome = case
      when c.outcome = 'refused' then c.outcome
      -- Whom the people file has not brought yet is waited for: the two come in either order.
      when b.shape = 'headline_feed' then case when c.own is null then 'waiting' else 'changed' end
      when c.own is null then c.outcome
      when transfer.last_hash(c.own) = r.hash then 'unchanged' else 'changed' end
  from (select s.*, own from jsonb_to_recordset(sent) s(line int, outcome text, parsed jsonb, problems jsonb)
    left join lateral transfer.own_record(b.agency_id, s.parsed ->> 'localRef') own on s.outcome <> 'refused') c
  where r.batch_id = b.id and r.line = c.line;
  update import_batch set done = done + jsonb_array_length(sent) where id = b.id;
end $$;

create function transfer.counted(of_batch uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_object_agg(o.outcome, o.n), '{}') from (
    select outcome, count(*) as n from import_row where batch_id = of_batch and outcome is not null group by outcome) o
$$;

-- The end of a step. With words: it failed, and why, for who sent the file.
create function transfer.finish(of_batch uuid, to_state text, words text default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch;
begin
  select * into b from import_batch where id = of_batch for update;
  -- An undoing that met a fault: who sent the file may ask again, and it goes on with the rows that are left.
  if b.state = 'undone' and b.undone_at is null and to_state = 'failed' then
    update import_batch set state = 'done', error = words, done = rows where id = of_batch;
    insert into notice (id, user_id, kind, subject_id) values (access.uuid7(), b.sent_by, 'file-stopped', of_batch);
    return;
  end if;
  if not ((b.state = 'reading' and to_state in ('received', 'failed'))
    or (b.state = 'checking' and to_state in ('checked', 'failed'))
    or (b.state = 'importing' and to_state in ('done', 'failed'))) then return; end if;
  if to_state = 'done' and b.shape = 'headline_feed' then perform transfer.ask_about_absent(b); end if;
  if b.state = 'reading' then
    -- Its bytes stay until it goes in or is dropped, to be read again from another heading.
    if to_state = 'failed' then
      delete from import_file where batch_id = of_batch;
      delete from import_row where batch_id = of_batch;
    end if;
    update import_batch set rows = case when words is null then done else 0 end where id = of_batch;
  end if;
  update import_batch set state = to_state, error = words,
    counts = case when b.state <> 'reading' then transfer.counted(of_batch) end,
    done = case when words is null then rows else done end,
    mapping = case when to_state = 'checked' then mapping
      || jsonb_build_object('kinds', transfer.kinds_in(of_batch), 'opens', transfer.opens_in(b)) else mapping end,
    finished_at = case when to_state in ('received', 'checked') then null else now() end where id = of_batch;
  -- Whoever sent it may have left the page.
  insert into notice (id, user_id, kind, subject_id)
  select access.uuid7(), b.sent_by, case to_state when 'checked' then 'file-checked' when 'done' then 'file-done'
    else 'file-stopped' end, of_batch where to_state <> 'received';
end $$;

create function transfer.not_stored(of_line int) returns jsonb language sql immutable
return jsonb_build_array(jsonb_build_object('line', of_line, 'column', null, 'message',
  'This row could not be stored, and nothing of it was kept.'));

-- Some lines of a file, together; where that cannot be, by halves, down to the one that is refused by itself.
create function transfer.take_lines(b import_batch, lines int[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare half int := cardinality(lines) / 2; r import_row;
begin
  if b.shape = 'people' then perform transfer.take_people(b, lines);
  else
    for r in select * from import_row i where i.batch_id = b.id and i.line = any (lines) order by i.line loop
      perform transfer.take_feed(b, r);
    end loop;
  end if;
exception when others then
  -- What the row says is refused; the machine's own troubles (locks, disk, a fault of ours) stop the job.
  if not (left(sqlstate, 2) in ('22', '23', 'P0', 'CT')) then raise; end if;
  if half > 0 then
    perform transfer.take_lines(b, lines[:half]);
    perform transfer.take_lines(b, lines[half + 1:]);
  else
    update import_row set outcome = 'refused', problems = transfer.not_stored(line)
    where batch_id = b.id and line = lines[1];
  end if;
end $$;

-- The next rows, each whole or not at all. Ends with the last line done, or null when there is none left.
create function transfer.import_rows(of_batch uuid, after_line int, most int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch; lines int[];
begin
  select * into b from import_batch where id = of_batch and state = 'importing' for update;
  if b.id is null then return null; end if;
  lines := array(select i.line from import_row i where i.batch_id = b.id and i.line > after_line and i.record_id is null
    and i.outcome in ('received', 'same', 'changed', 'unchanged', 'waiting') order by i.line limit most);
  if lines = '{}' then return null; end if;
  perform transfer.take_lines(b, lines);
  update import_batch set done = done + cardinality(lines) where id = b.id;
  return lines[cardinality(lines)];
end $$;

reset role;
grant execute on function transfer.next_jobs(), transfer.job(uuid), transfer.rows_after(uuid, int, int),
  transfer.checked_refs(uuid), transfer.held_elsewhere(uuid, text[], text[], text[]),
  transfer.held_by_others(uuid, jsonb), transfer.put_checked(uuid, jsonb), transfer.finish(uuid, text, text),
  transfer.import_rows(uuid, int, int) to {{worker}};
