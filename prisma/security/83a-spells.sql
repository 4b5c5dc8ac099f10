-- Spells of a team's work with a person, as a feed tells them. A feed is the agency's own system speaking: what it says
-- is so, and what it no longer says is taken back where an earlier file gave it. What was written here by hand is left
-- to who wrote it.
set local role {{definer}};

-- Does the row say that there is none of this (any more): the column is there, and its cell empty?
create function transfer.says_none(p jsonb, what text) returns boolean
language sql immutable set search_path = pg_catalog, pg_temp as $$ select coalesce(p -> 'none' ? what, false) $$;

-- Which spell of the team's work with the person a row speaks of; null where it speaks of another one, not known yet.
-- With a start: the spell of that start; the one that a people file opened, whose start nobody has told; one it falls
-- into, unless they were off the list meanwhile. Without: the work that goes on; for a row that ends it, the last that
-- began before; else the last that ended, unless a feed since then has left them out and they have come back.
create function transfer.spell_of(b import_batch, of_record uuid, to_team uuid, from_on date, until_on date)
returns involvement
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare i involvement; last_feed timestamptz;
begin
  if from_on is not null then
    select * into i from involvement v where v.record_id = of_record and v.team_id = to_team and (v.starts_on = from_on
      or v.came_from = 'feed' and v.feed_last_seen is null and v.ends_on is null
      or v.starts_on <= coalesce(until_on, 'infinity') and coalesce(v.ends_on, 'infinity') > from_on
        and not (v.ends_on is null and v.feed_missing > 0
          and from_on > (v.feed_last_seen at time zone 'Europe/London')::date))
    order by v.starts_on = from_on desc, v.feed_last_seen is null desc, v.ends_on desc nulls first limit 1;
    return i;
  end if;
  select * into i from involvement v where v.record_id = of_record and v.team_id = to_team
    and (until_on is null or v.starts_on <= until_on or v.came_from = 'feed' and v.feed_last_seen is null)
  order by v.ends_on desc nulls first, v.starts_on desc limit 1;
  if until_on is null and i.ends_on is not null and i.feed_last_seen is not null then
    select max(f.sent_at) into last_feed from import_batch f
    where f.agency_id = b.agency_id and f.shape = 'headline_feed' and f.state = 'done' and f.id < b.id;
    if i.feed_last_seen < last_feed then return null; end if;
  end if;
  return i;
end $$;

-- A spell ends on a day, and with it the work of its workers, each written down so that it can be undone.
create function transfer.end_spell(i involvement, on_day date) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare w uuid; sets jsonb := '[]'; day date := greatest(on_day, i.starts_on);
begin
  for w in select x.id from involvement_worker x where x.involvement_id = i.id
    and (x.ends_on is null or x.ends_on > day)
  loop sets := sets || transfer.set_value('involvement_worker', w, 'ends_on', day::text, 'date'); end loop;
  return sets || transfer.set_value('involvement', i.id, 'end_reason', 'feed', 'text')
    || transfer.set_value('involvement', i.id, 'ends_on', day::text, 'date');
end $$;

-- An end that the agency's system has taken back: the work goes on, and so does that of who worked at the end.
create function transfer.go_on(i involvement) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare w uuid; sets jsonb := '[]';
begin
  for w in select x.id from involvement_worker x where x.involvement_id = i.id and x.ends_on = i.ends_on and x.lead loop
    sets := sets || transfer.set_value('involvement_worker', w, 'ends_on', null, 'date');
    update person_access set ends_at = null where source_id = w;
  end loop;
  sets := sets || transfer.set_value('involvement', i.id, 'ends_on', null, 'date')
    || transfer.set_value('involvement', i.id, 'end_reason', null, 'text');
  update person_access set ends_at = null where source_id = i.id;
  return sets;
end $$;

-- The spell as the row says it is: its start, its end, or that it goes on. Of work begun here by hand the start stays.
create function transfer.put_spell(b import_batch, rec public.record, to_team uuid, p jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare i involvement; old involvement; rows jsonb := '[]'; sets jsonb := '[]'; day date := access.today();
  from_on date := (p ->> 'from')::date; until_on date := (p ->> 'until')::date;
begin
  if from_on > day then from_on := day; end if;
  if until_on > day then until_on := null; end if;
  i := transfer.spell_of(b, rec.id, to_team, from_on, until_on);
  if i.id is null then
    if from_on is null and until_on is not null then -- an end without a beginning is no work that can be told
      return jsonb_build_object('id', null, 'rows', rows, 'set', sets);
    end if;
    -- Off the list meanwhile, and back with a later start: what went on before was over when they were last listed.
    for old in select * from involvement v where v.record_id = rec.id and v.team_id = to_team and v.ends_on is null
      and until_on is null and v.came_from = 'feed' and v.starts_on < from_on
    loop sets := sets || transfer.end_spell(old, (old.feed_last_seen at time zone 'Europe/London')::date); end loop;
    i.id := access.uuid7();
    insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, came_from, starts_on, ends_on,
      end_reason, feed_last_seen)
    values (i.id, rec.person_id, rec.id, b.agency_id, to_team, b.sent_by, 'feed', coalesce(from_on, day), until_on,
      case when until_on is not null then 'feed' end, now());
    rows := jsonb_build_array(jsonb_build_array('involvement', i.id));
    return jsonb_build_object('id', i.id, 'rows', rows, 'set', sets);
  end if;
  if i.came_from = 'feed' and from_on <> i.starts_on and from_on <= coalesce(until_on, i.ends_on, from_on) then
    sets := sets || transfer.set_value('involvement', i.id, 'starts_on', from_on::text, 'date');
    i.starts_on := from_on;
  elsif i.feed_last_seen is null and until_on < i.starts_on then -- its start was but the day of the import
    sets := sets || transfer.set_value('involvement', i.id, 'starts_on', until_on::text, 'date');
    i.starts_on := until_on;
  end if;
  sets := sets || transfer.set_value('involvement', i.id, 'feed_last_seen', now()::text, 'timestamptz')
    || case when i.feed_missing = 0 then '[]'
      else transfer.set_value('involvement', i.id, 'feed_missing', '0', 'int') end;
  if until_on is not null and (i.ends_on is null or i.end_reason = 'feed' and i.ends_on <> until_on) then
    sets := sets || transfer.end_spell(i, until_on);
  elsif until_on is null and i.end_reason = 'feed' and i.ends_on is not null
    and (transfer.says_none(p, 'until') or p ->> 'until' is not null) then
    sets := sets || transfer.go_on(i);
  end if;
  return jsonb_build_object('id', i.id, 'rows', rows, 'set', sets);
end $$;
reset role;
