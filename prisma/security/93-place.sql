-- Institutions and services of a place. No table of it names a person. The app reads all of it, the insight login what is
-- public, by row security; the owner's import writes.
revoke all on schema place from public;
revoke all on all tables in schema place from {{app}}, {{worker}}, {{insight}}, {{publisher}};
grant usage on schema place to {{app}}, {{insight}};
grant select on place.source, place.institution, place.service, place.service_change, place.edition to {{app}};
-- The practice place is written by the definer.
grant usage on schema place to {{definer}};
grant select, insert, update, delete on all tables in schema place to {{definer}};

-- What is public: what another directory publishes, and what somebody of ours has confirmed; never what is for workers
-- alone (needs, ways in, capacity and waits are their working notes). Row by row, since whoever reads a view may read the
-- table under it.
do $$
declare t text;
begin
  foreach t in array array['service', 'institution'] loop
    execute format('alter table place.%I enable row level security', t);
    execute format('drop policy if exists definer on place.%1$I; drop policy if exists workers on place.%1$I;
      drop policy if exists published on place.%1$I', t);
    execute format('create policy definer on place.%I for all to {{definer}} using (true) with check (true)', t);
    execute format('create policy workers on place.%I for select to {{app}} using (true)', t);
  end loop;
end $$;
create policy published on place.service for select to {{insight}}
  using (gone_at is null and (source_id is not null or confirmed_on is not null));
create policy published on place.institution for select to {{insight}}
  using (exists (select 1 from place.service s where s.institution_id = institution.id));

drop view if exists place.public_service, place.public_institution;
create view place.public_institution with (security_invoker = true) as
  select id, name, description, website from place.institution;
create view place.public_service with (security_invoker = true) as
  select id, institution_id, name, description, status, url, email, phones, fees, alert, minimum_age, maximum_age,
    confirmed_on, changed_at, terms, withheld, places, areas, hours
  from place.service;
grant select (id, name, description, website) on place.institution to {{insight}};
grant select (id, institution_id, name, description, status, url, email, phones, fees, alert, minimum_age, maximum_age,
  confirmed_on, changed_at, terms, withheld, places, areas, hours) on place.service to {{insight}};
grant select on place.public_service, place.public_institution, place.edition to {{insight}};

-- Is it open at a moment of London's clocks? Days as Open Referral UK has them: MO,TU in a week, 2TU or -1FR in a month.
-- What closes at or before it opens closes on the next day; without both times nobody knows, and it is not open.
drop function if exists place.is_open(jsonb, timestamp);
create function place.is_open(hours jsonb, moment timestamp) returns boolean
language sql immutable
return exists (
  select 1
  from jsonb_to_recordset(hours) h(repeats text, days text, opens text, closes text, "from" text, "to" text)
  cross join lateral (values (moment::date, 0), (moment::date - 1, 1)) on_day(day, ago)
  cross join lateral (values ((array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from on_day.day)::int],
    to_char(moment, 'HH24:MI') collate "C", to_char(on_day.day, 'YYYY-MM-DD') collate "C")) t(name, clock, day)
  where (h."from" is null or h."from" <= t.day) and (h."to" is null or h."to" >= t.day)
    and case when h.repeats = 'MONTHLY' then
        string_to_array(replace(h.days, ' ', ''), ',') && array[
          ceil(extract(day from on_day.day) / 7)::int || t.name,
          '-' || ceil((extract(day from date_trunc('month', on_day.day) + interval '1 month' - interval '1 day')
            - extract(day from on_day.day) + 1) / 7)::int || t.name]
      else t.name = any (string_to_array(replace(h.days, ' ', ''), ',')) end
    and case when on_day.ago = 0 then t.clock >= h.opens and (t.clock < h.closes or h.closes <= h.opens)
      else h.closes <= h.opens and t.clock < h.closes end);
grant execute on function place.is_open(jsonb, timestamp) to {{app}};

-- What is withheld stays withheld, whoever writes; and it has no history, whose words may tell where it is: neither from
-- before nor from after. Of any other change, what the service was before it.
create or replace function place.keep_service() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare was jsonb; becomes jsonb := to_jsonb(new); changed jsonb;
begin
  if old.withheld and not new.withheld then
    raise exception 'What is withheld is not made public by an import.' using errcode = 'CT403';
  end if;
  if new.withheld then
    delete from place.service_change where service_id = new.id;
    return null;
  end if;
  was := to_jsonb(old);
  select jsonb_object_agg(w.key, w.value) into changed from jsonb_each(was) w
  where w.value is distinct from becomes -> w.key;
  if changed is not null then
    insert into place.service_change (service_id, at, before) values (new.id, clock_timestamp(), changed);
  end if;
  return null;
end $$;
drop trigger if exists z_keep on place.service;
create trigger z_keep after update on place.service for each row execute function place.keep_service();

create or replace function place.count_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as
$$ begin update place.edition set number = number + 1; return null; end $$;
drop trigger if exists z_edition on place.service;
create trigger z_edition after insert or update or delete or truncate on place.service
  for each statement execute function place.count_change();
drop trigger if exists z_edition on place.institution;
create trigger z_edition after insert or update or delete or truncate on place.institution
  for each statement execute function place.count_change();
