-- What is withheld has no history: what a word of it was before may tell where it is.
delete from place.service_change where service_id in (select id from place.service where withheld);
