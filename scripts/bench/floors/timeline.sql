-- W7 by hand: a page of a person's contacts, newest first.
with me as materialized (select access.my_agency() as agency, access.known_givers($1) as known)
select coalesce(jsonb_agg(to_jsonb(item) order by item.day desc, item.id desc), '[]') as contacts
from (
  select c.id, c.happened_on as day, 'contact' as what, c.kind, c.outcome,
    c.major, c.source, c.audience, c.version,
    c.withdrawn_at as "withdrawnAt", case when c.withdrawn_at is not null then (select w.reason
      from contact_withdrawal w where w.contact_id = c.id limit 1) end as "withdrawnReason",
    access.giver_name(me.known, a.id, a.name) as agency,
    access.giver_name(me.known, t.id, t.name) as team,
    case when t.id = any (me.known) then t.phone end as "teamPhone",
    c.agency_id = me.agency as own, case when c.agency_id = me.agency then u.name end as author,
    c.categories,
    (select jsonb_build_object('text', w.words, 'edition', w.edition, 'why', w.why, 'at',
      w.given_at)
      from contact_words w where w.contact_id = c.id order by w.edition desc limit 1) as words,
    (select jsonb_build_object('at', l.happened_at, 'place', l.place)
      from contact_place l where l.contact_id = c.id order by l.given_at desc limit 1) as place
  from me cross join contact c join agency a on a.id = c.agency_id join team t on t.id = c.team_id
  left join app_user u on u.id = c.given_by
  where c.person_id = $1 order by c.happened_on desc, c.id desc limit $2) item
