-- Dates: what an appointment may become, whoever changes it by hand (lib/appointments/steps.ts has the same steps),
-- what another agency may offer, who is to be kept apart, and calendar feeds.
set local role {{definer}};

-- What an appointment is called is read wherever its headline is: one of a list, and nobody's own words. The worker is
-- whoever books.
create function work.book_appointment() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.kind not in ('meeting', 'visit', 'clinic', 'court', 'sanction', 'work_search', 'housing', 'supervision', 'review',
      'assessment', 'advice', 'viewing') then
    raise exception 'Choose what it is from the list.' using errcode = 'CT422';
  end if;
  if new.minutes not between 5 and 600 then
    raise exception 'A date takes from five minutes to ten hours.' using errcode = 'CT422';
  end if;
  if num_nonnulls(new.outcome, new.moved_from, new.other_at, new.missed_why, new.cancelled_by) > 0 then
    raise exception 'What is booked has not been yet.' using errcode = 'CT422';
  end if;
  select u.name into new.worker_name from app_user u where u.id = new.given_by;
  return new;
end $$;

-- One step at a time: agreed, moved, an answer to another time, what became of it, and that undone.
create function work.step_appointment() returns trigger
language plpgsql security invoker set search_path = pg_catalog, public, pg_temp as $$
declare
  moved boolean := old.starts_at is distinct from new.starts_at;
  became boolean := old.outcome is distinct from new.outcome;
  answered boolean := old.other_answer is distinct from new.other_answer;
  agreed boolean := old.agreed_on is distinct from new.agreed_on;
begin
  -- A change that names no column in its condition asks no policy of reading.
  if not exists (select 1 from appointment x where x.id = old.id) then
    raise exception 'no such appointment' using errcode = '42501';
  elsif old.outcome is not null and not (became and new.outcome is null) then
    raise exception 'What became of this is recorded already. Undo that first.' using errcode = 'CT409';
  elsif became and (moved or answered or agreed) or agreed and moved and not answered then
    raise exception 'One step at a time.' using errcode = 'CT409';
  elsif moved and (new.starts_at < now() or new.moved_from is distinct from old.starts_at) then
    raise exception 'A date is moved to a time to come.' using errcode = 'CT409';
  elsif answered and (old.other_at is null or old.other_answer is not null
      or new.other_answer = 'accepted' and new.starts_at is distinct from old.other_at) then
    raise exception 'There is no other time to answer.' using errcode = 'CT409';
  elsif became and new.outcome in ('kept', 'not_seen') and old.starts_at > now() then
    raise exception 'This is still to come. Move it or cancel it.' using errcode = 'CT409';
  elsif became and new.outcome not in ('kept', 'not_seen', 'cancelled') then
    raise exception 'Choose what became of it from the list.' using errcode = 'CT422';
  end if;
  return new;
end $$;

-- Another agency that reads a date and works with the person offers its holder another time; not its own, which it
-- moves. Asked as row security asks: what cannot be read is not there.
create function work.offer_other_time(of_appointment uuid, at timestamptz, seen_version int) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  x appointment;
begin
  select * into x from appointment where id = of_appointment for no key update;
  if x.id is null or not access.may('appointment:book') or not access.works_for(x.person_id)
    or x.audience <> 'agreed' or not access.may_locate_as(me, x.person_id, x.agency_id)
    or x.agency_id = me.agency_id
    or not (access.decide(me, x.person_id, x.record_id, x.class_id, 3)
      or x.id = any (access.my_granted(3)) and access.granted(x.person_id, x.record_id, x.class_id)) then
    raise exception 'no such appointment' using errcode = 'CT404';
  elsif x.version <> seen_version then
    raise exception 'Somebody has changed this date since you opened it. Look at it again.' using errcode = 'CT409';
  elsif x.outcome is not null or x.starts_at < now() then
    raise exception 'This date has been. There is no other time to offer.' using errcode = 'CT409';
  elsif x.other_at is not null and x.other_answer is null then
    raise exception 'Another time is offered already, and waits for its answer.' using errcode = 'CT409';
  elsif at < now() or at = x.starts_at then
    raise exception 'Offer a time to come, and another one.' using errcode = 'CT422';
  end if;
  update appointment set other_at = at, other_by = me.user_id, other_agency_id = me.agency_id, other_answer = null
  where id = x.id;
end $$;

-- Does anybody whom this person must be kept apart from have a date with my agency within two hours of then? Answered
-- for the team that serves both (people.kept_apart), in its words, and never with whom.
create function people.apart_at(of_person uuid, at timestamptz) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']);
begin
  return (select people.kept_apart(of_person, o.person_id) from (
      select r.person_id from harm_link h join record r on r.id = h.other_record_id
      where h.person_id = of_person and h.ended_at is null
      union
      select h.person_id from harm_link h join record r on r.id = h.other_record_id
      where r.person_id = of_person and h.ended_at is null) o
    where exists (select 1 from appointment x where x.person_id = o.person_id and x.agency_id = me.agency_id
        and x.outcome is null and x.starts_at between at - interval '2 hours' and at + interval '2 hours')
      and people.kept_apart(of_person, o.person_id) is not null
    limit 1);
end $$;

