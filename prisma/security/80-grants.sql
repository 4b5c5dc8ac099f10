-- Append-only is a grant: what is not named here cannot be done by the runtime login, whatever the app tries.
do $$
declare t text;
begin
  -- Entry tables: read, give. Changing a row is named column by column below; deleting is for nobody.
  foreach t in array array['person_name','birth','identity_detail','identifier','reach','address','living_situation',
    'relationship','adjustment','own_words','safe_contact','choice','protected_whereabouts','protected_name',
    'limited_access','harm_link','unnamed','death','involvement','involvement_worker','contact','contact_words',
    'contact_place','contact_other','appointment','need_rating','need_note','assessment','assessment_item','warning',
    'warning_detail','plan_goal','plan_action','referral','referral_detail'] loop
    execute format('grant select on %I to {{app}}, {{worker}}', t);
  end loop;
  foreach t in array array['person_name','birth','identity_detail','identifier','reach','address','living_situation',
    'relationship','adjustment','own_words','safe_contact','choice','protected_name','harm_link','unnamed','death',
    'contact','contact_words','contact_place','contact_other','appointment','need_rating','need_note','assessment',
    'assessment_item','warning','warning_detail','plan_goal','plan_action','referral','referral_detail'] loop
    execute format('grant insert on %I to {{app}}, {{worker}}', t);
  end loop;
end $$;

grant select on access.placed_team to {{app}}, {{worker}};
grant select on person, person_access, cohort_member, change to {{app}}, {{worker}};
grant select (id, person_id, agency_id, local_ref, origin, batch_id, confirmed, created_at, closed_at, keep_until, hold)
  on record to {{app}}, {{worker}};
grant select, insert, update, delete on draft to {{app}};
grant select, insert, update (went_to) on idempotency to {{app}};
grant select, update (seen_at) on notice to {{app}};

-- Named columns only.
grant update (categories, audience, happened_on, kind, outcome, with_whom, major, withdrawn_at, withdrawn_reason)
  on contact to {{app}};
grant update (categories, audience) on contact_words, contact_place, need_rating, need_note, warning_detail to {{app}};
grant update (ends_on, end_reason, handover) on involvement to {{app}};
grant update (ends_on, lead) on involvement_worker to {{app}};
grant update (ended_at, ended_reason) on warning to {{app}};
grant update (ended_on) on birth, identity_detail, identifier, reach, relationship, adjustment, own_words, safe_contact
  to {{app}};
grant update (until_on) on address, living_situation to {{app}};
grant update (starts_at, minutes, kind, place, outcome) on appointment to {{app}};
grant update (withdrawn_at) on choice to {{app}};
grant update (ended_at) on harm_link, protected_name to {{app}};
grant update (used_until) on person_name to {{app}};
grant update (named_at) on unnamed to {{app}};

-- No rows about people: a short named list, without row security. Names of users, not their addresses.
grant select on installation, agency, team, category, entry_class, code, agreement, agreement_party, agreement_term,
  receiver_group, receiver_group_team, membership, membership_team to {{app}}, {{worker}};
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
revoke execute on function access.uuid7(), access.hold(uuid), people.move_record(uuid, uuid, text, text, jsonb, boolean),
  people.move_records(uuid[], uuid[]), people.follow(uuid[], uuid[], uuid[]),
  sign_in.new_session(uuid, bytea, uuid, text), access.objected(uuid, text[], uuid[]),
  access.consented(uuid, uuid, uuid, text), access.limit_on(uuid), people.custodian_decides(uuid),
  access.viewer_of(uuid), access.teams_of(access.viewer), access.keys_of(access.viewer), access.barred_of(access.viewer),
  access.terms_of(access.viewer), access.terms_at(access.viewer, int), access.link_holds(access.viewer, uuid, uuid),
  access.decide(access.viewer, uuid, uuid, int, jsonb), access.grounds_of(access.viewer, uuid),
  access.knows(access.viewer, uuid),
  access.shared_to(access.viewer, uuid, uuid, int, int),
  access.may_locate_as(access.viewer, uuid) from {{app}}, {{worker}};
