-- Institutions and their links are written by functions alone: partners correct the entry that is theirs, the place's
-- lead curates. Each asks for the role and for the verb; what was before is kept, with the body that changed it.
grant select on place.institution_change, place.link, place.position to {{app}};

-- What an institution was before a change. Withheld stays withheld, whoever writes, and has no history, whose words may
-- tell where it is: neither from before nor from after.
create or replace function place.keep_institution() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare was jsonb := to_jsonb(old); becomes jsonb := to_jsonb(new); changed jsonb;
begin
  if old.withheld and not new.withheld then
    raise exception 'What is withheld is not made public again.' using errcode = 'CT403';
  end if;
  if new.withheld then
    delete from place.institution_change where institution_id = new.id;
    update place.service set withheld = true, places = null, areas = null, hours = null
    where institution_id = new.id and not withheld;
    return null;
  end if;
  select jsonb_object_agg(w.key, w.value) into changed from jsonb_each(was) w
  where w.value is distinct from becomes -> w.key;
  if changed is not null then
    insert into place.institution_change (institution_id, at, body, before)
    values (new.id, clock_timestamp(), nullif(current_setting('place.body', true), ''), changed);
  end if;
  return null;
end $$;
drop trigger if exists z_keep on place.institution;
create trigger z_keep after update on place.institution for each row execute function place.keep_institution();

-- Whatever is put into a withheld institution is withheld too, by whatever id a feed gives it.
create or replace function place.withhold_with() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select 1 from place.institution i where i.id = new.institution_id and i.withheld) then
    new.withheld := true; new.places := null; new.areas := null; new.hours := null;
  end if;
  return new;
end $$;
drop trigger if exists a_withhold on place.service;
create trigger a_withhold before insert or update on place.service for each row execute function place.withhold_with();

set local role {{definer}};
-- Who asks, if this entry is theirs to change: the agency that keeps it, or whoever curates. Says for which body.
create function curating.require_entry(of_institutions uuid[]) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['manager', 'commissioner']);
begin
  if not exists (select 1 from place.institution i where i.id = any (of_institutions)) then
    raise exception 'no such institution' using errcode = 'CT404';
  end if;
  if not access.may('place:curate') and not (access.may('place:correct') and exists (
    select 1 from place.institution i where i.id = any (of_institutions) and i.agency_id = me.agency_id)) then
    raise exception 'not permitted' using errcode = 'CT403';
  end if;
  return (select a.name from agency a where a.id = me.agency_id);
end $$;

create function curating.require_lead() returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['commissioner']);
begin
  if not access.may('place:curate') then raise exception 'not permitted' using errcode = 'CT403'; end if;
  return (select a.name from agency a where a.id = me.agency_id);
end $$;

-- A new institution (null), or one brought up to date. Whoever saves it says that it is so today. Where it is withheld,
-- where it is and whom it serves there are not kept, whatever is given.
create function curating.put_institution(of_institution uuid, given jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  g place.institution := jsonb_populate_record(null::place.institution, given);
  to_id uuid := coalesce(of_institution, access.uuid7());
  said text := case when of_institution is null then curating.require_lead()
    else curating.require_entry(array[of_institution]) end;
  leads boolean := access.may('place:curate');
begin
  perform access.require(array['manager', 'commissioner']);
  perform set_config('place.body', said, true);
  if of_institution is null then
    insert into place.institution (id, name) values (to_id, g.name);
  end if;
  update place.institution i set name = g.name, description = g.description, website = g.website, phone = g.phone,
    needs = coalesce(g.needs, '{}'), capacity = g.capacity, wait_days = g.wait_days, small = g.small,
    sector = case when leads then g.sector else i.sector end,
    agency_id = case when leads then g.agency_id else i.agency_id end,
    areas = case when not i.withheld then g.areas end, address = case when not i.withheld then g.address end,
    longitude = case when not i.withheld then g.longitude end, latitude = case when not i.withheld then g.latitude end,
    confirmed_by = said, confirmed_on = access.today()
  where i.id = to_id;
  if of_institution is null then delete from place.institution_change c where c.institution_id = to_id; end if;
  return to_id;
end $$;

-- Where it is goes, for good: of the institution, of all its services, and from their histories. What is left of their
-- descriptions without addresses is handed in.
create function curating.withhold(of_institution uuid, descriptions jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform access.require(array['manager', 'commissioner']);
  perform curating.require_entry(array[of_institution]);
  update place.institution set withheld = true, areas = null, address = null, longitude = null, latitude = null,
    description = (select d.words from jsonb_to_recordset(descriptions) d(id uuid, words text) where d.id = of_institution)
  where id = of_institution;
  update place.service s set description = d.words
  from jsonb_to_recordset(descriptions) d(id uuid, words text) where s.id = d.id and s.institution_id = of_institution;
  delete from place.service_change c using place.service s
  where s.id = c.service_id and s.institution_id = of_institution;
  delete from place.institution_change c where c.institution_id = of_institution;
end $$;

-- What one is to another, as this body says. The same link said again with another strength ends the first.
create function curating.declare_link(of_from uuid, of_to uuid, of_kind text, of_strength int, in_words text)
returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  said text := curating.require_entry(array[of_from, of_to]);
  new_id uuid := access.uuid7();
begin
  perform access.require(array['manager', 'commissioner']);
  if of_from = of_to then
    raise exception 'An institution has no link to itself.' using errcode = 'CT422';
  end if;
  if 2 <> (select count(*) from place.institution i where i.id in (of_from, of_to)) then
    raise exception 'no such institution' using errcode = 'CT404';
  end if;
  update place.link l set ended_at = clock_timestamp(), ended_body = said
  where l.from_id = of_from and l.to_id = of_to and l.kind = of_kind and l.ended_at is null;
  insert into place.link (id, from_id, to_id, kind, strength, words, body, said_on)
  values (new_id, of_from, of_to, of_kind, of_strength, in_words, said, access.today());
  return new_id;
end $$;

-- It holds no longer. The row stays.
create function curating.end_link(of_link uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare l place.link; said text;
begin
  perform access.require(array['manager', 'commissioner']);
  select * into l from place.link x where x.id = of_link for update;
  if l.id is null then raise exception 'no such link' using errcode = 'CT404'; end if;
  said := curating.require_entry(array[l.from_id, l.to_id]);
  if l.ended_at is not null then raise exception 'It has ended already.' using errcode = 'CT409'; end if;
  update place.link set ended_at = clock_timestamp(), ended_body = said where id = l.id;
end $$;

-- Where institutions stand on the sheet.
create function curating.move(to_places jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform access.require(array['commissioner']);
  perform curating.require_lead();
  insert into place.position (institution_id, across, down)
  select m.id, m.across, m.down from jsonb_to_recordset(to_places) m(id uuid, across int, down int)
    join place.institution i on i.id = m.id
  on conflict (institution_id) do update set across = excluded.across, down = excluded.down;
end $$;

grant execute on function curating.put_institution(uuid, jsonb), curating.withhold(uuid, jsonb),
  curating.declare_link(uuid, uuid, text, int, text), curating.end_link(uuid), curating.move(jsonb) to {{app}};
reset role;
