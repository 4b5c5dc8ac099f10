-- From one worker of a team to another, when both have said so: until then nothing changes. Whoever leads, or a manager,
-- asks, with a note that is a handover like any other; for who has left, a manager says yes. Managers of the team see
-- what waits.
set local role {{definer}};

-- One that waits, of work of my team's, with somebody who is open to me; or "no such handover".
create function work.open_handing(of_id uuid, for_change boolean) returns handing_over
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['practitioner', 'manager']); h handing_over; i involvement;
begin
  if for_change then select * into h from handing_over x where x.id = of_id for update;
  else select * into h from handing_over x where x.id = of_id; end if;
  select * into i from involvement x where x.id = h.involvement_id and x.agency_id = me.agency_id
    and x.team_id = any (access.my_teams());
  if i.id is null or not access.works_for(i.person_id) or not access.reads_whole('involvement', i.id)
    or not (me.role = 'manager' or me.user_id in (h.from_user_id, h.to_user_id, h.asked_by)) then
    raise exception 'no such handover' using errcode = 'CT404';
  end if;
  return h;
end $$;

create function work.handing_news(h handing_over) returns text language sql stable
set search_path = pg_catalog, public, pg_temp as $$
  select case h.ended_how when 'moved' then 'It is done: they have moved.' when 'declined' then 'It was declined.'
    when 'withdrawn' then 'It was taken back.' else 'The work has ended.' end
$$;

create function work.propose_handing(new_id uuid, note_id uuid, of_involvement uuid, to_user uuid, words text,
  on_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  i involvement;
  w involvement_worker;
begin
  select * into i from involvement x where x.id = of_involvement and x.agency_id = me.agency_id
    and x.team_id = any (access.my_teams()) and (x.ends_on is null or x.ends_on >= access.today()) for update;
  if i.id is null or not access.works_for(i.person_id) or not access.reads_whole('involvement', i.id) then
    raise exception 'no such work' using errcode = 'CT404';
  end if;
  if not exists (select 1 from page.colleagues() c where c.user_id = to_user and c.team_id = i.team_id) then
    raise exception 'They are not in this team.' using errcode = 'CT422';
  end if;
  -- From whoever leads; a practitioner hands over what is theirs, a manager anybody's.
  select x.* into w from involvement_worker x where x.involvement_id = i.id and x.user_id is not null
    and x.user_id <> to_user and x.starts_on <= access.today() and (x.ends_on is null or x.ends_on >= access.today())
    and (me.role = 'manager' or x.user_id = me.user_id)
  order by x.user_id <> me.user_id, x.lead desc, x.starts_on limit 1;
  if me.role <> 'manager' and w.id is null then
    raise exception 'You are not named for them. Ask who is, or your manager.' using errcode = 'CT422';
  end if;
  if exists (select 1 from handing_over h where h.involvement_id = i.id and h.ended_at is null) then
    raise exception 'A handover of them waits already. Answer that one, or take it back.' using errcode = 'CT409';
  end if;
  insert into handover (id, person_id, record_id, categories, audience, involvement_id, words)
  values (note_id, i.person_id, i.record_id, i.categories, i.audience, i.id, propose_handing.words);
  insert into handing_over (id, involvement_id, handover_id, from_user_id, to_user_id, lead, moves_on, asked_by, given_at,
    taken_at)
  values (new_id, i.id, note_id, w.user_id, to_user, coalesce(w.lead, true), on_day, me.user_id,
    case when w.id is null or w.user_id = me.user_id or not access.still_works(w.user_id, me.agency_id)
      then access.moment() end, case when to_user = me.user_id then access.moment() end);
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), x.id, 'handover-asked', i.person_id, new_id
  from (select distinct unnest(array[to_user, w.user_id]) as id) x
  where x.id is not null and x.id <> me.user_id and access.still_works(x.id, me.agency_id);
  perform work.settle_handing(new_id);
end $$;

