-- Which agencies know whom. A person may have one record in each of four slots; a slot is shared
-- out among agencies, so the jobcentres, which are one agency, come to know three people in ten:
-- 300,000 of a million. Teams are as many as keep an open caseload near fifty.
create table bench.slot (slot int primary key, known numeric);
insert into bench.slot values (0, 0.50), (1, 0.70), (2, 0.60), (3, 0.50);

create table bench.agency as
select s.slot, a.id as agency_id, a.key, x.share, t.id as model_team_id,
  t.default_categories as categories,
  sum(x.share) over (partition by s.slot order by a.key) - x.share as low,
  sum(x.share) over (partition by s.slot order by a.key) as high,
  greatest(1, ceil(bench.people() * s.known * x.share / 100 * 0.45 / 50))::int as teams
from (values (0, 'jobcentre', 60), (0, 'probation', 25), (0, 'police', 15),
  (1, 'options', 30), (1, 'meadow', 30), (1, 'hf', 20), (1, 'riverside', 20),
  (2, 'cmh', 35), (2, 'dna', 35), (2, 'gp', 15), (2, 'hospital', 15),
  (3, 'asc', 25), (3, 'lantern', 25), (3, 'debt', 25), (3, 'youth', 25)) as x(slot, key, share)
join bench.slot s using (slot) join agency a using (key)
join lateral (select * from team where agency_id = a.id order by key limit 1) t on true;

create table bench.team as
select row_number() over (order by a.slot, a.key, n) as no, a.slot, a.key, a.agency_id,
  a.model_team_id, n
from bench.agency a, generate_series(0, a.teams - 1) n;

create index on bench.team (slot, key, n);
analyze bench.agency, bench.team;

insert into team (id, agency_id, key, name, function, default_categories, phone, implies_place)
select bench.id(1, b.no), b.agency_id, 'bench-' || b.no, m.name || ' ' || b.n + 1, m.function,
  m.default_categories, '01632 960' || lpad((b.no % 1000)::text, 3, '0'), m.implies_place
from bench.team b join team m on m.id = b.model_team_id;
-- Each stands in the agreements where the team it is modelled on stands.
insert into receiver_group_team (group_id, team_id)
select g.group_id, bench.id(1, b.no) from bench.team b
join receiver_group_team g on g.team_id = b.model_team_id;

-- Four practitioners and a manager to a team.
create table bench.worker as
select b.no * 5 + j as no, b.no as team_no, b.agency_id, j = 4 as manages,
  g.name || ' ' || f.name as name
from bench.team b cross join generate_series(0, 4) j
join bench.given g on g.no = bench.draw(b.no * 5 + j, 901, (select count(*) from bench.given))
join bench.family f on f.no = bench.draw(b.no * 5 + j, 902, (select count(*) from bench.family));
create index on bench.worker (no);
analyze bench.worker;
insert into app_user (id, name, email, phone)
select bench.id(2, no), name, 'worker' || no || '@bench.example', '01632 960999' from bench.worker;
insert into membership (id, user_id, agency_id, role, job_title, starts_at)
select bench.id(3, no), bench.id(2, no), agency_id, case when manages then 'manager'
  else 'practitioner' end,
  case when manages then 'Team manager' else 'Worker' end, now() - interval '4 years'
    from bench.worker;
insert into membership_team (membership_id, team_id)
select bench.id(3, no), bench.id(1, team_no) from bench.worker;

-- Classes of every agency for what the entries below are about.
insert into entry_class (agency_id, categories)
select distinct a.agency_id, c.categories from bench.agency a
cross join lateral (values (array['identity']), (array['whereabouts']), (array['safety']),
  (array['plan']),
  (array['equality']), (a.categories)) as c(categories)
on conflict (agency_id, categories) do nothing;