-- My own feed: a new one takes the place of the one before, so that an address that got about can be ended.
create function work.make_feed(hash bytea, of_seed uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager', 'limited']);
begin
  if octet_length(hash) <> 32 then raise exception 'no hash' using errcode = 'CT422'; end if;
  update calendar_feed set ended_at = now() where membership_id = me.membership_id and ended_at is null;
  insert into calendar_feed (token_hash, seed, membership_id) values (hash, of_seed, me.membership_id);
end $$;

create function work.end_feed() returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager', 'limited']);
begin
  update calendar_feed set ended_at = now() where membership_id = me.membership_id and ended_at is null;
end $$;

create function work.my_feed() returns table (seed uuid, made_at timestamptz, read_on date)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return query select f.seed, f.made_at, f.read_on from calendar_feed f
  where f.membership_id = me.membership_id and f.ended_at is null;
end $$;

-- What a feed holds, asked by the hash of its token and by nobody's session: the dates that its worker booked with
-- people who are open to them now; the time, how long, two initials and the person's id. Nothing of somebody whose
-- whereabouts or name are protected, to whom access is limited, or who has died. Null: it has ended, or never was.
create function work.read_feed(hash bytea) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  f calendar_feed;
  v access.viewer;
  dates jsonb;
begin
  select * into f from calendar_feed where token_hash = hash and ended_at is null;
  if f.membership_id is null then return null; end if;
  v := access.viewer_of(f.membership_id);
  if v.role is null or v.role not in ('practitioner', 'manager', 'limited')
    or exists (select 1 from app_user u where u.id = v.user_id and u.ended_at is not null) then return null; end if;
  select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'personId', x.person_id, 'startsAt', x.starts_at,
      'minutes', x.minutes, 'version', x.version, 'cancelled', x.outcome = 'cancelled',
      'initials', (select left(n.given, 1) || left(n.family, 1) from person_name n where n.person_id = x.person_id
        and n.agency_id = v.agency_id and n.used_until is null order by n.kind = 'known_as' desc, n.given_at desc limit 1))
      order by x.starts_at, x.id), '[]') into dates
  from (select a.* from appointment a where a.given_by = v.user_id and a.agency_id = v.agency_id
      and a.starts_at between now() - interval '14 days' and now() + interval '90 days'
      and (a.outcome is null or a.outcome = 'cancelled')
      order by a.starts_at limit 500) x
  where exists (select 1 from access.grounds_of(v, array[x.person_id]) g where g.opens = 'shared')
    and not exists (select 1 from protected_whereabouts w where w.person_id = x.person_id
      and (w.ended_at is null or now() < w.ended_at))
    and not exists (select 1 from protected_name w where w.person_id = x.person_id
      and (w.ended_at is null or now() < w.ended_at))
    and not exists (select 1 from limited_access w where w.person_id = x.person_id
      and (w.ended_at is null or now() < w.ended_at))
    and not exists (select 1 from death d where d.person_id = x.person_id and d.withdrawn_at is null);
  -- Once a day and a person: what left for somebody's own calendar.
  if f.read_on is distinct from access.today() then
    update calendar_feed set read_on = access.today() where token_hash = hash;
    insert into disclosure (id, person_id, user_id, membership_id, kind, recipient, what)
    select access.uuid7(), d.p::uuid, v.user_id, f.membership_id, 'calendar', 'their own calendar', 'times and initials'
    from (select distinct e ->> 'personId' as p from jsonb_array_elements(dates) e) d;
  end if;
  return dates;
end $$;

-- Dates of a person from one moment to another, as far as the reader may see; what became of them; and times that do
-- not work. How far apart two places are is worked out from their postcodes, where a set of areas knows them.
create function page.dates(p uuid, since timestamptz, until timestamptz) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare known uuid[]; mine uuid := access.my_agency();
begin
  perform access.look_once(array[p]);
  known := access.known_givers(p);
  return jsonb_build_object(
    'dates', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'startsAt', x.starts_at, 'minutes', x.minutes,
        'kind', x.kind, 'agreedOn', x.agreed_on, 'movedFrom', x.moved_from, 'outcome', x.outcome, 'missedWhy', x.missed_why,
        'cancelledBy', x.cancelled_by, 'otherAt', x.other_at, 'otherAnswer', x.other_answer,
        'otherAgency', case when x.other_agency_id is not null then
          access.giver_name(known, x.other_agency_id, (select b.name from agency b where b.id = x.other_agency_id)) end,
        'place', l.place, 'lon', c.lon, 'lat', c.lat, 'worker', case when x.team_id = any (known) then x.worker_name end,
        'agency', access.giver_name(known, a.id, a.name), 'own', x.agency_id = mine, 'source', x.source,
        'version', x.version) order by x.starts_at, x.id), '[]')
      from (select y.* from appointment y where y.person_id = p and y.starts_at >= since and y.starts_at < until
        order by y.starts_at limit 300) x join agency a on a.id = x.agency_id
      left join lateral (select q.place, q.postcode from appointment_place q where q.appointment_id = x.id
        order by q.given_at desc limit 1) l on true
      left join lateral (select k.lon, k.lat from postcode k
        where k.postcode = upper(replace(l.postcode, ' ', '')) and k.valid_to is null limit 1) c on true),
    'hard', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'weekday', h.weekday, 'fromMinute', h.from_minute,
        'toMinute', h.to_minute, 'saidOn', h.said_on, 'own', h.agency_id = mine) order by h.weekday nulls first, h.from_minute),
        '[]')
      from hard_time h where h.person_id = p and h.ended_on is null));
end $$;
reset role;

create or replace trigger c_book before insert on appointment for each row
  when (current_user = btrim('{{app}}', '"')) execute function work.book_appointment();
create or replace trigger a_step before update on appointment for each row
  when (current_user = btrim('{{app}}', '"') and old.person_id = new.person_id) execute function work.step_appointment();
-- By hand one books oneself: what an agency's system says comes by its feed.
create policy by_worker on appointment as restrictive for insert to {{app}}, {{worker}} with check (source = 'worker');
