-- What its own agency has taken back or put right. A contact withdrawn, and words that a newer edition stands in for,
-- are the giving agency's alone, and so is a rating or an assessment taken back: they explain what was read, and nobody
-- else should read on in what was wrong.
set local role {{definer}};

-- Does this still stand: its contact is not withdrawn, and its words (by their edition) are the newest? Looked up past
-- row security, since a newer edition that the reader may not see has taken the old one's place all the same. Of what
-- is about somebody who is not open to the asker each of these says what it says of none.
create function access.stands(of_contact uuid, of_edition int) returns boolean
language sql stable security definer cost 500 set search_path = pg_catalog, public, pg_temp as $$
  select not exists (select 1 from contact c, access.grounds_of(access.me(), array[c.person_id])
    where c.id = of_contact and (c.withdrawn_at is not null
      or exists (select 1 from contact_words w where w.contact_id = of_contact and w.edition > of_edition)))
$$;

-- Parts of a rating or an assessment go with it.
create function access.rating_stands(of_rating uuid) returns boolean
language sql stable security definer cost 500 set search_path = pg_catalog, public, pg_temp as $$
  select not exists (select 1 from need_rating r, access.grounds_of(access.me(), array[r.person_id])
    where r.id = of_rating and r.withdrawn_at is not null)
$$;

create function access.assessment_stands(of_assessment uuid) returns boolean
language sql stable security definer cost 500 set search_path = pg_catalog, public, pg_temp as $$
  select not exists (select 1 from assessment a, access.grounds_of(access.me(), array[a.person_id])
    where a.id = of_assessment and a.withdrawn_at is not null)
$$;
reset role;
