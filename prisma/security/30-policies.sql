-- Rows. Every table about a person has row security enabled and forced; one procedure writes the same policies on
-- every entry table, so that no table can have its own idea of who may see.
-- level: 2 involved, 3 headline, 4 content. grant_key: the column an entry-by-entry grant names (a child names its
-- parent). locates: an SQL condition that is true of rows which say where the person is.
create procedure public.protect_entry(entry regclass, level int, grant_key text, locates text default null)
language plpgsql as $$
declare
  t text := entry::text;
  verb access.entry_verb;
  command text;
  unchecked text;
  grounds text[] := '{}'; -- for giving, and for changing
  -- Question 1 and 6: person_access has row security of its own (viewer mine, in force, not held, not barred).
  open_to_me text := format('(select true from person_access a where a.person_id = %s.person_id limit 1)', t);
  -- What the page has looked at already (23-looked-at.sql) is looked up; of anybody else it is asked for each row.
  looked_open text := format($l$(access.mark((select access.looked()), person_id) = 1
    or (not (select access.looked()) ? person_id::text and %s))$l$, open_to_me);
begin
  select * into strict verb from access.entry_verb v where v.table_name = t;
  foreach command in array array[verb.gives_on, verb.amends_on] loop
    grounds := grounds || case command when 'begun' then 'access.works_for(person_id)'
      when 'shared' then 'access.works_with(person_id)' else open_to_me end;
  end loop;
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy definer on %s for all to {{definer}} using (true) with check (true)', t);
  -- Own entries first: the dear questions are asked of other agencies' rows only.
  execute format($p$create policy see on %1$s for select to {{app}}, {{worker}} using (
      (agency_id = (select access.my_own(%2$s)) and %3$s)
      or (access.mark((select access.looked()), record_id), class_id) in (select * from access.looked_doors(%2$s))
      or (not (select access.looked()) ? record_id::text and case when (select access.looked()) ? person_id::text
        then access.looked_shared(record_id, class_id, %2$s)
        else access.shared(person_id, record_id, class_id, %2$s) end)
      or (%4$I = any ((select access.my_granted(%2$s))::uuid[]) and access.granted(person_id, record_id, class_id)))$p$,
    t, level, looked_open, grant_key);
  -- Question 5: the author may narrow an entry, never widen it. What narrows reading narrows changing: an update that
  -- names no column in its condition asks no policy of reading.
  foreach command in array array['select', 'update'] loop
    unchecked := case command when 'update' then 'with check (true)' else '' end;
    execute format($p$create policy audience_%1$s on %2$s as restrictive for %1$s to {{app}}, {{worker}} using (
        audience = 'agreed' or given_by = (select access.my_user())
        or (audience = 'team' and team_id = any ((select access.my_teams())::uuid[]))
        or (audience = 'named' and access.named_on(%3$I))) %4$s$p$, command, t, grant_key, unchecked);
    -- Protected whereabouts: what locates by its nature, and what is given by a team whose very name tells a place.
    -- Safety is not lost, even where its giver tells a place.
    execute format($p$create policy whereabouts_%1$s on %2$s as restrictive for %1$s to {{app}}, {{worker}}
        using (access.mark((select access.looked()), record_id) & 1 = 1 or %3$s
          (not (select access.looked()) ? record_id::text and access.may_locate(person_id, agency_id))) %4$s$p$,
      command, t,
      case when locates = 'true' then '' else format($q$not (%s
          (categories <> array['safety'] and team_id in (select id from access.placed_team))) or $q$,
          case when locates is null then '' else '(' || locates || ') or ' end) end, unchecked);
  end loop;
  -- One gives as oneself, in one's own agency, about a person one may open, what one's role gives on that ground.
  if verb.gives is not null then
    execute format($p$create policy give on %1$s for insert to {{app}}, {{worker}} with check (
        (select access.may(%3$L)) and agency_id = (select access.my_own(3)) and given_by = (select access.my_user())
        and %2$s)$p$, t, grounds[1], verb.gives);
  end if;
  if verb.amends is not null then
    execute format($p$create policy amend on %1$s for update to {{app}}, {{worker}}
        using ((select access.may(%4$L)) and agency_id = (select access.my_own(%3$s)) and %2$s)
        with check (agency_id = (select access.my_own(%3$s)))$p$, t, grounds[2], level, verb.amends);
  end if;
