-- What takes something away from somebody: barring, a death, the end of a protection, who is named, the end of a
-- cohort. At once for one's own agency and oneself. What ends another agency's access waits for the custodian or that
-- agency's manager, who see who asked and why; whatever was done can be undone. Each act is a row; carrying out and
-- undoing are here alone.
set local role {{definer}};

-- Agencies for which a user opens people now. A custodian is the place's own: nobody's colleague alone.
create function people.agencies_of(the_user uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct m.agency_id), '{}') from membership m
  where m.user_id = the_user and m.role in ('practitioner', 'manager', 'limited', 'custodian')
    and (m.ends_at is null or now() < m.ends_at)
$$;

-- Is this user mine to act upon: myself, or somebody who works for my agency and for no other?
create function people.is_mine(the_user uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return the_user = me.user_id or (people.agencies_of(the_user) <@ array[me.agency_id]
    and not exists (select 1 from membership m where m.user_id = the_user and m.role = 'custodian'
      and (m.ends_at is null or now() < m.ends_at)));
end $$;

-- The one other agency whose worker this is; null where there are several, or where it is a custodian: then the
-- custodian alone decides.
create function people.whose(the_user uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare others uuid[] := array_remove(people.agencies_of(the_user), access.my_agency());
begin
  return case when cardinality(others) = 1 and not exists (select 1 from membership m where m.user_id = the_user
    and m.role = 'custodian' and (m.ends_at is null or now() < m.ends_at)) then others[1] end;
end $$;

-- Custodians who can look after this person's record from now on, longest first: at work, not leaving, not barred; last
-- whose role is closed until somebody says whose it is.
create function people.custodians_for(of_person uuid) returns setof uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select m.user_id from membership m join app_user u on u.id = m.user_id and u.ended_at is null
  where m.role = 'custodian' and now() >= m.starts_at and m.ends_at is null
    and not exists (select 1 from conflict c where c.user_id = m.user_id and c.person_id = of_person
      and (c.ends_at is null or now() < c.ends_at))
  order by m.waits_since is not null, m.starts_at, m.user_id
$$;

-- Who is in charge of what a custodian is asked about this person: who looks after the limited record, else the one who
-- has been a custodian longest. Any other custodian may answer too, so that nothing waits for one who is away.
create function people.in_charge(of_person uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select u.name from app_user u where u.id = coalesce(
    (select custodian_id from limited_access where id = access.limit_on(of_person)),
    (select c from people.custodians_for(of_person) c limit 1))
$$;

-- Is there still something to answer? An objection that was withdrawn, lifted or has ended asks nothing.
create function people.still_asks(a taking_away) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.kind <> 'objection' or exists (select 1 from choice c where c.id = a.subject_id and c.withdrawn_at is null
    and c.upheld and c.overridden_by is null and (c.ends_at is null or now() < c.ends_at))
$$;

-- May this viewer decide this act, or undo it? A custodian; or a manager of the agency it takes from, who works with
-- the person (or did, until the act) and may know that the asker's agency does. Never about oneself.
create function people.decides(v access.viewer, a taking_away) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.user_id is distinct from a.target_id and case v.role
    when 'custodian' then a.person_id <> all (access.barred_of(v))
    when 'manager' then v.agency_id = a.for_agency_id
      -- What was said to an agency that they may not know of holds back what theirs gives: who said it is not told.
      -- Nor is anything to who gets what others gave by request alone: for their agency somebody else answers.
      and case a.kind when 'objection' then not access.by_request(v)
        else access.knows_giver_as(v, a.person_id, a.agency_id) end
      and (exists (select 1 from access.grounds_of(v, array[a.person_id]) g where g.opens = 'shared')
        or (a.kind = 'death' and access.limit_on(a.person_id) is null and a.person_id <> all (access.barred_of(v))
          and exists (select 1 from involvement i where i.person_id = a.person_id and i.end_reason = 'died'
            and i.team_id = any (access.teams_of(v)))))
    else false end and people.still_asks(a)
$$;

-- An act: done now where it is one's own to do, else kept until somebody else has said yes.
create function people.take_away(of_kind text, of_person uuid, from_agency uuid, target uuid, subject uuid, why text,
  at_once boolean) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  a taking_away;
begin
  if coalesce(trim(why), '') = '' then raise exception 'Say why.' using errcode = 'CT422'; end if;
  select * into a from taking_away t where t.person_id = of_person and t.kind = of_kind and t.agency_id = me.agency_id
    and t.target_id is not distinct from target and t.subject_id is not distinct from subject
    and t.for_agency_id is not distinct from from_agency and t.decision is null and t.undone_at is null;
  if a.id is not null and not at_once then
    raise exception 'Your agency has asked for this already. It waits.' using errcode = 'CT409';
  end if;
  insert into taking_away (id, person_id, record_id, kind, reason, agency_id, asked_by, for_agency_id, target_id,
    subject_id)
  values (access.uuid7(), of_person, people.own_record(of_person), of_kind, why, me.agency_id, me.user_id, from_agency,
    target, subject) returning * into a;
  if at_once then
    perform people.carry_out(a.id, 'own', case me.role when 'custodian' then 'custodian' else 'own' end, me.user_id);
    -- Those who can undo it are told: the custodian, and of what is done to a colleague the managers who work with the
    -- person. Whoever is put on or taken off a limited record is told when it is done (carry_out).
    insert into notice (id, user_id, kind, subject_id)
    select access.uuid7(), u, 'act-done', a.id from (select distinct m.user_id as u from membership m
      where (m.role = 'custodian' or m.role = 'manager' and m.agency_id = me.agency_id) and m.user_id <> me.user_id
        and people.decides(access.viewer_of(m.id), a)) x
    where target <> me.user_id and of_kind <> 'name' or of_kind in ('protect-whereabouts', 'protect-name');
  elsif not exists (select 1 from membership m where m.role in ('custodian', 'manager') and m.user_id <> me.user_id
      and people.decides(access.viewer_of(m.id), a)) then
    raise exception 'Nobody here can agree to this yet. Ring the partnership desk.' using errcode = 'CT422';
  end if;
  return a.id;
end $$;

-- Whoever is put on or taken off a limited record is told. Taken off, without a word of whom: to them there is no such
-- person from now.
create function people.tell_named(a taking_away, who uuid, of_kind text) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), a.target_id, of_kind, case of_kind when 'limited-named' then a.person_id end, a.id
  where a.target_id is distinct from who
$$;

-- Does it, once, and keeps what puts it back.
create function people.carry_out(of_id uuid, said text, said_as text, who uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  a taking_away;
  back jsonb := '{}';
begin
  select * into a from taking_away where id = of_id for update;
  case a.kind
    when 'protect-whereabouts', 'protect-name', 'objection' then null; -- there already
    when 'bar' then
      if not exists (select 1 from conflict c where c.user_id = a.target_id and c.person_id = a.person_id
          and (c.ends_at is null or now() < c.ends_at)) then
        insert into conflict (id, user_id, person_id, reason, declared_by)
        values (access.uuid7(), a.target_id, a.person_id, a.reason, a.asked_by)
        returning jsonb_build_object('conflict', id) into back;
      end if;
    when 'death' then
      back := people.close_work(a.person_id, a.for_agency_id);
    when 'name' then
      insert into limited_access_named (limited_access_id, user_id) values (a.subject_id, a.target_id)
      on conflict do nothing;
      perform people.tell_named(a, who, 'limited-named');
    when 'unname' then
      delete from limited_access_named where limited_access_id = a.subject_id and user_id = a.target_id;
      perform people.tell_named(a, who, 'limited-off');
    when 'end-limit' then
      update limited_access set ended_at = access.moment(), ended_by = who
      where id = a.subject_id and (ended_at is null or now() < ended_at);
    when 'end-whereabouts' then
      update protected_whereabouts set ended_at = access.moment(), ended_by = who
      where id = a.subject_id and (ended_at is null or now() < ended_at);
    when 'leave-cohort' then
      update cohort_member set ends_at = now(), ended_by = who
      where id = a.subject_id and (ends_at is null or now() < ends_at);
  end case;
  update taking_away set decision = said, decided_as = said_as, decided_by = who, decided_at = now(), way_back = back
  where id = of_id;
end $$;

-- The way back: what it took, and nothing that has happened since.
create function people.put_back(of_id uuid, who uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  a taking_away;
  was timestamptz;
begin
  select * into a from taking_away where id = of_id for update;
  if a.kind = 'objection' then -- it waits for an answer again
    update taking_away set decision = null, decided_as = null, decided_by = null, decided_at = null, answer = null
    where id = of_id;
    return;
  end if;
  case a.kind
    when 'bar' then
      update conflict set ends_at = access.moment() where id = (a.way_back ->> 'conflict')::uuid
        and (ends_at is null or now() < ends_at);
    when 'death' then
      perform people.reopen_work(a.way_back);
    when 'name' then
      perform people.keep_enough(a.subject_id, a.target_id);
      delete from limited_access_named where limited_access_id = a.subject_id and user_id = a.target_id;
    when 'unname' then
      insert into limited_access_named (limited_access_id, user_id) values (a.subject_id, a.target_id)
      on conflict do nothing;
      perform people.tell_named(a, who, 'limited-named');
    when 'end-limit' then
      if access.limit_on(a.person_id) is not null then
        raise exception 'Access has been limited again since.' using errcode = 'CT409';
      end if;
      select ended_at into was from limited_access where id = a.subject_id;
      update person_access set ends_at = null where source_id = a.subject_id and ground = 'named' and ends_at = was;
      update limited_access set ended_at = null, ended_by = null where id = a.subject_id;
      perform people.keep_custodian(a.subject_id);
    when 'end-whereabouts' then
      update protected_whereabouts set ended_at = null, ended_by = null where id = a.subject_id;
    when 'protect-whereabouts' then
      update protected_whereabouts set ended_at = access.moment(), ended_by = who
      where id = a.subject_id and (ended_at is null or now() < ended_at);
    when 'protect-name' then
      update protected_name set ended_at = access.moment()
      where id = a.subject_id and (ended_at is null or now() < ended_at);
    when 'leave-cohort' then
      update cohort_member m set ends_at = null, ended_by = null where m.id = a.subject_id and not exists (
        select 1 from cohort_member o where o.person_id = m.person_id and o.agreement_id = m.agreement_id
          and o.agency_id = m.agency_id and o.id <> m.id and (o.ends_at is null or now() < o.ends_at));
  end case;
  update taking_away set undone_by = who, undone_at = now() where id = of_id;
end $$;
reset role;
