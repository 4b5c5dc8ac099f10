-- A link that was wrong showed one person's life on another's page. Whoever undoes one, by whatever command, in the same
-- transaction: who read, printed, copied or was given anything while it stood is drawn from the log, an incident is
-- opened, and the information officers of the agencies concerned are told (safeguards.md 2.4).
set local role {{definer}};

-- Keys of the lines of the log and of disclosures: the lines themselves stay where they are, and no words are copied.
create function identity.exposed(whom uuid, since timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('read', (select coalesce(jsonb_agg(l.id order by l.seq), '[]') from access_log l
      where l.person_id = whom and l.at >= since),
    'given', (select coalesce(jsonb_agg(d.id order by d.at, d.id), '[]') from disclosure d
      where d.person_id = whom and d.at >= since))
$$;

create function identity.draw_exposure() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare e link_event; seen jsonb; it incident; opened uuid := access.uuid7();
begin
  select * into e from link_event where id = (new.evidence ->> 'undoes')::uuid;
  if e.id is null then return null; end if;
  seen := identity.exposed(e.to_person, e.at);
  -- Nobody saw anything: a file taken back by its own job, or a slip of the key taken back at once, is no incident.
  if seen = '{"read": [], "given": []}' and (new.made_how = 'machine' or new.reason = identity.taken_back()) then
    return null;
  end if;
  -- What goes back together is one incident.
  select * into it from incident i where i.kind = 'wrong-link' and i.person_id = e.to_person
    and i.opened_at = now()::timestamptz(3) and i.detail ->> 'apart' = e.from_person::text;
  if it.id is not null then
    update incident set detail = jsonb_set(jsonb_set(detail, '{links}', detail -> 'links' || to_jsonb(e.id)),
      '{records}', detail -> 'records' || to_jsonb(e.record_id)) where id = it.id;
    return null;
  end if;
  insert into incident (id, kind, person_id, agency_id, opened_by, opened_at, detail)
  values (opened, 'wrong-link', e.to_person, access.my_agency(), new.made_by, now(), seen || jsonb_build_object(
    'links', jsonb_build_array(e.id), 'records', jsonb_build_array(e.record_id), 'apart', e.from_person, 'since', e.at,
    'identityOnly', e.confirmed_at is null, 'madeHow', e.made_how, 'why', new.reason,
    'agencies', (select jsonb_agg(distinct r.agency_id) from record r where r.person_id = e.to_person
      or r.id = e.record_id)));
  insert into notice (id, user_id, kind, subject_id)
  select distinct on (m.user_id) access.uuid7(), m.user_id, 'wrong-link', opened from membership m
  where (m.ends_at is null or now() < m.ends_at) and case
    when people.custodian_decides(e.to_person) or people.custodian_decides(e.from_person) then m.role = 'custodian'
    else m.role = 'officer' and exists (select 1 from record r where r.agency_id = m.agency_id
      and (r.person_id = e.to_person or r.id = e.record_id)) end;
  return null;
end $$;

-- A custodian reads any; an officer those about a record of their agency, unless only a custodian decides on the person;
-- a steward, in counts, what they opened themselves.
create function identity.may_read(i incident, me access.viewer) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.kind = 'wrong-link' and case me.role when 'custodian' then true
    when 'officer' then i.detail -> 'agencies' ? me.agency_id::text and not people.custodian_decides(i.person_id)
      and not people.custodian_decides((i.detail ->> 'apart')::uuid)
    when 'steward' then i.opened_by = me.user_id else false end
$$;

-- Counts and references.
create function identity.incident_line(i incident) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('id', i.id, 'reference', upper(right(i.id::text, 8)), 'person', trail.reference(i.person_id),
    'other', trail.reference((i.detail ->> 'apart')::uuid), 'openedAt', i.opened_at, 'since', i.detail -> 'since',
    'identityOnly', (i.detail ->> 'identityOnly')::boolean,
    'opened', jsonb_array_length(i.detail -> 'read'), 'given', jsonb_array_length(i.detail -> 'given'),
    'readers', (select count(distinct l.user_id) from access_log l
      where l.id in (select x::uuid from jsonb_array_elements_text(i.detail -> 'read') x)))
$$;

create function identity.incidents(before uuid, most int) returns setof jsonb
language plpgsql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer', 'custodian', 'steward']);
begin
  return query select identity.incident_line(i) from incident i where (before is null or i.id < before)
    and identity.may_read(i, me) order by i.id desc limit most;
end $$;

-- One of them. Who saw what is for the officer and the custodian; who is named to an officer as in the log.
create function identity.incident(of_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer', 'custodian', 'steward']); i incident; lines jsonb;
begin
  select * into i from incident where id = of_id;
  if i.id is null or not identity.may_read(i, me) then return null; end if;
  if me.role <> 'steward' then
    select coalesce(jsonb_agg(jsonb_build_object('key', s.id, 'at', s.at, 'what', s.what, 'page', s.page, 'to', s.recipient,
      'reader', case when s.named then u.name end, 'agency', case when s.named then a.name end) order by s.at, s.id), '[]')
    into lines from (
      select l.id, l.at, l.user_id, l.agency_id, 'read' as what, l.page, null as recipient,
        me.role = 'custodian' or trail.may_name(l.agency_id, me.agency_id) as named
      from access_log l where l.id in (select x::uuid from jsonb_array_elements_text(i.detail -> 'read') x)
      union all
      select d.id, d.at, d.user_id, m.agency_id, d.kind, d.what,
        case when me.role = 'custodian' or trail.may_name(m.agency_id, me.agency_id) then d.recipient end,
        me.role = 'custodian' or trail.may_name(m.agency_id, me.agency_id)
      from disclosure d join membership m on m.id = d.membership_id
      where d.id in (select x::uuid from jsonb_array_elements_text(i.detail -> 'given') x)) s
    left join app_user u on u.id = s.user_id left join agency a on a.id = s.agency_id;
  end if;
  return identity.incident_line(i) || jsonb_build_object('lines', lines, 'why', i.detail -> 'why');
end $$;

-- Other records that may be this person's, where the reader may open both. None where only a custodian decides.
create function identity.maybe_same(p uuid) returns setof uuid
language sql stable security definer rows 2 set search_path = pg_catalog, public, pg_temp as $$
  select o.person_id from public.record r join link_candidate c on r.id in (c.record_a, c.record_b) and c.decided_at is null
    join public.record o on o.id = case when r.id = c.record_a then c.record_b else c.record_a end
  where r.person_id = p and o.person_id <> p and not people.custodian_decides(p)
    and not people.custodian_decides(o.person_id) and exists (select 1 from access.grounds_of(access.me(), p))
    and exists (select 1 from access.grounds_of(access.me(), o.person_id))
  group by o.person_id order by max(c.bits) desc limit 3
$$;

-- Of these people, those whom a banner about a shared number may speak of: open to the reader, nothing protected.
create function identity.may_be_named_beside(p uuid, others uuid[]) returns setof uuid
language sql stable security definer rows 2 set search_path = pg_catalog, public, pg_temp as $$
  select o from unnest(others) o where not people.custodian_decides(p) and not people.custodian_decides(o)
    and exists (select 1 from access.grounds_of(access.me(), p))
    and exists (select 1 from access.grounds_of(access.me(), o))
$$;

-- What stands over a person's pages: a possible other record; a number that somebody else has too. Numbers by the
-- reader's own rights: both must be there to be seen.
create function page.beside(p uuid) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
declare mine jsonb;
begin
  select coalesce(jsonb_agg(distinct jsonb_build_object('person', o.person_id, 'number', r.value)), '[]') into mine
  from reach r join reach o on o.kind in ('mobile', 'landline') and o.norm = r.norm and o.person_id <> p
    and o.ended_on is null
  where r.person_id = p and r.kind in ('mobile', 'landline') and r.ended_on is null;
  return jsonb_build_object('records', (select coalesce(jsonb_agg(x), '[]') from identity.maybe_same(p) x),
    'numbers', case when mine = '[]' then mine else (select coalesce(jsonb_agg(m), '[]') from jsonb_array_elements(mine) m
      where (m ->> 'person')::uuid in (select identity.may_be_named_beside(p, array(
        select (x ->> 'person')::uuid from jsonb_array_elements(mine) x)))) end);
end $$;
reset role;

create or replace trigger y_exposure after insert on link_event for each row
  when (new.evidence ? 'undoes') execute function identity.draw_exposure();
grant execute on function identity.incidents(uuid, int), identity.incident(uuid), identity.maybe_same(uuid),
  identity.may_be_named_beside(uuid, uuid[]), page.beside(uuid) to {{app}};
