-- The headline feed's rows: the spell of work (83a), its workers, the last contact and the next appointment, and the
-- question a feed asks of people it no longer lists.
set local role {{definer}};

-- The team a feed names, among the agency's own; else the team chosen for the file.
create function transfer.team_named(b import_batch, name_given text) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select t.id from team t where t.agency_id = b.agency_id and t.ended_at is null
    and lower(name_given) in (lower(t.name), lower(t.key)) limit 1), b.team_id)
$$;

-- The worker a feed names: tied to a user only where one user of that team has that name. Whom an earlier file named is
-- followed by them, or by nobody where the row names none; whoever was put there by hand stays beside.
create function transfer.put_worker(b import_batch, i involvement, p jsonb) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare w involvement_worker; who uuid; new_id uuid := access.uuid7(); sets jsonb := '[]'; day date := access.today();
  worker text := p ->> 'worker'; phone text := coalesce(p ->> 'workerPhone', p ->> 'teamPhone');
  first boolean := not exists (select 1 from involvement_worker x where x.involvement_id = i.id); here boolean := false;
begin
  if worker is null and not transfer.says_none(p, 'worker') then
    return jsonb_build_object('rows', '[]'::jsonb, 'set', sets);
  end if;
  if i.ends_on is not null and not first then return jsonb_build_object('rows', '[]'::jsonb, 'set', sets); end if;
  for w in select * from involvement_worker x where x.involvement_id = i.id and x.ends_on is null loop
    if lower(w.worker_name) = lower(worker) then
      here := true;
      if w.worker_phone is distinct from phone and phone is not null
        and transfer.from_file(i.record_id, 'involvement_worker', w.id) then
        sets := sets || transfer.set_value('involvement_worker', w.id, 'worker_phone', phone, 'text');
      end if;
    elsif p ->> 'beside' is distinct from 'open' and transfer.from_file(i.record_id, 'involvement_worker', w.id) then
      sets := sets || transfer.set_value('involvement_worker', w.id, 'ends_on', day::text, 'date')
        || case when not w.lead then '[]'
          else transfer.set_value('involvement_worker', w.id, 'lead', 'false', 'boolean') end;
    end if;
  end loop;
  if here or worker is null then return jsonb_build_object('rows', '[]'::jsonb, 'set', sets); end if;
  select case when count(distinct u.id) = 1 then min(u.id::text)::uuid end into who from app_user u
    join membership m on m.user_id = u.id and m.agency_id = b.agency_id and (m.ends_at is null or now() < m.ends_at)
    join membership_team mt on mt.membership_id = m.id and mt.team_id = i.team_id
  where lower(u.name) = lower(worker) and u.ended_at is null and m.role in ('practitioner', 'manager', 'limited')
    and not exists (select 1 from conflict c where c.user_id = u.id and c.person_id = i.person_id);
  insert into involvement_worker (id, person_id, record_id, agency_id, team_id, given_by, involvement_id, user_id,
    worker_name, worker_phone, lead, starts_on, ends_on)
  values (new_id, i.person_id, i.record_id, i.agency_id, i.team_id, b.sent_by, i.id, who, worker, phone,
    not exists (select 1 from involvement_worker x where x.involvement_id = i.id and x.ends_on is null and x.lead),
    case when first then i.starts_on else day end, i.ends_on);
  return jsonb_build_object('rows', jsonb_build_array(jsonb_build_array('involvement_worker', new_id)), 'set', sets);
end $$;

-- The last contact and the next appointment, as headlines of the agency's own. The contact is signed by the worker
-- whom the row names.
create function transfer.put_headlines(b import_batch, rec public.record, to_team uuid, spell uuid, p jsonb)
returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare l jsonb := p -> 'last'; n timestamptz := (p ->> 'nextAt')::timestamptz; new_id uuid; rows jsonb := '[]';
  sets jsonb := '[]'; e record; day date := (l ->> 'date')::date; signed uuid;
