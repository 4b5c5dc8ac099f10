-- Question 1 as data: person_access is kept by these triggers and by the functions below, and by nobody else. The
-- page "who can see this record, and why" reads the same rows.
set local role {{definer}};

create function access.end_of_london_day(d date) returns timestamptz language sql stable
return (d + 1)::timestamp at time zone 'Europe/London';

create function access.start_of_london_day(d date) returns timestamptz language sql stable
return d::timestamp at time zone 'Europe/London';

create function access.today() returns date language sql stable return (now() at time zone 'Europe/London')::date;

-- Under 18, of a date of birth that may be known in part. What must not happen to a child asks whether somebody may be
-- one: the last day that it can have been counts. What is refused to nobody but a child asks whether they surely are:
-- the first day counts. Of a birth whose year is not known neither is said. Somebody is 18 on the day itself, and born
-- on 29 February on 1 March.
create function access.may_be_minor(of_year int, of_month int, of_day int) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select coalesce(case when of_month is null then make_date(of_year, 12, 31)
    when of_day is null then (make_date(of_year, of_month, 1) + interval '1 month - 1 day')::date
    else make_date(of_year, of_month, 1) + of_day - 1 end > access.today() - interval '18 years', false)
$$;

create function access.is_minor(of_year int, of_month int, of_day int) returns boolean
language sql stable set search_path = pg_catalog, pg_temp as $$
  select access.may_be_minor(of_year, coalesce(of_month, 1), case when of_month is null then 1 else coalesce(of_day, 1) end)
$$;

-- Does an agreement of this agency, in force for it now, speak of people under 18?
create function access.allows_children(of_agency uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from agreement g where g.allows_children and access.party_now(g.id, of_agency)
    and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at))
$$;

-- Limited access in force on this person, or null.
create function access.limit_on(of_person uuid) returns uuid language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  -- Times are kept to the millisecond, rounded: what ended now is over now, and not half a millisecond later.
  select id from limited_access where person_id = of_person
    and (ended_at is null or now() < ended_at - interval '1 millisecond')
  order by given_at desc limit 1
$$;

-- While access is limited, everybody's relationship is held back but the named users' own rows.
create function access.hold(of_person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare on_limit uuid := access.limit_on(of_person);
begin
  update person_access a set held = on_limit is not null and not (a.ground = 'named' and a.source_id = on_limit)
  where a.person_id = of_person
    and a.held is distinct from (on_limit is not null and not (a.ground = 'named' and a.source_id = on_limit));
end $$;

create function access.hold_new() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare on_limit uuid := access.limit_on(new.person_id);
begin
  new.held := on_limit is not null and not (new.ground = 'named' and new.source_id = on_limit);
  -- Rounded to the millisecond, now may lie half of one ahead, and what was just opened would not be open yet.
  if new.starts_at > now() and new.starts_at <= now() + interval '1 millisecond' then
    new.starts_at := date_trunc('milliseconds', now());
  end if;
  return new;
end $$;

-- A team's involvement, and the named workers of it.
create function access.keep_involvement() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.person_id <> old.person_id then return null; end if;
  if tg_op = 'INSERT' then
    insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, source_id, starts_at, ends_at)
    values (access.uuid7(), new.person_id, new.record_id, 't:' || new.team_id, new.agency_id, 'involvement', 'shared',
      new.id, access.start_of_london_day(new.starts_on), access.end_of_london_day(new.ends_on));
  else
    update person_access set ends_at = least(access.end_of_london_day(new.ends_on), ends_at)
    where source_id = new.id and new.ends_on is not null;
    update involvement_worker set ends_on = new.ends_on
    where involvement_id = new.id and new.ends_on is not null and (ends_on is null or ends_on > new.ends_on);
  end if;
  return null;
end $$;

