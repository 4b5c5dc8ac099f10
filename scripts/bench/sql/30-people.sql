-- People, and the records agencies have of them: two or three each. The table of records carries
-- what every entry on it begins with.
insert into person (id, created_at)
select bench.id(4, i), now() - interval '3 years' from generate_series(1, bench.people()) i;

create unlogged table bench.record as
select i * 4 + a.slot as n, i, a.slot, a.agency_id, a.categories, bench.id(4, i) as person_id,
  bench.id(5, i * 4 + a.slot) as record_id, t.no as team_no, bench.id(1, t.no) as team_id,
  t.no * 5 + bench.draw(i * 4 + a.slot, 12, 4) as worker_no,
  current_date - (30 + bench.draw(i * 4 + a.slot, 13, 1000))::int as started,
  case when bench.draw(i * 4 + a.slot, 14, 100) >= 45
    then current_date - bench.draw(i * 4 + a.slot, 15, 30)::int end as ended
from generate_series(1, bench.people()) i
join bench.slot s on bench.draw(i, 20 + s.slot, 1000) < s.known * 1000
  or (s.slot = 1 and not exists (select 1 from bench.slot o
    where bench.draw(i, 20 + o.slot, 1000) < o.known * 1000))
join bench.agency a on a.slot = s.slot and bench.draw(i, 30 + s.slot, 100) >= a.low
  and bench.draw(i, 30 + s.slot, 100) < a.high
join bench.team t on t.slot = a.slot and t.key = a.key and t.n = bench.draw(i, 40 + s.slot,
  a.teams);
alter table bench.record add column seq bigserial;
alter table bench.record add column class_own int, add column class_identity int,
  add column class_whereabouts int, add column class_safety int, add column class_plan int,
  add column class_equality int, add column given_at timestamptz, add column given_by uuid;
create table bench.class as select a.agency_id,
  max(k.id) filter (where k.categories = a.categories) as own,
  max(k.id) filter (where k.categories = '{identity}') as identity,
  max(k.id) filter (where k.categories = '{whereabouts}') as whereabouts,
  max(k.id) filter (where k.categories = '{safety}') as safety,
  max(k.id) filter (where k.categories = '{plan}') as plan,
  max(k.id) filter (where k.categories = '{equality}') as equality
  from bench.agency a join entry_class k on k.agency_id = a.agency_id group by a.agency_id;
update bench.record r set class_own = c.own, class_identity = c.identity,
  class_whereabouts = c.whereabouts,
  class_safety = c.safety, class_plan = c.plan, class_equality = c.equality,
  given_at = r.started + interval '9 hours', given_by = bench.id(2, r.worker_no)
from bench.class c where c.agency_id = r.agency_id;
create index on bench.record (seq);
create index on bench.record (team_no);
analyze bench.record;

insert into record (id, person_id, agency_id, local_ref, created_at)
select record_id, person_id, agency_id, 'B' || n, given_at from bench.record;
insert into involvement (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  came_from, starts_on, ends_on, end_reason)
select bench.id(6, n), person_id, record_id, agency_id, team_id, class_own, categories, given_by,
  given_at,
  'feed', started, ended, case when ended is not null then 'finished' end from bench.record;
-- One in thirty of the open ones waits to be allocated.
insert into involvement_worker (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by,
  given_at, involvement_id, user_id, worker_name, worker_phone, lead, starts_on, ends_on)
select bench.id(7, r.n), r.person_id, r.record_id, r.agency_id, r.team_id, r.class_own,
  r.categories, r.given_by,
  r.given_at, bench.id(6, r.n), bench.id(2, w.no), w.name, '01632 960999', true, r.started, r.ended
from bench.record r join bench.worker w on w.no = r.worker_no where bench.draw(r.n, 16, 30) > 0;

analyze involvement_worker;

-- Who may open whom: what the triggers on the two tables above write, set-wise.
insert into person_access (id, person_id, record_id, viewer, agency_id, ground, opens, source_id,
  starts_at, ends_at)
select bench.id(8, n), person_id, record_id, 't:' || team_id, agency_id, 'involvement', 'shared',
  bench.id(6, n),
  access.start_of_london_day(started), access.end_of_london_day(ended) from bench.record
union all
select bench.id(9, r.n), r.person_id, r.record_id, 'u:' || w.user_id, r.agency_id, 'worker',
  'shared', w.id,
  access.start_of_london_day(w.starts_on), access.end_of_london_day(w.ends_on)
from bench.record r join involvement_worker w on w.id = bench.id(7, r.n);
analyze person_access;

-- Four in ten are in the first agreement's cohort, placed by a desk that reads nothing by it.
insert into cohort_member (id, agreement_id, person_id, starts_at, agency_id, decided_by, told_on)
select bench.id(10, i), (select id from agreement order by no limit 1), bench.id(4, i), now()
  - interval '2 years', bench.id(1, 0), bench.id(2, 0), current_date - 700
from generate_series(1, bench.people()) i where bench.draw(i, 17, 10) < 4;
