-- Pictures of what has happened. Security invoker: every row comes through the reader's own policies.
set local role {{definer}};

-- How many contacts there were of each month, agency, kind and outcome, as the list shows them and no others: those
-- that the reader may see, but for withdrawn ones; a giver who may not be known is "another service", with nothing to
-- tell one from the next.
create function page.contact_months(p uuid, known uuid[] default null) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare mine uuid := access.my_agency();
begin
  perform access.look_once(array[p]);
  known := coalesce(known, access.known_givers(p));
  return (select coalesce(jsonb_agg(to_jsonb(m) order by m.month, m.agency, m.outcome, m.kind, m.major), '[]') from (
    select to_char(c.happened_on, 'YYYY-MM') as month, case when a.id = any (known) then a.id end as "agencyId",
      access.giver_name(known, a.id, a.name) as agency, a.id = mine as own, c.outcome, c.kind, c.major,
      count(*) as count
    from contact c join agency a on a.id = c.agency_id
    where c.person_id = p and c.withdrawn_at is null
    group by 1, 2, 3, 4, 5, 6, 7) m);
end $$;
reset role;