begin
  if jsonb_typeof(l) = 'object' then
    select w.id into signed from involvement_worker w where w.involvement_id = spell
      and lower(w.worker_name) = lower(p ->> 'worker') order by w.ends_on desc nulls first limit 1;
    -- The system's last contact is earlier than one it gave before, or came to something else: that is taken back.
    for e in select c.* from contact c where c.record_id = rec.id and c.team_id = to_team and c.source = 'feed'
      and c.withdrawn_at is null and c.happened_on > day and p ->> 'beside' is null
    loop sets := sets || transfer.set_value('contact', e.id, 'withdrawn_at', now()::text, 'timestamptz'); end loop;
    for e in select c.* from contact c where c.record_id = rec.id and c.source = 'feed' and c.withdrawn_at is null
      and c.happened_on = day and c.kind = l ->> 'kind' and c.outcome <> l ->> 'outcome'
    loop sets := sets || transfer.set_value('contact', e.id, 'outcome', l ->> 'outcome', 'text'); end loop;
    if not exists (select 1 from contact c where c.record_id = rec.id and c.happened_on = day and c.kind = l ->> 'kind'
        and c.withdrawn_at is null) then
      new_id := access.uuid7();
      insert into contact (id, person_id, record_id, agency_id, team_id, given_by, happened_on, kind, outcome, source,
        worker_id)
      values (new_id, rec.person_id, rec.id, b.agency_id, to_team, b.sent_by, day, l ->> 'kind', l ->> 'outcome',
        'feed', signed);
      rows := rows || jsonb_build_array(jsonb_build_array('contact', new_id));
    end if;
  end if;
  if n is null and not transfer.says_none(p, 'next') then return jsonb_build_object('rows', rows, 'set', sets); end if;
  -- The agency's system says what is next: another time of its own, still ahead, no longer holds.
  for e in select a.* from appointment a where a.record_id = rec.id and a.team_id = to_team
    and a.source = 'feed' and a.outcome is null and a.starts_at > now()
  loop
    if e.starts_at is distinct from n then
      if p ->> 'beside' is not null then continue; end if;
      sets := sets || transfer.set_value('appointment', e.id, 'outcome',
        case when n is null then 'cancelled' else 'rearranged' end, 'text');
    elsif e.worker_name is distinct from p ->> 'worker' and p ->> 'worker' is not null then
      sets := sets || transfer.set_value('appointment', e.id, 'worker_name', p ->> 'worker', 'text');
    end if;
  end loop;
  if n is not null and not exists (select 1 from appointment a where a.record_id = rec.id and a.starts_at = n
      and a.outcome is null) then
    new_id := access.uuid7();
    insert into appointment (id, person_id, record_id, agency_id, team_id, given_by, starts_at, kind, worker_name, source)
    values (new_id, rec.person_id, rec.id, b.agency_id, to_team, b.sent_by, n, 'appointment', p ->> 'worker', 'feed');
    rows := rows || jsonb_build_array(jsonb_build_array('appointment', new_id));
  end if;
  return jsonb_build_object('rows', rows, 'set', sets);
end $$;

create function transfer.take_feed(b import_batch, r import_row) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare p jsonb := r.parsed; rec public.record; i involvement; spell jsonb; worker jsonb := '{"rows": [], "set": []}';
  said jsonb; rows jsonb; sets jsonb; to_team uuid := transfer.team_named(b, p ->> 'team');
