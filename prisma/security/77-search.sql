-- Two rings (access.md, no oracle). Inside one's own people anything may be searched; beyond, only a full identifier or
-- a name with a whole date of birth, and the answer never says who, or where.
set local role {{definer}};

-- Candidates among the people open to me, by blocking keys made from what was typed and by likeness of names. Ids only:
-- what the screen shows comes through the policies (page.found), and a candidate without a visible reason is dropped, so
-- a protected address or number finds nobody.
create function people.find_mine(typed_keys text[], typed_words text[], typed_norms text[]) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  keys text[] := access.my_keys();
  barred uuid[] := access.my_barred();
  found uuid[];
  word text;
begin
  if (access.me()).role is null or (access.me()).role not in ('practitioner', 'manager', 'limited') then
    return '{}';
  end if;
  select coalesce(array_agg(distinct r.person_id), '{}') into found from (
    select k.record_id from record_key k where k.key = any (typed_keys) limit 2000) k
  join record r on r.id = k.record_id
  where exists (select 1 from person_access a where a.person_id = r.person_id and a.viewer = any (keys)
    and not a.held and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at));
  found := found || coalesce((select array_agg(distinct i.person_id) from identifier i
    where i.norm = any (typed_norms) and i.ended_on is null
      and exists (select 1 from person_access a where a.person_id = i.person_id
      and a.viewer = any (keys) and not a.held)), '{}');
  found := found || coalesce((select array_agg(distinct i.person_id) from reach i
    where i.norm = any (typed_norms) and exists (select 1 from person_access a where a.person_id = i.person_id
      and a.viewer = any (keys) and not a.held)), '{}');
  if array_length(typed_words, 1) > 0 and coalesce(array_length(found, 1), 0) < 50 then
    -- Typing errors: names of my own people that look alike. Bounded: the newest 5,000 relationships.
    found := found || coalesce((select array_agg(distinct l.person_id) from (
      select n.person_id, max(similarity(w, part)) as alike
      from (select distinct a.person_id from (select a.person_id from person_access a where a.viewer = any (keys)
          and not a.held and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
          order by a.starts_at desc limit 5000) a) mine
      join person_name n on n.person_id = mine.person_id
      cross join lateral unnest(string_to_array(n.norm, ' ')) part
      cross join unnest(typed_words) w
      where part % w or part like w || '%' or levenshtein_less_equal(left(part, 60), left(w, 60), 2) <= 2
      group by n.person_id order by 2 desc limit 60) l), '{}');
  end if;
  return (select coalesce(array_agg(distinct f), '{}') from unnest(found) f
    where f <> all (barred) and exists (select 1 from person_access a where a.person_id = f
      and a.viewer = any (keys) and not a.held and now() >= a.starts_at
      and (a.ends_at is null or now() < a.ends_at)));
end $$;

-- What a search may show of the people it found, each part under the reader's own policies.
create function page.found(ids uuid[]) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
declare mine uuid := access.my_agency(); day date := access.today();
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('personId', p.id,
    'names', (select coalesce(jsonb_agg(jsonb_build_object('given', n.given, 'middle', n.middle, 'family', n.family,
        'kind', n.kind, 'own', n.agency_id = mine) order by (n.agency_id = mine) desc,
        array_position(array['known_as','legal','alias','previous'], n.kind), n.given_at desc), '[]')
      from person_name n where n.person_id = p.id),
    'births', (select coalesce(jsonb_agg(jsonb_build_object('year', b.year, 'month', b.month, 'day', b.day,
        'estimated', b.estimated) order by (b.agency_id = mine) desc, b.given_at desc), '[]')
      from birth b where b.person_id = p.id and b.ended_on is null),
    'identifiers', (select coalesce(jsonb_agg(jsonb_build_object('type', i.type, 'value', i.value)), '[]')
      from identifier i where i.person_id = p.id and i.ended_on is null),
    'reaches', (select coalesce(jsonb_agg(r.norm), '[]') from reach r where r.person_id = p.id),
    'postcodes', (select coalesce(jsonb_agg(a.postcode), '[]') from address a
      where a.person_id = p.id and a.postcode is not null),
    'unnamed', (select u.description from unnamed u where u.person_id = p.id and u.named_at is null limit 1),
    'living', (select l.code from living_situation l where l.person_id = p.id
      and (l.until_on is null or l.until_on >= day) order by l.from_on desc nulls last limit 1),
    'died', exists (select 1 from death d where d.person_id = p.id),
    'lead', (select w.worker_name from involvement_worker w where w.person_id = p.id and w.lead
      and (w.ends_on is null or w.ends_on >= day) order by w.starts_on desc limit 1))), '[]')
    from person p where p.id = any (ids));
end $$;

-- People whose work with my teams has ended: found under their own heading, opened with a reason.
create function people.find_ended(typed_keys text[]) returns table (person_id uuid, given text, family text,
  ended_on date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('practitioner', 'manager') then return; end if;
  return query
  select distinct on (r.person_id) r.person_id, n.given, n.family, v.ends_on
  from (select k.record_id from record_key k where k.key = any (typed_keys) limit 2000) k
  join record r on r.id = k.record_id and r.agency_id = me.agency_id
  join involvement v on v.record_id = r.id and v.team_id = any (access.my_teams()) and v.ends_on < access.today()
  join person_name n on n.record_id = r.id
  where r.person_id <> all (access.my_barred()) and access.limit_on(r.person_id) is null
    and not exists (select 1 from person_access a where a.person_id = r.person_id and a.viewer = any (access.my_keys())
      and not a.held and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at))
  order by r.person_id, v.ends_on desc limit 20;
end $$;

-- How many searches beyond one's own people this user has made in the last hour, and the most there may be.
create function people.searches_left() returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select greatest(0, 30 - count(*))::int from audit_event
  where kind = 'search-beyond' and actor_id = access.my_user() and at > now() - interval '1 hour'
$$;

-- Beyond: may somebody be known? True or false and nothing else. The same work either way; limited access, protected
-- names, unnamed people and children behave as if they did not exist. Logged; the terms themselves are not kept.
create function people.known_beyond(typed_norms text[], name_keys text[], born_year int, born_month int, born_day int)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  answer boolean;
begin
  if people.searches_left() = 0 then raise exception 'too many searches' using errcode = 'CT429'; end if;
  insert into audit_event (kind, actor_id, membership_id, session_id, row_hash)
  values ('search-beyond', me.user_id, me.membership_id, me.session_id,
    sha256(convert_to(concat_ws('|', 'search-beyond', me.user_id, clock_timestamp()), 'UTF8')));
  select exists (
    select 1 from (
      select i.person_id from identifier i where i.norm = any (typed_norms) and i.type <> 'uprn' and i.ended_on is null
      union
      select r.person_id from record_key k join record r on r.id = k.record_id
        join birth b on b.person_id = r.person_id and b.year = born_year and b.month = born_month and b.day = born_day
          and b.ended_on is null
      where k.key = any (name_keys)) found
    where access.limit_on(found.person_id) is null
      and found.person_id <> all (access.my_barred())
      and not exists (select 1 from protected_name n where n.person_id = found.person_id and n.ended_at is null)
      and not exists (select 1 from unnamed u where u.person_id = found.person_id and u.named_at is null)
      and not exists (select 1 from person_access a where a.person_id = found.person_id
        and a.viewer = any (access.my_keys()) and not a.held)) into answer;
  return answer;
end $$;
reset role;
