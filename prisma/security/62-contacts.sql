-- Saving a contact is the commonest write: one call for its headline, words, place and what concerns somebody else.
-- Security invoker: every row passes the writer's own policies, and its header is filled as for any other entry.
set local role {{definer}};
create function work.record_contact(new_id uuid, part_ids uuid[], of_person uuid, about text[], narrowed text, day date, how text,
  came_of_it text, who_was_there text, is_major boolean, said text, says_where boolean, exactly timestamptz,
  at_place text, of_somebody_else text) returns void
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into contact (id, person_id, categories, audience, happened_on, kind, outcome, with_whom, major)
  values (new_id, of_person, about, narrowed, day, how, came_of_it, who_was_there, is_major);
  if said is not null then
    insert into contact_words (id, person_id, categories, audience, contact_id, words, locates)
    values (part_ids[1], of_person, about, narrowed, new_id, said, says_where);
  end if;
  if exactly is not null or at_place is not null then
    insert into contact_place (id, person_id, categories, audience, contact_id, happened_at, place)
    values (part_ids[2], of_person, about, narrowed, new_id, exactly, at_place);
  end if;
  if of_somebody_else is not null then -- own team only, whoever reads the rest
    insert into contact_other (id, person_id, categories, audience, contact_id, words)
    values (part_ids[3], of_person, about, 'team', new_id, of_somebody_else);
  end if;
end $$;
reset role;
