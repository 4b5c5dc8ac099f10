-- Questions 2 to 5 of docs/rules/who-may-see-what.md, answered for one row of another agency. Levels: 1 exists,
-- 2 involved, 3 headline, 4 content. Question 1 and 6 live in person_access (what relationship, held back by limited
-- access, barred).
set local role {{definer}};

-- What a term still opens now. Ended by an act: nothing from that moment. A date that passed: headlines for
-- 28 days more, so that nobody loses sight of a person because a signature was late.
create function access.level_now(level int, ends_at timestamptz, ended_now boolean) returns int
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when ends_at is null or now() < ends_at then level
    when ended_now then 0
    when now() < ends_at + interval '28 days' then least(level, 3)
    else 0
  end
$$;

-- Is this agency a party of this agreement now: joined, and not left? Asked by this name wherever it is asked of one;
-- the two that are asked of many at once (22-doors.sql) have it written out.
create function access.party_now(of_agreement uuid, of_agency uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from agreement_party y where y.agreement_id = of_agreement and y.agency_id = of_agency
    and now() >= y.joined_at and (y.left_at is null or now() < y.left_at))
$$;

-- Is this an agency's own word: recorded for it, or by a user who works for it too?
create function access.word_of(agency uuid, of_agency uuid, of_user uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select of_agency = agency or exists (select 1 from membership m where m.user_id = of_user and m.agency_id = agency
    and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at))
$$;

-- The person's say (question 5), about what one agency gave and another would read: it never stands between an agency
-- and its own. An objection with no category named covers everything but safety; no group named: everybody; a group
-- named: that group in every version. Only a recorded duty lifts it, and not one that the reader's agency recorded. So
-- with its end: what the reader's own agency wrote of a change of mind opens what another gives when the giver, or a
-- third, has confirmed it. For what it gives the giver, or the custodian, can say why it does not hold (86i).
create function access.objects(v access.viewer, c public.choice, giver uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select v.agency_id <> giver and c.kind = 'objection'
    and (c.upheld and c.overridden_by is null or c.agency_id = v.agency_id)
    and not exists (select 1 from taking_away a where a.subject_id = c.id and a.kind = 'objection'
      and a.for_agency_id = giver and a.decision = 'declined')
    and (c.withdrawn_at is null or c.agency_id <> giver and access.word_of(v.agency_id, c.agency_id, c.withdrawn_by)
      and not exists (select 1 from confirmation k where k.subject_id = c.id and k.answer = 'confirmed'
        and k.undone_at is null
        and (k.agency_id = giver or not access.word_of(v.agency_id, k.agency_id, k.answered_by))))
    and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
    and (c.group_id is null or exists (select 1 from receiver_group said
      join receiver_group r on coalesce(r.version_of, r.id) = coalesce(said.version_of, said.id)
      join receiver_group_team g on g.group_id = r.id
      where said.id = c.group_id and g.team_id = any (access.teams_of(v))))
$$;

create function access.objection_covers(about text[], categories text[]) returns boolean language sql immutable
return case when about = '{}' then categories = '{}' or not categories <@ array['safety'] else about && categories end;

create function access.objected(v access.viewer, of_person uuid, to_categories text[], giver uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from choice c where c.person_id = of_person
    and access.objection_covers(c.about_categories, to_categories) and access.objects(v, c, giver))
$$;

-- Does somebody gain by what terms open to this group: an agency with a team in it, or a user who works for one?
create function access.gains_by(to_group uuid, of_agency uuid, of_user uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from receiver_group_team g join team t on t.id = g.team_id
    where g.group_id = to_group and (t.agency_id = of_agency or exists (select 1 from membership m
      where m.user_id = of_user and m.agency_id = t.agency_id
        and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at))))
$$;

-- What somebody wrote down (a consent, a placement in a cohort) counts for what a giver gives to a group when the
-- giver, or somebody who gains nothing by it, wrote or confirmed it (87d-confirming.sql).
create function access.vouched(subject uuid, of_agency uuid, of_user uuid, to_group uuid, giver uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select of_agency = giver or not access.gains_by(to_group, of_agency, of_user)
    or exists (select 1 from confirmation k where k.subject_id = subject and k.answer = 'confirmed'
      and k.undone_at is null and (k.agency_id = giver or not access.gains_by(to_group, k.agency_id, k.answered_by)))
$$;

-- Was it said of this group? What was said of a version holds for one that takes teams out, and for none that puts one
-- in.
create function access.said_of(said_group uuid, to_group uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select said_group is null or exists (select 1 from receiver_group said, receiver_group r
    where said.id = said_group and r.id = to_group and coalesce(r.version_of, r.id) = coalesce(said.version_of, said.id)
      and not exists (select 1 from receiver_group_team n where n.group_id = r.id and not exists (
        select 1 from receiver_group_team o where o.group_id = said.id and o.team_id = n.team_id)))
$$;

create function access.consented(of_person uuid, to_agreement uuid, to_group uuid, to_category text, giver uuid)
returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from choice c
    where c.person_id = of_person and c.kind = 'consent' and c.agreement_id = to_agreement
      and c.withdrawn_at is null and now() >= c.starts_at and (c.ends_at is null or now() < c.ends_at)
      and (c.about_categories = '{}' or to_category = any(c.about_categories))
      and access.said_of(c.group_id, to_group)
      and access.vouched(c.id, c.agency_id, c.given_by, to_group, giver))
$$;

-- Grounds in force on which a viewer may open these people (question 1 and 6). What is held by name counts in the
-- agency it was given in and in no other.
create function access.grounds_of(v access.viewer, people uuid[]) returns setof person_access
language plpgsql stable security definer rows 2 set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  keys text[] := access.keys_of(v);
  barred uuid[] := access.barred_of(v);
begin
  return query select a.* from person_access a
  where a.person_id = any (people) and a.viewer = any (keys) and a.agency_id = v.agency_id and not a.held
    and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at) and a.person_id <> all (barred);
