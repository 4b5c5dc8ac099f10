-- W7 by hand: the first page of what happened to a person, newest first: contacts, those of a day by
-- their time, and what changed, which has no time.
with me as materialized (select access.my_agency() as agency, access.today() as day,
  access.known_givers($1) as known),
timed as materialized (select c.*, l.happened_at, l.place, l.id as placed,
    coalesce(l.happened_at, '-infinity') as moment
  from (select * from contact x where x.person_id = $1
    order by x.happened_on desc fetch first ($2::int) rows with ties) c
  left join lateral (select x.id, x.happened_at, x.place from contact_place x
    where x.contact_id = c.id order by x.given_at desc limit 1) l on true),
event as materialized (
  select l.id, false as ended, 'living' as what,
    coalesce(l.from_on, (l.given_at at time zone 'Europe/London')::date) as day, l.agency_id,
    null::uuid as team_id, null::uuid as author, null::uuid as follows, null::uuid[] as ratings,
    jsonb_build_object('code', l.code, 'undated', l.from_on is null) as said
  from living_situation l where l.person_id = $1
  union all
  select l.id, true, 'living', l.until_on, l.agency_id, null, null, null, null,
    jsonb_build_object('code', l.code, 'undated', l.from_on is null)
  from living_situation l where l.person_id = $1 and l.until_on is not null
  union all
  select x.id, false, 'address',
    coalesce(x.from_on, (x.given_at at time zone 'Europe/London')::date), x.agency_id,
    null, null, null, null,
    jsonb_build_object('lines', x.lines, 'postcode', x.postcode, 'undated', x.from_on is null)
  from address x where x.person_id = $1
  union all
  select x.id, true, 'address', x.until_on, x.agency_id, null, null, null, null,
    jsonb_build_object('lines', x.lines, 'postcode', x.postcode, 'undated', x.from_on is null)
  from address x where x.person_id = $1 and x.until_on is not null
  union all
  select w.id, e.ended, 'warning', e.day, w.agency_id, null,
    case when not e.ended then w.given_by end, w.renewed_from, null,
    jsonb_build_object('headline', w.headline, 'renewed', w.renewed_from is not null,
      'lapsed', w.ended_at is null)
  from me cross join warning w cross join lateral (values (false, w.starts_on), (true,
    case when w.ended_at is not null then (w.ended_at at time zone 'Europe/London')::date
      when w.lapses_on < me.day then w.lapses_on end)) e (ended, day)
  where w.person_id = $1
  union all
  select (array_agg(r.id order by r.id desc))[1], false, 'needs', r.rated_on,
    (array_agg(r.agency_id))[1], null, (array_agg(r.given_by))[1], null, array_agg(r.id),
    jsonb_build_object('withdrawnAt', r.withdrawn_at, 'withdrawnWhy', r.withdrawn_why)
  from me cross join need_rating r where r.person_id = $1
  group by r.rated_on, r.withdrawn_at, r.withdrawn_why,
    case when r.agency_id = any (me.known) then r.agency_id end,
    case when r.agency_id = me.agency then r.given_by end
  union all
  select s.id, false, 'assessment', s.assessed_on, s.agency_id, null, s.given_by, null, null,
    jsonb_build_object('tool', s.tool, 'total', s.total, 'withdrawnAt', s.withdrawn_at,
      'withdrawnWhy', s.withdrawn_why)
  from assessment s where s.person_id = $1
  union all
  select v.id, e.ended, 'work', e.day, v.agency_id, v.team_id, null, null, null,
    jsonb_build_object('reason', case when e.ended then v.end_reason end)
  from involvement v cross join lateral (values (false, v.starts_on), (true, v.ends_on))
    e (ended, day)
  where v.person_id = $1),
chosen as materialized (
  select e.* from me cross join event e
  where e.day <= me.day
    and not (e.ended and exists (select 1 from event n where not n.ended and (n.follows = e.id
      or (e.what in ('living', 'address') and n.what = e.what and n.day = e.day
        and n.agency_id = e.agency_id and e.agency_id = any (me.known)))))
  order by e.day desc, e.id desc, e.ended desc limit $2),
line as (
  select c.happened_on as day, c.moment, c.id, false as ended, jsonb_build_object('id', c.id,
    'day', c.happened_on, 'what', 'contact', 'kind', c.kind, 'outcome', c.outcome,
    'major', c.major, 'source', c.source, 'audience', c.audience, 'version', c.version,
    'withdrawnAt', c.withdrawn_at, 'withdrawnReason', case when c.withdrawn_at is not null then
      (select w.reason from contact_withdrawal w where w.contact_id = c.id limit 1) end,
    'agency', access.giver_name(me.known, a.id, a.name),
    'team', access.giver_name(me.known, t.id, t.name),
    'teamPhone', case when t.id = any (me.known) then t.phone end, 'own', c.agency_id = me.agency,
    'author', case when c.source = 'feed' then (select w.worker_name from involvement_worker w
        where w.id = c.worker_id and c.team_id = any (me.known))
      when c.agency_id = me.agency then u.name end,
    'categories', c.categories,
    'words', (select jsonb_build_object('text', w.words, 'edition', w.edition, 'why', w.why, 'at',
      w.given_at)
      from contact_words w where w.contact_id = c.id order by w.edition desc limit 1),
    'place', case when c.placed is not null
      then jsonb_build_object('at', c.happened_at, 'place', c.place) end) as item
  from me cross join timed c join agency a on a.id = c.agency_id join team t on t.id = c.team_id
  left join app_user u on u.id = c.given_by
  union all
  select c.day, '-infinity', c.id, c.ended, jsonb_build_object('id', c.id, 'day', c.day,
    'what', c.what, 'ended', c.ended, 'agency', access.giver_name(me.known, a.id, a.name),
    'own', c.agency_id = me.agency, 'team', case when t.id = any (me.known) then t.name end,
    'author', case when c.agency_id = me.agency then u.name end) || c.said || case
      when c.what = 'living' and not c.ended then jsonb_build_object('area',
        (select x.area_name from living_area x where x.living_situation_id = c.id limit 1))
      when c.what = 'warning' and c.ended then jsonb_build_object('reason',
        (select x.reason from warning_end x where x.warning_id = c.id limit 1))
      when c.what = 'needs' then jsonb_build_object('needs',
        (select jsonb_agg(jsonb_build_object('domain', r.domain, 'state', r.state,
          'direction', r.direction, 'severity', g.severity, 'trend', g.trend,
          'graded', g.id is not null) order by r.domain, r.id)
        from need_rating r left join lateral (select x.id, x.severity, x.trend from need_grade x
          where x.need_rating_id = r.id limit 1) g on true
        where r.id = any (c.ratings)))
      else '{}' end
  from me cross join chosen c join agency a on a.id = c.agency_id
  left join team t on t.id = c.team_id left join app_user u on u.id = c.author)
select coalesce(jsonb_agg(l.item order by l.day desc, l.moment desc, l.id desc, l.ended desc),
  '[]') as entries
from (select * from line order by day desc, moment desc, id desc, ended desc limit $2) l
