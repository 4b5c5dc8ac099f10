-- Area sets: read by everybody, written by the owner's command and, through these functions, by the host's
-- administrators. Nothing here is about a person.
alter table area_upload enable row level security;
alter table area_upload force row level security;
create policy definer on area_upload for all to {{definer}} using (true) with check (true);
alter table sent_area_file enable row level security;
alter table sent_area_file force row level security;
create policy definer on sent_area_file for all to {{definer}} using (true) with check (true);

set local role {{definer}};
-- One set, made or brought up to date. What hangs on its areas goes, to be written anew; areas that are not in `codes`
-- go too. Days that were said on the screen stay where the files say none.
create function admin.save_area_set(s jsonb, codes text[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_set uuid;
begin
  insert into area_set (id, key, name, kind, place, shapes, valid_from, valid_to, attribution, licence, practice)
  values (access.uuid7(), s ->> 'key', s ->> 'name', s ->> 'kind', s ->> 'place', s ->> 'shapes',
    (s ->> 'validFrom')::date, (s ->> 'validTo')::date, s ->> 'attribution', s ->> 'licence',
    (s ->> 'practice')::boolean)
  on conflict (key) do update set name = excluded.name, kind = excluded.kind, place = excluded.place,
    shapes = excluded.shapes, valid_from = coalesce(excluded.valid_from, area_set.valid_from),
    valid_to = coalesce(excluded.valid_to, area_set.valid_to), attribution = excluded.attribution,
    licence = excluded.licence, practice = excluded.practice
  returning id into the_set;
  delete from area_population where set_id = the_set;
  delete from area_measure where set_id = the_set;
  delete from postcode where set_id = the_set;
  delete from area_feature where set_id = the_set;
  delete from area_lookup where the_set in (from_set_id, to_set_id);
  delete from area where set_id = the_set and code <> all (codes);
  return the_set;
end $$;

-- Rows of one part of a set: its areas first, then what hangs on them.
create function admin.save_area_rows(the_set uuid, part text, rows jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  case part
  when 'areas' then
    insert into area (set_id, code, name, local_name, rings, centre_lon, centre_lat)
    select the_set, r.code, r.name, r."localName", nullif(r.shape, 'null'), (r.centre ->> 0)::float8,
      (r.centre ->> 1)::float8
    from jsonb_to_recordset(rows) as r(code text, name text, "localName" text, shape jsonb, centre jsonb)
    on conflict (set_id, code) do update set name = excluded.name, local_name = excluded.local_name,
      rings = excluded.rings, centre_lon = excluded.centre_lon, centre_lat = excluded.centre_lat;
  when 'populations' then
    insert into area_population (set_id, area_code, age_band, sex, year, count, source)
    select the_set, r."areaCode", r."ageBand", r.sex, r.year, r.count, r.source
    from jsonb_to_recordset(rows) as r("areaCode" text, "ageBand" text, sex text, year int2, count int4, source text);
  when 'measures' then
    insert into area_measure (set_id, area_code, measure, year, value, source)
    select the_set, r."areaCode", r.measure, r.year, r.value, r.source
    from jsonb_to_recordset(rows) as r("areaCode" text, measure text, year int2, value float8, source text);
  when 'postcodes' then
    insert into postcode (postcode, set_id, area_code, lon, lat, valid_from, valid_to)
    select r.postcode, the_set, r."areaCode", r.lon, r.lat, r."validFrom", r."validTo"
    from jsonb_to_recordset(rows) as r(postcode text, "areaCode" text, lon float8, lat float8, "validFrom" date,
      "validTo" date);
  when 'features' then
    insert into area_feature (set_id, name, kind, line)
    select the_set, r.name, r.kind, r.line from jsonb_to_recordset(rows) as r(name text, kind text, line jsonb);
  end case;
end $$;

-- Which areas lie in which, between sets named by their keys.
create function admin.save_area_lookups(rows jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into area_lookup (from_set_id, from_code, to_set_id, to_code, kind)
  select f.id, r."fromCode", t.id, r."toCode", r.kind
  from jsonb_to_recordset(rows) as r("fromKey" text, "fromCode" text, "toKey" text, "toCode" text, kind text)
  join area_set f on f.key = r."fromKey" join area_set t on t.key = r."toKey"
$$;

-- Files are sent one by one in one transaction, and read by the worker: then they wait until their administrator says
-- what becomes of them. Nothing is loaded by this. Who has some being read sends no more meanwhile.
create function admin.receive_areas(of_place text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := admin.require_host(); new_id uuid := access.uuid7();
begin
  perform pg_advisory_xact_lock(hashtext('areas of'), hashtext(me.user_id::text));
  if exists (select 1 from area_upload u where u.made_by = me.user_id and u.found is null) then
    raise exception 'Files of yours are being read. Send more when they have been.' using errcode = 'CT409';
  end if;
  delete from area_upload where made_by = me.user_id or made_at < now() - interval '1 day';
  insert into area_upload (id, made_by, place) values (new_id, me.user_id, of_place);
  return new_id;
end $$;

create function admin.receive_area_file(upload uuid, its_name text, sent bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := admin.require_host();
begin
  insert into sent_area_file (upload_id, position, name, bytes)
  select u.id, (select count(*) from sent_area_file f where f.upload_id = u.id), its_name, sent
  from area_upload u where u.id = upload and u.made_by = me.user_id and u.found is null;
  if not found then raise exception 'no such upload' using errcode = 'CT404'; end if;
end $$;

-- For the worker's login: what is to be read, its files, and what was in them. Not about a person.
create function admin.areas_to_read() returns table (id uuid, place text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.id, u.place from area_upload u where u.found is null order by u.id
$$;

create function admin.area_files(upload uuid) returns table (name text, bytes bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select f.name, f.bytes from sent_area_file f where f.upload_id = upload order by f.position
$$;

create function admin.put_areas(upload uuid, what_was_found jsonb, what_to_load jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update area_upload u set found = what_was_found, load = what_to_load where u.id = upload and u.found is null;
  delete from sent_area_file f where f.upload_id = upload;
end $$;

-- What was found, and set by set what loading it would do: `before` areas are here under the same key, of which `gone`
-- are in it no longer.
create function admin.staged_areas(upload uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := admin.require_host();
begin
  return (select case when u.found is null then '{"reading": true}'
    else u.found || jsonb_build_object('lookups', jsonb_array_length(u.load -> 'lookups'), 'sets',
      (select coalesce(jsonb_agg(jsonb_build_object('key', s -> 'key', 'name', s -> 'name', 'kind', s -> 'kind',
          'shapes', s -> 'shapes', 'validFrom', s -> 'validFrom', 'validTo', s -> 'validTo',
          'areas', jsonb_array_length(s -> 'areas'), 'populations', jsonb_array_length(s -> 'populations'),
          'measures', jsonb_array_length(s -> 'measures'), 'postcodes', jsonb_array_length(s -> 'postcodes'),
          'before', (select count(*) from area a join area_set k on k.id = a.set_id where k.key = s ->> 'key'),
          'gone', (select count(*) from area a join area_set k on k.id = a.set_id where k.key = s ->> 'key'
            and a.code not in (select x ->> 'code' from jsonb_array_elements(s -> 'areas') x))) order by i), '[]')
        from jsonb_array_elements(u.load -> 'sets') with ordinality as e(s, i))) end
    from area_upload u where u.id = upload and u.made_by = me.user_id);
end $$;

-- Everything of one upload in one transaction, under the attribution that its licence asks for.
create function admin.load_areas(upload uuid, its_attribution text, its_licence text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := admin.require_host();
  u area_upload; s jsonb; the_set uuid; part text; sets int := 0;
begin
  select * into u from area_upload where id = upload and made_by = me.user_id for update;
  if u.id is null then raise exception 'no such upload' using errcode = 'CT404'; end if;
  if u.found is null or jsonb_array_length(u.found -> 'problems') > 0 or jsonb_array_length(u.load -> 'sets') = 0 then
    raise exception 'These files cannot be loaded as they are.' using errcode = 'CT409';
  end if;
  for s in select * from jsonb_array_elements(u.load -> 'sets') loop
    the_set := admin.save_area_set(s || jsonb_build_object('attribution', its_attribution, 'licence', its_licence,
      'practice', false), array(select x ->> 'code' from jsonb_array_elements(s -> 'areas') x));
    foreach part in array array['areas', 'populations', 'measures', 'postcodes', 'features'] loop
      perform admin.save_area_rows(the_set, part, s -> part);
    end loop;
    perform admin.note('areas-loaded', s ->> 'key', the_set);
    sets := sets + 1;
  end loop;
  perform admin.save_area_lookups(u.load -> 'lookups');
  delete from area_upload where id = u.id;
  return sets;
end $$;

create function admin.forget_areas(upload uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := admin.require_host();
begin
  delete from area_upload where id = upload and made_by = me.user_id;
end $$;

-- From when to when a version holds. An ended one stays, for figures of its years.
create function admin.date_area_set(the_set uuid, first_day date, last_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform admin.require_host();
  if last_day < first_day then
    raise exception 'The last day cannot come before the first.' using errcode = 'CT422';
  end if;
  update area_set set valid_from = first_day, valid_to = last_day where id = the_set;
  if not found then raise exception 'no such set' using errcode = 'CT404'; end if;
  perform admin.note('areas-dated', 'area_set', the_set);
end $$;
reset role;

grant usage on schema admin to {{owner}};
grant execute on function admin.save_area_set(jsonb, text[]), admin.save_area_rows(uuid, text, jsonb),
  admin.save_area_lookups(jsonb) to {{owner}};
grant execute on function admin.receive_areas(text), admin.receive_area_file(uuid, text, bytea),
  admin.staged_areas(uuid), admin.load_areas(uuid, text, text), admin.forget_areas(uuid),
  admin.date_area_set(uuid, date, date) to {{app}};
grant usage on schema admin to {{worker}};
grant execute on function admin.areas_to_read(), admin.area_files(uuid), admin.put_areas(uuid, jsonb, jsonb)
  to {{worker}};
