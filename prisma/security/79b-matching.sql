-- Linking a whole register at a time. The database holds what records are compared by and finds who shares a key;
-- scores are made by the job from that (lib/identity/engine); links and suggestions are written back set-wise. For the
-- worker's login alone.
set local role {{definer}};

-- What a record is compared by is made of its facts: whoever changes one drops it, and the job makes it anew.
create function identity.drop_facets() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  delete from record_facets where record_id = case tg_op when 'DELETE' then old.record_id else new.record_id end;
  return null;
end $$;

-- Records after this one that have no facets to compare by: not closed ones, nor those without a name.
create function identity.without_facets(after uuid, most int) returns setof uuid
language sql stable security definer rows 1000 set search_path = pg_catalog, public, pg_temp as $$
  select r.id from record r where r.closed_at is null and (after is null or r.id > after)
    and not exists (select 1 from record_facets f where f.record_id = r.id)
    and not exists (select 1 from unnamed u where u.record_id = r.id and u.named_at is null)
  order by r.id limit most
$$;

-- Facets and keys of many records: [{"record", "facets", "keys"}]. None of those unnamed.
create function identity.put_facets(sent jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare kept jsonb := (select coalesce(jsonb_agg(x.one order by x.at), '[]')
  from jsonb_array_elements(sent) with ordinality x(one, at) where not exists (
    select 1 from unnamed u where u.record_id = (x.one ->> 'record')::uuid and u.named_at is null));
begin
  delete from record_key k using jsonb_to_recordset(kept) s(record uuid, keys jsonb)
  where k.record_id = s.record and left(k.key, 1) <> '!' and not s.keys ? k.key;
  insert into record_key (record_id, key)
  select s.record, k from jsonb_to_recordset(kept) s(record uuid, keys jsonb), jsonb_array_elements_text(s.keys) k
  on conflict do nothing;
  insert into record_facets (record_id, facets)
  select s.record, s.facets
  from rows from (jsonb_to_recordset(kept) as (record uuid, facets jsonb)) with ordinality s(record, facets, at)
  order by s.at on conflict (record_id) do update set facets = excluded.facets;
end $$;

-- All records to be compared, in the order of their numbers, a piece at a time.
create function identity.facets_after(after int, most int)
returns table (no int, record_id uuid, person_id uuid, by_hand boolean, facets text)
language sql stable security definer rows 5000 set search_path = pg_catalog, public, pg_temp as $$
  select f.no, f.record_id, r.person_id, r.by_hand, f.facets::text from record_facets f join record r on r.id = f.record_id
  where f.no > after and r.closed_at is null order by f.no limit most
$$;

-- Who shares a key: numbers of records, for each key that at least two have, in no order. A block over its cap has no
-- members: a hostel's postcode or a common name says too little to compare all who have it. Caps are by the letters of
-- a key.
create function identity.blocks(caps jsonb, usual int) returns table (size int, members int[])
language sql stable security definer rows 100000 set search_path = pg_catalog, public, pg_temp
set work_mem = '192MB' as $$
  with numbered as materialized ( -- once for each record, and not for each of its dozen keys
    select f.record_id, f.no from record_facets f join record r on r.id = f.record_id and r.closed_at is null)
  select b.size, case when b.size <= coalesce((caps ->> split_part(b.key, ':', 1))::int, usual) then b.members end
  from (select k.key, count(*)::int as size, array_agg(n.no) as members
    from record_key k join numbered n on n.record_id = k.record_id
    where left(k.key, 1) <> '!' group by k.key having count(*) > 1) b
$$;

-- Of these people, or of all, those of whom only the custodian decides: set-wise what people.custodian_decides says of
-- one (a test compares them).
create function identity.careful(people uuid[] default null) returns setof uuid
language sql stable security definer rows 1000 set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan as $$
  select x.person_id from protected_whereabouts x where x.ended_at is null
    and (people is null or x.person_id = any (people))
  union select x.person_id from protected_name x where x.ended_at is null
    and (people is null or x.person_id = any (people))
  union select x.person_id from limited_access x
    where (x.ended_at is null or now() < x.ended_at - interval '1 millisecond')
      and (people is null or x.person_id = any (people))
  union select x.person_id from harm_link x where x.ended_at is null and (people is null or x.person_id = any (people))
  union select r.person_id from harm_link x join record r on r.id = x.other_record_id
    where x.ended_at is null and (people is null or r.person_id = any (people))
  union select x.person_id from conflict x where (x.ends_at is null or now() < x.ends_at)
    and (people is null or x.person_id = any (people))
  union select x.person_id from birth x where x.year >= extract(year from access.today())::int - 19
    and x.ended_on is null and access.may_be_minor(x.year, x.month, x.day)
    and (people is null or x.person_id = any (people))
$$;

-- Pairs of records that somebody said are different people.
create function identity.apart() returns table (one uuid, other uuid)
language sql stable security definer rows 1000 set search_path = pg_catalog, public, pg_temp as $$
  select record_a, record_b from not_same where ended_at is null
$$;

-- The values that an administrator has accepted last; no row: those shipped.
create function identity.version_used() returns table (name text, parameters jsonb)
language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select v.name, v.parameters from match_version v where v.state = 'used'
$$;

-- The run that is not finished, or a new one with these values. A run looks at all: what waits is taken, and a fact
-- that is given from now on waits anew.
create function identity.begin_run(of_version text) returns table (id uuid, state text, version text)
language plpgsql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select 1 from match_run u where u.state <> 'done') then
    insert into match_run (id, version, state) values (access.uuid7(), of_version, 'planning');
  end if;
  if exists (select 1 from match_run u where u.state = 'planning') then
    insert into record_key (record_id, key) select k.record_id, '!taken' from record_key k where k.key = '!match'
    on conflict do nothing;
    delete from record_key k where k.key = '!match'
      and exists (select 1 from record_key t where t.record_id = k.record_id and t.key = '!taken');
  end if;
  return query select u.id, u.state, u.version from match_run u where u.state <> 'done' order by u.id limit 1;
