-- A death that is reported: one agency's own work ends at once; every other agency's when its manager or the custodian
-- says so. Recorded in error, all of it comes back.
set local role {{definer}};

-- Ends an agency's open work and takes its coming appointments away. Answers what it did, as it was.
create function people.close_work(of_person uuid, of_agency uuid) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  day date := access.today();
  back jsonb;
begin
  select jsonb_build_object('on', day,
    'work', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'ends', i.ends_on, 'why', i.end_reason,
        'made', greatest(i.starts_on, day))), '[]') from involvement i
      where i.person_id = of_person and i.agency_id = of_agency and (i.ends_on is null or i.ends_on > day)),
    'workers', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'ends', w.ends_on,
        'made', greatest(i.starts_on, day))), '[]')
      from involvement_worker w join involvement i on i.id = w.involvement_id
      where i.person_id = of_person and i.agency_id = of_agency and (i.ends_on is null or i.ends_on > day)
        and (w.ends_on is null or w.ends_on > greatest(i.starts_on, day))),
    'dates', (select coalesce(jsonb_agg(p.id), '[]') from appointment p
      where p.person_id = of_person and p.agency_id = of_agency and p.starts_at > now() and p.outcome is null))
  into back;
  update involvement set ends_on = greatest(starts_on, day), end_reason = 'died'
  where person_id = of_person and agency_id = of_agency and (ends_on is null or ends_on > day);
  update appointment set outcome = 'cancelled'
  where person_id = of_person and agency_id = of_agency and starts_at > now() and outcome is null;
  return back;
end $$;

-- Only what still stands as the death left it.
create function people.reopen_work(back jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update involvement i set ends_on = (x ->> 'ends')::date, end_reason = x ->> 'why'
  from jsonb_array_elements(back -> 'work') x
  where i.id = (x ->> 'id')::uuid and i.end_reason = 'died' and i.ends_on = (x ->> 'made')::date;
  update involvement_worker w set ends_on = (x ->> 'ends')::date from jsonb_array_elements(back -> 'workers') x
  where w.id = (x ->> 'id')::uuid and w.ends_on = (x ->> 'made')::date;
  update person_access a set ends_at = access.end_of_london_day((x ->> 'ends')::date)
  from jsonb_array_elements(back -> 'work' || (back -> 'workers')) x
  where a.source_id = (x ->> 'id')::uuid and a.ends_at = access.end_of_london_day((x ->> 'made')::date);
  update appointment p set outcome = null from jsonb_array_elements_text(back -> 'dates') x
  where p.id = x::uuid and p.outcome = 'cancelled' and p.starts_at > now();
end $$;

-- Called when a death is given (50): an act for each agency with open work, the giver's own carried out.
create function people.report_death(d death) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  theirs uuid;
  act uuid;
begin
  -- Loaded, and given by nobody who could be asked: there is nobody to ask either.
  if access.loads() then
    perform people.close_work(d.person_id, d.agency_id);
    return;
  end if;
  for theirs in select distinct i.agency_id from involvement i where i.person_id = d.person_id
      and (i.ends_on is null or i.ends_on > access.today()) union select d.agency_id loop
    act := access.uuid7();
    insert into taking_away (id, person_id, record_id, kind, reason, agency_id, asked_by, for_agency_id, subject_id)
    values (act, d.person_id, d.record_id, 'death', d.source || '; ' || d.confirmed_by, d.agency_id, d.given_by, theirs,
      d.id);
    if theirs = d.agency_id then perform people.carry_out(act, 'own', 'own', d.given_by); end if;
  end loop;
end $$;

-- The death is taken back, and everybody's work with it. By the agency that recorded it, or the custodian.
create function people.withdraw_death(of_death uuid, who uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare a uuid;
begin
  update death set withdrawn_at = access.moment(), withdrawn_by = who where id = of_death and withdrawn_at is null;
  for a in select id from taking_away where kind = 'death' and subject_id = of_death and undone_at is null loop
    perform people.put_back(a, who);
  end loop;
end $$;

-- For the strip: said or agreed by one's own agency, so that work with them is over? Else it is reported, and one's own
-- work goes on.
create function people.death_is_ours(of_death uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return exists (select 1 from death d where d.id = of_death
    and exists (select 1 from access.grounds_of(me, array[d.person_id]))
    and (d.agency_id = me.agency_id or exists (select 1 from taking_away a where a.kind = 'death'
      and a.subject_id = d.id and a.for_agency_id = me.agency_id and a.decision is not null and a.decision <> 'declined'
      and a.undone_at is null)));
end $$;
reset role;

grant execute on function people.death_is_ours(uuid) to {{app}}, {{worker}};
