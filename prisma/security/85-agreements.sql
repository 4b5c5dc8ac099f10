-- Agreements are written by information officers and by nobody else. The host's officer keeps the agreement, its
-- parties and groups of teams; only a giver's own officer adds a term of theirs. Terms are append-only: a change is an
-- end and a new one. Messages are shown as they stand.
set local role {{definer}};

-- Now, as the tables keep it: in whole milliseconds, and rounded down, so that what ends now has ended in this very
-- transaction.
create function access.moment() returns timestamptz language sql stable set search_path = pg_catalog, pg_temp as
$$ select date_trunc('milliseconds', now()) $$;

-- A date means the end of that London day.
create function sharing.end_of_day(day date) returns timestamptz language sql immutable
set search_path = pg_catalog, pg_temp as $$ select (day + 1)::timestamp at time zone 'Europe/London' $$;
create function sharing.start_of_day(day date) returns timestamptz language sql immutable
set search_path = pg_catalog, pg_temp as $$ select day::timestamp at time zone 'Europe/London' $$;

-- Immigration enforcement is never an agency here, by whatever name: people would stay away from every service.
create function sharing.is_barred_name(name text) returns boolean language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select name ~* '(home[[:space:]]+office|immigration|border[[:space:]]+force|uk[[:space:]]*visas|ukvi)'
    and name !~* 'immigration[[:space:]]+(advice|aid|law)'
$$;

-- An agreement that my agency hosts and that has not ended, for its officer.
create function sharing.hosted(of_agreement uuid) returns agreement
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  found agreement;
begin
  select * into found from agreement where id = of_agreement;
  if found.id is null then raise exception 'no such agreement' using errcode = 'CT404'; end if;
  if found.host_agency_id <> me.agency_id then raise exception 'not the host' using errcode = 'CT403'; end if;
  if found.ends_at <= now() then
    raise exception 'This agreement has ended. Make a new one.' using errcode = 'CT409';
  end if;
  return found;
end $$;

create function sharing.make_agreement(its_name text, its_purpose text, its_gateway text, forbidden text[],
  cohort text, cohort_is text, children boolean, dpia text, starts date, review date, ends date) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  new_id uuid := access.uuid7();
begin
  insert into agreement (id, name, place, purpose, gateway, forbidden_uses, cohort_name, cohort_description,
    allows_children, dpia_reference, starts_at, review_on, ends_at, host_agency_id)
  select new_id, its_name, i.place, its_purpose, its_gateway, forbidden, cohort, cohort_is, children, dpia,
    sharing.start_of_day(starts), review, sharing.end_of_day(ends), me.agency_id
  from installation i;
  return new_id;
end $$;

create function sharing.date_agreement(of_agreement uuid, was_version int, review date, ends date, dpia text)
returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare a agreement := sharing.hosted(of_agreement);
begin
  if ends < access.today() then
    raise exception 'The end lies in the past. To end it today, use End now.' using errcode = 'CT422';
  end if;
  -- A later end opens more of what others give: their terms keep the day on which they would have ended.
  if a.ends_at is not null and (ends is null or sharing.end_of_day(ends) > a.ends_at) then
    update agreement_term set ends_at = a.ends_at, ended_by = access.my_user()
    where agreement_id = a.id and giver_agency_id <> a.host_agency_id and (ends_at is null or ends_at > a.ends_at);
  end if;
  update agreement set review_on = review, ends_at = sharing.end_of_day(ends), dpia_reference = dpia,
    version = version + 1 where id = a.id and version = was_version;
  if not found then
    raise exception 'Somebody else has just changed these dates. Open the page again.' using errcode = 'CT409';
  end if;
end $$;

