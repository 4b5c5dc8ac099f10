-- Saving a contact is the commonest write: one call for its headline, words, place and what concerns somebody else.
-- Security invoker: every row passes the writer's own policies, and its header is filled as for any other entry.
set local role {{definer}};
create function work.record_contact(new_id uuid, part_ids uuid[], of_person uuid, about text[], narrowed text, day date, how text,
  came_of_it text, who_was_there text, is_major boolean, said text, says_where boolean, exactly timestamptz,
  at_place text, of_somebody_else text) returns void
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into contact (id, person_id, categories, audience, happened_on, kind, outcome, major)
  values (new_id, of_person, about, narrowed, day, how, came_of_it, is_major);
  if said is not null then
    insert into contact_words (id, person_id, categories, audience, contact_id, words, locates)
    values (part_ids[1], of_person, about, narrowed, new_id, said, says_where);
  end if;
  if exactly is not null or at_place is not null or who_was_there is not null then
    insert into contact_place (id, person_id, categories, audience, contact_id, happened_at, place, with_whom)
    values (part_ids[2], of_person, about, narrowed, new_id, exactly, at_place, who_was_there);
  end if;
  if of_somebody_else is not null then -- own team only, whoever reads the rest
    insert into contact_other (id, person_id, categories, audience, contact_id, words)
    values (part_ids[3], of_person, about, 'team', new_id, of_somebody_else);
  end if;
end $$;

-- When and how a contact of my agency was, put right on the contact itself, its history kept: who sees it, sees what is
-- right. Not of what a feed gave: that is put right where it came from.
create function work.correct_headline(of_contact uuid, place_id uuid, day date, exactly timestamptz, how text,
  came_of_it text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  c contact := work.own_contact(of_contact);
begin
  if not access.reads_whole('contact', c.id) then raise exception 'no such contact' using errcode = 'CT404'; end if;
  if c.withdrawn_at is not null or c.source <> 'worker' then
    raise exception 'This contact is not corrected here.' using errcode = 'CT409';
  end if;
  if day > access.today() then raise exception 'The day it happened is today or before.' using errcode = 'CT422'; end if;
  update contact set happened_on = day, kind = how, outcome = came_of_it where id = c.id
    and (happened_on, kind, outcome) is distinct from (day, how, came_of_it);
  update contact_place set happened_at = exactly where contact_id = c.id and happened_at is distinct from exactly;
  if exactly is not null and not exists (select 1 from contact_place p where p.contact_id = c.id) then
    insert into contact_place (id, person_id, categories, audience, contact_id, happened_at)
    values (place_id, c.person_id, c.categories, c.audience, c.id, exactly);
  end if;
end $$;
reset role;
