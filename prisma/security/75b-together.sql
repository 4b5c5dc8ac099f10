-- Together view: for sitting beside the person. Only what the person may see; the rest is not sent at all: no warnings,
-- nothing about domestic abuse, no other agency's words, no log, nothing that locates for those who may not locate.
set local role {{definer}};

-- What two pairs of eyes must not meet: what is about domestic abuse, and whatever a team gave whose work that is.
create function page.is_private(of_categories text[], of_team uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select 'domestic_abuse' = any (of_categories)
    or exists (select 1 from team t where t.id = of_team and 'domestic_abuse' = any (t.default_categories))
$$;

-- Each line is looked up by its number: as "not exists" it was read against all rows of the table, under every policy.
create function page.together(p uuid) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  day date := access.today();
  known uuid[] := access.known_givers(p);
  strip jsonb := page.strip(p, known);
begin
  return jsonb_build_object(
    'strip', strip || '{"warnings": [], "protected": null, "limited": null}'::jsonb
      || jsonb_build_object('contactRules', jsonb_path_query_array(strip -> 'contactRules', '$[*] ? (@.own == true)'))
      || case when exists (select 1 from involvement_worker w where w.person_id = p and w.lead
        and page.is_private(w.categories, w.team_id)) then '{"lead": null}'::jsonb else '{}' end,
    'ownWords', (select jsonb_build_object('words', o.words, 'saidOn', o.said_on)
      from own_words o where o.person_id = p and o.agreed and (o.ended_on is null or o.ended_on > day)
      order by o.said_on desc, o.given_at desc limit 1),
    'goals', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words,
        'reviewOn', g.review_on) order by g.given_at), '[]')
      from plan_goal g where g.person_id = p and g.ended_on is null and g.said_by = 'person'
        and not page.is_private(g.categories, g.team_id)),
    'actions', (select coalesce(jsonb_agg(d.one order by d.nr), '[]')
      from jsonb_array_elements(page.actions(p, known)) with ordinality d(one, nr)
      where (select page.is_private(x.categories, x.team_id) from plan_action x
        where x.id = (d.one ->> 'id')::uuid) is not true),
    'dates', (select coalesce(jsonb_agg(d.one order by d.nr), '[]')
      from jsonb_array_elements(page.next_dates(p, 28, known)) with ordinality d(one, nr)
      where (select page.is_private(x.categories, x.team_id) from appointment x
        where x.id = (d.one ->> 'id')::uuid) is not true),
    'team', (select coalesce(jsonb_agg(t), '[]') from jsonb_array_elements(page.team(p, false)) t
      where (select page.is_private(v.categories, v.team_id) from involvement v
        where v.id = (t ->> 'id')::uuid) is not true),
    'contacts', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'day', c.happened_on, 'kind', c.kind,
        'outcome', c.outcome, 'agency', a.name) order by c.happened_on desc, c.id desc), '[]')
      from (select * from contact c where c.person_id = p and c.agency_id = access.my_agency()
          and c.withdrawn_at is null and c.outcome = 'kept' and not page.is_private(c.categories, c.team_id)
        order by c.happened_on desc, c.id desc limit 6) c join agency a on a.id = c.agency_id));
end $$;

create function page.open_together(p uuid, of_page text, of_request text)
returns table (ground text, together jsonb)
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  ground := access.open_person(p, of_page, of_request);
  together := case when ground is not null then page.together(p) end;
  return next;
end $$;
reset role;
