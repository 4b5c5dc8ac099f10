-- A person added on the screen: one record of my agency, with what TypeScript makes of the name (nothing is folded or
-- sorted by the database) and the keys they are found by. Who else may know them is never answered: the matching job
-- finds out, later and silently, and its answer goes to the steward or the custodian.
set local role {{definer}};

-- Nobody under 18 is a person here unless an agreement of the agency says so: nobody asked the child.
create function identity.refuse_child(of_agency uuid, born_year int, born_month int, born_day int) returns void
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  -- Only who is surely under 18 is turned away.
  if not access.is_minor(born_year, born_month, born_day) then return; end if;
  if access.allows_children(of_agency) then return; end if;
  raise exception 'This person is under 18. No agreement of your agency covers people under 18, so they are not added. Speak to your children’s services lead.'
    using errcode = 'CT422';
end $$;

-- The first involvement of a new person. An entry is given only about somebody open to its giver (entry.fill_header),
-- and it is this entry that opens them: so a relationship stands in for the moment that it takes.
create function identity.begin_work(of_person uuid, of_record uuid, for_team uuid, came text, narrowed text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me(); stand_in uuid := access.uuid7();
begin
  -- Stored to the millisecond, and rounded up would not have begun.
  insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, starts_at)
  values (stand_in, of_person, of_record, 't:' || for_team, me.agency_id, 'involvement', 'shared',
    now() - interval '1 second');
  insert into involvement (id, person_id, record_id, agency_id, team_id, given_by, came_from, starts_on, audience)
  values (access.uuid7(), of_person, of_record, me.agency_id, for_team, me.user_id, came, access.today(), narrowed);
  delete from person_access where id = stand_in;
  -- Who adds a person is their worker.
  perform work.add_worker(i.id, me.user_id, false) from involvement i where i.person_id = of_person;
end $$;

-- {"given", "middle", "family", "sortKey", "norm", "year", "month", "day", "estimated", "came", "team", "keys"}
create function identity.add_person(p jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  new_person uuid := access.uuid7(); new_record uuid := access.uuid7(); for_team uuid := (p ->> 'team')::uuid;
begin
  if not for_team = any (access.my_teams()) then raise exception 'not my team' using errcode = 'CT403'; end if;
  if not (p ->> 'came' in ('referral', 'feed', 'appointment', 'present')) then
    raise exception 'an involvement comes from something' using errcode = 'CT422';
  end if;
  perform identity.refuse_child(me.agency_id, (p ->> 'year')::int, (p ->> 'month')::int, (p ->> 'day')::int);
  insert into person (id) values (new_person);
  insert into record (id, person_id, agency_id) values (new_record, new_person, me.agency_id);
  perform identity.begin_work(new_person, new_record, for_team, p ->> 'came', 'agreed');
  insert into person_name (id, person_id, record_id, agency_id, team_id, given_by, given, middle, family, sort_key, norm)
  values (access.uuid7(), new_person, new_record, me.agency_id, for_team, me.user_id, p ->> 'given', p ->> 'middle',
    p ->> 'family', p ->> 'sortKey', p ->> 'norm');
  if p ->> 'year' is not null then
    insert into birth (id, person_id, record_id, agency_id, team_id, given_by, year, month, day, estimated)
    values (access.uuid7(), new_person, new_record, me.agency_id, for_team, me.user_id, (p ->> 'year')::int,
      (p ->> 'month')::int, (p ->> 'day')::int, coalesce((p ->> 'estimated')::boolean, false));
  end if;
  insert into record_key (record_id, key) select new_record, k from jsonb_array_elements_text(p -> 'keys') k
  on conflict do nothing;
  return new_person;
end $$;

-- Somebody met whose name is not known: a description and where seen, the team's alone; no keys, never matched.
create function identity.add_unnamed(described text, seen_where text, seen_on date, for_team uuid) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  new_person uuid := access.uuid7(); new_record uuid := access.uuid7();
begin
  if not for_team = any (access.my_teams()) then raise exception 'not my team' using errcode = 'CT403'; end if;
  insert into person (id) values (new_person);
  insert into record (id, person_id, agency_id) values (new_record, new_person, me.agency_id);
  perform identity.begin_work(new_person, new_record, for_team, 'present', 'team');
  insert into unnamed (id, person_id, record_id, agency_id, team_id, given_by, description, seen_where, seen_on, audience)
  values (access.uuid7(), new_person, new_record, me.agency_id, for_team, me.user_id, described, seen_where, seen_on,
    'team');
  return new_person;
end $$;
reset role;
grant execute on function identity.add_person(jsonb), identity.add_unnamed(text, text, date, uuid) to {{app}};
