-- W3 by hand, third of three: time and place.
insert into contact_place (id, person_id, categories, audience, contact_id, happened_at, place)
values ($1, $2, '{}', 'agreed', $3, $4::timestamptz, $5)
