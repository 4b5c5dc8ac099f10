-- An objection is the person's word. It holds everything back at once, what other agencies gave too, since that is what
-- protects. Each of those agencies is told and asked (86f): its manager who works with the person, or the custodian,
-- keeps to it, or says why it does not hold for what that agency gives: a duty, somebody's safety, recorded wrongly.
-- Nobody answers for what another agency gives, and each answer can be undone.
set local role {{definer}};

-- Asked of every other agency that has a record of the person; its named workers and managers who work with them are
-- told that there is one, and nothing of whose. Not who gets what others gave by request alone: they read no choice
-- of others.
create function people.ask_of_objection() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Loaded, and given by nobody who could be asked.
  if access.my_user() is null or new.kind <> 'objection' or not new.upheld or new.overridden_by is not null then
    return null;
  end if;
  insert into taking_away (id, person_id, record_id, kind, reason, agency_id, asked_by, for_agency_id, subject_id)
  select access.uuid7(), new.person_id, new.record_id, 'objection', new.how, new.agency_id, new.given_by, r.agency_id,
    new.id
  from (select distinct x.agency_id from record x
    where x.person_id = new.person_id and x.agency_id <> new.agency_id and x.confirmed and x.closed_at is null) r;
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), u, 'objection', new.person_id, new.id from (
    select w.user_id as u, i.agency_id as works_for from involvement i join involvement_worker w on w.involvement_id = i.id
      and w.user_id is not null and (w.ends_on is null or w.ends_on >= access.today())
    where i.person_id = new.person_id and i.agency_id <> new.agency_id
      and (i.ends_on is null or i.ends_on >= access.today())
    union
    select m.user_id, i.agency_id from involvement i join membership_team mt on mt.team_id = i.team_id
    join membership m on m.id = mt.membership_id and m.role = 'manager' and (m.ends_at is null or now() < m.ends_at)
    where i.person_id = new.person_id and i.agency_id <> new.agency_id
      and (i.ends_on is null or i.ends_on >= access.today())) t
  where u <> new.given_by and exists (select 1 from membership m where m.user_id = u and m.agency_id = works_for
    and (m.ends_at is null or now() < m.ends_at) and not access.by_request(access.viewer_in(m)))
  group by u;
  return null;
end $$;

-- Objections that hold back what my agency gives, as far as I may know: when, by which agency if I may know of it, and
-- what my agency or the custodian has said.
create function people.objections(of_person uuid)
returns table (act_id uuid, asked_at timestamptz, agency text, decision text, answer text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  known uuid[] := access.known_givers(of_person);
begin
  if me.role is null or me.role not in ('practitioner', 'manager') or access.by_request(me)
    or not access.works_with(of_person) then
    return;
  end if;
  return query select a.id, a.asked_at, access.giver_name(known, g.id, g.name), a.decision, a.answer
    from taking_away a join agency g on g.id = a.agency_id
    where a.person_id = of_person and a.kind = 'objection' and a.for_agency_id = me.agency_id and people.still_asks(a)
    order by a.asked_at;
end $$;
reset role;

create or replace trigger c_keep after insert on choice for each row execute function people.ask_of_objection();
grant execute on function people.objections(uuid) to {{app}};
