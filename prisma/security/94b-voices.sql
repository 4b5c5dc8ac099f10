-- What is answered through a link, by whoever holds it; and what may be read of it when the round has closed.
set local role {{definer}};

-- Links that nobody has, tried from a network (hashed; null where it is not known). After thirty in ten minutes the
-- answer is to wait, and nothing more is written down. A link that is somebody's works all the same, or a stranger
-- could keep a whole office from answering.
create function asking.knocks(from_network bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from readiness.knock where at < clock_timestamp() - interval '10 minutes';
  if (select count(*) from readiness.knock where network is not distinct from from_network) >= 30 then
    return 'wait';
  end if;
  insert into readiness.knock (network, at) values (from_network, clock_timestamp());
  return 'none';
end $$;

-- What a link opens: {state, round, closesOn, items, answers}. `open`: not used yet; `own`: somebody's own key, with
-- what they answered; `none`: used, ended, closed, or never one, which are not told apart; `wait`.
create function asking.by_link(hash bytea, from_network bytea) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  r readiness.round;
  own readiness.sheet;
begin
  select s.* into own from readiness.sheet s where s.own_hash = hash;
  select x.* into r from readiness.round x
  where x.closed_at is null and x.closes_on >= access.today() and x.id = coalesce(own.round_id,
    (select i.round_id from readiness.invited i where i.link_hash = hash and i.ended_at is null));
  if r.id is null then return jsonb_build_object('state', asking.knocks(from_network)); end if;
  return jsonb_build_object('state', case when own.id is null then 'open' else 'own' end,
    'round', r.name, 'closesOn', r.closes_on,
    'items', (select jsonb_agg(jsonb_build_object('id', i.id, 'part', i.part, 'words', i.words) order by i.no)
      from readiness.item i where i.round_id = r.id),
    'answers', coalesce((select jsonb_object_agg(i.id, jsonb_build_object('score', a.score,
        'given', a.item_id is not null, 'comment', c.words))
      from readiness.item i left join readiness.answer a on a.item_id = i.id and a.sheet_id = own.id
        left join readiness.comment c on c.item_id = i.id and c.sheet_id = own.id
      where own.id is not null and i.round_id = r.id and (a.item_id is not null or c.id is not null)), '{}'));
end $$;

-- Sends a sheet: {item: {score, comment}}, a score of null being "I do not know" and one left out nothing. A link is
-- used up by it, and what was sent is changed under `own` alone, a key that only the sender was shown. The same sent
-- twice is kept once. Answers `saved`, `none` or `wait`.
create function asking.send(hash bytea, own bytea, said jsonb, from_network bytea) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  link readiness.invited;
  sheet readiness.sheet;
  r readiness.round;
begin
  select s.* into sheet from readiness.sheet s where s.own_hash = hash for update;
  if sheet.id is null then
    select i.* into link from readiness.invited i where i.link_hash = hash and i.ended_at is null for update;
    if link.id is null then
      if exists (select 1 from readiness.sheet s where s.own_hash = own) then return 'saved'; end if;
      return asking.knocks(from_network);
    end if;
  end if;
  -- One that closes meanwhile waits for this, or this for it.
  select x.* into r from readiness.round x where x.id = coalesce(sheet.round_id, link.round_id) for share;
  if r.closed_at is not null or r.closes_on < access.today() then return 'none'; end if;
  if jsonb_typeof(said) <> 'object' or exists (select 1 from jsonb_each(said) e
      where not exists (select 1 from readiness.item i where i.round_id = r.id and i.id::text = e.key)
        or length(e.value ->> 'comment') > 1000) then
    raise exception 'This page is out of date. Open your link again.' using errcode = 'CT422';
  end if;
  if not exists (select 1 from jsonb_each(said) e where e.value ? 'score' or e.value ->> 'comment' is not null) then
    raise exception 'Answer at least one of them.' using errcode = 'CT422';
  end if;
  if sheet.id is null then
    insert into readiness.sheet (round_id, sector, own_hash) values (r.id, link.sector, own) returning * into sheet;
    update readiness.invited set link_hash = null where id = link.id;
  else
    delete from readiness.answer where sheet_id = sheet.id;
    delete from readiness.comment where sheet_id = sheet.id;
  end if;
  insert into readiness.answer (sheet_id, item_id, score)
  select sheet.id, e.key::uuid, (e.value ->> 'score')::int from jsonb_each(said) e where e.value ? 'score';
  insert into readiness.comment (round_id, item_id, sector, sheet_id, words)
  select r.id, e.key::uuid, sheet.sector, sheet.id, e.value ->> 'comment' from jsonb_each(said) e
  where btrim(e.value ->> 'comment') <> '';
  return 'saved';
end $$;

create function asking.rounds() returns table (id uuid, no int, name text, opened_at timestamptz, closes_on date,
  closed_at timestamptz, asked int, answered int, waiting int, invented boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('place:view');
begin
  return query select r.id, r.no, r.name, r.opened_at, r.closes_on, r.closed_at,
    (select count(*)::int from readiness.invited i where i.round_id = r.id
      and (i.ended_at is null or r.closed_at is not null)),
    case when r.closed_at is null then (select count(*)::int from readiness.sheet s where s.round_id = r.id)
      else coalesce((select sum(a.n)::int from readiness.answered a where a.round_id = r.id), 0) end,
    case when r.closed_at is null then 0
      else (select count(*)::int from readiness.comment c where c.round_id = r.id and c.decided_at is null) end,
    r.invented
  from readiness.round r order by r.no desc;
end $$;

create function asking.items(of_round uuid) returns table (id uuid, no int, key text, part text, words text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('place:view');
begin
  return query select i.id, i.no, i.key, i.part, i.words from readiness.item i
  where i.round_id = of_round order by i.no;
end $$;

-- How many of each sector were asked, and have answered: who took part, and nothing of what they said.
create function asking.taking_part(of_round uuid) returns table (sector text, role text, asked int, unused int,
  answered int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('place:view');
begin
  return query
  select i.sector, i.role, count(*)::int, (count(*) filter (where i.link_hash is not null))::int, null::int
  from readiness.invited i join readiness.round r on r.id = i.round_id
  where r.id = of_round and (i.ended_at is null or r.closed_at is not null) group by 1, 2
  union all select a.sector, null, null, null, a.n from readiness.answered a where a.round_id = of_round
  union all select s.sector, null, null, null, count(*)::int from readiness.sheet s where s.round_id = of_round
  group by 1;
end $$;

-- The protected summary of a round that has closed. Of each item and sector that five or more gave a score to: the
-- middle answer, and the average to half a point and never nearer to an end than that, since an end would say what
-- everybody answered. Sector null: all of those sectors together, with how many in 100 of them do not know. Sectors
-- with fewer count nowhere, so that taking some figures from another leaves nothing over.
create function asking.summary(of_round uuid) returns table (item_id uuid, sector text, middle double precision,
  average double precision, unsure int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('place:view');
begin
  return query
  with told as (
    select t.item_id, t.sector, t.score, t.n,
      sum(t.n) filter (where t.score > 0) over (partition by t.item_id, t.sector) as scored
    from readiness.tally t join readiness.item i on i.id = t.item_id join readiness.round r on r.id = i.round_id
    where r.id = of_round and r.closed_at is not null),
  one as (select t.item_id, t.sector, t.score from told t cross join lateral generate_series(1, t.n)
    where t.scored >= 5)
  select o.item_id, o.sector, percentile_cont(0.5) within group (order by o.score) filter (where o.score > 0),
    least(9.5, greatest(1.5, round(avg(o.score) filter (where o.score > 0) * 2) / 2))::double precision,
    case when o.sector is null then round(100.0 * count(*) filter (where o.score = 0) / count(*))::int end
  from one o group by grouping sets ((o.item_id, o.sector), (o.item_id));
end $$;

-- Comments that were let through, in no order that says when. Their sector stands beside them where five or more of it
-- answered, unless the rest, who stand without one, would be fewer than five: then beside none.
create function asking.comments(of_round uuid) returns table (item_id uuid, sector text, words text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('place:view');
begin
  return query
  select c.item_id, case when c.sector in (select a.sector from readiness.answered a
      where a.round_id = of_round and a.n >= 5) and coalesce((select sum(a.n) not between 1 and 4
      from readiness.answered a where a.round_id = of_round and a.n < 5), true) then c.sector end, c.shown
  from readiness.comment c join readiness.round r on r.id = c.round_id
  where c.round_id = of_round and r.closed_at is not null and c.shown is not null order by c.id;
end $$;

-- Comments that wait for somebody to read them before they are shown, without a sector.
create function asking.waiting_comments(of_round uuid) returns table (id uuid, item_id uuid, words text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('readiness:lead');
begin
  return query select c.id, c.item_id, c.words from readiness.comment c join readiness.round r on r.id = c.round_id
  where c.round_id = of_round and r.closed_at is not null and c.decided_at is null order by c.id;
end $$;

create function asking.actions() returns table (id uuid, item_key text, words text, owner text, organisation text,
  due_on date, known_by text, done_on date, version int)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require('place:view');
begin
  return query select a.id, a.item_key, a.words, a.owner, a.organisation, a.due_on, a.known_by, a.done_on, a.version
  from readiness.action a where a.put_away_at is null order by a.done_on is not null, a.due_on, a.id;
end $$;
reset role;
grant execute on function asking.by_link(bytea, bytea), asking.send(bytea, bytea, jsonb, bytea), asking.rounds(),
  asking.items(uuid), asking.taking_part(uuid), asking.summary(uuid), asking.comments(uuid),
  asking.waiting_comments(uuid), asking.actions() to {{app}};
