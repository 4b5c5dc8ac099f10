-- Every table of entries by name: category by nature and level; its header, guard and trail. Then what is no entry
-- and leaves a line of the log.
do $$
declare e record;
begin
  for e in select * from (values
    -- table, category by nature, level
    ('person_name','identity',3), ('birth','identity',3), ('identity_detail','equality',3),
    ('identity_words','equality',4), ('identifier','identity',4), ('reach','identity',4), ('address','whereabouts',4),
    ('living_situation','whereabouts',3), ('living_area','whereabouts',4), ('relationship','family',4),
    ('adjustment','safety',3), ('own_words','safety',3), ('safe_contact','safety',3), ('hard_time','safety',3),
    ('choice','plan',4), ('protected_whereabouts','safety',3),
    ('protected_name','identity',4), ('limited_access','safety',3),
    ('harm_link','domestic_abuse',4), ('unnamed','identity',3), ('death','safety',3),
    ('involvement','',2), ('involvement_worker','',2), ('handover','',4),
    ('contact','',3), ('contact_words','',4), ('contact_place','',4), ('contact_other','',4),
    ('contact_withdrawal','',4), ('appointment','',3), ('appointment_place','',4), ('need_rating','',3),
    ('need_grade','',4), ('need_note','',4), ('assessment','',4), ('assessment_item','',4),
    ('warning','safety',3), ('warning_detail','',4), ('warning_end','',4),
    ('plan_goal','plan',4), ('plan_action','plan',4), ('plan_asked','plan',4), ('plan_review','plan',4),
    ('plan_strength','plan',4), ('held_plan','',3), ('referral','',3),
    ('referral_detail','',4)) as t(name, category, level)
  loop
    execute format('drop trigger if exists a_header on %I', e.name);
    execute format('drop trigger if exists b_guard on %I', e.name);
    execute format('drop trigger if exists z_trail on %I', e.name);
    execute format('create trigger a_header before insert on %I for each row
      execute function entry.fill_header(%L, %L)', e.name, e.category,
      case when e.name in ('adjustment', 'own_words', 'safe_contact', 'hard_time', 'death') then 'always' end);
    execute format('create trigger b_guard before update on %I for each row execute function entry.guard_update()',
      e.name);
    execute format('drop trigger if exists z_trail_given on %I', e.name);
    execute format('drop trigger if exists z_trail_loaded on %I', e.name);
    if e.name in ('person_name', 'birth', 'identity_detail', 'identity_words', 'identifier', 'reach', 'address',
      'involvement') then
      execute format('create trigger z_trail after update or delete on %I for each row
        execute function entry.write_trail(%L)', e.name, e.level);
      execute format('create trigger z_trail_given after insert on %I for each row when (not access.loads())
        execute function entry.write_trail(%L)', e.name, e.level);
      execute format('create trigger z_trail_loaded after insert on %I referencing new table as became
        for each statement when (access.loads()) execute function entry.write_trail_of_all()', e.name);
    else
      execute format('create trigger z_trail after insert or update or delete on %I for each row
        execute function entry.write_trail(%L)', e.name, e.level);
    end if;
  end loop;
  for e in select * from entry.part loop
    execute format('drop trigger if exists b_whole on %I', e.name);
    execute format('create trigger b_whole before insert on %I for each row execute function entry.same_whole(%L, %L)',
      e.name, e.whole, e.key);
  end loop;
  for e in select unnest(array['agreement','agreement_party','party_asked','agreement_term','receiver_group','group_answer',
    'receiver_group_team','cohort_member','agency','team','app_user','membership','membership_team','role_offer',
    'record','link_event',
    'not_same','conflict','share_grant','urgent_access','protected_whereabouts_team','limited_access_named',
    'entry_named','referral_step','handing_over','link_candidate','taking_away','confirmation','import_batch',
    'incident','rights_request','erasure',
    'source_row']) as name
  loop
    execute format('drop trigger if exists z_audit on %I', e.name);
    execute format('drop trigger if exists z_audit_of_all on %I', e.name);
    if e.name in ('link_event', 'link_candidate', 'record', 'source_row') then
      execute format('create trigger z_audit after update or delete on %I for each row
        execute function entry.write_audit()', e.name);
      execute format('create trigger z_audit_of_all after insert on %I referencing new table as became
        for each statement execute function entry.write_audit_of_all()', e.name);
    else
      execute format('create trigger z_audit after insert or update or delete on %I for each row
        execute function entry.write_audit()', e.name);
    end if;
  end loop;
end $$;
