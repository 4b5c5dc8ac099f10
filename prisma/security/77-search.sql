-- Two rings (docs/rules/who-may-see-what.md, no oracle). Inside one's own people anything may be searched; beyond
-- (77b-search-beyond.sql), only a full identifier or a name with a whole date of birth. In both a search counts by
-- facts, and whose facts count is decided here: inside, those that the asker may read, and no others.
set local role {{definer}};

-- Searches are counted and written down without their terms: a line for every call, whatever else one asks beside it.
create function people.searches_made(of_kind text) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int from audit_event
  where kind = of_kind and actor_id = access.my_user() and at > now() - interval '1 hour'
$$;

create function people.count_search(of_kind text, most int) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if people.searches_made(of_kind) >= most then raise exception 'too many searches' using errcode = 'CT429'; end if;
  insert into audit_event (kind, actor_id, membership_id, session_id, at, row_hash)
  values (of_kind, me.user_id, me.membership_id, me.session_id, now(),
    sha256(convert_to(concat_ws('|', of_kind, me.user_id, clock_timestamp()), 'UTF8')));
end $$;

-- How many more an hour allows. Generous inside: a duty desk asks all day; whoever tries numbers one by one asks more.
create function people.searches_left() returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select greatest(0, 30 - people.searches_made('search-beyond')) $$;

create function people.own_searches_left() returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select greatest(0, 200 - greatest(people.searches_made('search-own'), people.searches_made('search-ended'))) $$;

-- While whereabouts are protected, addresses and ways to reach somebody find nobody and explain nothing, for whoever
-- may read that they are. Whoever may not (a team that asks for what it receives; a link that nobody has confirmed)
-- finds people by what their own agency gave and they read, as where nothing is protected: or the silence would tell.

-- How like a part of a name is to a word that was typed: 1 the same, 0 not at all. forms: 'WORD FORM', other forms of
-- each word.
-- Its names are found once, here; without a search path of its own it becomes a part of the statement that asks.
create function people.likeness(part text, word text, forms text[]) returns real language sql immutable
return case when part = word then 1 when word || ' ' || part = any (forms) then 0.9
  when left(part, length(word)) = word then 0.8
  when length(word) > 2 and dmetaphone(left(part, 60)) = dmetaphone(left(word, 60)) then 0.7
  when levenshtein_less_equal(left(part, 60), left(word, 60), 2) <= case when length(word) < 4 then 1 else 2 end
  then 0.6
  when similarity(part, word) >= 0.3 then similarity(part, word) else 0 end;

-- Names of my people that are like what was typed, the likest first, each with the person.
create function people.names_like(words text[], forms text[]) returns table (person_id uuid, alike real)
language plpgsql stable security definer rows 60 set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query with mine as materialized ( -- bounded: the newest 5,000 relationships
    select a.person_id, exists (select 1 from protected_name x where x.person_id = a.person_id
      and (x.ended_at is null or now() < x.ended_at)) as renamed
    from (select o.person_id, max(o.starts_at) as since from access.opens_to_me o group by 1
      order by 2 desc limit 5000) a),
  -- Of somebody whose name is protected, other sides' names are asked of the policies before they are compared with
  -- anything: one that is hidden is not even looked at, so that the work is the same whatever was typed.
  names as materialized (select n.id, n.person_id, n.norm, n.agency_id = (select access.my_agency()) as own
    from mine join person_name n on n.person_id = mine.person_id
    where not mine.renamed or n.agency_id = (select access.my_agency())
      or (select true from access.reads_person_name x where x.id = n.id)),
  parts as materialized (select distinct part from names, unnest(string_to_array(norm, ' ')) part),
  heard as materialized (select part, word, people.likeness(part, word, forms) as alike
    from parts cross join unnest(words) word),
  hits as materialized (select n.person_id, n.norm, array_agg(n.id order by n.own desc, n.id) as ids,
      max(n.alike) as alike
    from (select n.id, n.person_id, n.norm, n.own, sum(best.alike) as alike from names n
      cross join lateral (select word, max(h.alike) as alike from unnest(string_to_array(n.norm, ' ')) part
        join heard h using (part) where h.alike > 0 group by word) best
      group by 1, 2, 3, 4) n
    where n.alike >= greatest(0.5, 0.35 * cardinality(words)) group by 1, 2)
  -- In order, and each asked of the policies in turn, one's own agency's first: what is not readable takes no place of
  -- what is.
  select r.person_id, max(r.alike)::real from (
    select h.person_id, h.alike from (select * from hits order by alike desc, person_id, norm offset 0) h
    where (select true from unnest(h.ids) with ordinality i(id, turn)
      where (select true from access.reads_person_name x where x.id = i.id) limit 1) limit 48) r
  group by 1;
end $$;

