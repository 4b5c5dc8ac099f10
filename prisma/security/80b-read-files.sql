-- A file as it came, for the job that reads it (the worker's login): its bytes, which line its headings were said to
-- stand on, and its rows as they are read.
set local role {{definer}};

create function transfer.file_of(of_batch uuid) returns table (bytes bytea, heading int)
language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select f.bytes, (b.mapping ->> 'headingAsked')::int from import_file f join import_batch b on b.id = f.batch_id
  where b.id = of_batch and b.state = 'reading'
$$;

-- How the file is written, its first lines and its headings: begun, or begun again after the process was killed.
create function transfer.begin_rows(of_batch uuid, enc text, header jsonb, heading_line int, top jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update import_batch set encoding = enc, done = 0,
    mapping = jsonb_strip_nulls(jsonb_build_object('header', header, 'headingLine', heading_line, 'top', top,
      'headingAsked', mapping -> 'headingAsked'))
  where id = of_batch and state = 'reading';
  if found then delete from import_row where batch_id = of_batch; end if;
end $$;

-- Rows as they came: [{"line", "hash" (hex), "cells", "problem"}]. A row that the file itself broke is refused at once.
-- False when the file has been dropped meanwhile.
create function transfer.put_rows(of_batch uuid, sent jsonb) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform 1 from import_batch where id = of_batch and state = 'reading' for update;
  if not found then return false; end if;
  insert into import_row (batch_id, line, hash, raw, outcome, parsed, problems)
  select of_batch, (r ->> 'line')::int, decode(r ->> 'hash', 'hex'), r -> 'cells',
    case when jsonb_typeof(r -> 'problem') = 'object' then 'refused' end,
    case when jsonb_typeof(r -> 'problem') = 'object' then '{"broken": true}'::jsonb end,
    case when jsonb_typeof(r -> 'problem') = 'object' then jsonb_build_array(r -> 'problem') end
  from jsonb_array_elements(sent) r;
  update import_batch set done = done + jsonb_array_length(sent) where id = of_batch;
  return true;
end $$;

reset role;
grant execute on function transfer.file_of(uuid), transfer.begin_rows(uuid, text, jsonb, int, jsonb),
  transfer.put_rows(uuid, jsonb) to {{worker}};
