-- Searches past the people who are open to one: whom one's own agency once worked with, and who may be known elsewhere.
set local role {{definer}};

-- People whose work with my teams has ended: found under their own heading, opened with a reason. By names and numbers
-- that my agency gave to its own record, and a date of birth beside them; never by what locates, nor by a telephone.
create function people.find_ended(words text[], forms text[], norms text[], days text[], years int[])
returns table (person_id uuid, given text, family text, ended_on date)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']);
begin
  perform people.count_search('search-ended', 200);
  if cardinality(words) = 0 and cardinality(norms) = 0 then return; end if;
  return query
  with past as materialized (select v.record_id, v.person_id, max(v.ends_on) as ended from involvement v
    where v.team_id = any (access.my_teams()) and v.agency_id = me.agency_id and v.ends_on < access.today()
    group by 1, 2 order by 3 desc limit 5000),
  names as materialized (select n.record_id, n.id, n.person_id, n.given, n.family, n.norm, n.given_at from past
    join person_name n on n.record_id = past.record_id and n.agency_id = me.agency_id
      and (n.audience = 'agreed' or n.given_by = me.user_id or n.team_id = any (access.my_teams()))),
  parts as materialized (select distinct part from names, unnest(string_to_array(norm, ' ')) part),
  heard as materialized (select part, word from parts cross join unnest(words[:6]) word
    where people.likeness(part, word, forms[:300]) >= 0.6),
  hit as (
    -- Every word that was typed, in one name.
    select n.record_id from names n where cardinality(words) > 0 and cardinality(words[:6]) = (
      select count(distinct h.word) from unnest(string_to_array(n.norm, ' ')) part join heard h using (part))
    union select i.record_id from past join identifier i on i.record_id = past.record_id
    where i.agency_id = me.agency_id and i.type <> 'uprn' and i.norm = any (norms) and i.ended_on is null
      and i.audience = 'agreed')
  select distinct on (p.person_id) p.person_id, n.given, n.family, p.ended from hit
  join past p using (record_id) join names n using (record_id)
  where (cardinality(years) = 0 or exists (select 1 from birth b where b.record_id = p.record_id
      and b.agency_id = me.agency_id and b.ended_on is null and b.year = any (years)
      and (cardinality(days) = 0 or b.month is null or b.day is null
        or to_char(b.year, 'FM0000') || to_char(b.month, 'FM00') || to_char(b.day, 'FM00') = any (days))))
    and p.person_id <> all (access.my_barred()) and access.limit_on(p.person_id) is null
    and not exists (select 1 from access.grounds_of(me, array[p.person_id]))
  order by p.person_id, p.ended desc, n.given_at desc limit 20;
end $$;

-- A question about people beyond one's own, without its words.
create function people.question_of(typed_norms text[], name_keys text[], born_year int, born_month int, born_day int)
returns bytea
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select access.keyed(concat_ws('|', access.my_user(), typed_norms, name_keys, born_year, born_month, born_day))
$$;

-- Asks it: counted and logged here, in a transaction of its own, before there is an answer that could be taken and the
-- line taken back.
create function people.ask_beyond(typed_norms text[], name_keys text[], born_year int, born_month int, born_day int)
returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']);
begin
  perform people.count_search('search-beyond', 30);
  delete from search_question q where q.at < now() - interval '5 minutes';
  insert into search_question (id, user_id, question, held_in)
  values (access.uuid7(), me.user_id, people.question_of(typed_norms, name_keys, born_year, born_month, born_day),
    pg_current_xact_id()::text::bigint);
end $$;

-- Beyond: may somebody be known? True or false and nothing else. The same work either way; limited access, protected
-- names, unnamed people and whoever may be under 18 behave as if they did not exist. Whom I may open is found among my
-- own. Logged; the terms themselves are not kept. Of all keys that records are compared by, names' alone: any other is
-- made of a place, a telephone or another service's number. One question is about one person, and no list of them.
create function people.known_beyond(typed_norms text[], name_keys text[], born_year int, born_month int, born_day int)
returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  answer boolean;
begin
  if not exists (select 1 from search_question q where q.user_id = me.user_id and q.at > now() - interval '2 minutes'
      and q.question = people.question_of(typed_norms, name_keys, born_year, born_month, born_day)
      and q.held_in is distinct from pg_current_xact_id_if_assigned()::text::bigint) then
    raise exception 'ask first' using errcode = '42501';
  end if;
  select exists (
    select 1 from (
      select i.person_id from identifier i
      where i.type = any (array['nhs', 'nino', 'crn', 'pnc', 'cro', 'prison']) and i.norm = any (typed_norms[:6])
        and i.ended_on is null
      union
      select r.person_id from record_key k join record r on r.id = k.record_id
        join birth b on b.person_id = r.person_id and b.year = born_year and b.month = born_month and b.day = born_day
          and b.ended_on is null
      where k.key = any (name_keys[:40]) and left(k.key, 2) = 'n:') found
    where access.limit_on(found.person_id) is null
      and found.person_id <> all (access.my_barred())
      and not exists (select 1 from protected_name n where n.person_id = found.person_id
        and (n.ended_at is null or now() < n.ended_at))
      and not exists (select 1 from unnamed u where u.person_id = found.person_id and u.named_at is null)
      and not exists (select 1 from birth b where b.person_id = found.person_id and b.ended_on is null
        and access.may_be_minor(b.year, b.month, b.day))
      and not exists (select 1 from access.grounds_of(me, array[found.person_id]))) into answer;
  return answer;
end $$;
reset role;