end $$;

-- A table about people that the app never reads or writes itself: functions of the definer do.
create procedure public.close_table(closed regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', closed::text);
  execute format('alter table %s force row level security', closed::text);
  execute format('create policy definer on %s for all to {{definer}} using (true) with check (true)', closed::text);
end $$;

call protect_entry('person_name', 3, 'id');
create policy protected_name on person_name as restrictive for select to {{app}}, {{worker}}
  using (access.may_name(person_id, agency_id, id));
call protect_entry('birth', 3, 'id');
create policy protected_name on birth as restrictive for select to {{app}}, {{worker}}
  using (access.may_name(person_id, agency_id, id));
call protect_entry('identity_detail', 3, 'id');
create policy protected_name on identity_detail as restrictive for select to {{app}}, {{worker}}
  using (coalesce(pronouns, sex, gender) is null or access.may_name(person_id, agency_id, id));
call protect_entry('identity_words', 4, 'identity_detail_id');
create policy protected_name on identity_words as restrictive for select to {{app}}, {{worker}}
  using (access.may_name(person_id, agency_id, id));
call protect_entry('identifier', 4, 'id', $$type = 'uprn'$$);
call protect_entry('reach', 4, 'id', $$implies_place or kind = 'landline'$$); -- an area code is a place
call protect_entry('address', 4, 'id', 'true');
call protect_entry('living_situation', 3, 'id', 'true');
call protect_entry('living_area', 4, 'living_situation_id', 'true');
-- Who somebody lives with, a need told in words, a plan, a handover: nobody marks in them what says where the person
-- is, so all of them are taken to.
call protect_entry('relationship', 4, 'id', 'true');
call protect_entry('adjustment', 3, 'id');
call protect_entry('own_words', 3, 'id', 'locates');
call protect_entry('safe_contact', 3, 'id');
call protect_entry('choice', 4, 'id');
call protect_entry('protected_whereabouts', 3, 'id');
call protect_entry('protected_name', 4, 'id');
-- That there is a changed name is for the side that said so, and for nobody else, then or later.
create policy own_agency on protected_name as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()));
call protect_entry('limited_access', 3, 'id');
call protect_entry('harm_link', 4, 'id');
call protect_entry('unnamed', 3, 'id', 'true');
create policy own_team on unnamed as restrictive to {{app}}, {{worker}}
  using (team_id = any ((select access.my_teams())::uuid[]));
call protect_entry('death', 3, 'id');
-- Recorded in error: the agency's that recorded it, and nobody else's.
create policy standing on death as restrictive for select to {{app}}, {{worker}}
  using (withdrawn_at is null or agency_id = (select access.my_agency()));
-- That a team whose name tells a place works with somebody tells where they are, whatever its entries are about.
call protect_entry('involvement', 2, 'id', 'team_id in (select id from access.placed_team)');
call protect_entry('involvement_worker', 2, 'involvement_id', 'team_id in (select id from access.placed_team)');
call protect_entry('handover', 4, 'involvement_id', 'true');
call protect_entry('contact', 3, 'id');
-- By hand one says what one did oneself: what an agency's system says comes by its feed.
create policy by_worker on contact as restrictive for insert to {{app}}, {{worker}} with check (source = 'worker');
call protect_entry('contact_words', 4, 'contact_id', 'locates');
call protect_entry('contact_place', 4, 'contact_id', 'true');
call protect_entry('contact_other', 4, 'contact_id');
create policy own_team on contact_other as restrictive to {{app}}, {{worker}}
  using (team_id = any ((select access.my_teams())::uuid[]));
call protect_entry('contact_withdrawal', 4, 'contact_id', 'true');
create policy own_agency on contact_withdrawal as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()));
-- Taken back or put right: its own agency's alone (25-what-stands.sql).
create policy standing on contact as restrictive for select to {{app}}, {{worker}}
  using (withdrawn_at is null or agency_id = (select access.my_agency()));
