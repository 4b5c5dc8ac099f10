-- Needs, warnings, the plan and dates.
insert into need_rating (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  domain, state, rated_on)
select bench.id(22, n * 8 + k), person_id, record_id, agency_id, team_id, class_own, categories,
  given_by, given_at,
  (array['homelessness','substance_use','justice','mental_health','money','physical_health'])[1 +
    bench.draw(n * 8 + k, 71, 6)], 'current',
  started + (k * 40 % greatest(1, current_date - started))
from bench.record, generate_series(0, 4) k;
insert into need_grade (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  need_rating_id, severity, trend)
select bench.id(32, n * 8 + k), person_id, record_id, agency_id, team_id, class_own, categories,
  given_by, given_at,
  bench.id(22, n * 8 + k), 1 + bench.draw(n * 8 + k, 72, 4)::int,
  (array['better','same','worse'])[1 + bench.draw(n * 8 + k, 73, 3)]
from bench.record, generate_series(0, 4) k;
insert into need_note (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  need_rating_id, words)
select bench.id(23, r.n), r.person_id, r.record_id, r.agency_id, r.team_id, r.class_own,
  r.categories, r.given_by,
  r.given_at, bench.id(22, r.n * 8), p.words
from bench.record r join bench.phrase p on p.no = bench.draw(r.n, 74, (select count(*)
  from bench.phrase));
insert into warning (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  given_at, kind,
  headline, told, starts_on, lapses_on)
select bench.id(24, n), person_id, record_id, agency_id, team_id, class_safety, array['safety'],
  given_by, given_at,
  'visit', 'Visit in pairs', 'yes', started, current_date + (bench.draw(n, 75, 200))::int
from bench.record where bench.draw(n, 76, 9) = 0;
insert into warning_detail (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  warning_id, evidence)
select bench.id(25, n), person_id, record_id, agency_id, team_id, class_own, categories, given_by,
  given_at,
  bench.id(24, n), 'A dog was loose at the last visit.' from bench.record where bench.draw(n, 76,
    9) = 0;
insert into plan_goal (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  words, review_on)
select bench.id(26, n), person_id, record_id, agency_id, team_id, class_plan, array['plan'],
  given_by, given_at,
  'A place of my own by the summer', current_date + (bench.draw(n, 77, 120))::int - 20
from bench.record where bench.draw(n, 78, 3) = 0;
insert into plan_action (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  goal_id, words, owner_name, due_on)
select bench.id(27, n), person_id, record_id, agency_id, team_id, class_plan, array['plan'],
  given_by, given_at,
  bench.id(26, n), 'Send the form', 'Worker', current_date + (bench.draw(n, 79, 60))::int
from bench.record where bench.draw(n, 78, 3) = 0;
insert into appointment (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  starts_at, kind, worker_name, outcome)
select bench.id(28, n * 4 + k), person_id, record_id, agency_id, team_id, class_own, categories,
  given_by, given_at,
  current_date + (bench.draw(n * 4 + k, 80, 40))::int - 20 + interval '10 hours', 'Appointment',
  'Worker', case when bench.draw(n * 4 + k, 80, 40) < 20 then 'kept' end
from bench.record, generate_series(0, 1) k where ended is null;
insert into appointment_place (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  appointment_id, place)
select bench.id(33, n * 4 + k), person_id, record_id, agency_id, team_id, class_own, categories,
  given_by, given_at,
  bench.id(28, n * 4 + k), 'Castle House'
from bench.record, generate_series(0, 1) k where ended is null;
