-- W3 by hand, first of three: the headline. Header and trail come from the same triggers.
insert into contact (id, person_id, categories, audience, happened_on, kind, outcome, major)
values ($1, $2, '{}', 'agreed', $3::date, 'office', 'kept', false)