end $$;

-- A link made by the machine shares identity only, until somebody confirms it: is the record that carries the entry
-- surely one with a record that carries a relationship? A relationship that no record carries is with the person.
create function access.link_holds(v access.viewer, of_person uuid, on_record uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from record e, access.grounds_of(v, array[of_person]) a left join record r on r.id = a.record_id
    where e.id = on_record and e.person_id = of_person and a.opens = 'shared' and case when r.id is null or r.confirmed then e.confirmed
      else not e.confirmed and coalesce(e.sure_of, e.id) = coalesce(r.sure_of, r.id) end)
$$;

-- The same for the policies. What identity is over a link that nobody has confirmed: names, birth, and the one number
-- that every service holds. Any other number's kind tells whose it is, and how to reach somebody is more than who they
-- are.
create function access.link_sure(of_person uuid, on_record uuid) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, public, pg_temp as $$
begin
  return access.link_holds(access.me(), of_person, on_record);
end $$;

-- Teams whose very name says where somebody is, by themselves or by their agency.
create view access.placed_team with (security_invoker = true) as
  select id from public.team where implies_place
  union all select team.id from public.agency join public.team on team.agency_id = agency.id
  where agency.implies_place;

-- Is this person shut to a viewer whatever the relationship: by a conflict, or by access limited to others? Of somebody
-- whom the viewer has nothing to do with, and to nobody, it says what it says of nobody known: shut.
create function access.shut(of_person uuid) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, public, pg_temp as $$
declare v access.viewer := access.me();
begin
  return of_person is not null and not access.knows(v, of_person)
    and (access.limit_on(of_person) is not null or of_person = any (access.barred_of(v))
      or not exists (select 1 from notice n where n.person_id = of_person and n.user_id = v.user_id));
end $$;

-- Protected whereabouts: true for everybody about people who have none; else for teams named on every protection in
-- force. What one's own agency gave is hidden by its own protections alone (giver: whose rows are asked about; null:
-- the person as a whole): no other agency takes an agency's own entries from it. To a viewer who has nothing to do with
-- the person, and to nobody, it says false of everybody, so that it does not tell that there is something to protect,
-- and opens nothing to who put their session away in the middle.
create function access.may_locate_as(v access.viewer, of_person uuid, giver uuid default null) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return access.knows(v, of_person) and not exists (select 1 from protected_whereabouts p
      where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at)
        and (giver is distinct from v.agency_id or p.agency_id = giver)
        and not exists (select 1 from protected_whereabouts_team t
          where t.protected_whereabouts_id = p.id and t.team_id = any (access.teams_of(v))));
end $$;

create function access.may_locate(of_person uuid, giver uuid default null) returns boolean
language plpgsql stable security definer cost 5000 set search_path = pg_catalog, pg_temp as
$$ begin return access.may_locate_as(access.me(), of_person, giver); end $$;

-- Has this viewer anything to do with the person: a ground in force, or a referral once received by a team of theirs
-- and still theirs to read? Not by a referral while access is limited to others, nor where they are barred.
create function access.knows(v access.viewer, of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select 1 from access.grounds_of(v, array[of_person]))
    or access.limit_on(of_person) is null and of_person <> all (access.barred_of(v))
      and exists (select 1 from referral r where r.person_id = of_person and r.sent_at is not null
        and 't:' || r.to_team_id = any (access.keys_of(v)));
end $$;

create function access.named_on(entry uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from entry_named n where n.entry_id = entry and n.user_id = access.my_user())
$$;

-- Entries opened one by one to this viewer by their giver, at this level.
create function access.my_granted(needed int) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role is null or me.role not in ('practitioner', 'manager', 'limited')
    or (me.role = 'limited' and needed > 3) then return '{}'; end if;
  return coalesce((select array_agg(g.entry_id) from share_grant g
    where g.viewer = any (access.keys_of(me)) and g.level >= needed
      and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at)), '{}');
end $$;

-- A granted entry stands in for the agreement and for nothing else: the link to a relationship is sure, and the person
-- has not objected.
create function access.granted_to(v access.viewer, of_person uuid, on_record uuid, of_class int) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, public, pg_temp as $$
declare given text[] := (select categories from entry_class where id = of_class);
begin
  return access.link_holds(v, of_person, on_record)
    and not access.objected(v, of_person, given, (select agency_id from entry_class where id = of_class));
end $$;

-- For the policies, which found the grant: of an agency that has opened nothing to the asker it says nothing by hand.
create function access.granted(of_person uuid, on_record uuid, of_class int) returns boolean
language plpgsql stable security definer cost 1000 set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return exists (select 1 from share_grant g join entry_class k on k.agency_id = g.agency_id
      where k.id = of_class and g.viewer = any (access.keys_of(me))
        and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at))
    and access.granted_to(me, of_person, on_record, of_class);
end $$;
reset role;
