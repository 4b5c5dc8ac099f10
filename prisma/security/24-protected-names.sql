set local role {{definer}};

-- Protected name: what the side that protects gave is its own alone, and it is shown none of others. Between two
-- others, a name is hidden where a word of it is like one of that side's names and stands in none that the viewer's
-- agency gave before: the old side never shows the new, keeps all else, and learns nothing by typing guesses. What
-- tells of a gender history (no name) is each side's own. Asked of a row that there is: of any other it says what it
-- says where no name is protected, so that by hand nobody learns of a protection, nor of a name.
create function access.may_name(of_person uuid, given_by_agency uuid, of_row uuid) returns boolean
language plpgsql stable security definer cost 5000 set search_path = pg_catalog, public, pg_temp as $$
declare
  mine uuid;
  sides uuid[];
  since timestamptz;
  called text;
begin
  select array_agg(p.agency_id), min(p.given_at) into sides, since from protected_name p
  where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at);
  if sides is null then return true; end if;
  mine := access.my_agency();
  if given_by_agency = mine or not access.knows(access.me(), of_person) then return true; end if;
  select n.norm into called from person_name n
  where n.id = of_row and n.person_id = of_person and n.agency_id = given_by_agency;
  if called is null then
    return not exists (select 1 from (select id, person_id, agency_id from birth
      union all select id, person_id, agency_id from identity_detail
      union all select id, person_id, agency_id from identity_words
      union all select id, person_id, agency_id from identifier union all select id, person_id, agency_id from reach) x
      where x.id = of_row and x.person_id = of_person and x.agency_id = given_by_agency);
  end if;
  return not sides && array[given_by_agency, mine] and not exists (
    select 1 from unnest(string_to_array(called, ' ')) word
    where exists (select 1 from person_name n, unnest(string_to_array(n.norm, ' ')) part
        where n.person_id = of_person and n.agency_id = any (sides) and people.likeness(part, word, '{}') >= 0.6)
      and not exists (select 1 from person_name n where n.person_id = of_person and n.agency_id = mine
        and n.given_at < since and word = any (string_to_array(n.norm, ' '))));
end $$;
reset role;
