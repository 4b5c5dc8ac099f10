-- Verbs that make, end or move a relationship. Functions, because a new row passes no policy until its relationship
-- exists. Each checks its role itself: what the app calls, anybody holding its login could call.
set local role {{definer}};

create function access.require(roles text[]) returns access.viewer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.session_id is null then raise exception 'signed out' using errcode = 'CT401'; end if;
  if not me.role = any (roles) then raise exception 'not permitted' using errcode = 'CT403'; end if;
  return me;
end $$;

-- The same by what a role may do.
create function access.require(verb text) returns access.viewer
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.session_id is null then raise exception 'signed out' using errcode = 'CT401'; end if;
  if not coalesce(verb = any (access.verbs_of(me.role)), false) then
    raise exception 'not permitted' using errcode = 'CT403';
  end if;
  return me;
end $$;

-- May I open this person at all, and on what grounds? One row per ground, best first.
create function access.grounds(of_person uuid)
returns table (ground text, viewer text, opens text, starts_at timestamptz, ends_at timestamptz, source_id uuid)
language sql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
  select a.ground, a.viewer, a.opens, a.starts_at, a.ends_at, a.source_id from person_access a
  where a.person_id = of_person
  order by array_position(array['involvement','worker','named','referral','urgent','archive'], a.ground), a.starts_at
$$;

-- Opening a page about a person: answers question 1 and writes who, when, which page, on which ground, in the same
-- transaction. Null when there is no such person to this viewer; the refused attempt is logged too.
create function access.open_person(of_person uuid, of_page text, of_request text default null) returns text
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  found_ground text;
begin
  if me.session_id is null then return null; end if;
  select a.ground into found_ground from access.grounds_of(me, array[of_person]) a
  order by array_position(array['involvement','worker','named','referral','urgent','archive'], a.ground) limit 1;
  if found_ground is null then
    insert into audit_event (kind, person_id, actor_id, membership_id, session_id, outcome, detail, row_hash)
    values ('open', of_person, me.user_id, me.membership_id, me.session_id, 'refused',
      jsonb_build_object('page', of_page),
      sha256(convert_to(concat_ws('|', 'open', of_person, me.user_id, now(), of_page), 'UTF8')));
    return null;
  end if;
  insert into access_log (id, person_id, user_id, membership_id, agency_id, session_id, page, ground, request, row_hash)
  values (access.uuid7(), of_person, me.user_id, me.membership_id, me.agency_id, me.session_id, of_page, found_ground,
    of_request, sha256(convert_to(concat_ws('|', of_person, me.user_id, now(), of_page, found_ground), 'UTF8')));
  perform access.look_at(array[of_person]);
  return found_ground;
end $$;

