-- Who shares a key with one record, each key within its cap, with what they are compared by.
select distinct r.id, r.person_id, f.facets::text
from unnest($2::text[], $3::int[]) a(k, c)
cross join lateral (select x.record_id, count(*) over () as size
  from (select record_id from record_key where key = a.k limit a.c + 1) x) found
join record r on r.id = found.record_id and r.id <> $1::uuid and r.closed_at is null
join record_facets f on f.record_id = r.id
where found.size <= a.c
