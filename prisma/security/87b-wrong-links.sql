-- A link that was wrong showed one person's life on another's page. Whoever undoes one, by whatever command, in the
-- same transaction: who read, printed, copied or was given anything while it stood is drawn from the log, an incident
-- is opened, and the information officers of the agencies concerned are told (docs/decisions/015-wrong-links.md).
set local role {{definer}};

-- Keys of the lines of the log and of disclosures: the lines themselves stay where they are, and no words are copied.
create function identity.exposed(whom uuid[], since timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('read', (select coalesce(jsonb_agg(l.id order by l.seq), '[]') from access_log l
      where l.person_id = any (whom) and l.at >= since),
    'given', (select coalesce(jsonb_agg(d.id order by d.at, d.id), '[]') from disclosure d
      where d.person_id = any (whom) and d.at >= since))
$$;

-- Which agencies each agency may know to work with one of the two, kept with the incident: a state that begins later
-- takes no line from anybody. Then the officers of the agencies concerned are told, whatever state there is, and the
-- custodian besides where only they decide: an officer who was not told would be told of a state.
create function identity.keep_told(of_incident uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  with it as (select * from incident where id = of_incident),
  reader as (select x::uuid as agency_id from it, jsonb_array_elements_text(it.detail -> 'agencies') x
    union select it.agency_id from it where it.agency_id is not null),
  opener as (select distinct l.agency_id from it, jsonb_array_elements_text(it.detail -> 'read') x
      join access_log l on l.id = x::uuid
    union select m.agency_id from it, jsonb_array_elements_text(it.detail -> 'given') x
      join disclosure d on d.id = x::uuid join membership m on m.id = d.membership_id)
  update incident i set detail = i.detail || jsonb_build_object('told', (select coalesce(jsonb_object_agg(r.agency_id,
    (select coalesce(jsonb_agg(o.agency_id), '[]') from opener o
      where access.agency_knows_giver(r.agency_id, i.person_id, o.agency_id)
        or access.agency_knows_giver(r.agency_id, (i.detail ->> 'apart')::uuid, o.agency_id))), '{}') from reader r))
  where i.id = of_incident
$$;

create function identity.tell_apart(of_incident uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  select identity.keep_told(of_incident);
  insert into notice (id, user_id, kind, subject_id)
  select distinct on (m.user_id) access.uuid7(), m.user_id, 'wrong-link', i.id from incident i, membership m
  where i.id = of_incident and (m.ends_at is null or now() < m.ends_at)
    and (m.role = 'officer' and i.detail -> 'agencies' ? m.agency_id::text or m.role = 'custodian'
      and (people.custodian_decides(i.person_id) or people.custodian_decides((i.detail ->> 'apart')::uuid)))
$$;

create function identity.draw_exposure() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare e link_event; seen jsonb; it incident; opened uuid := access.uuid7();
begin
  select * into e from link_event where id = (new.evidence ->> 'undoes')::uuid;
  if e.id is null then return null; end if;
  seen := identity.exposed(array[e.to_person], e.at);
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
    perform identity.keep_told(it.id); -- now that this record, too, is no longer theirs
    return null;
  end if;
  insert into incident (id, kind, person_id, agency_id, opened_by, opened_at, detail)
  values (opened, 'wrong-link', e.to_person, access.my_agency(), new.made_by, now(), seen || jsonb_build_object(
    'links', jsonb_build_array(e.id), 'records', jsonb_build_array(e.record_id), 'apart', e.from_person, 'since', e.at,
    'identityOnly', e.confirmed_at is null, 'madeHow', e.made_how, 'why', new.reason,
    'agencies', (select jsonb_agg(distinct r.agency_id) from record r where r.person_id = e.to_person
      or r.id = e.record_id)));
  perform identity.tell_apart(opened);
  return null;
end $$;

-- A custodian reads any; an officer those about a record of their agency, whatever state there is or begins; a steward,
-- in counts, what they opened themselves.
create function identity.may_read(i incident, me access.viewer) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select i.kind = 'wrong-link' and case me.role when 'custodian' then true
    when 'officer' then i.detail -> 'agencies' ? me.agency_id::text
    when 'steward' then i.opened_by = me.user_id else false end
$$;

-- What was opened or given while the link stood, as far as this reader may know of whoever did: a custodian of all,
-- and nothing where the two were never one; others of those who could be known to work with either when it was undone.
create function identity.told_lines(i incident, me access.viewer)
returns table (key uuid, at timestamptz, user_id uuid, agency_id uuid, what text, page text, recipient text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with lines as materialized (
    select l.id, l.at, l.user_id, l.agency_id, 'read' as what, l.page, null as recipient
    from access_log l where l.id in (select x::uuid from jsonb_array_elements_text(i.detail -> 'read') x)
      and not (me.role = 'custodian' and i.detail ? 'waited')
    union all
    select d.id, d.at, d.user_id, m.agency_id, d.kind, d.what, d.recipient
    from disclosure d join membership m on m.id = d.membership_id
    where d.id in (select x::uuid from jsonb_array_elements_text(i.detail -> 'given') x)
      and not (me.role = 'custodian' and i.detail ? 'waited'))
  select l.* from lines l where me.role = 'custodian' or l.agency_id = me.agency_id
    or coalesce(i.detail -> 'told' -> me.agency_id::text ? l.agency_id::text, false)
$$;

-- Counts and references.
create function identity.incident_line(i incident, me access.viewer) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('id', i.id, 'reference', upper(right(i.id::text, 8)), 'person', trail.reference(i.person_id),
    'other', trail.reference((i.detail ->> 'apart')::uuid), 'openedAt', i.opened_at, 'since', i.detail -> 'since',
    'identityOnly', (i.detail ->> 'identityOnly')::boolean,
    'opened', count(*) filter (where l.what = 'read'), 'given', count(*) filter (where l.what <> 'read'),
    'readers', count(distinct l.user_id) filter (where l.what = 'read'))
  from identity.told_lines(i, me) l
$$;

create function identity.incidents(before uuid, most int) returns setof jsonb
language plpgsql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer', 'custodian', 'steward']);
begin
  return query select identity.incident_line(i, me) from incident i where (before is null or i.id < before)
    and identity.may_read(i, me) order by i.id desc limit most;
end $$;

-- One of them. Who saw what is for the officer and the custodian, and named as far as they may be known.
create function identity.incident(of_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer', 'custodian', 'steward']); i incident; lines jsonb;
begin
  select * into i from incident where id = of_id;
  if i.id is null or not identity.may_read(i, me) then return null; end if;
  if me.role <> 'steward' then
    select coalesce(jsonb_agg(jsonb_build_object('key', s.key, 'at', s.at, 'what', s.what, 'page', s.page,
      'to', s.recipient, 'reader', u.name, 'agency', a.name) order by s.at, s.key), '[]')
    into lines from identity.told_lines(i, me) s
    left join app_user u on u.id = s.user_id left join agency a on a.id = s.agency_id;
  end if;
  return identity.incident_line(i, me) || jsonb_build_object('lines', lines, 'why', i.detail -> 'why');
end $$;

-- People who are in a pair with this one that nobody has decided, where the reader may open both, and may read of both
-- what shows them to be alike (90-readable.sql): a name and a birth, or a number.
create function identity.paired(p uuid) returns setof uuid
language plpgsql stable security definer rows 2 set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
  select o.person_id from public.record r join link_candidate c on r.id in (c.record_a, c.record_b) and c.decided_at is null
    join public.record o on o.id = case when r.id = c.record_a then c.record_b else c.record_a end
  where r.person_id = p and o.person_id <> p and exists (select 1 from access.grounds_of(access.me(), array[p]))
    and exists (select 1 from access.grounds_of(access.me(), array[o.person_id]))
    and (exists (select 1 from person_name n join person_name m on m.person_id = o.person_id and m.sort_key = n.sort_key
        where n.person_id = p and 2 = (select count(*) from access.reads_person_name x where x.id in (n.id, m.id)))
      and exists (select 1 from birth n join birth m on m.person_id = o.person_id and m.year = n.year and m.ended_on is null
        and coalesce(m.month, n.month, 0) = coalesce(n.month, m.month, 0)
        and coalesce(m.day, n.day, 0) = coalesce(n.day, m.day, 0) where n.person_id = p and n.ended_on is null
        and 2 = (select count(*) from access.reads_birth x where x.id in (n.id, m.id)))
    or exists (select 1 from identifier n join identifier m on m.person_id = o.person_id and m.type = n.type
      and m.norm = n.norm and m.ended_on is null where n.person_id = p and n.type not in ('local', 'uprn')
      and n.ended_on is null and 2 = (select count(*) from access.reads_identifier x where x.id in (n.id, m.id))))
  group by o.person_id order by max(c.bits) desc limit 3;
end $$;

-- What stands over a person's pages: a possible other record; a number that somebody else has too. Both made of what
-- the reader may read, and held back by nothing else: a name and a birth, or a number, that both show them to be alike;
-- and no state but one that they may read. So no state of either, which is not theirs to know, shows in what is
-- missing.
create function page.beside(p uuid) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
declare numbers jsonb; records jsonb;
begin
  select coalesce(jsonb_agg(o), '[]') into records from identity.paired(p) o;
  select coalesce(jsonb_agg(distinct jsonb_build_object('person', o.person_id, 'number', r.value)), '[]') into numbers
  from reach r join reach o on o.kind in ('mobile', 'landline') and o.norm = r.norm and o.person_id <> p
    and o.ended_on is null
  where r.person_id = p and r.kind in ('mobile', 'landline') and r.ended_on is null;
  if records = '[]' and numbers = '[]' then return jsonb_build_object('records', records, 'numbers', numbers); end if;
  return jsonb_build_object('records', (select coalesce(jsonb_agg(x), '[]') from jsonb_array_elements_text(records) x
      where not page.held_back(array[p, x::uuid])),
    'numbers', (select coalesce(jsonb_agg(x), '[]') from jsonb_array_elements(numbers) x
      where not page.held_back(array[p, (x ->> 'person')::uuid])));
end $$;

-- Is one of these people in a state that the reader may read, and that asks to be left alone?
create function page.held_back(people uuid[]) returns boolean
language sql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from protected_whereabouts x where x.person_id = any (people) and x.ended_at is null)
    or exists (select 1 from limited_access x where x.person_id = any (people) and x.ended_at is null)
    or exists (select 1 from protected_name x where x.person_id = any (people) and x.ended_at is null)
    or exists (select 1 from harm_link x where x.person_id = any (people) and x.ended_at is null)
$$;
reset role;

create or replace trigger y_exposure after insert on link_event for each row
  when (new.evidence ? 'undoes') execute function identity.draw_exposure();
grant execute on function identity.incidents(uuid, int), identity.incident(uuid), identity.paired(uuid),
  page.beside(uuid), page.held_back(uuid[]) to {{app}};
