-- Together view: for sitting beside the person. Only what the person may see; the rest is not sent at all: no warnings,
-- nothing about domestic abuse, no other agency's words, no log, nothing that locates for those who may not locate.
set local role {{definer}};
create function page.together(p uuid) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp as $$
declare day date := access.today();
begin
  return jsonb_build_object(
    'strip', page.strip(p) || '{"warnings": [], "protected": null, "limited": null}'::jsonb,
    'ownWords', (select jsonb_build_object('words', o.words, 'saidOn', o.said_on)
      from own_words o where o.person_id = p and o.agreed and (o.ended_on is null or o.ended_on > day)
      order by o.said_on desc, o.given_at desc limit 1),
    'goals', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words, 'agreed', g.agreed,
        'reviewOn', g.review_on) order by g.given_at), '[]')
      from plan_goal g where g.person_id = p and g.ended_on is null),
    'actions', page.actions(p),
    'dates', page.next_dates(p, 28),
    'team', (select coalesce(jsonb_agg(t), '[]') from jsonb_array_elements(page.team(p, false)) t
      where not exists (select 1 from involvement v
        where v.id = (t ->> 'id')::uuid and 'domestic_abuse' = any (v.categories))),
    'contacts', (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'day', c.happened_on, 'kind', c.kind,
        'outcome', c.outcome, 'agency', a.name) order by c.happened_on desc, c.id desc), '[]')
      from (select * from contact c where c.person_id = p and c.agency_id = access.my_agency()
          and c.withdrawn_at is null and c.outcome = 'kept' and not 'domestic_abuse' = any (c.categories)
        order by c.happened_on desc, c.id desc limit 6) c join agency a on a.id = c.agency_id));
end $$;

create function page.open_together(p uuid, of_page text, of_request text)
returns table (ground text, together jsonb)
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp as $$
begin
  ground := access.open_person(p, of_page, of_request);
  together := case when ground is not null then page.together(p) end;
  return next;
end $$;
reset role;
