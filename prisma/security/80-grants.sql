-- Append-only is a grant: what is not named here cannot be done by the runtime login, whatever the app tries.
do $$
declare t text;
begin
  -- Entry tables: read, give. Changing a row is named column by column below; deleting is for nobody.
  foreach t in array array['person_name','birth','identity_detail','identity_words','identifier','reach','address',
    'living_situation','living_area','relationship','adjustment','own_words','safe_contact','choice','protected_name',
    'harm_link','unnamed','involvement','involvement_worker','handover','contact',
    'contact_words','contact_place','contact_other','contact_withdrawal','appointment','appointment_place',
    'need_rating','need_grade','need_note','assessment','assessment_item','warning','warning_detail','warning_end',
    'plan_goal','plan_action','plan_asked','plan_review','plan_strength','held_plan','hard_time','referral','referral_detail'] loop
    execute format('grant select on %I to {{app}}, {{worker}}', t);
  end loop;
  -- What a role gives by hand; all else is given by functions, and all that the worker gives.
  for t in select table_name from access.entry_verb where gives is not null loop
    execute format('grant insert on %I to {{app}}', t);
  end loop;
end $$;

-- All but why: no screen shows it. Why somebody must be protected is for whoever protected them, and who told of a
-- death for those who are asked whether to end their work (87c-waiting.sql).
grant select (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at, version,
  set_on, review_on, ended_at, ended_by) on protected_whereabouts to {{app}}, {{worker}};
grant select (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at, version,
  set_on, review_on, custodian_id, ended_at, ended_by) on limited_access to {{app}}, {{worker}};
grant select (id, person_id, record_id, agency_id, team_id, class_id, categories, audience, given_by, given_at, version,
  died_on, withdrawn_at, withdrawn_by) on death to {{app}}, {{worker}};
grant select on access.placed_team to {{app}}, {{worker}};
grant select on person, person_access, cohort_member, change to {{app}}, {{worker}};
grant select (id, person_id, agency_id, local_ref, origin, batch_id, confirmed, created_at, closed_at, keep_until, hold)
  on record to {{app}}, {{worker}};
grant select, insert, update, delete on draft to {{app}};
grant select, insert, update (went_to) on idempotency to {{app}};
grant select, update (seen_at) on notice to {{app}};

-- Columns that some command changes, and no others (a test looks for each in lib/). What an entry is about and who
-- reads it change by work.recategorise_contact alone.
grant update (withdrawn_at) on contact to {{app}};
grant update (withdrawn_at, withdrawn_why) on need_rating, assessment to {{app}};
grant update (ends_on, end_reason) on involvement to {{app}};
grant update (ends_on, lead) on involvement_worker to {{app}};
grant update (ended_at) on warning to {{app}};
grant update (ended_on) on birth, identity_detail, identifier, reach, relationship, adjustment, own_words, safe_contact
  to {{app}};
grant update (until_on) on address, living_situation to {{app}};
grant update (withdrawn_at) on choice to {{app}};
grant update (ended_at) on harm_link, protected_name to {{app}};
grant update (used_until) on person_name to {{app}};
grant update (ended_on, outcome) on plan_goal to {{app}};
grant update (owner_user_id, taken_on_at, due_on, moved_from, moved_why, done_on, not_done_on, not_done_why, withdrawn_on)
  on plan_action to {{app}};
grant update (held_on, outcome, present, dropped_on) on plan_review to {{app}};
grant update (ended_on) on plan_strength, held_plan, hard_time to {{app}};
grant update (starts_at, minutes, agreed_on, moved_from, outcome, missed_why, cancelled_by, other_answer)
  on appointment to {{app}};

-- No rows about people: a short named list, without row security. Names of users, not their addresses.
grant select (id, mode, place) on installation to {{app}}, {{worker}};
grant select on agency, team, category, entry_class, code, agreement, agreement_party, agreement_term,
  receiver_group, receiver_group_team, group_answer, party_asked, membership, membership_team to {{app}}, {{worker}};
grant select (id, name, phone, ended_at) on app_user to {{app}}, {{worker}};
do $$
declare t text;
begin -- area sets: public geography, no rows about people
  for t in select tablename from pg_tables where schemaname = 'public'
    and (tablename like 'area%' or tablename = 'postcode') and tablename <> 'area_upload' loop
    execute format('grant select on %I to {{app}}, {{worker}}, {{insight}}', t);
  end loop;
end $$;

-- Functions: every one was revoked from public when made; these are the doors.
grant execute on all functions in schema access, page, people, work, sharing, trail, sign_in to {{app}};
grant execute on all functions in schema access, page to {{worker}};
revoke execute on function access.uuid7(), access.keyed(text), sign_in.guess_of(bytea),
  people.question_of(text[], text[], int, int, int), access.hold(uuid), people.move_record(uuid, uuid, text, text, jsonb, boolean),
  people.move_records(uuid[], uuid[]), people.follow(uuid[], uuid[], uuid[]),
  sign_in.new_session(uuid, bytea, uuid, text, timestamptz, text), sign_in.end_session(text),
  sign_in.account_key(text), sign_in.wait_left(bigint, timestamptz, int, int), sign_in.give_back(sign_in_attempt),
  access.objects(access.viewer, choice, uuid), access.objected(access.viewer, uuid, text[], uuid), access.gains_by(uuid, uuid, uuid),
  access.word_of(uuid, uuid, uuid), access.vouched(uuid, uuid, uuid, uuid, uuid), access.said_of(uuid, uuid),
  access.consented(uuid, uuid, uuid, text, uuid), access.limit_on(uuid), people.custodian_decides(uuid),
  access.viewer_of(uuid), access.viewer_in(membership), access.teams_of(access.viewer), access.keys_of(access.viewer), access.barred_of(access.viewer),
  access.link_holds(access.viewer, uuid, uuid),
  access.decide(access.viewer, uuid, uuid, int, int), access.grounds_of(access.viewer, uuid[]),
  access.doors_of(access.viewer, uuid[], uuid, int), access.my_look(), access.my_givers(uuid[]),
  access.knows(access.viewer, uuid),
  access.granted_to(access.viewer, uuid, uuid, int),
  access.givers_of(access.viewer, uuid[], access.door[]), access.knows_giver_as(access.viewer, uuid, uuid, uuid),
  access.agency_knows_giver(uuid, uuid, uuid),
  access.may_locate_as(access.viewer, uuid, uuid), access.verbs_of(text) from {{app}}, {{worker}};
revoke execute on function work.sends_referral(referral), work.receives_referral(referral),
  work.acts_for(referral, text), work.referral_news(uuid), work.tell_of_referral(referral, text),
  work.word_referral(referral, jsonb), work.open_handing(uuid, boolean), work.settle_handing(uuid),
  work.handing_news(handing_over) from {{app}}, {{worker}};
revoke execute on function access.by_request(access.viewer),
  access.reads_row(access.viewer, text, uuid, jsonb),
  access.reads_part(access.viewer, text, uuid, jsonb) from {{app}}, {{worker}};
revoke execute on function people.searches_made(text), people.count_search(text, int),
  people.names_like(text[], text[]), people.known_by(text[], text[], text[]) from {{app}}, {{worker}};