create function sharing.end_agreement(of_agreement uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare a agreement := sharing.hosted(of_agreement);
begin
  update agreement set ends_at = access.moment(), ended_now = true, version = version + 1 where id = a.id;
end $$;

-- A party that leaves closes its own rows and no others, and cannot come back to this agreement: its own officer says
-- so, and nobody for it. No day: at once. The host may end the whole agreement, which is its own.
create function sharing.leave_agreement(of_agreement uuid, the_agency uuid, last_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['officer']);
begin
  if me.agency_id <> the_agency then raise exception 'not its own' using errcode = 'CT403'; end if;
  if last_day < access.today() then
    raise exception 'The last day lies in the past.' using errcode = 'CT422';
  end if;
  update agreement_party set left_at = case when last_day is null then access.moment() else sharing.end_of_day(last_day) end
  where agreement_id = of_agreement and agency_id = the_agency and (left_at is null or left_at > now());
  if not found then raise exception 'not a party' using errcode = 'CT404'; end if;
end $$;

-- Teams of parties only; never one that enforces or decides benefits: such teams ask the holder's information officer.
create function sharing.fill_group(of_group uuid, of_agreement uuid, teams uuid[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if exists (select 1 from team t where t.id = any (teams) and t.function in ('enforcement', 'benefit_decision')) then
    raise exception 'A team that enforces or decides benefits cannot receive anything by screen. It asks the holder’s information officer.'
      using errcode = 'CT422';
  end if;
  if exists (select 1 from unnest(teams) as x(id) where not exists (select 1 from team t
      join agreement_party p on p.agency_id = t.agency_id and p.agreement_id = of_agreement
        and (p.left_at is null or now() < p.left_at)
      where t.id = x.id and t.ended_at is null)) then
    raise exception 'Choose teams of agencies that are parties.' using errcode = 'CT422';
  end if;
  insert into receiver_group_team (group_id, team_id) select distinct of_group, unnest(teams);
end $$;

-- A group stands as it was made, or a team ticked later would read under terms that were given without it. A change is
-- a version, a row of its own: terms run on to the one they were given to, until their giver's own officer answers.
create function sharing.keep_group(of_agreement uuid, of_group uuid, its_name text, teams uuid[]) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  a agreement := sharing.hosted(of_agreement);
  newest receiver_group := sharing.newest_version(of_group);
  the_group uuid := access.uuid7();
begin
  if of_group is not null and newest.agreement_id is distinct from a.id then
    raise exception 'no such group' using errcode = 'CT404';
  end if;
  if exists (select 1 from receiver_group g where g.agreement_id = a.id and lower(g.name) = lower(its_name)
      and coalesce(g.version_of, g.id) is distinct from coalesce(newest.version_of, newest.id)) then
    raise exception 'There is a group of that name.' using errcode = 'CT409';
  end if;
  insert into receiver_group (id, agreement_id, name, version_of, number, proposed_by)
  values (the_group, a.id, its_name, coalesce(newest.version_of, newest.id), coalesce(newest.number, 0) + 1,
    access.my_user());
  perform sharing.fill_group(the_group, a.id, teams);
  return the_group;
end $$;

-- What probation, police and benefit agencies get by default: nothing of these beyond "exists". More is possible, and
-- is asked about once.
create function sharing.needs_thought(of_group uuid, of_category text, at_level int) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select at_level > 1 and of_category in ('substance_use', 'mental_health', 'whereabouts', 'domestic_abuse')
    and exists (select 1 from receiver_group_team g join team t on t.id = g.team_id join agency a on a.id = t.agency_id
      where g.group_id = of_group and a.kind in ('probation', 'police', 'jobcentre', 'benefits'))
$$;

-- PCSC Act 2022 s.16: the Serious Violence Duty opens no patient information, and nothing personal that a health or
-- social care authority holds.
create function sharing.is_violence_duty(gateway text) returns boolean language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select coalesce(gateway ~* 'serious[[:space:]]+violence'
    or gateway ~* '(police, crime|pcsc).*[[:<:]]s(ection|[.])?[[:space:]]*(8|9|16)[[:>:]]', false)
$$;

create function sharing.add_term(to_agreement uuid, of_category text, to_group uuid, at_level int, its_purpose text,
  forbidden text[], consent boolean, counted boolean, starts date, ends date, sure boolean) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  a agreement;
  giver_kind text := (select kind from agency where id = me.agency_id);
  new_id uuid := access.uuid7();
begin
  select * into a from agreement where id = to_agreement and (ends_at is null or now() < ends_at);
  if a.id is null or not exists (select 1 from receiver_group where id = to_group and agreement_id = a.id) then
    raise exception 'no such agreement' using errcode = 'CT404';
  end if;
  if not exists (select 1 from agreement_party where agreement_id = a.id and agency_id = me.agency_id
      and (left_at is null or now() < left_at)) then
    raise exception 'Only a party gives terms, and only its own.' using errcode = 'CT422';
  end if;
  if to_group <> (sharing.newest_version(to_group)).id then
    raise exception 'There is a newer version of this group. Give to that one.' using errcode = 'CT409';
  end if;
  if at_level not between 1 and 4 or not exists (select 1 from category where key = of_category) then
    raise exception 'Choose a kind of information and a level.' using errcode = 'CT422';
  end if;
  if exists (select 1 from receiver_group_team g join team t on t.id = g.team_id
      where g.group_id = to_group and t.function in ('enforcement', 'benefit_decision')) then
    raise exception 'This group holds a team that enforces or decides benefits. No term may reach it.'
      using errcode = 'CT422';
  end if;
  if sharing.is_violence_duty(a.gateway) and (of_category in ('substance_use', 'mental_health', 'physical_health')
      or giver_kind in ('mental_health', 'drug_alcohol', 'gp', 'hospital', 'social_care')) then
    raise exception 'The Serious Violence Duty opens no patient information and nothing that health or social care holds (Police, Crime, Sentencing and Courts Act 2022, section 16).'
      using errcode = 'CT422';
  end if;
  if sharing.needs_thought(to_group, of_category, at_level) and not sure then
    raise exception 'Say that this is meant.' using errcode = 'CT422';
  end if;
  if exists (select 1 from agreement_term t where t.agreement_id = a.id and t.giver_agency_id = me.agency_id
      and t.category = of_category and t.group_id = to_group and not t.ended_now
      and (t.ends_at is null or t.ends_at > now())
      and (t.ends_at is null or t.ends_at > sharing.start_of_day(starts))) then
    raise exception 'You have a term for this already. End it first: a term is never altered.' using errcode = 'CT409';
  end if;
  insert into agreement_term (id, agreement_id, giver_agency_id, category, group_id, level, purpose, forbidden_uses,
    on_consent, counted_in_insight, starts_at, ends_at)
  values (new_id, a.id, me.agency_id, of_category, to_group, at_level, its_purpose, forbidden, consent, counted,
    greatest(access.moment(), sharing.start_of_day(starts)), sharing.end_of_day(ends));
  return new_id;
end $$;

-- Ending closes what its giver may open again at once; so the host's officer may do it too, and the term says who. No
-- day: at once, with nothing left open.
create function sharing.end_term(of_term uuid, last_day date) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  t agreement_term;
begin
  select x.* into t from agreement_term x join agreement a on a.id = x.agreement_id
  where x.id = of_term and me.agency_id in (x.giver_agency_id, a.host_agency_id);
  if t.id is null then raise exception 'no such term' using errcode = 'CT404'; end if;
  if t.ended_now or t.ends_at <= now() then
    raise exception 'This term has ended already.' using errcode = 'CT409';
  end if;
  if last_day < access.today() then
    raise exception 'The last day lies in the past.' using errcode = 'CT422';
  end if;
  update agreement_term set ended_by = me.user_id, ended_now = last_day is null,
    ends_at = case when last_day is null then access.moment() else sharing.end_of_day(last_day) end
  where id = t.id;
end $$;

-- How many people are in a cohort: for officers of the host alone, and a number only.
create function sharing.cohort_size(of_agreement uuid) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select (select count(distinct m.person_id)::int from cohort_member m where m.agreement_id = a.id
    and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at))
  from agreement a
  where a.id = of_agreement and a.host_agency_id = access.my_agency() and access.my_role() = 'officer'
$$;
reset role;

grant execute on function
  sharing.make_agreement(text, text, text, text[], text, text, boolean, text, date, date, date),
  sharing.date_agreement(uuid, int, date, date, text), sharing.end_agreement(uuid),
  sharing.leave_agreement(uuid, uuid, date), sharing.keep_group(uuid, uuid, text, uuid[]),
  sharing.needs_thought(uuid, text, int),
  sharing.add_term(uuid, text, uuid, int, text, text[], boolean, boolean, date, date, boolean),
  sharing.end_term(uuid, date), sharing.cohort_size(uuid) to {{app}};
