-- W2 by hand: what a search shows of the people it found. The candidates come from the same
-- function, since it alone says by whose facts a search counts.
with me as materialized (select access.my_agency() as agency, access.today() as day)
select coalesce(jsonb_agg(jsonb_build_object('personId', p.id,
  'names', (select coalesce(jsonb_agg(jsonb_build_object('given', n.given, 'middle', n.middle,
    'family', n.family,
      'kind', n.kind, 'own', n.agency_id = me.agency) order by (n.agency_id = me.agency) desc,
      array_position(array['known_as','legal','alias','previous'], n.kind), n.given_at desc), '[]')
    from person_name n where n.person_id = p.id),
  'births', (select coalesce(jsonb_agg(jsonb_build_object('year', b.year, 'month', b.month, 'day',
    b.day,
      'estimated', b.estimated, 'own', b.agency_id = me.agency,
      'proof', b.source is not distinct from 'document', 'givenAt', b.given_at) order by b.id), '[]')
    from birth b where b.person_id = p.id and b.ended_on is null),
  'identifiers', case when cardinality($3::text[]) > 0 then (select
    coalesce(jsonb_agg(jsonb_build_object('type', i.type, 'value', i.value)), '[]')
    from identifier i where i.person_id = p.id and i.ended_on is null) else '[]' end,
  'reaches', case when cardinality($3::text[]) > 0 and f.placed then (select coalesce(jsonb_agg(r.norm), '[]')
    from reach r where r.person_id = p.id) else '[]' end,
  'postcodes', case when cardinality($6::text[]) > 0 and f.placed then (select coalesce(jsonb_agg(a.postcode), '[]')
    from address a where a.person_id = p.id and a.postcode is not null) else '[]' end,
  'unnamed', (select u.description from unnamed u where u.person_id = p.id
    and u.named_at is null limit 1),
  'living', (select l.code from living_situation l where l.person_id = p.id
    and (l.until_on is null or l.until_on >= me.day) order by l.from_on desc nulls last limit 1),
  'died', exists (select 1 from death d where d.person_id = p.id
    and d.withdrawn_at is null),
  'lead', (select w.worker_name from involvement_worker w where w.person_id = p.id and w.lead
    and (w.agency_id = me.agency or access.knows_giver(p.id, w.agency_id, w.team_id))
    and (w.ends_on is null or w.ends_on >= me.day) and access.still_works(w.user_id, w.agency_id)
    order by w.starts_on desc limit 1))), '[]')
      as rows
from me cross join lateral (select x.id, not exists (select 1 from protected_whereabouts w
    where w.person_id = x.id and (w.ended_at is null or now() < w.ended_at)) as placed
  from unnest(people.find_mine($1, $2, $3, $4, $5, $6)) as x(id)) f
join person p on p.id = f.id
