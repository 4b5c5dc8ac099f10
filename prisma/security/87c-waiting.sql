-- Barring a worker, and what waits: who is asked, what they see, what they answer, and undoing it (86f).
set local role {{definer}};

-- Declared at joining and yearly, or asked for by the person. A worker of one's own agency and oneself from the next
-- statement; another agency's when somebody else has agreed. Answers whether it waits.
create function people.declare_conflict(the_user uuid, of_person uuid, why text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
  mine boolean := me.role = 'custodian' or people.is_mine(the_user);
begin
  if not access.works_with(of_person) or (the_user <> me.user_id and not access.works_for(of_person)) then
    raise exception 'no such person' using errcode = 'CT404';
  end if;
  if the_user <> me.user_id
    and not exists (select 1 from people.offered_workers(of_person) o where o.user_id = the_user) then
    raise exception 'Choose somebody from the list.' using errcode = 'CT422';
  end if;
  perform people.take_away('bar', of_person, case when mine then me.agency_id else people.whose(the_user) end, the_user,
    null, why, mine);
  return (not mine)::int;
end $$;

-- May this viewer undo this act? Who decides it, but never the one it is about. What a custodian decided, or a bar
-- against harm, is the custodian's to lift.
create function people.may_undo(v access.viewer, a taking_away) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (a.decision in ('own', 'agreed') or a.kind = 'objection' and a.decision = 'declined') and a.undone_at is null and v.user_id is distinct from a.target_id
    and (v.role = 'custodian' or (a.decided_as <> 'custodian'
      and not (a.kind = 'bar' and a.reason in ('harm', 'asked', 'same_person'))))
    and (a.kind <> 'bar' or a.way_back ? 'conflict') and people.decides(v, a)
    and (a.kind <> 'protect-whereabouts' or exists (select 1 from protected_whereabouts p where p.id = a.subject_id
      and (p.ended_at is null or now() < p.ended_at)))
    and (a.kind <> 'protect-name' or exists (select 1 from protected_name p where p.id = a.subject_id
      and (p.ended_at is null or now() < p.ended_at)))
$$;

-- One act in the words of who may decide or undo it. The person under the name that the reader's own agency gave, or,
-- to the custodian, the asker's; where a name is protected, by reference alone.
create function people.own_name(of_person uuid, of_agency uuid, v access.viewer) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select trim(n.given || ' ' || n.family) from person_name n where n.person_id = of_person and n.agency_id = of_agency
    and n.audience = 'agreed' and not exists (select 1 from protected_name p where p.person_id = of_person
      and (p.ended_at is null or now() < p.ended_at) and p.agency_id <> v.agency_id)
    and (v.role = 'custodian' or n.team_id not in (select id from access.placed_team)
      or access.may_locate_as(v, of_person, v.agency_id))
  order by n.used_until is not null, n.given_at desc limit 1
$$;

create function people.act_line(a taking_away, v access.viewer) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  -- How an objection was said is its giver's words.
  select jsonb_build_object('id', a.id, 'kind', a.kind, 'askedAt', a.asked_at, 'decision', a.decision,
    'reason', case when a.kind <> 'objection' or v.role = 'custodian' then a.reason end, 'answer', a.answer,
    -- With a name beside it a reference would say who the lines of an officer's log are about.
    'reference', case when v.role <> 'officer' or n.called is null then trail.reference(a.person_id) end,
    'personId', case when exists (select 1 from access.grounds_of(v, array[a.person_id])) then a.person_id end,
    'person', n.called,
    -- Who asked, and from whom, as far as the reader's agency may know that they work with the person.
    'by', (select u.name from app_user u where u.id = a.asked_by and a.agency_id = any (k.ids)),
    'agency', (select access.giver_name(k.ids, g.id, g.name) from agency g where g.id = a.agency_id),
    'about', (select u.name from app_user u where u.id = a.target_id),
    'from', (select access.giver_name(k.ids, g.id, g.name) from agency g where g.id = a.for_agency_id),
    'decidedAt', a.decided_at, 'decidedBy', (select u.name from app_user u where u.id = a.decided_by
      and (a.decided_as = 'custodian' or a.for_agency_id = any (k.ids))),
    'own', a.decision is not distinct from 'own', 'custodian', people.in_charge(a.person_id))
  from (select array(select g from unnest(array[a.agency_id, a.for_agency_id]) g
    where v.role = 'custodian' or access.agency_knows_giver(v.agency_id, a.person_id, g)) as ids) k
  cross join (select people.own_name(a.person_id, case v.role when 'custodian' then a.agency_id else v.agency_id end, v)
    as called) n
$$;

-- What waits for me, what a danger waits for first; or what was done, the newest first, and can be undone by me.
create function people.acts(done boolean) returns setof jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('manager', 'custodian') then return; end if;
  return query select people.act_line(a, me) from taking_away a
    where (me.role = 'custodian' or me.agency_id in (a.for_agency_id, a.agency_id)) and case when done
      then people.may_undo(me, a)
      else a.decision is null and a.undone_at is null and a.asked_by <> me.user_id and people.decides(me, a) end
    order by case when not done then a.reason in ('harm', 'asked') end desc,
      case when done then a.decided_at end desc, a.asked_at limit 100;
end $$;

-- Did this viewer ask for it, for the agency they act for now, and does it wait? A death is not asked for: it is
-- reported.
create function people.is_my_request(v access.viewer, a taking_away) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(a.asked_by = v.user_id and a.agency_id = v.agency_id and a.kind not in ('death', 'objection') and a.decision is null
    and a.undone_at is null and a.person_id <> all (access.barred_of(v)), false)
$$;

-- What was asked in one breath with this and waits too: the end of a protection is asked of each agency that protects,
-- and whoever asked hears of one asking, so that nothing tells how many there are.
create function people.asked_with(a taking_away) returns setof taking_away
language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select o.* from taking_away o where a.kind = 'end-whereabouts' and o.kind = a.kind and o.person_id = a.person_id
    and o.agency_id = a.agency_id and o.asked_by = a.asked_by and o.asked_at = a.asked_at and o.id <> a.id
    and o.decision is null and o.undone_at is null
$$;

create function people.asked_by_me() returns setof jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('practitioner', 'manager', 'custodian') then return; end if;
  return query select people.act_line(a, me) from taking_away a
    where a.asked_by = me.user_id and people.is_my_request(me, a)
      and not exists (select 1 from people.asked_with(a) o where o.id < a.id)
    order by a.asked_at limit 100;
end $$;

-- While nobody has answered, whoever asked takes it back.
create function people.take_back_act(of_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'custodian']);
  a taking_away;
