-- W3 by hand: headline, words and place in one statement. Headers, history and trail come from
-- the same triggers.
with headline as (
  insert into contact (id, person_id, categories, audience, happened_on, kind, outcome, with_whom,
    major)
  values ($1, $2, '{}', 'agreed', $3::date, 'office', 'kept', null, false)),
said as (
  insert into contact_words (id, person_id, categories, audience, contact_id, words, locates)
  values ($4, $2, '{}', 'agreed', $1, $5, false))
insert into contact_place (id, person_id, categories, audience, contact_id, happened_at, place)
values ($6, $2, '{}', 'agreed', $1, $7::timestamptz, $8)
