-- The log as people may read it: an information officer what concerns their agency, everybody their own. Users are
-- named, people are a reference, and nothing of what was read is here. For lawfulness, security and discipline; never
-- for workload or statistics (DPA 2018 s.62).
set local role {{definer}};

-- What stands for a person in the log: the same each time, and no way back to anybody.
create function trail.reference(of_person uuid) returns text language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select upper(left(encode(access.keyed('reference|' || of_person), 'hex'), 8))
$$;

-- Openings where the reader, or a giver of what could be read, is my agency; and openings refused to my agency's users,
-- newest first. A person whose access is limited is not in another agency's log: there is no such person to it. Nor is
-- a reader's agency that my agency may not know to work with that person, named or not: a line would tell. Asked in
-- order, once a person and agency, so that a page costs a page. `of_person`: about one person alone, and `of_key`: one
-- line alone; they leave out and never add.
create function trail.lines(me access.viewer, by_user uuid, of_person uuid, of_key text, from_day date, until_day date,
  refused_only boolean, after_at timestamptz, after_key text, most int)
returns table (at timestamptz, key text, person_id uuid, user_id uuid, agency_id uuid, page text, ground text,
  refused boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare x record; n int := 0; told jsonb := '{}'; pair text;
  id_of_key uuid := case when of_key ~ '^[0-9a-f-]{36}$' then of_key::uuid end;
begin
  for x in
    select l.at, l.id::text as key, l.person_id, l.user_id, l.agency_id, l.page, l.ground, false as refused
    from access_log l
    where not refused_only and (by_user is null or l.user_id = by_user)
      and (of_person is null or l.person_id = of_person) and (of_key is null or l.id = id_of_key)
      and (from_day is null or l.at >= sharing.start_of_day(from_day))
      and (until_day is null or l.at < sharing.end_of_day(until_day))
      and (after_at is null or (l.at, l.id::text) < (after_at, after_key))
      and (l.agency_id = me.agency_id
        or (access.limit_on(l.person_id) is null
          and exists (select 1 from record r where r.person_id = l.person_id and r.agency_id = me.agency_id)
          and exists (select 1 from agreement_party o join agreement_party p on p.agreement_id = o.agreement_id
            where o.agency_id = me.agency_id and p.agency_id = l.agency_id and l.at >= o.joined_at
              and l.at >= p.joined_at
              and (o.left_at is null or l.at < o.left_at) and (p.left_at is null or l.at < p.left_at))))
    union all
    select e.at, left(encode(e.row_hash, 'hex'), 32), e.person_id, e.actor_id, m.agency_id, e.detail ->> 'page',
      null, true
    from audit_event e join membership m on m.id = e.membership_id
    where e.kind = 'open' and e.outcome = 'refused' and m.agency_id = me.agency_id
      and (by_user is null or e.actor_id = by_user)
      and (of_person is null or e.person_id = of_person)
      and (of_key is null or left(encode(e.row_hash, 'hex'), 32) = of_key)
      and (from_day is null or e.at >= sharing.start_of_day(from_day))
      and (until_day is null or e.at < sharing.end_of_day(until_day))
      and (after_at is null or (e.at, left(encode(e.row_hash, 'hex'), 32)) < (after_at, after_key))
    order by 1 desc, 2 desc
  loop
    if x.agency_id <> me.agency_id then
      pair := x.person_id || '/' || x.agency_id;
      if not told ? pair then
        told := told || jsonb_build_object(pair, access.agency_knows_giver(me.agency_id, x.person_id, x.agency_id));
      end if;
      continue when not (told -> pair)::boolean;
    end if;
    at := x.at; key := x.key; person_id := x.person_id; user_id := x.user_id; agency_id := x.agency_id; page := x.page;
    ground := x.ground; refused := x.refused;
    return next;
    n := n + 1;
    exit when n >= most;
  end loop;
end $$;

-- Whom a line of the log is about: only a line that the asker may read tells it, and a line is all that an officer
-- holds of somebody.
create function trail.person_of_line(me access.viewer, line text) returns uuid
language sql stable strict security definer set search_path = pg_catalog, public, pg_temp as $$
  select l.person_id from trail.lines(me, null, null, line, null, null, false, null, null, 1) l
$$;

-- A page of the log. `like_line`: a line; all lines about the same person. `visit`: lines of one worker about one person
-- with no more than 30 minutes between one and the next (a house rule: a page left open over a talk is one visit), by
-- the key of the newest; worked out from the lines that are read here, so that no other is counted.
create function trail.read_log(by_user uuid, like_line text, from_day date, until_day date, refused_only boolean,
  after_at timestamptz, after_key text, how_many int)
returns table (at timestamptz, key text, person text, reader text, agency text, ours boolean, page text, ground text,
  refused boolean, visit text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer']);
  about uuid := trail.person_of_line(me, like_line);
begin
  if like_line is not null and about is null then return; end if;
  return query
  with s as materialized (select * from trail.lines(me, by_user, about, null, from_day, until_day, refused_only,
    after_at, after_key, least(how_many, 5000))),
  begun as (select s.*, s.at - lag(s.at) over w > interval '30 minutes' as begins from s
    window w as (partition by s.user_id, s.agency_id, s.person_id order by s.at, s.key)),
  placed as (select b.*, count(*) filter (where b.begins) over w as nth from begun b
    window w as (partition by b.user_id, b.agency_id, b.person_id order by b.at, b.key))
  select p.at, p.key, trail.reference(p.person_id), u.name, a.name, p.agency_id = me.agency_id, p.page, p.ground,
    p.refused, first_value(p.key) over (partition by p.user_id, p.agency_id, p.person_id, p.nth
      order by p.at desc, p.key desc)
  from placed p left join app_user u on u.id = p.user_id left join agency a on a.id = p.agency_id
  order by p.at desc, p.key desc;
end $$;

-- The same, taken away: each person in it is a disclosure with its recipient.
create function trail.export_log(by_user uuid, like_line text, from_day date, until_day date, refused_only boolean,
  to_whom text)
returns table (at timestamptz, person text, reader text, agency text, page text, ground text, refused boolean)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer']);
  about uuid := trail.person_of_line(me, like_line);
begin
  if coalesce(trim(to_whom), '') = '' then raise exception 'Say who it is for.' using errcode = 'CT422'; end if;
  if like_line is not null and about is null then return; end if;
  return query
  with s as materialized (select * from trail.lines(me, by_user, about, null, from_day, until_day, refused_only, null,
    null, 5000)),
  given as (insert into disclosure (id, person_id, user_id, membership_id, kind, recipient, what)
    select access.uuid7(), p.person_id, me.user_id, me.membership_id, 'export', to_whom, 'access log'
    from (select distinct s.person_id from s) p)
  select s.at, trail.reference(s.person_id), u.name, a.name, s.page, s.ground, s.refused
  from s left join app_user u on u.id = s.user_id left join agency a on a.id = s.agency_id
  order by s.at desc, s.key desc;
end $$;

-- How often my agency's users searched in the last thirty days, among their own people and beyond: for oversight of two
-- doors that are meant to be narrow.
create function trail.searches() returns table (user_id uuid, name text, own int, beyond int, last_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer']);
begin
  return query select u.id, u.name, (count(*) filter (where e.kind = 'search-own'))::int,
      (count(*) filter (where e.kind = 'search-beyond'))::int, max(e.at) from audit_event e
    join membership m on m.id = e.membership_id and m.agency_id = me.agency_id join app_user u on u.id = e.actor_id
    where e.kind in ('search-own', 'search-beyond') and e.at > now() - interval '30 days'
    group by u.id, u.name order by 4 desc, 3 desc, u.name limit 100;
end $$;

-- Users of my agency, now or before, for the filter.
create function trail.readers() returns table (user_id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer']);
begin
  return query select distinct u.id, u.name from membership m join app_user u on u.id = m.user_id
    where m.agency_id = me.agency_id order by u.name;
end $$;

-- One's own openings, in every role. Who one opened is a reference, for those one may no longer open.
create function trail.my_log(after_at timestamptz, after_key uuid, how_many int)
returns table (at timestamptz, key uuid, person_id uuid, reference text, page text, ground text, agency text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.session_id is null then raise exception 'signed out' using errcode = 'CT401'; end if;
  return query select l.at, l.id,
      case when exists (select 1 from access.grounds_of(me, array[l.person_id])) then l.person_id end,
      trail.reference(l.person_id), l.page, l.ground, a.name
    from access_log l join agency a on a.id = l.agency_id
    where l.user_id = me.user_id and (after_at is null or (l.at, l.id) < (after_at, after_key))
    order by l.at desc, l.id desc limit least(how_many, 200);
end $$;

-- Conflicts: what each user declares about themselves, at joining and yearly.
create function people.declare_mine(nobody_at_all boolean, who text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.session_id is null then raise exception 'signed out' using errcode = 'CT401'; end if;
  if nobody_at_all = (coalesce(trim(who), '') <> '') then
    raise exception 'Either nobody, or whom.' using errcode = 'CT422';
  end if;
  insert into conflict_declaration (id, user_id, nobody, names)
  values (access.uuid7(), me.user_id, nobody_at_all, nullif(trim(who), ''));
end $$;

create function people.my_declarations() returns table (declared_at timestamptz, nobody boolean, names text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return query select d.declared_at, d.nobody, d.names from conflict_declaration d where d.user_id = me.user_id
    order by d.declared_at desc limit 20;
end $$;

-- For the custodian: users who can open somebody of their own surname or with their own telephone number, and what
-- users have declared since. Nobody whose access is limited is in it, and nobody who is barred already.
create function people.conflict_matches() returns table (user_id uuid, name text, agency text, person_id uuid,
  person text, why text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['custodian']);
begin
  return query
  with workers as (
    select distinct u.id, u.name, u.phone, m.id as membership_id, m.agency_id,
      upper(regexp_replace(u.name, '^.*[[:space:]]', '')) as surname,
      nullif(regexp_replace(coalesce(u.phone, ''), '[^0-9]', '', 'g'), '') as digits
    from app_user u join membership m on m.user_id = u.id and (m.ends_at is null or now() < m.ends_at)
      and m.role in ('practitioner', 'manager', 'limited')
    where u.ended_at is null),
  alike as (
    select w.id as worker, w.name as worker_name, w.agency_id, n.person_id as whom, 'the same surname' as reason
    from workers w join person_name n on upper(n.family) = w.surname
    where exists (select 1 from access.grounds_of(access.viewer_of(w.membership_id), array[n.person_id]))
    union
    select w.id, w.name, w.agency_id, r.person_id, 'the same telephone number'
    from workers w join reach r on r.norm = w.digits
    where w.digits is not null
      and exists (select 1 from access.grounds_of(access.viewer_of(w.membership_id), array[r.person_id])))
  select x.worker, x.worker_name, a.name, x.whom,
    (select trim(n.given || ' ' || n.family) from person_name n where n.person_id = x.whom order by n.given_at limit 1),
    x.reason
  from alike x join agency a on a.id = x.agency_id
  where access.limit_on(x.whom) is null
    and not exists (select 1 from protected_name p where p.person_id = x.whom and p.ended_at is null)
    and not exists (select 1 from conflict c where c.user_id = x.worker and c.person_id = x.whom
      and (c.ends_at is null or now() < c.ends_at))
  order by x.worker_name, x.whom limit 200;
end $$;

create function people.declared_conflicts() returns table (user_id uuid, name text, agency text,
  declared_at timestamptz, names text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['custodian']);
begin
  return query select distinct on (u.id) u.id, u.name, a.name, d.declared_at, d.names
    from conflict_declaration d join app_user u on u.id = d.user_id and u.ended_at is null
    join membership m on m.id = sign_in.first_membership(u.id) join agency a on a.id = m.agency_id
    where not d.nobody order by u.id, d.declared_at desc;
end $$;

-- The custodian bars a user found by the report. In force at the next statement.
create function people.bar_found(the_user uuid, of_person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['custodian']);
  found_why text;
begin
  select m.why into found_why from people.conflict_matches() m where m.user_id = the_user and m.person_id = of_person;
  if found_why is null then raise exception 'no such pair' using errcode = 'CT404'; end if;
  perform people.take_away('bar', of_person, null, the_user, null, 'found: ' || found_why, true);
end $$;
reset role;

grant execute on function trail.read_log(uuid, text, date, date, boolean, timestamptz, text, int),
  trail.export_log(uuid, text, date, date, boolean, text), trail.searches(), trail.readers(),
  trail.my_log(timestamptz, uuid, int), people.declare_mine(boolean, text), people.my_declarations(),
  people.conflict_matches(), people.declared_conflicts(), people.bar_found(uuid, uuid) to {{app}};