begin
  select * into a from taking_away where id = of_id for update;
  if a.id is null or a.asked_by <> me.user_id or a.agency_id <> me.agency_id or a.kind in ('death', 'objection') then
    raise exception 'no such act' using errcode = 'CT404';
  end if;
  if a.decision is not null or a.undone_at is not null then
    raise exception 'This has been decided already.' using errcode = 'CT409';
  end if;
  update taking_away set undone_by = me.user_id, undone_at = now()
  where id = a.id or id in (select o.id from people.asked_with(a) o);
end $$;

create function people.act(of_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  a taking_away;
  waits boolean;
begin
  if me.role is null or me.role not in ('practitioner', 'manager', 'custodian') then return null; end if;
  select * into a from taking_away where id = of_id;
  if people.is_my_request(me, a) then
    return people.act_line(a, me) || jsonb_build_object('waits', false, 'mine', true);
  end if;
  waits := a.decision is null and a.undone_at is null and a.asked_by <> me.user_id and people.decides(me, a);
  if not coalesce(waits or people.may_undo(me, a), false) then return null; end if;
  return people.act_line(a, me) || jsonb_build_object('waits', waits, 'mine', false);
end $$;

-- That an agency has answered tells that it works with the person: a death and an objection are asked of each one. What
-- was asked of several in one breath is told when the last has answered, and agreed to where all have.
create function people.tell_asker(a taking_away, of_kind text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), a.asked_by, case when of_kind = 'act-agreed' and exists (select 1 from taking_away o
      where a.kind = 'end-whereabouts' and o.kind = a.kind and o.person_id = a.person_id and o.agency_id = a.agency_id
        and o.asked_by = a.asked_by and o.asked_at = a.asked_at and o.decision = 'declined')
    then 'act-declined' else of_kind end, a.person_id, a.id
  where a.asked_by <> access.my_user() and not exists (select 1 from people.asked_with(a))
    and (a.kind not in ('death', 'objection') or access.agency_knows_giver(a.agency_id, a.person_id, a.for_agency_id))
$$;

-- `why` an objection does not hold for what the agency gives.
create function people.decide_act(of_id uuid, agree boolean, why text default null) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['manager', 'custodian']);
  a taking_away;