begin
  select * into rec from public.record where id = (select transfer.own_record(b.agency_id, p ->> 'localRef'));
  if rec.id is null then
    update import_row set outcome = 'waiting' where batch_id = b.id and line = r.line;
    return;
  end if;
  spell := transfer.put_spell(b, rec, to_team, p);
  select * into i from involvement where id = (spell ->> 'id')::uuid;
  if i.id is not null then worker := transfer.put_worker(b, i, p); end if;
  said := transfer.put_headlines(b, rec, to_team, i.id, p);
  rows := (spell -> 'rows') || (worker -> 'rows') || (said -> 'rows');
  sets := (spell -> 'set') || (worker -> 'set') || (said -> 'set');
  insert into source_row (id, record_id, person_id, agency_id, batch_id, line, raw, hash)
  select access.uuid7(), rec.id, rec.person_id, b.agency_id, b.id, r.line,
    (select jsonb_object_agg(h.name, r.raw -> (h.at::int - 1))
      from jsonb_array_elements_text(b.mapping -> 'header') with ordinality h(name, at)), r.hash
  -- The same row week after week is kept once; one that did something is always kept, so that it is known what gave it.
  where rows <> '[]' or not exists (select 1 from source_row s where s.record_id = rec.id and s.hash = r.hash);
  update import_row set record_id = rec.id, outcome = case when rows = '[]' and not exists (
      select 1 from jsonb_array_elements(sets) s where not (s -> 2 ?| array['feed_last_seen', 'feed_missing']))
      then 'unchanged' else 'changed' end,
    parsed = parsed || jsonb_build_object('did', jsonb_build_object('new', false, 'rows', rows, 'set', sets))
  where batch_id = b.id and line = r.line;
end $$;

-- Rows of feeds that came before the people file: they go in with the person. What brought them in is written down, and
-- undoing that lets them wait again.
create function transfer.take_waiting(b import_batch, ref text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare f import_batch; r import_row;
begin
  for r in select w.* from import_row w join import_batch x on x.id = w.batch_id
    where x.agency_id = b.agency_id and x.shape = 'headline_feed' and x.state = 'done'
      and w.outcome = 'waiting' and w.parsed ->> 'localRef' = ref order by w.batch_id, w.line
  loop
    select * into f from import_batch where id = r.batch_id;
    begin
      perform transfer.take_feed(f, r);
      update import_row set parsed = parsed || jsonb_build_object('did', (parsed -> 'did')
        || jsonb_build_object('after', b.id)) where batch_id = r.batch_id and line = r.line and record_id is not null;
    exception when data_exception or integrity_constraint_violation then
      -- What the feed's row says cannot be stored: that is its own matter, and the person goes in.
      update import_row set outcome = 'refused', problems = transfer.not_stored(r.line)
      where batch_id = r.batch_id and line = r.line;
    end;
  end loop;
end $$;

-- Work that a feed once listed and this one does not: after two feeds running its workers and managers are asked
-- whether it has ended. Nothing ends by itself.
create function transfer.ask_about_absent(b import_batch) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare absent uuid[];
begin
  select coalesce(array_agg(i.id), '{}') into absent from involvement i
  where i.agency_id = b.agency_id and i.came_from = 'feed' and i.feed_last_seen < b.sent_at
    and (i.ends_on is null or i.ends_on >= access.today())
    -- A feed speaks for the teams it lists, and for no others.
    and i.team_id in (select o.team_id from import_row r join involvement o on o.record_id = r.record_id
      where r.batch_id = b.id and o.feed_last_seen >= b.sent_at)
    -- A row that was refused for what it says of a contact lists its person all the same.
    and i.record_id not in (select k.id from import_row r join public.record k on k.agency_id = b.agency_id
        and k.local_ref = r.parsed ->> 'localRef' where r.batch_id = b.id and r.outcome = 'refused');
  update involvement set feed_missing = feed_missing + 1 where id = any (absent);
  update import_batch set mapping = mapping || jsonb_build_object('absent', absent) where id = b.id;
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), asked.user_id, 'work-ended-question', g.person_id, g.id from involvement g
  cross join lateral (
    select w.user_id from involvement_worker w where w.involvement_id = g.id and w.user_id is not null and w.ends_on is null
    union
    select m.user_id from membership m join membership_team mt on mt.membership_id = m.id and mt.team_id = g.team_id
    where m.role = 'manager' and (m.ends_at is null or now() < m.ends_at)) asked
  where g.id = any (absent) and g.feed_missing = 2;
end $$;
reset role;
