-- The job behind a file: which is next, its rows, what the check found, and taking one row in. For the worker's login,
-- which passes ids and what it worked out from the rows themselves; it cannot read a person by these.
set local role {{definer}};

-- What is to be done, oldest first.
create function transfer.next_jobs() returns table (id uuid, state text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select b.id, b.state from import_batch b
  where b.state in ('checking', 'importing') or (b.state = 'undone' and b.undone_at is null) order by b.id
$$;

-- What the job must know of a batch, and of the place: may people under 18 come in, is this practice?
create function transfer.job(of_batch uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('id', b.id, 'agencyId', b.agency_id, 'shape', b.shape, 'listKind', b.list_kind,
    'state', b.state, 'rows', b.rows, 'done', b.done, 'header', b.mapping -> 'header', 'read', b.mapping -> 'read',
    'practice', coalesce((select mode = 'practice' from installation), true),
    'children', exists (select 1 from agreement g join agreement_party y on y.agreement_id = g.id
      where y.agency_id = b.agency_id and g.allows_children and now() >= y.joined_at and now() >= g.starts_at
        and (y.left_at is null or now() < y.left_at) and (g.ends_at is null or now() < g.ends_at)))
  from import_batch b where b.id = of_batch
$$;

create function transfer.rows_to_check(of_batch uuid, after_line int, most int) returns table (line int, raw jsonb)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.line, r.raw from import_row r where r.batch_id = of_batch and r.outcome is null and r.line > after_line
  order by r.line limit most
$$;

-- References of rows checked before a restart, so that a number used twice is still seen.
create function transfer.checked_refs(of_batch uuid) returns table (line int, local_ref text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.line, r.parsed ->> 'localRef' from import_row r
  where r.batch_id = of_batch and r.outcome is not null and r.parsed ? 'localRef'
$$;

-- The agency's record behind one of its numbers: what a file gave, or any other record under that number.
create function transfer.own_record(of_agency uuid, ref text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.id from record r where r.agency_id = of_agency and r.local_ref = ref and r.closed_at is null
  order by array_position(array['import', 'feed', 'worker'], r.origin), r.id limit 1
$$;

create function transfer.last_hash(of_record uuid) returns bytea
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.hash from source_row s where s.record_id = of_record order by s.given_at desc, s.id desc limit 1
$$;

-- What the check found: [{"line", "outcome": "refused" | "same" | "received", "parsed", "problems"}]. Whether a row is
-- known by its number, and changed, is settled here.
create function transfer.put_checked(of_batch uuid, sent jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch; c jsonb; own uuid; outcome_now text; last bytea; n int := 0;
begin
  select * into b from import_batch where id = of_batch and state = 'checking' for update;
  if b.id is null then return; end if;
  for c in select * from jsonb_array_elements(sent) loop
    outcome_now := c ->> 'outcome';
    if outcome_now <> 'refused' then
      own := transfer.own_record(b.agency_id, c -> 'parsed' ->> 'localRef');
      if b.shape = 'headline_feed' then
        if own is null then
          outcome_now := 'refused';
          c := c || jsonb_build_object('problems', jsonb_build_array(jsonb_build_object('line', c -> 'line', 'column',
            null, 'message', 'None of your people has this number. Send the file of people first.')));
        else outcome_now := 'changed'; end if;
      elsif own is not null then
        last := transfer.last_hash(own);
        outcome_now := case when last = (select hash from import_row where batch_id = b.id
          and line = (c ->> 'line')::int) then 'unchanged' else 'changed' end;
      end if;
    end if;
    update import_row set outcome = outcome_now, parsed = case when jsonb_typeof(c -> 'parsed') = 'object'
        then c -> 'parsed' end, problems = case when jsonb_typeof(c -> 'problems') = 'array' then c -> 'problems' end
    where batch_id = b.id and line = (c ->> 'line')::int;
    n := n + 1;
  end loop;
  update import_batch set done = done + n where id = b.id;
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
  if not ((b.state = 'checking' and to_state in ('checked', 'failed'))
    or (b.state = 'importing' and to_state in ('done', 'failed'))) then return; end if;
  if to_state = 'done' and b.shape = 'headline_feed' then perform transfer.ask_about_absent(b); end if;
  update import_batch set state = to_state, error = words, counts = transfer.counted(of_batch),
    done = case when words is null then rows else done end,
    finished_at = case when to_state = 'checked' then null else now() end where id = of_batch;
end $$;

-- The next rows, each whole or not at all. Ends with the last line done, or null when there is none left.
create function transfer.import_rows(of_batch uuid, after_line int, most int) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch; r import_row; n int := 0; last int;
begin
  select * into b from import_batch where id = of_batch and state = 'importing' for update;
  if b.id is null then return null; end if;
  for r in select * from import_row i where i.batch_id = b.id and i.line > after_line and i.record_id is null
    and i.outcome in ('received', 'same', 'changed', 'unchanged') order by i.line limit most
  loop
    begin
      if b.shape = 'people' then perform transfer.take_person(b, r); else perform transfer.take_feed(b, r); end if;
    exception when others then
      -- What the row says is refused; the machine's own troubles (locks, disk, a fault of ours) stop the job.
      if not (left(sqlstate, 2) in ('22', '23', 'P0', 'CT')) then raise; end if;
      update import_row set outcome = 'refused', problems = jsonb_build_array(jsonb_build_object('line', r.line,
        'column', null, 'message', 'This row could not be stored, and nothing of it was kept.'))
      where batch_id = b.id and line = r.line;
    end;
    n := n + 1; last := r.line;
  end loop;
  update import_batch set done = done + n where id = b.id and n > 0;
  return last;
end $$;

reset role;
grant execute on function transfer.next_jobs(), transfer.job(uuid), transfer.rows_to_check(uuid, int, int),
  transfer.checked_refs(uuid), transfer.put_checked(uuid, jsonb), transfer.finish(uuid, text, text),
  transfer.import_rows(uuid, int, int) to {{worker}};
