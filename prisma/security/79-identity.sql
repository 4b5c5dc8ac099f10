-- Links between records, made by the machine, the record steward or the custodian, and undone. A link is one update of
-- one record (people.move_record); nothing is ever merged, so the way back is the same update.
set local role {{definer}};
drop schema if exists identity cascade;
create schema identity;

-- A link, with what the record was before in its evidence, so that undoing restores it.
create function identity.link_record(of_record uuid, onto uuid, how text, why text, proof jsonb, sure boolean) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare was public.record;
begin
  select * into was from record where id = of_record;
  return people.move_record(of_record, onto, how, why, coalesce(proof, '{}') || jsonb_build_object('confirmedBefore',
    was.confirmed) || case when was.sure_of is null then '{}' else jsonb_build_object('sureBefore', was.sure_of) end, sure);
end $$;

-- Is this link the one that holds now? Its record is where it put it, and no later link or undoing stands over it.
create function identity.holds(of_event uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from link_event e join record r on r.id = e.record_id and r.person_id = e.to_person
    where e.id = of_event and not e.evidence ? 'undoes' and not exists (select 1 from link_event u
      where u.record_id = e.record_id and u.evidence ->> 'undoes' = e.id::text))
$$;

-- The way back: the record and all that hangs on it to the person it was with. Bars that the link carried over go back
-- too; a bar declared while it stood holds on both sides.
create function identity.undo_link(of_event uuid, how text, why text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare e link_event; undone uuid;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  if not identity.holds(of_event) then return null; end if;
  select * into e from link_event where id = of_event;
  insert into person (id) values (e.from_person) on conflict do nothing;
  perform identity.tell_parted(e);
  undone := people.move_record(e.record_id, e.from_person, how, why, jsonb_build_object('undoes', e.id),
    coalesce((e.evidence ->> 'confirmedBefore')::boolean, true));
  update record set sure_of = (e.evidence ->> 'sureBefore')::uuid where id = e.record_id and not confirmed;
  delete from conflict c where c.person_id = e.from_person and c.reason = 'linked:' || undone
    and exists (select 1 from conflict d where d.person_id = e.to_person and d.user_id = c.user_id and d.starts_at <= e.at);
  delete from conflict where person_id = e.to_person and reason = 'linked:' || e.id;
  return undone;
end $$;

-- Has somebody said of any record of one and any of the other that they are different people?
create function identity.said_apart(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from not_same n join record a on a.id = n.record_a join record b on b.id = n.record_b
    where n.ended_at is null and ((a.person_id = one and b.person_id = other) or (a.person_id = other and b.person_id = one)))
$$;

create function identity.remember_apart(one uuid, other uuid, who uuid, why text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into not_same (id, record_a, record_b, said_by, reason)
  values (access.uuid7(), least(one, other), greatest(one, other), who, why)
  on conflict (record_a, record_b) do update set ended_at = null, said_by = excluded.said_by, reason = excluded.reason
$$;

-- Asks the matching job to look at a record again: for facts given on the screen, whatever command gave them.
create function identity.mark() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into record_key (record_id, key) values (new.record_id, '!match') on conflict do nothing;
  return null;
end $$;

-- Somebody who may type what a record says could make it match whom they like. So no machine links on the word of a
-- record that a worker made, or whose names, birth or numbers one has added to or changed: the pair waits for a record
-- steward (docs/decisions/017-sure-by-record.md).
create function identity.typed() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update record set by_hand = true where id = case tg_op when 'DELETE' then old.record_id else new.record_id end
    and not by_hand;
  return null;
end $$;

-- Of these records, those on whose word no machine links. Asked before every link that one makes.
create function identity.by_hand(records uuid[]) returns setof uuid
language sql stable security definer rows 10 set search_path = pg_catalog, public, pg_temp as $$
  select r.id from record r where r.id = any (records) and r.by_hand
$$;

-- What was found wrong finds nobody any more: a number's own key goes at once, the rest when the job has looked again.
create function identity.forget() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_table_name = 'identifier' then
    delete from record_key k using identifier i where i.id = new.id and i.ended_on is not null
      and k.record_id = i.record_id and k.key = 'i' || i.type || ':' || i.norm
      and not exists (select 1 from identifier o where o.record_id = i.record_id and o.type = i.type
        and o.norm = i.norm and o.ended_on is null);
  end if;
  insert into record_key (record_id, key) values (new.record_id, '!match') on conflict do nothing;
  return null;
end $$;

-- For the matching job. Records waiting, a few at a time, taken: a fact given while one is looked at asks anew. What a
-- killed job had taken waits too. Off the list when they have been settled.
create function identity.waiting(most int) returns setof uuid
language sql volatile security definer rows 50 set search_path = pg_catalog, public, pg_temp as $$
  with first as materialized (select distinct k.record_id from (
      (select record_id from record_key where key = '!taken' limit most) union all
      (select record_id from record_key where key = '!match' limit most)) k limit most),
  gone as (delete from record_key k using first f where k.record_id = f.record_id and k.key = '!match'),
  taken as (insert into record_key (record_id, key) select f.record_id, '!taken' from first f on conflict do nothing)
  select f.record_id from first f order by f.record_id
$$;

create function identity.settled(records uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from record_key where key = '!taken' and record_id = any (records)
$$;

-- Identity facts of records, whole: what a score is made from. The worker's login alone may ask, and shows nobody.
create function identity.facts(records uuid[]) returns table (record_id uuid, agency_id uuid, facts jsonb)
language sql stable security definer rows 50 set search_path = pg_catalog, public, pg_temp as $$
  select r.id, r.agency_id, jsonb_build_object(
    'names', (select coalesce(jsonb_agg(jsonb_build_object('given', n.given, 'middle', n.middle, 'family', n.family)
      order by n.id), '[]') from person_name n where n.record_id = r.id),
    'births', (select coalesce(jsonb_agg(jsonb_build_object('year', x.year, 'month', x.month, 'day', x.day) order by x.id),
      '[]') from birth x where x.record_id = r.id and x.ended_on is null),
    'identifiers', (select coalesce(jsonb_agg(jsonb_build_object('type', i.type, 'value', i.norm) order by i.id), '[]')
      from identifier i where i.record_id = r.id and i.type <> 'uprn' and i.ended_on is null),
    'phones', (select coalesce(jsonb_agg(x.norm order by x.id), '[]') from reach x
      where x.record_id = r.id and x.kind <> 'email'),
    'emails', (select coalesce(jsonb_agg(x.norm order by x.id), '[]') from reach x
      where x.record_id = r.id and x.kind = 'email'),
    'postcodes', (select coalesce(jsonb_agg(a.norm order by a.id), '[]') from address a
      where a.record_id = r.id and a.norm is not null),
    'sexes', (select coalesce(jsonb_agg(d.sex order by d.id), '[]') from identity_detail d
      where d.record_id = r.id and d.sex in ('female', 'male') and d.ended_on is null))
  from record r where r.id = any (records)
$$;

-- What some records spread over all are compared by, for counting how common values are.
create function identity.sample(most int) returns table (facets text)
language sql stable security definer rows 1000 set search_path = pg_catalog, public, pg_temp as $$
  select f.facets::text from (select generate_series(min(no), max(no), greatest(1, (max(no) - min(no)) / most)) as no
    from record_facets) n join record_facets f on f.no = n.no limit most
$$;

create function identity.records_in_all() returns bigint
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ select count(*) from record $$;

-- Records that share a key with these, where the key's block is within its cap: which asker (a place in the list of
-- records; null there: a line of a file), by which key, with which cap, one beside the other. Not of the same person
-- already, not said to be different, not unnamed. All that one asker found in one row of lists, since a row for each
-- would cost as much again: records apart by spaces; what they are compared by, null if not kept.
create function identity.candidates(askers uuid[], places int[], keys text[], caps int[], in_agency uuid default null)
returns table (asker int, records text, facets text)
language plpgsql stable security definer rows 50 set search_path = pg_catalog, public, pg_temp
set enable_hashjoin = off set enable_mergejoin = off set plan_cache_mode = auto as $$
declare own uuid[]; unseen int[];
begin
  if cardinality(askers) = 1 then -- planning takes longer than one record's answer; many are worth a plan of their own
    perform set_config('plan_cache_mode', 'force_generic_plan', true);
  end if;
  select array_agg(r.person_id order by a.n), array_agg(a.n) filter (where exists (
      select 1 from unnamed u where u.record_id = a.id and u.named_at is null))
  into own, unseen from unnest(askers) with ordinality a(id, n) left join record r on r.id = a.id;
  return query
  with pair as materialized (
    select distinct a.n, f.record_id from unnest(places, keys, caps) a(n, k, c)
    cross join lateral (select k.record_id, count(*) over () as size
      from (select x.record_id from record_key x where x.key = a.k limit a.c + 1) k) f
    where f.size <= a.c and (unseen is null or not a.n = any (unseen))),
  met as materialized (select array_agg(record_id) as ids from pair),
  rare as materialized ( -- asked of each record only where any is concerned
    select exists (select 1 from unnamed u where u.named_at is null and u.record_id = any (ids)) as some_unnamed,
      exists (select 1 from not_same n where n.ended_at is null and n.record_a = any (askers) and n.record_b = any (ids))
      or exists (select 1 from not_same n where n.ended_at is null and n.record_a = any (ids) and n.record_b = any (askers))
        as some_apart
    from met)
  select p.n, string_agg(o.id::text, ' '), '[' || string_agg(coalesce(s.facets::text, 'null'), ',') || ']'
  from pair p join record o on o.id = p.record_id and o.closed_at is null
  left join record_facets s on s.record_id = o.id
  where (in_agency is null or o.agency_id = in_agency) and o.person_id is distinct from own[p.n]
    and (not (select some_unnamed from rare)
      or not exists (select 1 from unnamed u where u.record_id = o.id and u.named_at is null))
    and (not (select some_apart from rare)
      or not exists (select 1 from not_same n where n.ended_at is null and n.record_a = least(askers[p.n], o.id)
        and n.record_b = greatest(askers[p.n], o.id)))
  group by p.n;
end $$;

-- Has an agency more records than so many? Then its keys are asked for one by one, and else all are read first.
create function identity.has_more(in_agency uuid, most int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from record r where r.agency_id = in_agency and r.closed_at is null offset most)
$$;

-- The keys that an agency's own records are found by, a row for each record, in the order of their ids.
create function identity.keys_of(in_agency uuid, after uuid, most int) returns table (record uuid, keys text)
language sql stable security definer rows 2000 set search_path = pg_catalog, public, pg_temp as $$
  select r.id, coalesce((select string_agg(k.key, E'\n') from record_key k
    where k.record_id = r.id and left(k.key, 1) <> '!'), '')
  from record r where r.agency_id = in_agency and r.closed_at is null and (after is null or r.id > after)
  order by r.id limit most
$$;

-- Records by their ids, a row for each.
create function identity.known(records uuid[])
returns table (id uuid, facets text)
language sql stable security definer rows 50 set search_path = pg_catalog, public, pg_temp as $$
  select r.id, s.facets::text from record r left join record_facets s on s.record_id = r.id
  where r.id = any (records)
$$;

-- All records of the people that these are records of.
create function identity.records_beside(records uuid[]) returns table (person_id uuid, record_id uuid)
language sql stable security definer rows 10 set search_path = pg_catalog, public, pg_temp as $$
  select r.person_id, r.id from record r
  where r.person_id in (select o.person_id from record o where o.id = any (records)) order by r.id
$$;

-- May the importer be told that a row is one of these people of their own agency? Not where access is limited: then it
-- is "received", as if there were no such person. No other state says anything here, or it would be told by its answer.
create function identity.tellable(records uuid[]) returns setof uuid
language sql stable security definer rows 10 set search_path = pg_catalog, public, pg_temp as $$
  select r.id from record r where r.id = any (records) and access.limit_on(r.person_id) is null
$$;

-- Whose a pair is when it is found again: a steward's stays a steward's, and what waits for a second stays with them.
create function identity.whose(c link_candidate, found text) returns text
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select case when c.decision = 'linked' or c.for_role = 'steward' then c.for_role else found end
$$;

-- What the matching job found of a pair. Linked by the machine, it shares identity only until somebody confirms it.
-- What somebody typed links nobody: it waits for the record steward. Where a state forbids, it waits for the custodian;
-- but a pair that a steward has seen already stays as it was, or it would tell of the state. Answers linked, suggested
-- or nothing.
create function identity.settle(one uuid, other uuid, bits float, levels jsonb, why text, link boolean,
  of_version text) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare a public.record; b public.record; e uuid; careful boolean;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  select * into a from public.record where id = one;
  select * into b from public.record where id = other;
  if a.id is null or b.id is null or a.person_id = b.person_id or identity.said_apart(a.person_id, b.person_id) then
    return 'nothing';
  end if;
  careful := people.custodian_decides(a.person_id) or people.custodian_decides(b.person_id);
  if link and not careful and not exists (select 1 from identity.by_hand(array[one, other])) then
    for e in select r.id from public.record r where r.person_id = a.person_id order by r.id loop
      perform identity.link_record(e, b.person_id, 'machine', why,
        jsonb_build_object('with', b.id, 'of', a.id, 'bits', bits, 'levels', levels, 'version', of_version), false);
    end loop;
    update link_candidate c set decision = 'linked', decided_at = now()
    where c.decided_at is null and (select x.person_id from public.record x where x.id = c.record_a)
      = (select x.person_id from public.record x where x.id = c.record_b) and (one in (c.record_a, c.record_b)
      or other in (c.record_a, c.record_b));
    perform identity.tell_joined(array[one], array[other]);
    return 'linked';
  end if;
  insert into link_candidate as c (id, record_a, record_b, for_role, bits, levels, why, version)
  values (access.uuid7(), least(one, other), greatest(one, other), case when careful then 'custodian' else 'steward' end,
    bits, levels, why, of_version)
  on conflict (record_a, record_b) do update set bits = excluded.bits, levels = excluded.levels, why = excluded.why,
    for_role = identity.whose(c, excluded.for_role), version = excluded.version, found_at = now()
  where c.decided_at is null and not (c.for_role = 'steward' and excluded.for_role = 'custodian');
  return 'suggested';
end $$;

reset role;

do $$
declare t text;
begin
  foreach t in array array['person_name', 'birth', 'identifier', 'reach', 'address', 'identity_detail'] loop
    execute format($f$create or replace trigger d_match after insert on %I for each row
      when (not access.loads()) execute function identity.mark()$f$, t);
  end loop;
  foreach t in array array['birth', 'identifier', 'identity_detail'] loop
    execute format('create or replace trigger d_match_ended after update of ended_on on %I for each row
      execute function identity.forget()', t);
  end loop;
end $$;
grant usage on schema identity to {{app}}, {{worker}};
grant execute on function identity.waiting(int), identity.settled(uuid[]), identity.facts(uuid[]), identity.sample(int),
  identity.records_in_all(), identity.candidates(uuid[], int[], text[], int[], uuid), identity.has_more(uuid, int),
  identity.keys_of(uuid, uuid, int), identity.known(uuid[]), identity.records_beside(uuid[]), identity.tellable(uuid[]),
  identity.settle(uuid, uuid, float, jsonb, text, boolean, text) to {{worker}};
