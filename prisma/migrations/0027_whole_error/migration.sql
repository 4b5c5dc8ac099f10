-- Not to be counted in figures for planning is the person's own choice, beside what they said about sharing. It takes
-- nothing from anybody who helps them.
alter table choice drop constraint choice_kind;
alter table choice add constraint choice_kind check (kind in ('objection', 'consent', 'not_counted')),
  add constraint choice_not_counted_is_of_all check (kind <> 'not_counted'
    or (about_categories = '{}' and group_id is null and agreement_id is null));

-- What else people in the extract are counted by.
alter table frozen.person
  -- Why somebody is in no figure but that of those left out.
  add column left_out text check (left_out in ('objected', 'not_counted')),
  -- What else is so of a person, each by the key of its category; any number.
  add column marks text[] not null default '{}';
-- Those who have no numbers yet are found without looking at those who have.
create index person_without_numbers on frozen.person (publication_id, line) where subject is not null;