create policy standing on contact_words as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or access.stands(contact_id, edition));
create policy standing on contact_place as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or access.stands(contact_id, null));
call protect_entry('appointment', 3, 'id', 'true');
call protect_entry('appointment_place', 4, 'appointment_id', 'true');
call protect_entry('hard_time', 3, 'id');
call protect_entry('need_rating', 3, 'id');
call protect_entry('need_grade', 4, 'need_rating_id');
call protect_entry('need_note', 4, 'need_rating_id', 'true');
call protect_entry('assessment', 4, 'id');
call protect_entry('assessment_item', 4, 'assessment_id');
create policy standing on need_rating as restrictive for select to {{app}}, {{worker}}
  using (withdrawn_at is null or agency_id = (select access.my_agency()));
create policy standing on need_grade as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or access.rating_stands(need_rating_id));
create policy standing on need_note as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or access.rating_stands(need_rating_id));
create policy standing on assessment as restrictive for select to {{app}}, {{worker}}
  using (withdrawn_at is null or agency_id = (select access.my_agency()));
create policy standing on assessment_item as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or access.assessment_stands(assessment_id));
call protect_entry('warning', 3, 'id');
call protect_entry('warning_detail', 4, 'warning_id');
call protect_entry('warning_end', 4, 'warning_id');
call protect_entry('plan_goal', 4, 'id', 'true');
call protect_entry('plan_action', 4, 'id', 'true');
create policy standing on plan_action as restrictive for select to {{app}}, {{worker}}
  using (withdrawn_on is null or agency_id = (select access.my_agency()));
create policy standing on plan_goal as restrictive for select to {{app}}, {{worker}}
  using (outcome is distinct from 'withdrawn' or agency_id = (select access.my_agency()));
call protect_entry('plan_asked', 4, 'id', 'true');
call protect_entry('plan_review', 4, 'id', 'true');
call protect_entry('plan_strength', 4, 'id', 'true');
-- That somebody has a plan of such a kind says what service they use: its date and kind are its headline.
call protect_entry('held_plan', 3, 'id');
-- Where somebody was sent tells where they will be, to everybody but the team itself; so does the name of a service.
call protect_entry('referral', 3, 'id', 'to_team_id is null or
  to_team_id in (select id from access.placed_team) and not to_team_id = any ((select access.my_teams())::uuid[])');
call protect_entry('referral_detail', 4, 'referral_id');

-- A changed name shows by a number, a birth or an address that stands without one, and an e-mail address spells it out:
-- while a name is protected, all that says who somebody is stays with the side that gave it.
create policy protected_name on identifier as restrictive for select to {{app}}, {{worker}}
  using (access.may_name(person_id, agency_id, id));
create policy protected_name on reach as restrictive for select to {{app}}, {{worker}}
  using (access.may_name(person_id, agency_id, id));

-- One service's own number names that service: it is read by those who may know that the service works with the person.
create policy tells_giver on identifier as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or type in ('nhs', 'nino')
    or access.mark((select access.looked()), record_id) & 4 = 4
    or (not (select access.looked()) ? record_id::text and access.knows_giver(person_id, agency_id)));

-- Over a link that nobody has confirmed nothing else of identity crosses (access.link_sure).
create policy sure_link on identifier as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or type = 'nino' or access.mark((select access.looked()), record_id) & 2 = 2
    or (not (select access.looked()) ? record_id::text and access.link_sure(person_id, record_id)));
create policy sure_link on reach as restrictive for select to {{app}}, {{worker}}
  using (agency_id = (select access.my_agency()) or access.mark((select access.looked()), record_id) & 2 = 2
    or (not (select access.looked()) ? record_id::text and access.link_sure(person_id, record_id)));

-- A referral's row stays readable by the team it was sent to, also after it said no; what came with it only while it is
-- open. Not to a user who is barred, and not while access is limited to others.
create policy receiver on referral for select to {{app}}, {{worker}}
  using (sent_at is not null and 't:' || to_team_id = any ((select access.my_keys())::text[])
    and not access.shut(person_id));

-- Question 1 and 6, for every policy above: my relationships, in force, not held back, not barred.
call close_table('person_access');
create policy mine on person_access for select to {{app}}, {{worker}} using (
  viewer = any ((select access.my_keys())::text[]) and 'a:' || agency_id = any ((select access.my_keys())::text[])
  and not held
  and now() >= starts_at and (ends_at is null or now() < ends_at)
  and person_id <> all ((select access.my_barred())::uuid[]));

