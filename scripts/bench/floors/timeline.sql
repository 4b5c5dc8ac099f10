-- W7 by hand: a page of a person's contacts, newest first, those of a day by their time.
with me as materialized (select access.my_agency() as agency, access.known_givers($1) as known),
timed as materialized (select c.*, l.happened_at, l.place, l.id as placed,
    coalesce(l.happened_at, '-infinity') as moment
  from (select * from contact x where x.person_id = $1
    order by x.happened_on desc fetch first ($2::int) rows with ties) c
  left join lateral (select x.id, x.happened_at, x.place from contact_place x
    where x.contact_id = c.id order by x.given_at desc limit 1) l on true)
select coalesce(jsonb_agg(to_jsonb(item) - 'moment'
  order by item.day desc, item.moment desc, item.id desc), '[]') as contacts from (
select c.id, c.happened_on as day, 'contact' as what, c.kind, c.outcome,
  c.major, c.source, c.audience, c.version,
  c.withdrawn_at as "withdrawnAt", case when c.withdrawn_at is not null then (select w.reason
    from contact_withdrawal w where w.contact_id = c.id limit 1) end as "withdrawnReason",
  access.giver_name(me.known, a.id, a.name) as agency,
  access.giver_name(me.known, t.id, t.name) as team,
  case when t.id = any (me.known) then t.phone end as "teamPhone",
  c.agency_id = me.agency as own,
  case when c.source = 'feed' then (select w.worker_name from involvement_worker w
      where w.id = c.worker_id and c.team_id = any (me.known))
    when c.agency_id = me.agency then u.name end as author,
  c.categories,
  (select jsonb_build_object('text', w.words, 'edition', w.edition, 'why', w.why, 'at',
    w.given_at)
    from contact_words w where w.contact_id = c.id order by w.edition desc limit 1) as words,
  case when c.placed is not null
    then jsonb_build_object('at', c.happened_at, 'place', c.place) end as place, c.moment
from me cross join timed c join agency a on a.id = c.agency_id join team t on t.id = c.team_id
left join app_user u on u.id = c.given_by
order by c.happened_on desc, c.moment desc, c.id desc limit $2) item
