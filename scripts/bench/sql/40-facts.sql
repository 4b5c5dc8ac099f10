-- What each agency holds of who a person is: agencies differ a little, as they do.
insert into person_name (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  kind, given, middle, family, sort_key, norm)
select bench.id(11, r.n), r.person_id, r.record_id, r.agency_id, r.team_id, r.class_identity,
  array['identity'],
  r.given_by, r.given_at, 'legal', g.name, '', f.name, f.sort || ' ' || g.norm,
    g.norm || ' ' || f.norm
from bench.record r
join bench.given g on g.no = bench.draw_low(r.i * 10 + (bench.draw(r.n, 50, 12) = 0)::int, 51,
  (select count(*) from bench.given))
join bench.family f on f.no = bench.draw_low(r.i, 52, (select count(*) from bench.family));
insert into birth (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  given_at, year,
  month, day, estimated)
select bench.id(12, n), person_id, record_id, agency_id, team_id, class_identity,
  array['identity'], given_by, given_at,
  1945 + bench.draw(i, 53, 60)::int, 1 + bench.draw(i, 54, 12)::int,
  case when bench.draw(n, 55, 25) > 0 then 1 + bench.draw(i, 56, 28)::int end, bench.draw(n, 57,
    40) = 0
from bench.record;
insert into identity_detail (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by,
  given_at, sex, ethnicity)
select bench.id(13, n), person_id, record_id, agency_id, team_id, class_equality,
  array['equality'], given_by, given_at,
  case when bench.draw(i, 58, 100) < 38 then 'female' else 'male' end, null
from bench.record where bench.draw(n, 59, 2) = 0;
-- A number of the agency's own for everybody; an NHS number of the range that is nobody's for six
-- in ten.
insert into identifier (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  type, value, norm, check_state)
select bench.id(14, n), person_id, record_id, agency_id, team_id, class_identity,
  array['identity'], given_by, given_at,
  'local', 'B' || n, 'B' || n, 'ok' from bench.record
union all
select bench.id(15, n), person_id, record_id, agency_id, team_id, class_identity,
  array['identity'], given_by, given_at,
  'nhs', '999' || lpad(i::text, 7, '0'), '999' || lpad(i::text, 7, '0'), 'warning'
from bench.record where slot = 2 and bench.draw(i, 60, 10) < 6;
insert into reach (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  given_at, kind,
  value, norm)
select bench.id(16, n), person_id, record_id, agency_id, team_id, class_identity,
  array['identity'], given_by, given_at,
  'mobile', '04' || lpad(i::text, 9, '0'), '04' || lpad(i::text, 9, '0')
from bench.record where bench.draw(n, 61, 2) = 0;
insert into address (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  given_at, lines,
  postcode, norm, area_code, from_on)
select bench.id(17, r.n), r.person_id, r.record_id, r.agency_id, r.team_id, r.class_whereabouts,
  array['whereabouts'],
  r.given_by, r.given_at, 1 + bench.draw(r.i, 62, 200) || ' Invented Street', p.postcode,
  replace(p.postcode, ' ', ''), p.code, r.started
from bench.record r join bench.place p on p.no = bench.draw(r.i * 3 + (bench.draw(r.n, 63, 4)
  = 0)::int, 64,
  (select count(*) from bench.place)) where bench.draw(r.n, 65, 10) < 8;
insert into living_situation (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by,
  given_at, code, settled, from_on)
select bench.id(18, n), person_id, record_id, agency_id, team_id, class_whereabouts,
  array['whereabouts'], given_by,
  given_at, (array['A01D','A08A','A04','A07A','A03'])[1 + bench.draw(i, 66, 5)], bench.draw(i, 66,
    5) in (0, 2),
  started from bench.record where bench.draw(n, 67, 10) < 7;
insert into safe_contact (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  channel, allowed, note)
select bench.id(19, n), person_id, record_id, agency_id, team_id, class_safety, array['safety'],
  given_by, given_at,
  'text', 'yes', 'Text first' from bench.record where bench.draw(n, 68, 5) = 0;
insert into adjustment (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  kind, detail)
select bench.id(20, n), person_id, record_id, agency_id, team_id, class_safety, array['safety'],
  given_by, given_at,
  'reading', 'Finds letters hard: ring and read it aloud' from bench.record where bench.draw(n, 69,
    5) = 0;
insert into own_words (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  words, said_on)
select bench.id(21, n), person_id, record_id, agency_id, team_id, class_safety, array['safety'],
  given_by, given_at,
  'Please do not ask me to tell it all again.', started from bench.record where bench.draw(n, 70,
    6) = 0;
