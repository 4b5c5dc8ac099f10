-- States of a person that change everything, and the links between records. Each is one command, one transaction.
-- Setting and ending them, and what that takes from others: 86f to 86h, 87c.
set local role {{definer}};

create function people.own_record(of_person uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select id from record where person_id = of_person and agency_id = access.my_agency() and closed_at is null
    and exists (select 1 from access.grounds_of(access.me(), array[of_person]))
  order by confirmed desc, created_at desc limit 1
$$;

-- The teams named on a protection that the asker may know of, for those they include; to everybody else nothing is said
-- but that it is on. That others may be named, the screen always says.
create function people.whereabouts_teams(of_person uuid) returns table (team_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select t.id, t.name from protected_whereabouts p
  join protected_whereabouts_team n on n.protected_whereabouts_id = p.id join team t on t.id = n.team_id
  where p.person_id = of_person and p.ended_at is null and t.id = any ((select access.known_givers(of_person))::uuid[])
    and access.works_with(of_person) and access.may_locate(of_person, p.agency_id)
  order by t.name
$$;

-- Which of these users the asker may know to be named: of their own agency, of teams that they may know of, and for the
-- custodian all. Rules of how many are named count these and no others, so that no answer tells of who is hidden.
create function people.known_among(of_person uuid, users uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(u), '{}') from (select distinct unnest(users)) n(u)
  where access.my_role() = 'custodian' or exists (
    select 1 from membership m left join membership_team mt on mt.membership_id = m.id
    where m.user_id = n.u and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
      and (m.agency_id = access.my_agency() or mt.team_id = any ((select access.known_givers(of_person))::uuid[])))
$$;

-- Those named whom the asker may know of, and the custodian. That others may be named, the screen always says.
create function people.limited_named(of_person uuid) returns table (user_id uuid, name text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.id, u.name from limited_access l join app_user u on u.id = l.custodian_id or u.id = any (
    people.known_among(of_person, array(select n.user_id from limited_access_named n where n.limited_access_id = l.id)))
  where l.id = access.limit_on(of_person) and access.works_with(of_person)
  order by u.name
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
  update record set person_id = onto, confirmed = sure,
    sure_of = case when not sure then case when confirmed then person_id else coalesce(sure_of, id) end end
  where id = of_record;
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

-- Many records at once, each to its person, and not confirmed: what move_record does but for the trail of the link,
-- which the caller writes, and for bars, since nobody who is barred from anybody is moved so (identity.careful).
-- Answers whose each was. Where the definer may (database-roles.mjs), set by set with triggers off, since a cascade
-- asks each of some forty tables for each record; else row by row, to the same end (a test compares them). Records
-- first: whoever is giving an entry to one of them is waited for, and whoever comes after is refused as by the cascade.
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
    update record r set person_id = m.target, confirmed = false,
      sure_of = case when r.confirmed then r.person_id else coalesce(r.sure_of, r.id) end
    from unnest(ids, news) m(id, target) where r.id = m.id;
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
    update record r set person_id = m.target, confirmed = false,
      sure_of = case when r.confirmed then r.person_id else coalesce(r.sure_of, r.id) end
    from unnest(ids, news) m(id, target) where r.id = m.id;
  end if;
  return query select * from unnest(ids, olds, news);
end $$;

-- States in which no machine links and only the custodian decides: a wrong link there tells somebody where another is.
create function people.custodian_decides(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from protected_whereabouts where person_id = of_person and ended_at is null)
    or exists (select 1 from protected_name where person_id = of_person and ended_at is null)
    or access.limit_on(of_person) is not null
    or exists (select 1 from harm_link h where h.ended_at is null and (h.person_id = of_person
      or h.other_record_id in (select id from record where person_id = of_person)))
    or exists (select 1 from conflict c where c.person_id = of_person and (c.ends_at is null or now() < c.ends_at))
    or exists (select 1 from birth b where b.person_id = of_person and b.ended_on is null
      and access.may_be_minor(b.year, b.month, b.day))
$$;

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
  if exists (select 1 from unnest(readers) n(u) where n.u not in (select r.user_id from contact c,
      access.readers_of(c.person_id) r where c.id = of_contact)) then
    raise exception 'Choose people from the list.' using errcode = 'CT422';
  end if;
  -- Who is named is kept by the entry's id alone, and whoever gives a row chooses its id.
  if entry.is_another(of_contact, 'contact') then raise exception 'no such contact' using errcode = 'CT404'; end if;
  insert into entry_named (entry_id, user_id) select of_contact, u from unnest(readers) as n(u) on conflict do nothing;
end $$;
reset role;
