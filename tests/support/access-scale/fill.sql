-- An agency that knows 300,000 people, for looking at plans. Run by hand, as a superuser, on a database that holds
-- nothing but tables and security:  psql -d SCRATCH -f tests/support/access-scale/fill.sql
-- Triggers are off: rows are as the triggers would have left them.
set session_replication_role = replica;
\set people 300000
insert into category (key, label, hint, position) select k, k, k, 1 from unnest(array['housing','plan','identity','safety']) k;
insert into agency (id, key, institution, name, kind)
  select ('a0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'a' || n, 'i', 'Agency ' || n, 'charity' from generate_series(1, 18) n;
insert into team (id, agency_id, key, name, function)
  select ('b0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ('a0000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid,
    't' || n, 'Team ' || n, 'support' from generate_series(1, 18) n;
insert into app_user (id, name, email) values ('c0000000-0000-7000-8000-000000000001', 'U', 'u@example.org');
insert into membership (id, user_id, agency_id, role, starts_at) values ('d0000000-0000-7000-8000-000000000001',
  'c0000000-0000-7000-8000-000000000001', 'a0000000-0000-7000-8000-000000000001', 'practitioner', now() - interval '1 day');
insert into membership_team values ('d0000000-0000-7000-8000-000000000001', 'b0000000-0000-7000-8000-000000000001');
insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until) values (sha256('scale'),
  gen_random_uuid(), 'c0000000-0000-7000-8000-000000000001', 'd0000000-0000-7000-8000-000000000001', now() + interval '9 days', now() + interval '9 days');
-- As many sessions of others as a busy morning has: a small table would be scanned.
insert into session (token_hash, id, user_id, membership_id, idle_until, absolute_until)
  select sha256(n::text::bytea), gen_random_uuid(), 'c0000000-0000-7000-8000-000000000001', 'd0000000-0000-7000-8000-000000000001', now(), now() from generate_series(1, 5000) n;
insert into agreement (id, name, place, purpose, cohort_name, cohort_description, starts_at, review_on, host_agency_id)
  select ('e0000000-0000-7000-8000-00000000000' || n)::uuid, 'g', 'p', 's', 'c', 'c', now() - interval '9 days', '2030-01-01', 'a0000000-0000-7000-8000-000000000001' from generate_series(1, 2) n;
insert into receiver_group (id, agreement_id, name) select ('f0000000-0000-7000-8000-00000000000' || n)::uuid, ('e0000000-0000-7000-8000-00000000000' || n)::uuid, 'all' from generate_series(1, 2) n;
insert into receiver_group_team select g.id, t.id from receiver_group g, team t;
insert into agreement_party (id, agreement_id, agency_id, lawful_basis, conditions, confidence_lifted_by, regime, contact, signatory, signed_on, joined_at)
  select gen_random_uuid(), g.id, a.id, 'e', 'g', 'c', 'uk_gdpr', 'c', 's', '2020-01-01', now() - interval '9 days' from agreement g, agency a;
insert into agreement_term (id, agreement_id, giver_agency_id, category, group_id, level, purpose, starts_at)
  select gen_random_uuid(), 'e0000000-0000-7000-8000-000000000001', a.id, c.key, 'f0000000-0000-7000-8000-000000000001', 4, 's', now() - interval '9 days' from agency a, category c where c.key <> 'safety';
insert into entry_class (agency_id, categories) select a.id, array[c.key] from agency a, category c;
create function pg_temp.pid(n int) returns uuid language sql immutable as $$ select ('10000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create function pg_temp.rid(a int, n int) returns uuid language sql immutable as $$ select ('2000000' || a || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
insert into person (id) select pg_temp.pid(n) from generate_series(1, :people) n;
insert into record (id, person_id, agency_id) select pg_temp.rid(1, n), pg_temp.pid(n), 'a0000000-0000-7000-8000-000000000001' from generate_series(1, :people) n;
insert into record (id, person_id, agency_id) select pg_temp.rid(2, n), pg_temp.pid(n), 'a0000000-0000-7000-8000-000000000002' from generate_series(1, :people) n where n % 5 < 2;
insert into cohort_member (id, agreement_id, person_id, starts_at, agency_id, decided_by) select gen_random_uuid(), 'e0000000-0000-7000-8000-000000000001', pg_temp.pid(n), now() - interval '1 day', 'a0000000-0000-7000-8000-0000000000ff', pg_temp.pid(1) from generate_series(1, :people) n where n % 5 < 2;
insert into involvement (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by, came_from, starts_on)
  select gen_random_uuid(), pg_temp.pid(n), pg_temp.rid(1, n), k.agency_id, 'b0000000-0000-7000-8000-000000000001', k.id, k.categories, pg_temp.pid(1), 'feed', '2024-01-01'
  from generate_series(1, :people) n, entry_class k where k.agency_id = 'a0000000-0000-7000-8000-000000000001' and k.categories = '{plan}';
insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, starts_at)
  select gen_random_uuid(), pg_temp.pid(n), pg_temp.rid(1, n), 't:b0000000-0000-7000-8000-000000000001', 'a0000000-0000-7000-8000-000000000001', 'involvement', 'shared', now() - interval '1 day' from generate_series(1, :people) n;
insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, starts_at)
  select gen_random_uuid(), pg_temp.pid(n), pg_temp.rid(2, n), 't:b0000000-0000-7000-8000-000000000002', 'a0000000-0000-7000-8000-000000000002', 'involvement', 'shared', now() - interval '1 day' from generate_series(1, :people) n where n % 5 < 2;
insert into person_name (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by, given, family, sort_key, norm)
  select gen_random_uuid(), r.person_id, r.id, r.agency_id, 'b0000000-0000-7000-8000-000000000001', k.id, k.categories, pg_temp.pid(1), 'G', 'F', md5(r.id::text), 'G F'
  from record r join entry_class k on k.agency_id = r.agency_id and k.categories = '{identity}';
-- Six contacts by us and six by the other agency where it knows the person, over two years, each with words.
create temp table made as select gen_random_uuid() as id, r.person_id, r.id as record_id, r.agency_id, k.id as class_id, k.categories, date '2024-01-01' + (random() * 700)::int as day, random() as luck
  from record r join entry_class k on k.agency_id = r.agency_id and k.categories = '{housing}', generate_series(1, 6);
insert into contact (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by, happened_on, kind, outcome)
  select id, person_id, record_id, agency_id, case when agency_id = 'a0000000-0000-7000-8000-000000000001' then 'b0000000-0000-7000-8000-000000000001'::uuid else 'b0000000-0000-7000-8000-000000000002' end,
    class_id, categories, pg_temp.pid(1), day, 'visit', case when luck < 0.7 then 'kept' else 'not_seen' end from made;
insert into contact_words (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by, contact_id, words)
  select gen_random_uuid(), person_id, record_id, agency_id, 'b0000000-0000-7000-8000-000000000001', class_id, categories, pg_temp.pid(1), id, 'We talked about the flat and what to do next week.' from made;
set session_replication_role = origin;
analyze;
