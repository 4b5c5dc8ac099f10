-- Rows. Every table about a person has row security enabled and forced; one procedure writes the same policies on
-- every entry table, so that no table can have its own idea of who may see.
-- level: 2 involved, 3 headline, 4 content. grant_key: the column an entry-by-entry grant names (a child names its
-- parent). locates: an SQL condition that is true of rows which say where the person is.
create procedure public.protect_entry(entry regclass, level int, grant_key text, locates text default null)
language plpgsql as $$
declare
  t text := entry::text;
  command text;
  unchecked text;
  -- Question 1 and 6: person_access has row security of its own (viewer mine, in force, not held, not barred).
  open_to_me text := format('(select true from person_access a where a.person_id = %s.person_id limit 1)', t);
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy definer on %s for all to {{definer}} using (true) with check (true)', t);
  -- Own entries first: the dear questions are asked of other agencies' rows only.
  execute format($p$create policy see on %1$s for select to {{app}}, {{worker}} using (
      (agency_id = (select access.my_own(%2$s)) and %3$s)
      or access.shared(person_id, record_id, class_id, (select access.my_terms_at(%2$s)))
      or (%4$I = any ((select access.my_granted(%2$s))::uuid[]) and access.granted(person_id, record_id, class_id)))$p$,
    t, level, open_to_me, grant_key);
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
        using (%3$s access.may_locate(person_id)) %4$s$p$, command, t,
      case when locates = 'true' then '' else format($q$not (%s
          (categories <> array['safety'] and team_id in (select id from access.placed_team))) or $q$,
          case when locates is null then '' else '(' || locates || ') or ' end) end, unchecked);
  end loop;
  -- One gives as oneself, in one's own agency, about a person one may open.
  execute format($p$create policy give on %1$s for insert to {{app}}, {{worker}} with check (
      agency_id = (select access.my_own(3)) and given_by = (select access.my_user()) and %2$s)$p$,
    t, open_to_me);
  execute format($p$create policy amend on %1$s for update to {{app}}, {{worker}}
      using (agency_id = (select access.my_own(%3$s)) and %2$s)
      with check (agency_id = (select access.my_own(%3$s)))$p$, t, open_to_me, level);
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
  using (access.may_name(person_id, agency_id));
call protect_entry('birth', 3, 'id');
call protect_entry('identity_detail', 3, 'id');
create policy protected_name on identity_detail as restrictive for select to {{app}}, {{worker}}
  using (access.may_name(person_id, agency_id));
call protect_entry('identifier', 4, 'id', $$type = 'uprn'$$);
call protect_entry('reach', 4, 'id', $$implies_place or kind = 'landline'$$); -- an area code is a place
call protect_entry('address', 4, 'id', 'true');
call protect_entry('living_situation', 3, 'id', 'true');
call protect_entry('relationship', 4, 'id');
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
call protect_entry('involvement', 2, 'id');
call protect_entry('involvement_worker', 2, 'involvement_id');
call protect_entry('contact', 3, 'id');
call protect_entry('contact_words', 4, 'contact_id', 'locates');
call protect_entry('contact_place', 4, 'contact_id', 'true');
call protect_entry('contact_other', 4, 'contact_id');
create policy own_team on contact_other as restrictive to {{app}}, {{worker}}
  using (team_id = any ((select access.my_teams())::uuid[]));
call protect_entry('appointment', 3, 'id', 'true');
call protect_entry('need_rating', 3, 'id');
call protect_entry('need_note', 4, 'need_rating_id');
call protect_entry('assessment', 4, 'id');
call protect_entry('assessment_item', 4, 'assessment_id');
call protect_entry('warning', 3, 'id');
call protect_entry('warning_detail', 4, 'warning_id');
call protect_entry('plan_goal', 4, 'id');
call protect_entry('plan_action', 4, 'id');
-- Where somebody was sent tells where they will be, to everybody but the team itself.
call protect_entry('referral', 3, 'id',
  'to_team_id in (select id from access.placed_team) and not to_team_id = any ((select access.my_teams())::uuid[])');
call protect_entry('referral_detail', 4, 'referral_id');

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
    -- Being in a cohort tells something: to the parties of that agreement, and to nobody else.
    and agreement_id in (select y.agreement_id from agreement_party y where y.agency_id = (select access.my_agency())
      and now() >= y.joined_at and (y.left_at is null or now() < y.left_at)));

-- What an entry was before. At the level of the entry itself; the words of a headline reader stay closed.
call close_table('change');
create policy see on change for select to {{app}}, {{worker}} using (
  (agency_id = (select access.my_own(4))
    and (select true from person_access a where a.person_id = change.person_id limit 1))
  or (level <= 3
    and access.shared(person_id, record_id, class_id, (select access.my_terms_at(3))))
  or (level > 3
    and access.shared(person_id, record_id, class_id, (select access.my_terms_at(4)))));
create policy audience on change as restrictive for select to {{app}}, {{worker}} using (
  audience = 'agreed' or given_by = (select access.my_user())
  or (audience = 'team' and team_id = any ((select access.my_teams())::uuid[]))
  or (audience = 'named' and access.named_on(entry_id)));
create policy whereabouts on change as restrictive for select to {{app}}, {{worker}}
  using (not (locates or team_id in (select id from access.placed_team)) or access.may_locate(person_id));
create policy protected_name on change as restrictive for select to {{app}}, {{worker}}
  using (table_name not in ('person_name', 'identity_detail') or access.may_name(person_id, agency_id));
create policy own_agency on change as restrictive for select to {{app}}, {{worker}}
  using (table_name <> 'protected_name' or agency_id = (select access.my_agency()));
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
-- A notice about somebody who is shut to me now is gone too.
create policy mine on notice for all to {{app}}
  using (user_id = (select access.my_user()) and not access.shut(person_id))
  with check (user_id = (select access.my_user()));

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
call close_table('protected_whereabouts_team');
call close_table('limited_access_named');
call close_table('conflict');
call close_table('conflict_declaration');
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
call close_table('one_time_link');
call close_table('error_event');
call close_table('import_mapping');
call close_table('import_batch');
call close_table('import_row');

drop procedure public.protect_entry;
drop procedure public.close_table;
