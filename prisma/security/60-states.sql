-- States of a person that change everything, and the links between records. Each is one command, one transaction.
set local role {{definer}};

-- Is this person open to me now through a relationship of my own (not the archive)?
create function access.works_with(of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select 1 from access.grounds_of(access.me(), of_person) where opens = 'shared');
end $$;

create function people.own_record(of_person uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from record where person_id = of_person and agency_id = access.my_agency() and closed_at is null
    and exists (select 1 from access.grounds_of(access.me(), of_person))
  order by confirmed desc, created_at desc limit 1
$$;

-- Protected whereabouts: my team is always named, or the setter would lose the person.
create function people.protect_whereabouts(of_person uuid, for_reason text, review date, teams uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  new_id uuid := access.uuid7();
begin
  if not access.works_with(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  if exists (select 1 from protected_whereabouts where person_id = of_person and ended_at is null) then
    raise exception 'Their whereabouts are already protected.' using errcode = 'CT409';
  end if;
  insert into protected_whereabouts (id, person_id, reason, set_on, review_on)
  values (new_id, of_person, for_reason, access.today(), review);
  insert into protected_whereabouts_team (protected_whereabouts_id, team_id)
  select new_id, t from (select unnest(teams) union select i.team_id from involvement i
    where i.person_id = of_person and i.team_id = any (access.my_teams())) as named(t)
  where exists (select 1 from team where id = t);
  return new_id;
end $$;

create function people.end_protected_whereabouts(of_person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']);
begin
  if not access.works_with(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  if not access.may_locate(of_person) then raise exception 'not permitted' using errcode = 'CT403'; end if;
  update protected_whereabouts set ended_at = date_trunc('milliseconds', now()), ended_by = me.user_id
  where person_id = of_person and ended_at is null;
end $$;

-- The teams named on a protection, for those they include; to everybody else nothing is said but that it is on.
create function people.whereabouts_teams(of_person uuid) returns table (team_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.id, t.name from protected_whereabouts p
  join protected_whereabouts_team n on n.protected_whereabouts_id = p.id join team t on t.id = n.team_id
  where p.person_id = of_person and p.ended_at is null
    and access.works_with(of_person) and access.may_locate(of_person)
  order by t.name
$$;

-- Limited access: the named users, at least two, and a custodian. At that moment the allocated workers of every open
-- involvement and their managers are named too, so that nobody is silently locked out of their own work.
create function people.limit_access(of_person uuid, for_reason text, review date, users uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
  new_id uuid := access.uuid7();
  named uuid[];
begin
  if not access.works_with(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  if access.limit_on(of_person) is not null then raise exception 'Access is already limited.' using errcode = 'CT409'; end if;
  select array_agg(distinct u) into named from (
    select unnest(users) union select me.user_id
    union select w.user_id from involvement_worker w where w.person_id = of_person and w.user_id is not null
      and (w.ends_on is null or w.ends_on >= access.today())
    union select m.user_id from involvement i join membership_team mt on mt.team_id = i.team_id
      join membership m on m.id = mt.membership_id and m.role = 'manager' and (m.ends_at is null or now() < m.ends_at)
      where i.person_id = of_person and (i.ends_on is null or i.ends_on >= access.today())) as n(u)
  join app_user on app_user.id = n.u
  where not exists (select 1 from conflict c where c.user_id = n.u and c.person_id = of_person
    and (c.ends_at is null or now() < c.ends_at));
  if coalesce(array_length(named, 1), 0) < 2 then
    raise exception 'At least two people must be named.' using errcode = 'CT422';
  end if;
  insert into limited_access (id, person_id, reason, set_on, review_on, custodian_id)
  values (new_id, of_person, for_reason, access.today(), review,
    (select user_id from membership where role = 'custodian' and (ends_at is null or now() < ends_at)
     order by starts_at limit 1));
  insert into limited_access_named (limited_access_id, user_id) select new_id, unnest(named);
  insert into limited_access_named (limited_access_id, user_id)
  select new_id, custodian_id from limited_access l where l.id = new_id and custodian_id is not null
    and custodian_id <> all (named);
  return new_id;
end $$;

create function people.end_limited_access(of_person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
begin
  if not access.works_with(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  update limited_access set ended_at = date_trunc('milliseconds', now()), ended_by = me.user_id
  where person_id = of_person and (ended_at is null or now() < ended_at);
end $$;

-- Add or remove a named user. Never fewer than two.
create function people.name_on_limited(of_person uuid, the_user uuid, add_them boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
  on_limit uuid := access.limit_on(of_person);
begin
  if on_limit is null or not access.works_with(of_person) then
    raise exception 'no such person' using errcode = 'CT404';
  end if;
  if add_them then
    insert into limited_access_named (limited_access_id, user_id) values (on_limit, the_user)
    on conflict do nothing;
  elsif (select count(*) from limited_access_named where limited_access_id = on_limit) <= 2 then
    raise exception 'At least two people must be named.' using errcode = 'CT422';
  else
    delete from limited_access_named where limited_access_id = on_limit and user_id = the_user;
  end if;
end $$;

create function people.limited_named(of_person uuid) returns table (user_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.id, u.name from limited_access_named n join app_user u on u.id = n.user_id
  where n.limited_access_id = access.limit_on(of_person) and access.works_with(of_person) order by u.name
$$;

-- Link: the record and all that hangs on it move to the other person. Unlink: the same update back. A bar on either
-- side holds for the linked person. Append-only trail; who may call is checked by the callers below.
create function people.move_record(of_record uuid, onto uuid, how text, why text, proof jsonb, sure boolean)
returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  event uuid := access.uuid7();
  was uuid;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  select person_id into was from record where id = of_record for update;
  if was is null or was = onto then return null; end if;
  update record set person_id = onto, confirmed = sure where id = of_record;
  insert into link_event (id, record_id, from_person, to_person, made_by, made_how, reason, evidence, confirmed_at,
    confirmed_by)
  values (event, of_record, was, onto, access.my_user(), how, why, proof,
    case when sure then now() end, case when sure then access.my_user() end);
  insert into conflict (id, user_id, person_id, reason, declared_by)
  select access.uuid7(), c.user_id, onto, 'linked:' || event, c.declared_by from conflict c
  where c.person_id = was and (c.ends_at is null or now() < c.ends_at)
    and not exists (select 1 from conflict d where d.person_id = onto and d.user_id = c.user_id
      and (d.ends_at is null or now() < d.ends_at));
  return event;
end $$;

-- Many records at once, each to its person, and not confirmed: what move_record does but for the trail of the link, which
-- the caller writes, and for bars, since nobody who is barred from anybody is moved so (identity.careful). Answers whose
-- each was. Where the definer may (database-roles.mjs), set by set with triggers off, since a cascade asks each of some
-- forty tables for each record; else row by row, to the same end (a test compares them). Records first: whoever is
-- giving an entry to one of them is waited for, and whoever comes after is refused as by the cascade.
create function people.move_records(records uuid[], onto uuid[]) returns table (record_id uuid, was uuid, became uuid)
language plpgsql volatile security definer rows 500 set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_custom_plan set enable_hashjoin = off set enable_mergejoin = off as $$
declare ids uuid[]; olds uuid[]; news uuid[]; t regclass; me access.viewer := access.me();
begin
  select array_agg(x.id order by x.id), array_agg(x.person_id order by x.id), array_agg(x.target order by x.id)
  into ids, olds, news from (select r.id, r.person_id, m.target from unnest(records, onto) m(id, target)
    join record r on r.id = m.id and r.person_id <> m.target order by r.id for update of r) x;
  if ids is null then return; end if;
  perform 1 from person p where p.id = any (news) order by p.id for key share;
  if (select count(*) from person p where p.id = any (news)) <> (select count(distinct x) from unnest(news) x) then
    raise exception 'no such person' using errcode = '23503';
  end if;
  if has_parameter_privilege('session_replication_role', 'SET') then
    perform set_config('session_replication_role', 'replica', true);
    update record r set person_id = m.target, confirmed = false from unnest(ids, news) m(id, target) where r.id = m.id;
    for t in select k.conrelid from pg_constraint k where k.contype = 'f' and k.confrelid = 'record'::regclass
      and k.confupdtype = 'c' and cardinality(k.conkey) = 3 order by 1 loop
      execute format('update %s x set person_id = m.target from unnest($1, $2) m(id, target) where x.record_id = m.id', t)
      using ids, news;
    end loop;
    perform set_config('session_replication_role', 'origin', true);
    perform people.follow(ids, olds, news);
    insert into audit_event (kind, table_name, entry_id, person_id, actor_id, membership_id, session_id, row_hash)
    select 'update', 'record', r.id, r.person_id, me.user_id, me.membership_id, me.session_id,
      entry.line_hash('update', 'record', me.user_id, to_jsonb(r)) from record r where r.id = any (ids);
  else
    update record r set person_id = m.target, confirmed = false from unnest(ids, news) m(id, target) where r.id = m.id;
  end if;
  return query select * from unnest(ids, olds, news);
end $$;

-- States in which no machine links and only the custodian decides (access.md; safeguards.md 2.4).
create function people.custodian_decides(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from protected_whereabouts where person_id = of_person and ended_at is null)
    or exists (select 1 from protected_name where person_id = of_person and ended_at is null)
    or access.limit_on(of_person) is not null
    or exists (select 1 from harm_link h where h.ended_at is null and (h.person_id = of_person
      or h.other_record_id in (select id from record where person_id = of_person)))
    or exists (select 1 from conflict c where c.person_id = of_person and (c.ends_at is null or now() < c.ends_at))
    or exists (select 1 from birth b where b.person_id = of_person and b.ended_on is null and b.year is not null
      and make_date(b.year, coalesce(b.month, 12), 1) > access.today() - interval '18 years')
$$;

-- Barring: declared at joining and yearly, or asked for by the person. Takes effect at the next statement.
create function people.declare_conflict(the_user uuid, of_person uuid, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager', 'limited', 'custodian']);
begin
  if not access.works_with(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  insert into conflict (id, user_id, person_id, reason, declared_by)
  values (access.uuid7(), the_user, of_person, why, me.user_id);
end $$;

-- Kept apart: would these two meet? Only a team that serves both is warned; anybody else gets null, always.
create function people.kept_apart(one uuid, other uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not access.works_with(one) or not access.works_with(other) then return null; end if;
  if exists (select 1 from harm_link h where h.ended_at is null
      and ((h.person_id = one and h.other_record_id in (select id from record where person_id = other))
        or (h.person_id = other and h.other_record_id in (select id from record where person_id = one)))) then
    return 'Keep these two people apart. Speak to the domestic abuse service before you book.';
  end if;
  return null;
end $$;
-- The author of an entry narrowed to named people names them: colleagues or others who may open the person anyway.
create function work.name_readers(of_contact uuid, readers uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if not exists (select 1 from contact c where c.id = of_contact and c.given_by = me.user_id
      and c.agency_id = me.agency_id and c.audience = 'named' and access.works_with(c.person_id)) then
    raise exception 'no such contact' using errcode = 'CT404';
  end if;
  insert into entry_named (entry_id, user_id)
  select of_contact, u from unnest(readers) as n(u) join app_user on app_user.id = n.u on conflict do nothing;
end $$;
reset role;
