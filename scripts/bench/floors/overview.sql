-- W1 by hand: everything the overview shows, in one statement over the tables, under the same
-- policies. Who may be named comes from the same function, once: no login may read what it rests on.
with me as materialized (select access.my_agency() as agency, access.today() as day,
  access.known_givers($1) as known)
select access.open_person($1, 'overview', null) as ground, jsonb_build_object(
  'strip', jsonb_build_object(
    'id', $1::uuid,
    'names', (select coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'given', n.given,
      'middle', n.middle,
        'family', n.family, 'agency', access.giver_name(me.known, a.id, a.name), 'own', n.agency_id = me.agency, 'givenAt', n.given_at)
        order by (n.agency_id = me.agency) desc,
          array_position(array['known_as','legal','alias','previous'], n.kind), n.given_at desc),
            '[]')
      from person_name n join agency a on a.id = n.agency_id
      where n.person_id = $1 and (n.used_until is null or n.used_until >= me.day)),
    'births', (select coalesce(jsonb_agg(jsonb_build_object('year', b.year, 'month', b.month,
      'day', b.day,
        'estimated', b.estimated, 'agency', access.giver_name(me.known, a.id, a.name),
        'own', b.agency_id = me.agency, 'proof', b.source is not distinct from 'document',
        'givenAt', b.given_at) order by b.id), '[]')
      from birth b join agency a on a.id = b.agency_id where b.person_id = $1
        and b.ended_on is null),
    'pronouns', (select d.pronouns from identity_detail d where d.person_id = $1
      and d.pronouns is not null and d.ended_on is null
      order by d.given_at desc limit 1),
    'living', (select jsonb_build_object('code', l.code, 'settled', l.settled,
      'area', (select x.area_name from living_area x where x.living_situation_id = l.id limit 1))
      from living_situation l where l.person_id = $1
        and (l.until_on is null or l.until_on >= me.day)
      order by l.from_on desc nulls last, l.given_at desc limit 1),
    'protected', (select jsonb_build_object('reviewOn', w.review_on, 'named', access.may_locate($1))
      from protected_whereabouts w where w.person_id = $1 and (w.ended_at is null or now()
        < w.ended_at) limit 1),
    'limited', (select jsonb_build_object('reviewOn', l.review_on)
      from limited_access l where l.person_id = $1 and (l.ended_at is null or now() < l.ended_at)
        limit 1),
    'died', (select jsonb_build_object('on', d.died_on,
        'saidOn', (d.given_at at time zone 'Europe/London')::date, 'own', d.agency_id = me.agency,
        'sure', people.death_is_ours(d.id)) from death d
      where d.person_id = $1 and d.withdrawn_at is null
      order by people.death_is_ours(d.id) desc, d.given_at limit 1),
    'unnamed', (select jsonb_build_object('description', u.description, 'seenOn', u.seen_on)
      from unnamed u
      where u.person_id = $1 and u.named_at is null order by u.given_at desc limit 1),
    'warnings', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind,
      'headline', w.headline,
        'lapsesOn', w.lapses_on, 'agency', access.giver_name(me.known, a.id, a.name))
        order by w.lapses_on, w.id), '[]')
      from warning w join agency a on a.id = w.agency_id
      where w.person_id = $1 and w.ended_at is null and w.starts_on <= me.day
        and w.lapses_on >= me.day),
    'contactRules', (select coalesce(jsonb_agg(jsonb_build_object('channel', c.channel, 'allowed',
      c.allowed,
        'hours', c.hours, 'voicemail', c.voicemail, 'coverName', c.cover_name, 'note', c.note,
        'agency', access.giver_name(me.known, a.id, a.name), 'own', c.agency_id = me.agency)
        order by (c.agency_id = me.agency) desc, array_position(array['only','yes','no'], c.allowed),
          c.given_at desc), '[]')
      from safe_contact c join agency a on a.id = c.agency_id where c.person_id = $1 and (c.ended_on is null or c.ended_on > me.day)),
    'adjustments', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'detail', d.detail)
        order by (d.agency_id = me.agency) desc, d.given_at desc), '[]')
      from adjustment d where d.person_id = $1 and (d.ended_on is null or d.ended_on > me.day)),
    'lead', (select jsonb_build_object('name', w.worker_name, 'phone', w.worker_phone, 'agency',
      a.name,
        'userId', w.user_id)
      from involvement_worker w join agency a on a.id = w.agency_id
      where w.person_id = $1 and w.lead and w.team_id = any (me.known) and w.starts_on <= me.day
        and (w.ends_on is null or w.ends_on >= me.day) and access.still_works(w.user_id, w.agency_id)
      order by w.starts_on desc, w.given_at desc limit 1)),
  'ownWords', (select jsonb_build_object('words', o.words, 'askFirst', o.ask_first, 'saidOn',
    o.said_on)
    from own_words o where o.person_id = $1 and (o.ended_on is null or o.ended_on > me.day)
    order by o.said_on desc, o.given_at desc limit 1),
  'timeline', (
    with timed as materialized (select c.*, l.happened_at, l.place, l.id as placed,
        coalesce(l.happened_at, '-infinity') as moment
      from (select * from contact x where x.person_id = $1
        order by x.happened_on desc fetch first 6 rows with ties) c
      left join lateral (select x.id, x.happened_at, x.place from contact_place x
        where x.contact_id = c.id order by x.given_at desc limit 1) l on true)
    select coalesce(jsonb_agg(to_jsonb(item) - 'moment'
      order by item.day desc, item.moment desc, item.id desc), '[]') from (
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
    from timed c join agency a on a.id = c.agency_id join team t on t.id = c.team_id
    left join app_user u on u.id = c.given_by
    order by c.happened_on desc, c.moment desc, c.id desc limit 6) item),
  'contacts', (select count(*) from contact c where c.person_id = $1),
  'needs', (select coalesce(jsonb_agg(to_jsonb(n) || jsonb_build_object('severity', g.severity,
      'trend', g.trend)), '[]') from (
    select distinct on (r.domain, r.direction, r.voice) r.id, r.domain, r.state, r.direction,
      r.voice = 'person' as "byPerson", r.rated_on as "ratedOn", access.giver_name(me.known, a.id, a.name) as agency,
      r.agency_id = me.agency as own
    from need_rating r join agency a on a.id = r.agency_id
    where r.person_id = $1 and r.withdrawn_at is null
    order by r.domain, r.direction, r.voice, r.rated_on desc, r.id desc) n
    left join lateral (select x.severity, x.trend from need_grade x where x.need_rating_id = n.id
      limit 1) g on true),
  'dates', (select coalesce(jsonb_agg(to_jsonb(d) order by d."startsAt", d.id), '[]') from (
    select x.id, x.starts_at as "startsAt", x.minutes, x.kind,
      case when x.team_id = any (me.known) then x.worker_name end as worker,
      (select l.place from appointment_place l where l.appointment_id = x.id limit 1) as place,
      x.version,
      access.giver_name(me.known, a.id, a.name) as agency, x.agency_id = me.agency as own,
      row_number() over (order by x.starts_at, x.id) = 1 as first
    from appointment x join agency a on a.id = x.agency_id
    where x.person_id = $1 and x.outcome is null and x.starts_at >= now() - interval '1 hour'
    order by x.starts_at, x.id limit 20) d
    where d.first or d."startsAt" < now() + interval '21 days'),
  'actions', (select coalesce(jsonb_agg(to_jsonb(d) order by d."dueOn" nulls last), '[]') from (
    select x.id, x.words, x.due_on as "dueOn",
      access.giver_name(me.known, a.id, a.name) as agency,
      case when x.team_id = any (me.known)
        and access.may_name_worker(me.known, x.owner_user_id, x.owner_name)
        then x.owner_name end as owner
    from plan_action x join agency a on a.id = x.agency_id
    where x.person_id = $1 and x.done_on is null and x.not_done_on is null and x.withdrawn_on is null
    order by x.due_on nulls last limit 6) d),
  'team', (select coalesce(jsonb_agg(to_jsonb(i) order by i."endsOn" desc nulls first,
    i."startsOn" desc), '[]')
    from (
    select v.id, v.starts_on as "startsOn", v.ends_on as "endsOn", v.end_reason as "endReason",
      v.came_from as "cameFrom", a.name as agency, a.kind as "agencyKind",
      v.agency_id = me.agency as own, t.id as "teamId",
      t.name as team, t.phone, t.hours, t.function, v.version,
      'domestic_abuse' = any (v.categories) or t.implies_place as private,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'userId', w.user_id, 'name',
        w.worker_name,
          'phone', w.worker_phone, 'lead', w.lead, 'from', w.starts_on, 'until', w.ends_on,
          'left', false) order by w.lead desc, w.starts_on), '[]')
        from involvement_worker w where w.involvement_id = v.id
          and (w.ends_on is null or w.ends_on >= me.day)
          and access.still_works(w.user_id, w.agency_id)) as workers,
      (select max(c.happened_on) from contact c where c.person_id = $1 and c.team_id = v.team_id
        and c.outcome = 'kept' and c.withdrawn_at is null) as "lastSeen"
    from involvement v join agency a on a.id = v.agency_id join team t on t.id = v.team_id
    where v.person_id = $1 and (v.ends_on is null or v.ends_on >= me.day)) i),
  'because', jsonb_build_object(
    'grounds', (select coalesce(jsonb_agg(jsonb_build_object('ground', g.ground, 'since',
      g.starts_at, 'until', g.ends_at, 'opens', g.opens)), '[]') from access.grounds($1) g),
    'agreements', (select coalesce(jsonb_agg(distinct jsonb_build_object('id', g.id, 'name', g.name,
        'purpose', g.purpose, 'forbidden', g.forbidden_uses, 'reviewOn', g.review_on, 'endsAt',
          g.ends_at)), '[]')
      from cohort_member m join agreement g on g.id = m.agreement_id
      join agreement_party y on y.agreement_id = g.id and y.agency_id = me.agency
        and now() >= y.joined_at and (y.left_at is null or now() < y.left_at)
      where m.person_id = $1 and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
        and now() >= g.starts_at and access.level_now(4, g.ends_at, g.ended_now) > 0))) as overview
from me
