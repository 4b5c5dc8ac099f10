-- What an entry's giver may change about it later, and what they may know of it: small verbs that one row of one table
-- will not do. Each checks its role and relationship itself.
set local role {{definer}};

-- A contact of my agency about a person my team works with, that its author's narrowing and the person's protection
-- leave me (as in 30-policies); or "no such contact".
create function work.own_contact(of_contact uuid) returns contact
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare c contact;
begin
  select * into c from contact x where x.id = of_contact and x.agency_id = access.my_own(3)
    and (x.audience = 'agreed' or x.given_by = access.my_user() or (x.audience = 'named' and access.named_on(x.id))
      or (x.audience = 'team' and x.team_id = any (access.my_teams())))
    and (x.categories = array['safety'] or x.team_id not in (select id from access.placed_team)
      or access.may_locate(x.person_id, x.agency_id));
  if c.id is null or not access.works_with(c.person_id) then
    raise exception 'no such contact' using errcode = 'CT404';
  end if;
  return c;
end $$;

-- What a contact is about, changed at once on all its parts, so that none stays behind under the old categories. Only
-- its author may change who reads it, and nobody who cannot read it whole changes anything.
create function work.recategorise_contact(of_contact uuid, to_categories text[], to_audience text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager', 'limited']);
  c contact := work.own_contact(of_contact);
begin
  if not access.reads_whole('contact', c.id) then raise exception 'no such contact' using errcode = 'CT404'; end if;
  update contact set categories = to_categories, audience = to_audience where id = c.id;
  update contact_words set categories = to_categories, audience = to_audience where contact_id = c.id;
  update contact_place set categories = to_categories, audience = to_audience where contact_id = c.id;
  update contact_other set categories = to_categories where contact_id = c.id;
end $$;

-- Who opened this person's pages since a contact was given and could see it then, for its giver's agency: the newest
-- time, and whether they could read the words (4) or only that it happened (3), under any categories it has had.
-- Somebody who has left since read it all the same. Agencies that the asker may not know of are left out: the screen
-- always says that there may be others.
create function work.contact_readers(of_contact uuid)
returns table (user_id uuid, name text, agency text, last_at timestamptz, level int)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare c contact := work.own_contact(of_contact);
begin
  return query
  with held as (
    select c.categories as given, c.audience as narrowed
    union
    select coalesce((select array_agg(x) from jsonb_array_elements_text(h.before -> 'categories') x), c.categories),
      coalesce(h.before ->> 'audience', c.audience)
    from change h where h.entry_id = c.id and h.table_name = 'contact' and h.before ?| array['categories', 'audience']),
  classes as (select k.id, h.narrowed from held h
    join entry_class k on k.agency_id = c.agency_id and k.categories = h.given),
  opened as (
    select l.user_id, l.membership_id, l.agency_id, max(l.at) as last_at from access_log l
    where l.person_id = c.person_id and l.at >= c.given_at and l.user_id <> c.given_by
    group by l.user_id, l.membership_id, l.agency_id)
  select o.user_id, u.name, a.name, o.last_at, (
    select max(case
      when k.narrowed = 'team' and not c.team_id = any (access.teams_of(v)) then 0
      when k.narrowed = 'named' and not exists (select 1 from entry_named n
        where n.entry_id = c.id and n.user_id = o.user_id) then 0
      when o.agency_id = c.agency_id then case when v.role = 'limited' then 3 else 4 end
      when access.decide(v, c.person_id, c.record_id, k.id, 4) then 4
      when access.decide(v, c.person_id, c.record_id, k.id, 3) then 3
      else 0 end) from classes k) as reached
  from opened o join app_user u on u.id = o.user_id join agency a on a.id = o.agency_id
  join membership m on m.id = o.membership_id cross join access.viewer_in(m) v
  where o.agency_id = any ((select access.known_givers(c.person_id))::uuid[])
  order by o.last_at desc;
end $$;

-- A person of mine by the end of their identity, as it stands on their pages. Nobody else's answer differs from none.
create function people.by_reference(reference text) returns table (person_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct a.person_id from person_access a
  where a.viewer = any (access.keys_of(access.me())) and a.opens = 'shared' and not a.held
    and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
    and (a.person_id::text = lower(reference) or right(a.person_id::text, 6) = lower(reference))
    and access.works_with(a.person_id)
$$;

-- The harmed person's side of a harm link. Both must be open to me, or this would answer who is known. The other side
-- is a record, so that the link follows it when records are linked or unlinked.
create function people.link_harm(of_person uuid, other_person uuid, of_kind text, with_detail text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  other_record uuid;
  new_id uuid := access.uuid7();
begin
  if not access.works_with(of_person) or not access.works_with(other_person) then
    raise exception 'no such person' using errcode = 'CT404';
  end if;
  if of_person = other_person then raise exception 'This is the same person.' using errcode = 'CT422'; end if;
  select id into other_record from record where person_id = other_person
  order by agency_id <> me.agency_id, closed_at is not null, confirmed desc, created_at desc limit 1;
  if exists (select 1 from harm_link h where h.person_id = of_person and h.ended_at is null
    and h.agency_id = me.agency_id and h.other_record_id = other_record) then
    raise exception 'This link is already recorded.' using errcode = 'CT409';
  end if;
  insert into harm_link (id, person_id, other_record_id, kind, detail)
  values (new_id, of_person, other_record, of_kind, with_detail);
  return new_id;
end $$;

create function people.person_of_record(of_record uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select r.person_id from record r where r.id = of_record and access.works_with(r.person_id)
$$;

-- The people harm links of this person point to, as far as I may open both; for the harmed person's side alone.
create function people.harm_links(of_person uuid)
returns table (id uuid, other_person uuid, kind text, detail text, given_at timestamptz, own boolean)
language sql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
  select h.id, people.person_of_record(h.other_record_id), h.kind, h.detail, h.given_at,
    h.agency_id = access.my_agency()
  from harm_link h where h.person_id = of_person and h.ended_at is null order by h.given_at desc
$$;

-- Into and out of a cohort: nothing is shared outside it (question 2). Decided by somebody of a party, about
-- a person of theirs; nobody under 18 unless the agreement says so, by whatever birth anybody gave: a refusal may tell
-- that there is one (docs/security.md), and a child among adults would be worse.
create function sharing.join_cohort(of_person uuid, to_agreement uuid, told date) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  new_id uuid := access.uuid7();
begin
  if not access.works_for(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  if not exists (select 1 from agreement g where g.id = to_agreement and access.party_now(g.id, me.agency_id)
      and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at)) then
    raise exception 'Your agency is not part of this agreement now.' using errcode = 'CT422';
  end if;
  if exists (select 1 from birth b where b.person_id = of_person and b.ended_on is null
      and access.may_be_minor(b.year, b.month, b.day))
    and not (select allows_children from agreement where id = to_agreement) then
    raise exception 'This agreement is for people of 18 and over. If they are, ring the partnership desk.'
      using errcode = 'CT422';
  end if;
  -- Each agency places for itself (20-questions.sql): what others decided does not stand in its way.
  perform pg_advisory_xact_lock(hashtext('cohort ' || of_person));
  if exists (select 1 from cohort_member m where m.person_id = of_person and m.agreement_id = to_agreement
      and m.agency_id = me.agency_id and (m.ends_at is null or now() < m.ends_at)) then
    raise exception 'Your agency has put them in this cohort already.' using errcode = 'CT409';
  end if;
  insert into cohort_member (id, agreement_id, person_id, agency_id, decided_by, told_on)
  values (new_id, to_agreement, of_person, me.agency_id, me.user_id, told);
  return new_id;
end $$;

-- It ends what is seen on the word of whoever put them in: at once where that is one's own agency, else when that
-- agency's manager or the custodian agrees. Answers whether it waits.
create function sharing.leave_cohort(of_person uuid, of_member uuid, why text) returns int
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  m cohort_member;
begin
  if not access.works_for(of_person) then raise exception 'no such person' using errcode = 'CT404'; end if;
  select * into m from cohort_member x where x.id = of_member and x.person_id = of_person
    and (x.ends_at is null or now() < x.ends_at) and access.party_now(x.agreement_id, me.agency_id)
    and (x.agency_id = me.agency_id or not access.by_request(me)); -- as they read it
  if m.id is null then raise exception 'They are not in this cohort now.' using errcode = 'CT409'; end if;
  perform people.take_away('leave-cohort', of_person, m.agency_id, null, m.id, why, m.agency_id = me.agency_id);
  return (m.agency_id <> me.agency_id)::int;
end $$;
reset role;