-- Both have said so: the one becomes their worker, leads where the other did, and the other's last day is today.
create function work.settle_handing(of_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare h handing_over; i involvement; named uuid;
begin
  select * into h from handing_over x where x.id = of_id and x.given_at is not null and x.taken_at is not null
    and x.ended_at is null;
  if h.id is null then return; end if;
  select * into i from involvement x where x.id = h.involvement_id;
  select w.id into named from involvement_worker w where w.involvement_id = i.id and w.user_id = h.to_user_id
    and (w.ends_on is null or w.ends_on >= access.today());
  if named is null then perform work.add_worker(i.id, h.to_user_id, h.lead);
  elsif h.lead then
    update involvement_worker set lead = user_id is not distinct from h.to_user_id where involvement_id = i.id
      and (ends_on is null or ends_on >= access.today())
      and lead is distinct from (user_id is not distinct from h.to_user_id);
  end if;
  update involvement_worker set ends_on = access.today() where involvement_id = i.id and user_id = h.from_user_id
    and (ends_on is null or ends_on > access.today());
  update handing_over set ended_at = access.moment(), ended_how = 'moved' where id = h.id;
end $$;

-- Yes or no by whom it asks. A manager says yes for who has left, and for nobody else.
create function work.answer_handing(of_id uuid, answer text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  h handing_over := work.open_handing(of_id, true);
  person uuid := (select i.person_id from involvement i where i.id = h.involvement_id);
begin
  if exists (select 1 from involvement i where i.id = h.involvement_id and i.ends_on < access.today())
    and h.ended_at is null then
    raise exception 'This cannot be done now. The work has ended.' using errcode = 'CT409';
  end if;
  if h.ended_at is not null then
    raise exception 'This cannot be done now. %', work.handing_news(h) using errcode = 'CT409';
  end if;
  if answer = 'withdraw' then
    if me.user_id <> h.asked_by and me.role <> 'manager' then
      raise exception 'Whoever asked takes it back, or a manager.' using errcode = 'CT422';
    end if;
    update handing_over set ended_at = access.moment(), ended_how = 'withdrawn' where id = h.id;
  elsif me.user_id = h.to_user_id and h.taken_at is null then
    if answer = 'decline' then
      update handing_over set ended_at = access.moment(), ended_how = 'declined' where id = h.id;
    else update handing_over set taken_at = access.moment() where id = h.id; end if;
  elsif h.given_at is null and (me.user_id = h.from_user_id
      or me.role = 'manager' and not access.still_works(h.from_user_id, me.agency_id)) then
    if answer = 'decline' then
      update handing_over set ended_at = access.moment(), ended_how = 'declined' where id = h.id;
    else update handing_over set given_at = access.moment() where id = h.id; end if;
  else
    raise exception 'It waits for somebody else’s word, and not for yours.' using errcode = 'CT422';
  end if;
  perform work.settle_handing(h.id);
  select * into h from handing_over x where x.id = h.id;
  if h.ended_how in ('moved', 'declined') then
    insert into notice (id, user_id, kind, person_id, subject_id)
    select access.uuid7(), x.id, 'handover-' || h.ended_how, person, h.id
    from (select distinct unnest(array[h.asked_by, h.from_user_id]) as id) x
    where x.id is not null and x.id <> me.user_id and access.still_works(x.id, me.agency_id);
  end if;
end $$;

-- What waits, of mine and, to a manager, of their teams; the longest first. `mine`: it waits for my word.
create function work.handings(of_id uuid default null) returns table (id uuid, person_id uuid, involvement_id uuid,
  handover_id uuid, from_name text, to_name text, lead boolean, moves_on date, asked_by text, asked_at timestamptz,
  given_at timestamptz, taken_at timestamptz, ended_how text, mine boolean, may_withdraw boolean)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('practitioner', 'manager') then return; end if;
  return query select h.id, i.person_id, i.id, h.handover_id, f.name, t.name, h.lead, h.moves_on, a.name, h.asked_at,
    h.given_at, h.taken_at, coalesce(h.ended_how, case when i.ends_on < access.today() then 'work_ended' end),
    h.ended_at is null and coalesce(i.ends_on >= access.today(), true)
      and (me.user_id = h.to_user_id and h.taken_at is null or h.given_at is null and (me.user_id = h.from_user_id
        or me.role = 'manager' and not access.still_works(h.from_user_id, me.agency_id))),
    h.ended_at is null and (me.user_id = h.asked_by or me.role = 'manager')
  from handing_over h join involvement i on i.id = h.involvement_id and i.agency_id = me.agency_id
    and i.team_id = any (access.my_teams())
  join access.reads_involvement r on r.id = i.id
  left join app_user f on f.id = h.from_user_id join app_user t on t.id = h.to_user_id
  join app_user a on a.id = h.asked_by
  where case when of_id is null then h.ended_at is null and coalesce(i.ends_on >= access.today(), true) else h.id = of_id end
    and (me.role = 'manager' or me.user_id in (h.from_user_id, h.to_user_id, h.asked_by))
    and access.works_for(i.person_id)
  order by h.asked_at, h.id;
end $$;
reset role;
