-- Readiness: what many voices said, protected. No login reads a row of answers, of links or of comments: all of it goes
-- through the functions below, which give what a place may know. What is shown of a round never depends on an answer of
-- a group of fewer than five, so that nothing can be worked out by taking one figure from another.
revoke all on schema readiness from public;
revoke all on all tables in schema readiness from {{app}}, {{worker}}, {{insight}}, {{publisher}};
grant usage on schema readiness to {{definer}};
grant select, insert, update, delete on all tables in schema readiness to {{definer}};
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'readiness' loop
    execute format('alter table readiness.%I enable row level security', t);
    execute format('alter table readiness.%I force row level security', t);
    execute format('drop policy if exists definer on readiness.%I', t);
    execute format('create policy definer on readiness.%I for all to {{definer}} using (true) with check (true)', t);
  end loop;
  -- Answers have no line each: a line has a time, and would say whose is whose.
  foreach t in array array['round', 'invited', 'action'] loop
    execute format('drop trigger if exists z_audit on readiness.%I', t);
    execute format('create trigger z_audit after insert or update or delete on readiness.%I
      for each row execute function entry.write_audit()', t);
  end loop;
end $$;

drop schema if exists asking cascade;
set local role {{definer}};
create schema asking;

-- A line of the log that somebody did something with a round: who, when, which.
create function asking.note(what text, of_row uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  insert into audit_event (kind, table_name, entry_id, actor_id, membership_id, session_id, row_hash)
  values (what, 'readiness', of_row, me.user_id, me.membership_id, me.session_id,
    sha256(convert_to(concat_ws('|', what, of_row, me.user_id, now()), 'UTF8')));
end $$;

-- The round that is open, kept as it is while something is done with it.
create function asking.open(of_round uuid) returns readiness.round
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare r readiness.round;
begin
  select * into r from readiness.round x where x.id = of_round for update;
  if r.id is null then raise exception 'no such round' using errcode = 'CT404'; end if;
  if r.closed_at is not null then raise exception 'This round has been closed.' using errcode = 'CT409'; end if;
  return r;
end $$;

-- Begins to ask. `items`: a list of {key, part, words}, in their order.
create function asking.open_round(called text, last_day date, items jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('readiness:lead');
  new_id uuid := access.uuid7();
begin
  perform pg_advisory_xact_lock(hashtext('readiness.round'));
  if exists (select 1 from readiness.round where closed_at is null) then
    raise exception 'A round is open. Close it before you begin another.' using errcode = 'CT409';
  end if;
  if last_day <= access.today() or last_day > access.today() + 180 then
    raise exception 'The last day to answer must be after today, and within six months.' using errcode = 'CT422';
  end if;
  if jsonb_array_length(items) not between 1 and 40 or length(called) > 80 then
    raise exception 'Ask between one and forty statements.' using errcode = 'CT422';
  end if;
  insert into readiness.round (id, no, name, opened_at, opened_by, closes_on)
  select new_id, 1 + coalesce(max(r.no), 0), called, access.moment(), me.user_id, last_day from readiness.round r;
  insert into readiness.item (id, round_id, no, key, part, words)
  select access.uuid7(), new_id, i.no, i.one ->> 'key', i.one ->> 'part', left(i.one ->> 'words', 200)
  from jsonb_array_elements(items) with ordinality i(one, no);
  return new_id;
end $$;

-- Makes links for people of a sector in a role, by the hashes of what they are.
create function asking.invite(of_round uuid, of_sector text, in_role text, hashes text[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('readiness:lead');
  r readiness.round := asking.open(of_round);
begin
  if cardinality(hashes) not between 1 and 30
    or (select count(*) from readiness.invited where round_id = r.id) + cardinality(hashes) > 1000 then
    raise exception 'Make at most 30 links at once, and 1,000 a round.' using errcode = 'CT422';
  end if;
  insert into readiness.invited (id, round_id, sector, role, link_hash)
  select access.uuid7(), r.id, of_sector, left(in_role, 80), decode(h, 'hex') from unnest(hashes) h;
end $$;

-- Links of a sector and a role that nobody has used stop working.
create function asking.end_links(of_round uuid, of_sector text, of_role text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('readiness:lead');
  r readiness.round := asking.open(of_round);
begin
  update readiness.invited set ended_at = access.moment(), link_hash = null
  where round_id = r.id and sector = of_sector and role = of_role and link_hash is not null;
  if not found then raise exception 'There is no unused link of these.' using errcode = 'CT409'; end if;
end $$;

-- Closes a round. What was answered is taken apart: how many of a sector gave which score to which item is kept, what
-- one person gave is not, and comments no longer say what was answered beside them. It cannot be opened again.
create function asking.close_round(of_round uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('readiness:lead');
  r readiness.round := asking.open(of_round);
begin
  perform asking.take_apart(r.id);
  update readiness.round set closed_at = access.moment(), closed_by = me.user_id where id = r.id;
end $$;

create function asking.take_apart(of_round uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into readiness.answered (round_id, sector, n)
  select round_id, sector, count(*) from readiness.sheet where round_id = of_round group by 1, 2;
  insert into readiness.tally (item_id, sector, score, n)
  select a.item_id, s.sector, coalesce(a.score, 0), count(*)
  from readiness.answer a join readiness.sheet s on s.id = a.sheet_id where s.round_id = of_round group by 1, 2, 3;
  update readiness.comment set sheet_id = null where round_id = of_round;
  delete from readiness.sheet where round_id = of_round;
  update readiness.invited set link_hash = null, ended_at = access.moment()
  where round_id = of_round and link_hash is not null;
$$;

-- Lets a comment through, in the words given, or keeps it back (null). Only of a round that has closed; once.
create function asking.decide_comment(of_comment uuid, lets_through text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('readiness:lead');
begin
  if length(lets_through) > 1000 then
    raise exception 'Shorten it to 1,000 characters.' using errcode = 'CT422';
  end if;
  update readiness.comment c set shown = nullif(btrim(lets_through), ''), decided_at = access.moment(),
    decided_by = me.user_id
  from readiness.round r where c.id = of_comment and r.id = c.round_id and r.closed_at is not null
    and c.decided_at is null;
  if not found then raise exception 'It has been decided, or is gone.' using errcode = 'CT409'; end if;
  perform asking.note('comment-decided', of_comment);
end $$;

create function asking.add_action(of_key text, what text, who text, whose text, due date, known text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require('readiness:lead');
  new_id uuid := access.uuid7();
begin
  insert into readiness.action (id, item_key, words, owner, organisation, due_on, known_by, added_at, added_by)
  values (new_id, of_key, left(what, 300), left(who, 80), left(whose, 80), due, left(known, 200), access.moment(),
    me.user_id);
  return new_id;
end $$;

-- Done on a day (null: put away, not to be done after all). Once.
create function asking.end_action(of_action uuid, done date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('readiness:lead');
begin
  if done > access.today() then raise exception 'That day has not come yet.' using errcode = 'CT422'; end if;
  update readiness.action set done_on = done, version = version + 1,
    put_away_at = case when done is null then access.moment() end
  where id = of_action and done_on is null and put_away_at is null;
  if not found then raise exception 'It is done or put away already.' using errcode = 'CT409'; end if;
end $$;
reset role;
grant usage on schema asking to {{app}};
grant execute on function asking.open_round(text, date, jsonb), asking.invite(uuid, text, text, text[]),
  asking.end_links(uuid, text, text), asking.close_round(uuid), asking.decide_comment(uuid, text),
  asking.add_action(text, text, text, text, date, text), asking.end_action(uuid, date) to {{app}};