end $$;

-- What a run is to link, and what it leaves to somebody, a piece at a time; all links in one transaction with
-- identity.end_plan, so that there is the whole plan or none. A link rests on the pair that speaks most for it. Levels
-- and words come a line each.
create function identity.plan_links(of_run uuid, records uuid[], from_people uuid[], onto uuid[], ofs uuid[],
  besides uuid[], all_bits float[], levels text, whys text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into match_plan (record_id, run_id, from_person, onto, evidence, why)
  select x.r, of_run, x.f, x.o,
    format('{"of":"%s","with":"%s","bits":%s,"levels":%s}', x.a, x.b, x.s, x.l)::jsonb, x.w
  from rows from (unnest(records, from_people, onto, ofs, besides, all_bits), string_to_table(levels, E'\n'),
    string_to_table(whys, E'\n')) x(r, f, o, a, b, s, l, w)
$$;

create function identity.plan_suggestions(of_version text, ones uuid[], others uuid[], careful bool[], all_bits float[],
  levels text, whys text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into link_candidate as c (id, record_a, record_b, for_role, bits, levels, why, version)
  select access.uuid7(), least(x.a, x.b), greatest(x.a, x.b), case when x.c then 'custodian' else 'steward' end, x.s,
    x.l::jsonb, x.w, of_version
  from rows from (unnest(ones, others, careful, all_bits), string_to_table(levels, E'\n'),
    string_to_table(whys, E'\n')) x(a, b, c, s, l, w)
  on conflict (record_a, record_b) do update set bits = excluded.bits, levels = excluded.levels, why = excluded.why,
    for_role = identity.whose(c, excluded.for_role), version = excluded.version, found_at = now()
  where c.decided_at is null and not (c.for_role = 'steward' and excluded.for_role = 'custodian')
    and (c.bits, c.for_role, c.version) is distinct from (excluded.bits, excluded.for_role, excluded.version)
$$;

create function identity.end_plan(of_run uuid, counted jsonb) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update match_run set state = 'linking', counts = counted,
    planned = (select count(*) from match_plan p where p.run_id = of_run) where id = of_run and state = 'planning'
$$;

-- Makes about so many links of the plan, each person's all together. Asked again here: a state that forbids, somebody
-- who has typed, or who has said that they are different people, since the plan was made. Several connections may do it
-- at once, each the people of a lane; every other link waits. Answers the last person done, to go on after; no row:
-- none left. The plan is new, and nothing is known yet of what is in it: by its indexes, or all of it would be read for
-- each piece.
create function identity.make_links(of_run uuid, after uuid, most int, lane int, lanes int)
returns table (last uuid, took int)
language plpgsql volatile security definer rows 1 set search_path = pg_catalog, public, pg_temp
set enable_seqscan = off set enable_bitmapscan = off as $$
declare targets uuid[]; careful uuid[]; typed uuid[]; of_version text; chosen match_plan[]; made int;
begin
  perform pg_advisory_xact_lock_shared(hashtext('link'));
  select u.version into of_version from match_run u where u.id = of_run and u.state = 'linking';
  targets := array(select distinct x.onto from (
    select p.onto from match_plan p where p.run_id = of_run and p.onto > after
      and (lanes = 1 or (hashtext(p.onto::text) & 1023) % lanes = lane) order by p.onto limit most) x order by x.onto);
  if cardinality(targets) = 0 then return; end if;
  careful := array(select identity.careful(array(select unnest(targets) union
    select p.from_person from match_plan p where p.onto = any (targets))));
  typed := array(select identity.by_hand(array(select x::uuid from match_plan p
    cross join unnest(array[p.evidence ->> 'of', p.evidence ->> 'with']) x where p.onto = any (targets))));
  with going as (
    delete from match_plan p where p.run_id = of_run and p.onto = any (targets) returning p.*),
  allowed as (
    select g.* from going g
    join public.record r on r.id = g.record_id and r.person_id = g.from_person and r.closed_at is null
    where not g.from_person = any (careful) and not g.onto = any (careful)
      and not (g.evidence ->> 'of')::uuid = any (typed) and not (g.evidence ->> 'with')::uuid = any (typed)
      and exists (select 1 from public.record t where t.person_id = g.onto)
      and not exists (select 1 from not_same n join public.record o on o.id in (n.record_a, n.record_b)
        and o.id <> g.record_id where n.ended_at is null and g.record_id in (n.record_a, n.record_b)
        and (o.person_id = g.onto or exists (select 1 from going x where x.record_id = o.id and x.onto = g.onto))))
  select (select count(*) from going), coalesce((select array_agg(a::match_plan) from allowed a), '{}') into took, chosen;
  with held as (select r.id, r.confirmed, r.sure_of from public.record r where r.id in (select c.record_id from unnest(chosen) c)),
  moved as materialized (select m.* from people.move_records(array(select c.record_id from unnest(chosen) c),
    array(select c.onto from unnest(chosen) c)) m),
  told as (
    insert into link_event (id, record_id, from_person, to_person, made_how, reason, evidence)
    select access.uuid7(), m.record_id, m.was, m.became, 'machine', c.why, c.evidence
      || jsonb_build_object('confirmedBefore', h.confirmed, 'version', of_version, 'run', of_run)
      || case when h.sure_of is null then '{}' else jsonb_build_object('sureBefore', h.sure_of) end
    from moved m join unnest(chosen) c on c.record_id = m.record_id join held h on h.id = m.record_id returning 1)
  select count(*) from told into made;
  perform identity.tell_joined(array(select (c.evidence ->> 'of')::uuid from unnest(chosen) c),
    array(select (c.evidence ->> 'with')::uuid from unnest(chosen) c));
  update match_run set done = done + took,
    counts = coalesce(counts, '{}') || jsonb_build_object('linked', coalesce((counts ->> 'linked')::int, 0) + made)
  where id = of_run;
  last := targets[cardinality(targets)];
  return next;
end $$;

-- The end of a run: pairs that are one person now are settled; records that were taken wait no more.
create function identity.end_run(of_run uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare counted jsonb;
begin
  update link_candidate c set decision = 'linked', decided_at = now() from public.record a, public.record b
  where c.decided_at is null and a.id = c.record_a and b.id = c.record_b and a.person_id = b.person_id;
  delete from record_key k where k.key = '!taken';
  update match_run set state = 'done', finished_at = now() where id = of_run and state = 'linking'
  returning counts into counted;
  return counted;
end $$;
reset role;

do $$
declare t record;
begin -- The columns that facets are made of, and the day a fact was found wrong.
  for t in select c.table_name as name, string_agg(format('%I', c.column_name), ', ') as columns
    from information_schema.columns c where c.table_schema = 'public'
      and c.table_name in ('person_name', 'birth', 'identifier', 'reach', 'address', 'identity_detail')
      and c.column_name in ('given', 'middle', 'family', 'year', 'month', 'day', 'type', 'kind', 'norm', 'sex',
        'ended_on') group by c.table_name loop
    execute format('create or replace trigger d_facets after insert or delete or update of %s on %I for each row
      execute function identity.drop_facets()', t.columns, t.name);
    execute format($f$create or replace trigger d_typed after insert or delete or update of %s on %I for each row
      when (not access.loads()) execute function identity.typed()$f$,
      t.columns, t.name);
  end loop;
end $$;
grant execute on function identity.without_facets(uuid, int), identity.put_facets(jsonb),
  identity.facets_after(int, int), identity.blocks(jsonb, int), identity.careful(uuid[]), identity.apart(),
  identity.version_used(), identity.begin_run(text),
  identity.plan_links(uuid, uuid[], uuid[], uuid[], uuid[], uuid[], float[], text, text),
  identity.plan_suggestions(text, uuid[], uuid[], bool[], float[], text, text), identity.end_plan(uuid, jsonb),
  identity.make_links(uuid, uuid, int, int, int), identity.end_run(uuid) to {{worker}};