begin
  select * into a from taking_away where id = of_id for update;
  if a.id is null or a.asked_by = me.user_id or not people.decides(me, a) then
    raise exception 'no such act' using errcode = 'CT404';
  end if;
  if a.decision is not null or a.undone_at is not null then
    raise exception 'This has been decided already.' using errcode = 'CT409';
  end if;
  if not agree then
    if a.kind = 'objection' and coalesce(trim(why), '') = '' then
      raise exception 'Say which duty, whose safety, or what was recorded wrongly.' using errcode = 'CT422';
    end if;
    update taking_away set decision = 'declined', decided_as = me.role, decided_by = me.user_id, decided_at = now(),
      answer = why where id = a.id;
  else
    if a.kind = 'unname' then perform people.keep_enough(a.subject_id, a.target_id); end if;
    perform people.carry_out(a.id, 'agreed', me.role, me.user_id);
  end if;
  perform people.tell_asker(a, case when agree then 'act-agreed' else 'act-declined' end);
end $$;

-- Undone by whoever may. One's own agency's word that somebody died takes everybody's end of work with it.
create function people.undo_act(of_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['manager', 'custodian']);
  a taking_away;
begin
  select * into a from taking_away where id = of_id for update;
  if a.id is null or not coalesce(people.may_undo(me, a), false) then
    raise exception 'no such act' using errcode = 'CT404';
  end if;
  if a.kind = 'death' and a.decision = 'own' then
    perform people.withdraw_death(a.subject_id, me.user_id);
  else
    perform people.put_back(a.id, me.user_id);
  end if;
  perform people.tell_asker(a, 'act-undone');
end $$;

-- What my agency has asked for about this person and is not decided: for the page on which it was asked.
create function people.asked(of_person uuid)
returns table (id uuid, kind text, about text, asked_at timestamptz, by_whom text, mine boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role = 'limited' or not access.works_with(of_person) then return; end if;
  return query select a.id, a.kind, t.name, a.asked_at, u.name, a.asked_by = me.user_id from taking_away a join app_user u on u.id = a.asked_by
    left join app_user t on t.id = a.target_id
    where a.person_id = of_person and a.agency_id = me.agency_id and a.decision is null and a.undone_at is null
      and a.kind not in ('death', 'objection') and not exists (select 1 from people.asked_with(a) o where o.id < a.id)
    order by a.asked_at;
end $$;

-- The agency that recorded a death says that it was recorded in error.
create function people.take_back_death(of_person uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  d death;
begin
  select * into d from death x where x.person_id = of_person and x.agency_id = me.agency_id and x.withdrawn_at is null
  order by x.given_at desc limit 1;
  if d.id is null or not access.works_with(of_person) then
    raise exception 'no such death' using errcode = 'CT404';
  end if;
  perform people.withdraw_death(d.id, me.user_id);
end $$;

-- Every bar in force, however it came about, for the custodian: no bar is without a way back. Not on oneself, nor of
-- somebody from whom one is barred.
create function people.bars() returns table (id uuid, name text, person text, reference text, why text,
  since timestamptz, by_whom text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['custodian']);
begin
  return query select c.id, u.name, (select trim(n.given || ' ' || n.family) from person_name n
      where n.person_id = c.person_id and n.audience = 'agreed' and not exists (select 1 from protected_name p
        where p.person_id = c.person_id and (p.ended_at is null or now() < p.ended_at))
      order by n.used_until is not null, n.given_at limit 1),
    trail.reference(c.person_id), c.reason, c.starts_at, b.name
  from conflict c join app_user u on u.id = c.user_id left join app_user b on b.id = c.declared_by
  where c.user_id <> me.user_id and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
    and c.person_id <> all (access.barred_of(me))
  order by c.starts_at desc limit 200;
end $$;

create function people.lift_bar(of_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['custodian']);
  act uuid;
begin
  if not exists (select 1 from people.bars() b where b.id = of_id) then
    raise exception 'no such bar' using errcode = 'CT404';
  end if;
  select a.id into act from taking_away a where a.kind = 'bar' and a.undone_at is null
    and (a.way_back ->> 'conflict')::uuid = of_id;
  if act is not null then perform people.put_back(act, me.user_id);
  else update conflict set ends_at = access.moment() where id = of_id; end if;
end $$;
reset role;

grant execute on function people.declare_conflict(uuid, uuid, text), people.acts(boolean), people.act(uuid),
  people.decide_act(uuid, boolean, text), people.undo_act(uuid), people.asked_by_me(), people.take_back_act(uuid), people.asked(uuid), people.take_back_death(uuid),
  people.bars(), people.lift_bar(uuid) to {{app}};
