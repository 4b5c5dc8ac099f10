-- What each role may do: the one table of it. `can` and `permit` (lib/access/policy.ts) are handed a viewer's verbs by
-- sign_in.begin; the policies of giving and amending ask it here, so that whoever has the app's login and somebody's
-- token can give no more by hand than that somebody can on the screen.
set local role {{definer}};

create function access.verbs_of(of_role text) returns text[]
language sql immutable set search_path = pg_catalog, pg_temp as $$
  select array_agg(v order by v) from (
    select unnest(array['person:open', 'contact:record', 'contact:correct', 'draft:keep']) as v
    where of_role in ('limited', 'practitioner', 'manager')
    union all select unnest(array['role:answer', 'notice:put-away']) where of_role in ('limited', 'practitioner',
      'manager', 'steward', 'custodian', 'commissioner', 'officer', 'administrator')
    union all select 'sharing:confirm' where of_role in ('practitioner', 'manager', 'officer')
    union all select 'role:agree' where of_role in ('manager', 'officer', 'administrator')
    union all select unnest(array['contact:reword', 'person:search', 'person:create', 'person:open-archive',
      'fact:give', 'fact:end', 'need:rate', 'assessment:record', 'warning:give', 'warning:end', 'involvement:start',
      'involvement:end', 'appointment:book', 'choice:record', 'cohort:decide', 'whereabouts:protect', 'name:protect',
      'access:limit', 'harm:link', 'conflict:declare', 'death:record', 'person:print', 'plan:write', 'service:find',
      'referral:send', 'referral:answer', 'handover:ask', 'handover:answer'])
    where of_role in ('practitioner', 'manager')
    union all select unnest(array['caseload:view', 'worker:allocate', 'place:view', 'waiting:decide',
      'place:correct']) where of_role = 'manager'
    union all select unnest(array['transfer:import', 'identity:review', 'identity:link', 'identity:unlink',
      'incident:read', 'draft:keep']) where of_role = 'steward'
    union all select unnest(array['person:open', 'access:limit', 'identity:review', 'identity:link', 'identity:unlink',
      'incident:read', 'limited:review', 'waiting:decide', 'draft:keep']) where of_role = 'custodian'
    union all select unnest(array['insight:view', 'place:view', 'readiness:lead', 'service:find', 'place:correct',
      'place:curate']) where of_role = 'commissioner'
    union all select 'draft:keep' where of_role = 'commissioner'
    union all select 'proposition:write' where of_role in ('manager', 'commissioner', 'officer')
    union all select unnest(array['publication:ask', 'publication:agree']) where of_role = 'officer'
    union all select unnest(array['log:read', 'incident:read', 'agreement:read', 'agreement:write', 'place:view',
      'service:find', 'draft:keep']) where of_role = 'officer'
    union all select unnest(array['admin:view', 'admin:write', 'agreement:read', 'transfer:count', 'place:view',
      'service:find', 'draft:keep']) where of_role = 'administrator') t
$$;

create function access.may(verb text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as
$$ begin return coalesce(verb = any (access.verbs_of((access.me()).role)), false); end $$;

-- Is this person open to me now through a relationship of my own (not the archive)?
create function access.works_with(of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select 1 from access.grounds_of(access.me(), array[of_person]) where opens = 'shared');
end $$;

-- The same through work that has begun, or by name: who was only sent a referral, or has urgent access for an hour, may
-- read, and record what happened; they decide nothing for everybody else who works with the person.
create function access.works_for(of_person uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select 1 from access.grounds_of(access.me(), array[of_person])
    where opens = 'shared' and ground not in ('referral', 'urgent'));
end $$;

-- Which verb lets a row of an entry table be given by hand, and on what ground; and which lets it be changed, and on
-- what ground. No verb: functions alone do that. A table that is not here is refused when its policies are written.
--   begun   work of one's own team, or one's own by name: what decides for everybody else who works with the person
--   shared  a referral or urgent access too: what happened, as whoever answers one must be able to record
--   own     an archive too: what one's own agency found wrong in its own, long after
create view access.entry_verb with (security_invoker = true) as
  select * from (values
    ('person_name', 'fact:give', 'begun', 'fact:end', 'own'), ('birth', 'fact:give', 'begun', 'fact:end', 'own'),
    ('identity_detail', 'fact:give', 'begun', 'fact:end', 'own'), ('identity_words', 'fact:give', 'begun', null, null),
    ('identifier', 'fact:give', 'begun', 'fact:end', 'own'), ('reach', 'fact:give', 'begun', 'fact:end', 'own'),
    ('address', 'fact:give', 'begun', 'fact:end', 'own'), ('living_situation', 'fact:give', 'begun', 'fact:end', 'own'),
    ('living_area', 'fact:give', 'begun', null, null), ('relationship', 'fact:give', 'begun', 'fact:end', 'own'),
    ('adjustment', 'fact:give', 'begun', 'fact:end', 'own'), ('own_words', 'fact:give', 'begun', 'fact:end', 'own'),
    ('safe_contact', 'fact:give', 'begun', 'fact:end', 'own'), ('unnamed', null, null, null, null),
    ('choice', 'choice:record', 'begun', 'choice:record', 'begun'),
    ('protected_whereabouts', null, null, null, null), ('limited_access', null, null, null, null),
    ('protected_name', 'name:protect', 'begun', 'name:protect', 'begun'),
    ('harm_link', null, null, 'harm:link', 'begun'), ('death', 'death:record', 'begun', null, null),
    ('involvement', null, null, 'involvement:end', 'begun'),
    ('involvement_worker', null, null, 'involvement:start', 'begun'),
    ('handover', 'involvement:end', 'begun', null, null), ('contact', 'contact:record', 'shared', 'contact:correct', 'own'),
    ('contact_words', 'contact:record', 'shared', null, null), ('contact_place', 'contact:record', 'shared', null, null),
    ('contact_other', 'contact:record', 'shared', null, null),
    ('contact_withdrawal', 'contact:correct', 'own', null, null),
    ('need_rating', 'need:rate', 'begun', 'need:rate', 'own'), ('need_grade', 'need:rate', 'begun', null, null),
    ('need_note', 'need:rate', 'begun', null, null), ('assessment', 'assessment:record', 'begun', 'assessment:record', 'own'),
    ('assessment_item', 'assessment:record', 'begun', null, null),
    ('warning', 'warning:give', 'begun', 'warning:end', 'begun'), ('warning_detail', 'warning:give', 'begun', null, null),
    ('warning_end', 'warning:end', 'begun', null, null),
    ('plan_goal', 'plan:write', 'begun', 'plan:write', 'begun'), ('plan_asked', 'plan:write', 'begun', null, null),
    ('plan_action', 'plan:write', 'begun', 'plan:write', 'begun'), -- and whoever owns it (63-plan.sql)
    ('plan_review', 'plan:write', 'begun', 'plan:write', 'begun'),
    ('plan_strength', 'plan:write', 'begun', 'plan:write', 'begun'),
    ('held_plan', 'plan:write', 'begun', 'plan:write', 'begun'),
    ('appointment', 'appointment:book', 'begun', 'appointment:book', 'begun'),
    ('appointment_place', 'appointment:book', 'begun', null, null),
    ('hard_time', 'fact:give', 'begun', 'fact:end', 'own'),
    -- Referrals are written and moved by functions alone (65b-referrals.sql).
    ('referral', null, null, null, null),
    ('referral_detail', null, null, null, null)) as v(table_name, gives, gives_on, amends, amends_on);
reset role;
