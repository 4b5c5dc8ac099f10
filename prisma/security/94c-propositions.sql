-- Propositions: cases for doing something together. A draft is its own agency's; what is shared is read by whoever may
-- look at the place. Written by the functions below alone: no version, figure or comment is changed once it is there.
revoke all on schema proposition from public;
revoke all on all tables in schema proposition from {{app}}, {{worker}}, {{insight}}, {{publisher}};
grant usage on schema proposition to {{app}}, {{definer}};
grant select, insert, update, delete on all tables in schema proposition to {{definer}};
grant select on all tables in schema proposition to {{app}};
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'proposition' loop
    execute format('alter table proposition.%I enable row level security', t);
    execute format('alter table proposition.%I force row level security', t);
    execute format('drop policy if exists definer on proposition.%I', t);
    execute format('create policy definer on proposition.%I for all to {{definer}} using (true) with check (true)', t);
    execute format('drop policy if exists reads on proposition.%I', t);
    execute format('drop trigger if exists z_audit on proposition.%I', t);
    execute format('create trigger z_audit after insert or update or delete on proposition.%I
      for each row execute function entry.write_audit()', t);
  end loop;
end $$;
create policy reads on proposition.paper for select to {{app}} using ((select access.may('place:view'))
  and (shared_at is not null or agency_id = (select access.my_agency())));
create policy reads on proposition.version for select to {{app}} using (paper_id in (select id from proposition.paper));
create policy reads on proposition.comment for select to {{app}} using (paper_id in (select id from proposition.paper));
-- A figure published for commissioners is theirs on a paper too.
create policy reads on proposition.evidence for select to {{app}} using (paper_id in (select id from proposition.paper)
  and (origin ->> 'profile' is distinct from 'commissioner' or (select access.may('insight:view'))));

drop schema if exists proposing cascade;
set local role {{definer}};
create schema proposing;

-- A paper that this viewer may read, kept as it is meanwhile; none is told apart from another's draft.
create function proposing.mine(me access.viewer, of_paper uuid) returns proposition.paper
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p proposition.paper;
begin
  select * into p from proposition.paper x where x.id = of_paper
    and (x.shared_at is not null or x.agency_id = me.agency_id) for update;
  if p.id is null then raise exception 'no such proposition' using errcode = 'CT404'; end if;
  if p.put_away_at is not null then raise exception 'This has been put away.' using errcode = 'CT409'; end if;
  return p;
end $$;

-- One that may still be written in.
create function proposing.open(me access.viewer, of_paper uuid) returns proposition.paper
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p proposition.paper := proposing.mine(me, of_paper);
begin
  if p.agreed_at is not null then
    raise exception 'This has been agreed to, and stays as it was then.' using errcode = 'CT409';
  end if;
  return p;
end $$;

create function proposing.write(me access.viewer, of_paper uuid, its_no int, its_words jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if jsonb_typeof(its_words) <> 'object' or length(its_words::text) > 40000 then
    raise exception 'This is too long to keep.' using errcode = 'CT422';
  end if;
  insert into proposition.version (id, paper_id, no, words, written_by, written_at)
  values (access.uuid7(), of_paper, its_no, its_words, me.user_id, access.moment());
end $$;

create function proposing.begin(its_words jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  new_id uuid := access.uuid7();
begin
  perform pg_advisory_xact_lock(hashtext('proposition.paper'));
  insert into proposition.paper (id, no, agency_id, begun_by, begun_at)
  values (new_id, 1 + coalesce((select max(no) from proposition.paper), 0), me.agency_id, me.user_id, access.moment());
  perform proposing.write(me, new_id, 1, its_words);
  return new_id;
end $$;

-- Whoever has agreed agreed to another: to other words, or to other figures.
create function proposing.ask_again(of_paper uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update proposition.paper set first_by = null, first_agency_id = null, first_at = null
  where id = of_paper and first_by is not null
$$;

-- A new version upon the one that was read.
create function proposing.save(of_paper uuid, upon int, its_words jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  p proposition.paper := proposing.open(me, of_paper);
begin
  if upon is distinct from (select max(v.no) from proposition.version v where v.paper_id = p.id) then
    raise exception 'Somebody has saved another version meanwhile. Load the page again.' using errcode = 'CT409';
  end if;
  perform proposing.write(me, p.id, upon + 1, its_words);
  perform proposing.ask_again(p.id);
end $$;

create function proposing.share(of_paper uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  p proposition.paper := proposing.open(me, of_paper);
begin
  if p.shared_at is not null then raise exception 'It is shared already.' using errcode = 'CT409'; end if;
  if (select count(distinct one ->> 'sector') from jsonb_array_elements((select v.words -> 'partners'
      from proposition.version v where v.paper_id = p.id order by v.no desc limit 1)) one) < 2 then
    raise exception 'Name partners of at least two sectors before you share it.' using errcode = 'CT409';
  end if;
  update proposition.paper set shared_at = access.moment(), shared_by = me.user_id where id = p.id;
end $$;

-- Agrees as one of two people of two agencies.
create function proposing.agree(of_paper uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  p proposition.paper := proposing.open(me, of_paper);
begin
  if p.shared_at is null then raise exception 'Share it first.' using errcode = 'CT409'; end if;
  if p.first_by is null then
    update proposition.paper set first_by = me.user_id, first_agency_id = me.agency_id, first_at = access.moment()
    where id = p.id;
  elsif p.first_by = me.user_id or p.first_agency_id = me.agency_id then
    raise exception 'Your agency has agreed. Somebody of another has to.' using errcode = 'CT409';
  else
    update proposition.paper set second_by = me.user_id, second_agency_id = me.agency_id, agreed_at = access.moment()
    where id = p.id;
  end if;
end $$;

-- Put away by the agency that began it. It can be read as before.
create function proposing.put_away(of_paper uuid, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  p proposition.paper := proposing.mine(me, of_paper);
begin
  if p.agency_id <> me.agency_id then raise exception 'not permitted' using errcode = 'CT403'; end if;
  update proposition.paper set put_away_at = access.moment(), put_away_by = me.user_id, put_away_why = left(why, 300)
  where id = p.id;
end $$;

create function proposing.comment(of_paper uuid, its_words text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  p proposition.paper := proposing.mine(me, of_paper);
begin
  if length(its_words) > 1000 then raise exception 'Shorten it to 1,000 characters.' using errcode = 'CT422'; end if;
  insert into proposition.comment (id, paper_id, version_no, words, by_user, by_agency_id, at)
  select access.uuid7(), p.id, max(v.no), its_words, me.user_id, me.agency_id, access.moment()
  from proposition.version v where v.paper_id = p.id;
end $$;

-- A figure as it stands now. Its value is read here, from where it is protected, and is nobody's to type:
--   published  {no, table, keys}: a cell of a publication that two people agreed to
--   readiness  {round, item}: how far apart sectors are, from the protected summary
--   directory  {need}: services that are listed for a need
create function proposing.value_of(me access.viewer, its_kind text, origin jsonb) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare found_value text;
begin
  if its_kind = 'published' then
    if not 'insight:view' = any (access.verbs_of(me.role)) then
      raise exception 'not permitted' using errcode = 'CT403';
    end if;
    select c.value::text into found_value from published.cell c join published.publication p on p.id = c.publication_id
    where p.second_at is not null and p.dropped_at is null and p.no = (origin ->> 'no')::int
      and p.profile = origin ->> 'profile' and c.table_key = origin ->> 'table'
      and c.keys = array(select jsonb_array_elements_text(origin -> 'keys')) and c.value > 0;
  elsif its_kind = 'readiness' then
    select (max(s.middle) - min(s.middle))::text into found_value from asking.summary((origin ->> 'round')::uuid) s
    where s.item_id = (origin ->> 'item')::uuid and s.sector is not null having count(*) > 1;
  elsif its_kind = 'directory' then
    select count(*)::text into found_value from place.service s
    where s.gone_at is null and s.status = 'active' and origin ->> 'need' = any (s.needs);
  end if;
  if found_value is null then raise exception 'There is no such figure to pin.' using errcode = 'CT422'; end if;
  return found_value;
end $$;

create function proposing.pin(of_paper uuid, its_kind text, origin jsonb, its_label text, its_margin text,
  its_source text, its_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  p proposition.paper := proposing.open(me, of_paper);
begin
  if (select count(*) from proposition.evidence e where e.paper_id = p.id and e.taken_off_at is null) >= 20 then
    raise exception 'Pin twenty figures at most.' using errcode = 'CT422';
  end if;
  insert into proposition.evidence (id, paper_id, kind, label, value, margin, source, as_of, origin, pinned_by,
    pinned_at)
  values (access.uuid7(), p.id, its_kind, left(its_label, 300), proposing.value_of(me, its_kind, origin),
    left(its_margin, 300), left(its_source, 300), its_day, origin, me.user_id, access.moment());
  perform proposing.ask_again(p.id);
end $$;

create function proposing.take_off(of_evidence uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('proposition:write');
  e proposition.evidence;
begin
  select * into e from proposition.evidence x where x.id = of_evidence;
  if e.id is null then raise exception 'no such figure' using errcode = 'CT404'; end if;
  perform proposing.open(me, e.paper_id);
  update proposition.evidence set taken_off_at = access.moment(), taken_off_by = me.user_id
  where id = e.id and taken_off_at is null;
  if not found then raise exception 'It has been taken off already.' using errcode = 'CT409'; end if;
  perform proposing.ask_again(e.paper_id);
end $$;
reset role;
grant usage on schema proposing to {{app}};
grant execute on function proposing.begin(jsonb), proposing.save(uuid, int, jsonb), proposing.share(uuid),
  proposing.agree(uuid), proposing.put_away(uuid, text), proposing.comment(uuid, text),
  proposing.pin(uuid, text, jsonb, text, text, text, date), proposing.take_off(uuid) to {{app}};