-- Is there an archive for me to open: my agency's own entries about somebody whom a team of mine once worked with? Of a
-- person who is shut to me it says what it says of nobody.
create function access.has_archive(of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']);
begin
  return not coalesce(of_person = any (access.my_barred()) or access.limit_on(of_person) is not null, true)
    and exists (select 1 from involvement i where i.person_id = of_person and i.agency_id = me.agency_id
      and i.team_id = any (access.my_teams()));
end $$;

-- Opens it: for a day, with the reason recorded. From the next transaction on: who opens it and takes that back has
-- read nothing, and who has read left the line here that says so (docs/decisions/022).
create function access.open_archive(of_person uuid, for_reason text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
begin
  if not access.has_archive(of_person) then return false; end if;
  -- No transaction's now() moves; less than two milliseconds would count as now (access.hold_new).
  insert into person_access (id, person_id, viewer, agency_id, ground, opens, starts_at, ends_at, reason)
  values (access.uuid7(), of_person, 'u:' || me.user_id, me.agency_id, 'archive', 'own',
    now() + interval '2 milliseconds', now() + interval '24 hours', for_reason);
  insert into access_log (id, person_id, user_id, membership_id, agency_id, session_id, page, ground, row_hash)
  values (access.uuid7(), of_person, me.user_id, me.membership_id, me.agency_id, me.session_id, 'archive', 'archive',
    sha256(convert_to(concat_ws('|', of_person, me.user_id, now(), 'archive', 'archive'), 'UTF8')));
  return true;
end $$;

-- What an archive or some hours of urgent access open is no way to the shared record: of what one says work came from,
-- the database must know. Only who works with somebody books and says that a date was kept; and one made today proves
-- nothing of today.
create function work.may_begin(of_person uuid, came text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from access.grounds_of(access.me(), array[of_person]) a
      where a.opens = 'shared' and a.ground <> 'urgent')
    or came = 'appointment' and exists (select 1 from appointment x
      where x.person_id = of_person and x.agency_id = access.my_agency() and x.outcome = 'kept'
        and x.starts_at >= access.start_of_london_day(access.today()) and x.starts_at <= now()
        and x.given_at < access.start_of_london_day(access.today())
        and exists (select 1 from access.grounds_of(access.me(), array[of_person])))
$$;

-- Starting work with a person my team may already open (through a referral, say) or by a link's relationship.
create function work.start_involvement(of_person uuid, for_team uuid, came text, worker uuid, leads boolean)
returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  on_record uuid;
  new_id uuid := access.uuid7();
begin
  if not for_team = any (access.my_teams()) then raise exception 'not my team' using errcode = 'CT403'; end if;
  if not exists (select 1 from access.grounds_of(me, array[of_person])) then
    raise exception 'no such person' using errcode = 'CT404';
  end if;
  if came not in ('referral', 'feed', 'appointment', 'present') then
    raise exception 'Say what it came from.' using errcode = 'CT422';
  end if;
  if not work.may_begin(of_person, came) then
    raise exception 'Work starts again from an appointment of yours that was kept today, a referral, your agency’s own file, or by adding them as somebody new.'
      using errcode = 'CT422';
  end if;
  if exists (select 1 from involvement i where i.person_id = of_person and i.team_id = for_team
      and (i.ends_on is null or i.ends_on >= access.today())) then
    raise exception 'Your team already works with them.' using errcode = 'CT409';
  end if;
  select id into on_record from record where person_id = of_person and agency_id = me.agency_id
    and closed_at is null order by confirmed desc, created_at desc limit 1;
  if on_record is null then
    on_record := access.uuid7();
    -- Sure of what the relationship is sure of that opens the person, and of no more.
    insert into record (id, person_id, agency_id, confirmed, sure_of)
    select on_record, of_person, me.agency_id, coalesce(r.confirmed, true),
      case when not r.confirmed then coalesce(r.sure_of, r.id) end
    from access.grounds_of(me, array[of_person]) a left join record r on r.id = a.record_id
    order by coalesce(r.confirmed, true) desc, a.id limit 1;
  end if;
  insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, came_from, starts_on)
  values (new_id, of_person, on_record, me.agency_id, for_team, me.user_id, came, access.today());
  if worker is not null then perform work.add_worker(new_id, worker, leads); end if;
  -- It tells the lead worker and each involved team's contact the same day.
  insert into notice (id, user_id, kind, person_id, subject_id)
  select distinct on (w.user_id) access.uuid7(), w.user_id, 'involvement-started', of_person, new_id
  from involvement_worker w where w.person_id = of_person and w.user_id is not null and w.user_id <> me.user_id
    and (w.ends_on is null or w.ends_on >= access.today());
  return new_id;
end $$;

-- Does a named worker still work for their agency? Who has left leads nobody, whatever was written down: their people
-- are not allocated until somebody takes them. Whom a feed named and nobody knows as a user is as the feed says.
create function access.still_works(worker uuid, in_agency uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select worker is null or exists (select 1 from membership m join app_user u on u.id = m.user_id
    where m.user_id = worker and m.agency_id = in_agency and u.ended_at is null
      and m.role in ('practitioner', 'manager', 'limited') and (m.ends_at is null or now() < m.ends_at))
$$;

create function work.add_worker(to_involvement uuid, worker uuid, leads boolean) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  i involvement;
  new_id uuid := access.uuid7();
  w app_user;
begin
  select * into i from involvement where id = to_involvement and agency_id = me.agency_id
    and team_id = any (access.my_teams());
  if i.id is null or i.ends_on < access.today() or not exists (select 1 from access.grounds_of(me, array[i.person_id]) a
      where a.opens = 'shared' and a.ground <> 'urgent') then
    raise exception 'no such involvement' using errcode = 'CT404';
  end if;
  select u.* into w from app_user u join membership m on m.user_id = u.id and m.agency_id = me.agency_id
    join membership_team mt on mt.membership_id = m.id and mt.team_id = i.team_id
  where u.id = worker and u.ended_at is null and (m.ends_at is null or now() < m.ends_at) limit 1;
  if w.id is null then raise exception 'They are not in this team.' using errcode = 'CT422'; end if;
  if leads then
    update involvement_worker set lead = false where person_id = i.person_id and lead and agency_id = me.agency_id
      and (ends_on is null or ends_on >= access.today());
  end if;
  -- As narrow as the work itself is kept.
  insert into involvement_worker (id, person_id, record_id, agency_id, team_id, given_by, involvement_id, user_id,
    worker_name, worker_phone, lead, starts_on, audience, categories)
  values (new_id, i.person_id, i.record_id, i.agency_id, i.team_id, me.user_id, i.id, w.id, w.name, w.phone, leads,
    access.today(), i.audience, i.categories);
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), w.id, 'worker-named', i.person_id, new_id where w.id <> me.user_id;
  return new_id;
end $$;
reset role;