create function access.keep_worker() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.person_id <> old.person_id then return null; end if;
  if new.user_id is null then return null; end if;
  if tg_op = 'INSERT' then
    insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, source_id, starts_at, ends_at)
    values (access.uuid7(), new.person_id, new.record_id, 'u:' || new.user_id, new.agency_id, 'worker', 'shared',
      new.id, access.start_of_london_day(new.starts_on), access.end_of_london_day(new.ends_on));
  else
    update person_access set ends_at = least(access.end_of_london_day(new.ends_on), ends_at)
    where source_id = new.id and new.ends_on is not null;
  end if;
  return null;
end $$;

-- A referral to a team is a relationship from the moment it is sent until it is declined, withdrawn or ended, or the work
-- it asked for starts, which is a relationship of its own. One to a service outside opens nothing to anybody.
create function access.keep_referral() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare closed timestamptz;
begin
  if tg_op = 'UPDATE' and new.person_id <> old.person_id or new.to_team_id is null then return null; end if;
  closed := least(case when new.answer = 'declined' then new.decided_at end, new.withdrawn_at, new.started_at, new.ended_at);
  if new.sent_at is not null and closed is null
    and not exists (select 1 from person_access where source_id = new.id) then
    -- It hangs on the sender's record, and moves with it when a link is undone.
    insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, source_id, starts_at)
    select access.uuid7(), new.person_id, new.record_id, 't:' || new.to_team_id, team.agency_id, 'referral', 'shared', new.id,
      new.sent_at from team where team.id = new.to_team_id;
  elsif closed is not null then
    update person_access set ends_at = closed where source_id = new.id and ends_at is null;
    update share_grant set ends_at = closed
    where why = 'attached' and reason = new.id::text and ends_at is null;
  end if;
  return null;
end $$;

-- A limit names its custodian from the first moment. Nothing outside can leave them out.
create function access.keep_limit() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.person_id <> old.person_id then return null; end if;
  if tg_op = 'INSERT' or new.ended_at is null or now() < new.ended_at then
    insert into limited_access_named (limited_access_id, user_id) values (new.id, new.custodian_id)
    on conflict do nothing;
  end if;
  if new.ended_at is not null then
    update person_access set ends_at = new.ended_at where source_id = new.id and ground = 'named' and ends_at is null;
  end if;
  perform access.hold(new.person_id);
  return null;
end $$;

-- And stays so while it is in force: asked when the transaction ends, whoever wrote.
create function access.check_custodian() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from limited_access l
      where l.id = (case tg_table_name when 'limited_access' then to_jsonb(new) ->> 'id'
        else to_jsonb(old) ->> 'limited_access_id' end)::uuid
      and (l.ended_at is null or now() < l.ended_at) and not exists (select 1 from limited_access_named n
        where n.limited_access_id = l.id and n.user_id = l.custodian_id)) then
    raise exception 'A limited record always names its custodian.' using errcode = '23514';
  end if;
  return null;
end $$;

create function access.keep_named() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'DELETE' then
    update person_access set ends_at = now()
    where source_id = old.limited_access_id and viewer = 'u:' || old.user_id and ends_at is null;
    return null;
  end if;
  -- In which of a user's agencies: those that work with the person or asked for the limit; a custodian, in any. It
  -- hangs on the record that carries the limit.
  insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, source_id, ends_at)
  select access.uuid7(), l.person_id, l.record_id, 'u:' || new.user_id, acts.agency_id, 'named', 'shared', l.id,
    l.ended_at
  from limited_access l cross join lateral (
    select distinct m.agency_id, rank() over (order by m.agency_id <> l.agency_id and not exists (
      select 1 from involvement i where i.person_id = l.person_id and i.agency_id = m.agency_id
        and i.starts_on <= access.today() and (i.ends_on is null or i.ends_on >= access.today()))) as place
    from membership m where m.user_id = new.user_id and now() >= m.starts_at
      and (m.ends_at is null or now() < m.ends_at)) acts
  where l.id = new.limited_access_id and acts.place = 1;
  return null;
end $$;

