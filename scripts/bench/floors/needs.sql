-- W9 by hand: every rating of a person, newest first.
with me as materialized (select access.my_agency() as agency),
known as materialized (select id, name from access.giver_names($1))
select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('author', n.author))
  || to_jsonb(n) - 'author' order by n."ratedOn" desc, n.id desc), '[]') as ratings
from (
  select r.id, r.domain, r.state, r.direction, r.voice = 'person' as "byPerson", to_char(r.rated_on, 'YYYY-MM-DD') as "ratedOn",
    r.withdrawn_at as "withdrawnAt", r.withdrawn_why as "withdrawnWhy",
    coalesce(k.name, 'another service') as agency, r.agency_id = me.agency as own,
    case when r.agency_id = me.agency then (select u.name from app_user u
      where u.id = r.given_by) end as author,
    (select g.severity from need_grade g where g.need_rating_id = r.id limit 1) as severity,
    (select g.trend from need_grade g where g.need_rating_id = r.id limit 1) as trend,
    (select w.words from need_note w where w.need_rating_id = r.id limit 1) as note
  from me cross join need_rating r left join known k on k.id = r.agency_id
  where r.person_id = $1 order by r.rated_on desc, r.id desc limit 400) n
