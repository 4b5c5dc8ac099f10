-- What a record steward is shown of a file before it goes in and after: what is to be looked at, by kind; the first
-- rows as they were understood; who will be able to open these people; and what became of it. As all of transfer's: no
-- word of what another agency knows, but by the queue that is the steward's anyway.
set local role {{definer}};

-- What a warning or a reason says, without what is of the row alone: two rows with the same trouble say the same. Its
-- names are found when it is made, so that a statement about many rows takes it into its plan.
create function transfer.kind_words(message text) returns text language sql immutable
return regexp_replace(regexp_replace(message, '“[^”]*”', '“…”', 'g'),
  '(\m(?:[Ll]ine|byte) |has |have |over |\+)[0-9][0-9,]*', '\1…', 'g');

create function transfer.kind_of(of_column text, words text) returns text language sql immutable
return md5(coalesce(of_column || '|', '') || words);

-- The kinds of warnings and of reasons for refusal in a file, commonest first, each with how many rows have it.
create function transfer.kinds_in(of_batch uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(to_jsonb(k) order by k.refused desc, k.n desc, k.words), '[]') from (
    select transfer.kind_of(p."column", p.words) as key, p.refused, p."column",
      case when min(p.message) = max(p.message) then min(p.message) else p.words end as words, count(distinct p.line) as n
    from (select r.line, r.outcome = 'refused' as refused, x ->> 'column' as "column", x ->> 'message' as message,
        transfer.kind_words(x ->> 'message') as words
      from import_row r, jsonb_array_elements(r.problems) x where r.batch_id = of_batch) p
    group by p.refused, p."column", p.words order by 2 desc, 5 desc limit 60) k
$$;

-- Whom a file will open to which team: those of a list of people worked with now whom the team does not work with yet,
-- or of a feed whom it names for one. Rows whose person is still waited for open nobody.
create function transfer.opens_in(b import_batch) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from (
    select x.team, count(distinct x.ref) as people from (
      select r.parsed ->> 'localRef' as ref, case when b.shape = 'people' then b.team_id
        else transfer.team_named(b, r.parsed ->> 'team') end as team
      from import_row r where r.batch_id = b.id and r.outcome not in ('refused', 'waiting')
        and (b.shape = 'headline_feed' or b.list_kind = 'current')
        and coalesce((r.parsed ->> 'until')::date, 'infinity') > access.today()) x
    where not exists (select 1 from public.record k join involvement i on i.record_id = k.id
      where k.agency_id = b.agency_id and k.local_ref = x.ref and k.closed_at is null and i.team_id = x.team
        -- A list does not begin work again that has ended; a feed does.
        and (b.shape = 'people' or i.ends_on is null or i.ends_on >= access.today()))
    group by x.team) o);
end $$;

-- The same for the page, with the names of the teams and of who works in them.
create function transfer.opens(of_batch uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('team', t.name, 'people', (o ->> 'people')::int, 'workers',
      (select coalesce(jsonb_agg(w.name order by w.name), '[]') from (select distinct u.id, u.name from membership_team mt
        join membership m on m.id = mt.membership_id and (m.ends_at is null or now() < m.ends_at)
        join app_user u on u.id = m.user_id and u.ended_at is null
        where mt.team_id = t.id and m.role in ('practitioner', 'manager', 'limited')) w)) order by t.name), '[]')
    from jsonb_array_elements(b.mapping -> 'opens') o join team t on t.id = (o ->> 'team')::uuid);
end $$;

-- The first rows that go in: as they came, and as they were understood.
create function transfer.first_understood(of_batch uuid, most int)
returns table (line int, outcome text, cells jsonb, parsed jsonb)
language plpgsql stable security definer rows 5 set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  return query select r.line, r.outcome, r.raw, r.parsed - 'keys' - 'did' - 'why' from import_row r
  where r.batch_id = b.id and r.outcome <> 'refused' order by r.line limit most;
end $$;

-- One page of rows that have a warning: all, or those of one kind; or refused for one kind of reason.
create function transfer.rows_about(of_batch uuid, are_refused boolean, about text, after_line int, most int)
returns table (line int, local_ref text, problems jsonb, why text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  return query select r.line, r.parsed ->> 'localRef', r.problems, r.parsed ->> 'why' from import_row r
  where r.batch_id = b.id and (r.outcome = 'refused') = are_refused and jsonb_array_length(r.problems) > 0
    and (about is null or exists (select 1 from jsonb_array_elements(r.problems) p 
      where transfer.kind_of(p ->> 'column', transfer.kind_words(p ->> 'message')) = about))
    and r.line > after_line order by r.line limit most;
end $$;

-- What became of a file that went in: people new to the agency, pairs and links that wait for its steward (as the queue
-- shows them, and no others; of five hundred looked at, counted to a hundred), and records that the matching has not
-- come to.
create function transfer.became(of_batch uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare b import_batch := transfer.mine(of_batch);
begin
  if b.state <> 'done' then return null; end if;
  return (
    with mine as materialized (select distinct i.record_id, (i.parsed -> 'did' ->> 'new')::boolean as new
      from import_row i where i.batch_id = b.id and i.record_id is not null)
    select jsonb_build_object(
      'people', (select count(*) from mine where new),
      'unmatched', (select count(*) from mine join record_key k on k.record_id = mine.record_id and k.key = '!match'),
      'pairs', (select count(*) from (select 1 from (select c.* from link_candidate c where c.decided_at is null
            and (c.record_a in (select record_id from mine) or c.record_b in (select record_id from mine)) limit 500) c
        where identity.may_decide(c::link_candidate) limit 100) x),
      'links', (select count(*) from (select 1 from (select e.* from link_event e where e.at >= b.sent_at
            and identity.unlooked(e) and (e.record_id in (select record_id from mine)
              or (e.evidence ->> 'with')::uuid in (select record_id from mine)) limit 500) e
        where identity.link_mine(e::link_event, identity.counterpart(e::link_event)) limit 100) x)));
end $$;

reset role;
grant execute on function transfer.opens(uuid), transfer.first_understood(uuid, int),
  transfer.rows_about(uuid, boolean, text, int, int), transfer.became(uuid) to {{app}};