create function access.keep_urgent() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into person_access (id, person_id, viewer, agency_id, ground, opens, source_id, extra_classes, starts_at,
    ends_at, reason)
  select access.uuid7(), new.person_id, 'u:' || new.user_id, m.agency_id, 'urgent', 'shared', new.id,
    coalesce((select array_agg(k.id) from entry_class k where k.categories <@ (new.categories || 'safety'::text)
      and k.categories <> '{}'), '{}'), new.starts_at, new.ends_at, new.reason
  from membership m where m.id = new.membership_id;
  return null;
end $$;

-- Died: ends the work of the agency that says so, that day, and takes its coming appointments away. Of other agencies
-- it waits for their own word or the custodian's (86f); to all it says that a death is reported.
create function access.keep_death() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.withdrawn_at is null then perform people.report_death(new); end if;
  return null;
end $$;

-- A link moves the record; what hangs on it by id alone follows in the same statement's transaction. Records, whose
-- each was and whose it is now, one beside the other.
create function people.follow(records uuid[], was uuid[], became uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update person_access x set person_id = m.onto from unnest(records, became) m(id, onto) where x.record_id = m.id;
  update source_row x set person_id = m.onto from unnest(records, became) m(id, onto) where x.record_id = m.id;
  update change x set person_id = m.onto from unnest(records, became) m(id, onto) where x.record_id = m.id;
  update taking_away x set person_id = m.onto from unnest(records, became) m(id, onto) where x.record_id = m.id;
  update confirmation x set person_id = m.onto from unnest(records, became) m(id, onto) where x.record_id = m.id;
  update share_grant g set person_id = m.onto from unnest(records, was, became) m(id, of, onto), contact c
  where g.person_id = m.of and c.id = g.entry_id and c.record_id = m.id and c.agency_id = g.agency_id;
  perform access.hold(x.id) from (select distinct unnest(was || became) as id) x
  where exists (select 1 from person_access a where a.person_id = x.id);
end $$;

create function people.follow_record() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform people.follow(array[new.id], array[old.person_id], array[new.person_id]);
  return null;
end $$;
reset role;

-- Rounded to the millisecond, now may lie half of one ahead: what was just given would not hold yet.
set local role {{definer}};
create function access.from_now() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if new.starts_at > now() and new.starts_at <= now() + interval '1 millisecond' then
    new.starts_at := date_trunc('milliseconds', now());
  end if;
  return new;
end $$;
reset role;
do $$
declare t text;
begin
  foreach t in array array['share_grant', 'cohort_member', 'choice', 'conflict', 'agreement_term', 'membership'] loop
    execute format('create or replace trigger a_from_now before insert on %I
      for each row execute function access.from_now()', t);
  end loop;
end $$;

create or replace trigger c_hold before insert on person_access for each row execute function access.hold_new();
create or replace trigger c_keep after insert or update on involvement
  for each row execute function access.keep_involvement();
create or replace trigger c_keep after insert or update on involvement_worker
  for each row execute function access.keep_worker();
create or replace trigger c_keep after insert or update on referral for each row execute function access.keep_referral();
create or replace trigger c_keep after insert or update on limited_access for each row execute function access.keep_limit();
drop trigger if exists d_custodian on limited_access;
drop trigger if exists d_custodian on limited_access_named;
create constraint trigger d_custodian after insert or update on limited_access deferrable initially deferred
  for each row execute function access.check_custodian();
create constraint trigger d_custodian after update or delete on limited_access_named deferrable initially deferred
  for each row execute function access.check_custodian();
create or replace trigger c_keep after insert or delete on limited_access_named
  for each row execute function access.keep_named();
create or replace trigger c_keep after insert on urgent_access for each row execute function access.keep_urgent();
create or replace trigger c_keep after insert on death for each row execute function access.keep_death();
create or replace trigger c_follow after update of person_id on record
  for each row when (old.person_id <> new.person_id) execute function people.follow_record();