call close_table('person');
create policy open on person for select to {{app}}, {{worker}}
  using ((select true from person_access a where a.person_id = person.id limit 1));
call close_table('record');
create policy own on record for select to {{app}}, {{worker}} using (
  agency_id = (select access.my_own(3))
  and (select true from person_access a where a.person_id = record.person_id limit 1));
call close_table('cohort_member');
create policy open on cohort_member for select to {{app}}, {{worker}}
  using ((select true from person_access a where a.person_id = cohort_member.person_id limit 1)
    -- Who gets what others gave by request alone reads what their own agency decided.
    and (agency_id = (select access.my_agency()) or not (select access.asks_for_others()))
    -- Being in a cohort tells something: to the parties of that agreement, and to nobody else.
    and agreement_id in (select y.agreement_id from agreement_party y where y.agency_id = (select access.my_agency())
      and now() >= y.joined_at and (y.left_at is null or now() < y.left_at)));

-- What an entry was before: for its own agency, in roles that read content, and for nobody else. What others read now
-- says nothing of what stood there.
call close_table('change');
create policy see on change for select to {{app}}, {{worker}} using (
  agency_id = (select access.my_own(4))
  and (select true from person_access a where a.person_id = change.person_id limit 1));
create policy audience on change as restrictive for select to {{app}}, {{worker}} using (
  audience = 'agreed' or given_by = (select access.my_user())
  or (audience = 'team' and team_id = any ((select access.my_teams())::uuid[]))
  or (audience = 'named' and access.named_on(entry_id)));
create policy whereabouts on change as restrictive for select to {{app}}, {{worker}}
  using (not (locates or team_id in (select id from access.placed_team))
    or access.may_locate(person_id, agency_id));
create policy own_team on change as restrictive for select to {{app}}, {{worker}} using (
  table_name not in ('contact_other', 'unnamed') or team_id = any ((select access.my_teams())::uuid[]));

-- Mine alone: what I typed myself. It comes back on the page it was typed on, and that needs the person to be open.
call close_table('draft');
create policy mine on draft for all to {{app}} using (user_id = (select access.my_user()))
  with check (user_id = (select access.my_user()));
call close_table('idempotency');
create policy mine on idempotency for all to {{app}} using (user_id = (select access.my_user()))
  with check (user_id = (select access.my_user()));
call close_table('notice');
-- A notice about somebody who is shut to me now is gone too, and one about work that I may not know of.
create policy mine on notice for all to {{app}}
  using (user_id = (select access.my_user()) and not access.shut(person_id)
    and (kind <> 'involvement-started' or exists (select 1 from involvement i where i.id = notice.subject_id)))
  with check (user_id = (select access.my_user()));

-- That a record was joined is told while the record can be read.
create policy joined on notice as restrictive for select to {{app}} using (kind <> 'record-joined' or exists (
  select 1 from person_name n where n.record_id = subject_id and n.person_id = notice.person_id));

-- Reached by functions only.
call close_table('source_row');
call close_table('record_key');
call close_table('link_event');
call close_table('not_same');
call close_table('link_candidate');
call close_table('record_facets');
call close_table('match_version');
call close_table('match_run');
call close_table('match_plan');
call close_table('referral_step');
call close_table('handing_over');
call close_table('protected_whereabouts_team');
call close_table('limited_access_named');
call close_table('conflict');
call close_table('conflict_declaration');
call close_table('taking_away');
call close_table('confirmation');
call close_table('share_grant');
call close_table('entry_named');
call close_table('urgent_access');
call close_table('incident');
call close_table('rights_request');
call close_table('access_log');
call close_table('audit_event');
call close_table('seal');
call close_table('disclosure');
call close_table('erasure');
call close_table('credential');
call close_table('session');
call close_table('sign_in_attempt');
call close_table('sign_in_known');
call close_table('search_question');
call close_table('one_time_link');
call close_table('calendar_feed');
call close_table('role_offer');
call close_table('error_event');
call close_table('import_mapping');
call close_table('import_batch');
call close_table('import_row');
call close_table('import_file');

drop procedure public.protect_entry;
drop procedure public.close_table;
