-- Contacts: the headline, the words, the place. Some records are busier than others.
create unlogged table bench.contact as
select c, r.person_id, r.record_id, r.agency_id, r.team_id, r.class_own as class_id, r.categories,
  r.given_by,
  current_date - bench.draw(c, 81, 1000)::int as day
from generate_series(1, bench.contacts()) c
join bench.record r on r.seq = 1 + case when bench.draw(c, 82, 3) = 0
  then bench.draw_low(c, 83, (select count(*) from bench.record))
  else bench.draw(c, 83, (select count(*) from bench.record)) end;
analyze bench.contact;
insert into contact (id, person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  given_at,
  happened_on, kind, outcome, major)
select bench.id(29, c), person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  day + interval '15 hours', day,
    (array['office','phone','home_visit','text','centre'])[1 + bench.draw(c, 84, 5)],
  case when bench.draw(c, 85, 5) = 0 then 'not_seen' else 'kept' end, bench.draw(c, 86, 12) = 0
    from bench.contact;
insert into contact_words (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  contact_id, edition, words)
select bench.id(30, c), person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  day + interval '15 hours', bench.id(29, c), 1, a.words || ' ' || b.words from bench.contact
join bench.phrase a on a.no = bench.draw(c, 87, (select count(*) from bench.phrase))
join bench.phrase b on b.no = bench.draw(c, 88, (select count(*) from bench.phrase));
insert into contact_place (id, person_id, record_id, agency_id, team_id, class_id, categories,
  given_by, given_at,
  contact_id, happened_at, place)
select bench.id(31, c), person_id, record_id, agency_id, team_id, class_id, categories, given_by,
  day + interval '15 hours', bench.id(29, c), day + interval '14 hours', 'Castle House'
    from bench.contact;
drop table bench.contact;