-- People of mine by a number, a whole date of birth ('YYYYMMDD') or a postcode (no space) that I may read.
create function people.known_by(norms text[], days text[], postcodes text[]) returns setof uuid
language plpgsql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan as $$
begin
  -- From my people to their facts, and not from the values to whose they are: the work is the same whatever was typed.
  -- placed: whose addresses and ways to reach somebody count. While whereabouts are protected nobody else's than my own
  -- agency's, and none where I may read that they are.
  return query with mine as materialized (
    select a.person_id, case when not exists (select 1 from protected_whereabouts x where x.person_id = a.person_id
        and (x.ended_at is null or now() < x.ended_at)) then 'anybody'
      when not exists (select 1 from access.reads_protected_whereabouts x join protected_whereabouts w using (id)
        where x.person_id = a.person_id and (w.ended_at is null or now() < w.ended_at)) then 'own' end as placed
    from (select o.person_id, max(o.starts_at) as since from access.opens_to_me o group by 1
      order by 2 desc limit 20000) a)
  (select f.person_id from (select f.id, mine.person_id from mine cross join lateral (
      select i.id, i.norm from identifier i where i.person_id = mine.person_id and i.type <> 'uprn'
        and i.ended_on is null offset 0) f
      where cardinality(norms) > 0 and f.norm = any (norms) order by f.id offset 0) f
    where (select true from access.reads_identifier x where x.id = f.id) limit 40)
  union (select f.person_id from (select f.id, mine.person_id from mine cross join lateral (
      select r.id, r.norm from reach r where r.person_id = mine.person_id and r.kind <> 'email'
        and (mine.placed = 'anybody' or mine.placed = 'own' and r.agency_id = (select access.my_agency())) offset 0) f
      where cardinality(norms) > 0 and f.norm = any (norms) order by f.id offset 0) f
    where (select true from access.reads_reach x where x.id = f.id) limit 40)
  union (select f.person_id from (select f.id, mine.person_id from mine cross join lateral (
      select b.id, to_char(b.year, 'FM0000') || to_char(b.month, 'FM00') || to_char(b.day, 'FM00') as day
      from birth b where b.person_id = mine.person_id and b.ended_on is null offset 0) f
      where cardinality(days) > 0 and f.day = any (days) order by f.id offset 0) f
    where (select true from access.reads_birth x where x.id = f.id) limit 40)
  union (select f.person_id from (select f.id, mine.person_id from mine cross join lateral (
      select d.id, replace(upper(d.postcode), ' ', '') as postcode
      from address d where d.person_id = mine.person_id
        and (mine.placed = 'anybody' or mine.placed = 'own' and d.agency_id = (select access.my_agency())) offset 0) f
      where cardinality(postcodes) > 0 and f.postcode = any (postcodes) order by f.id offset 0) f
    where (select true from access.reads_address x where x.id = f.id) limit 40);
end $$;

-- Candidates among the people open to me: by facts that I may read, each asked of my own policies (90-readable.sql), so
-- that neither who is found nor in which order, nor how many, tells of any other. Ids only; why comes with page.found.
create function people.find_mine(words text[], forms text[], norms text[], days text[], years int[], postcodes text[])
returns uuid[]
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']); surely uuid[]; maybe uuid[];
begin
  perform people.count_search('search-own', 200);
  surely := array(select people.known_by(norms, days, postcodes) order by 1 limit 48);
  if cardinality(words) > 0 then
    -- The year of a birth, where one was typed, says which of many of one name are meant.
    maybe := array(select n.person_id from people.names_like(words[:6], forms[:300]) n
      order by n.alike + case when cardinality(years) > 0 and exists (select 1 from birth b
          where b.person_id = n.person_id and b.ended_on is null and b.year = any (years)
            and (select true from access.reads_birth x where x.id = b.id)) then 1 else 0 end desc, n.person_id
      limit 24);
  end if;
  return array(select distinct unnest(surely || maybe));
end $$;

-- What a search may show of the people it found, each part under the reader's own policies: numbers and postcodes,
-- which are for saying why, only where some were typed.
create function page.found(ids uuid[], by_number boolean, by_postcode boolean) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare mine uuid := access.my_agency(); day date := access.today();
begin
  perform access.look_once(ids);
  return (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id,
    'names', (select coalesce(jsonb_agg(jsonb_build_object('given', n.given, 'middle', n.middle, 'family', n.family,
        'kind', n.kind, 'own', n.agency_id = mine) order by (n.agency_id = mine) desc,
        array_position(array['known_as','legal','alias','previous'], n.kind), n.given_at desc), '[]')
      from person_name n where n.person_id = p.id),
    'births', (select coalesce(jsonb_agg(jsonb_build_object('year', b.year, 'month', b.month, 'day', b.day,
        'estimated', b.estimated, 'own', b.agency_id = mine, 'proof', b.source is not distinct from 'document',
        'givenAt', b.given_at) order by b.id), '[]')
      from birth b where b.person_id = p.id and b.ended_on is null),
    'identifiers', case when by_number then (select coalesce(jsonb_agg(jsonb_build_object('type', i.type, 'value',
        i.value)), '[]') from identifier i where i.person_id = p.id and i.ended_on is null) else '[]' end,
    'reaches', case when by_number and p.placed then (select coalesce(jsonb_agg(r.norm), '[]') from reach r
      where r.person_id = p.id) else '[]' end,
    'postcodes', case when by_postcode and p.placed then (select coalesce(jsonb_agg(a.postcode), '[]') from address a
      where a.person_id = p.id and a.postcode is not null) else '[]' end,
    'unnamed', (select u.description from unnamed u where u.person_id = p.id and u.named_at is null limit 1),
    'living', (select l.code from living_situation l where l.person_id = p.id
      and (l.until_on is null or l.until_on >= day) order by l.from_on desc nulls last limit 1),
    'died', exists (select 1 from death d where d.person_id = p.id and d.withdrawn_at is null),
    'lead', (select w.worker_name from involvement_worker w where w.person_id = p.id and w.lead
      and (w.agency_id = mine or access.knows_giver(p.id, w.agency_id, w.team_id))
      and (w.ends_on is null or w.ends_on >= day) and access.still_works(w.user_id, w.agency_id)
      order by w.starts_on desc limit 1))), '[]')
    from (select o.id, not exists (select 1 from protected_whereabouts w where w.person_id = o.id
      and (w.ended_at is null or now() < w.ended_at)) as placed from person o where o.id = any (ids)) p);
end $$;
reset role;
