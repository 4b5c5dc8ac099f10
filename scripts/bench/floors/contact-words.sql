-- W3 by hand, second of three: the words.
insert into contact_words (id, person_id, categories, audience, contact_id, words, locates)
values ($1, $2, '{}', 'agreed', $3, $4, false)
