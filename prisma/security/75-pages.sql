-- Hot reads. Security invoker: every row comes through the reader's own policies. One call, one round trip, one JSON.
set local role {{definer}};

-- `known`: what access.known_givers says, where a page has asked it already. It opens nothing: who gave a row stands in
-- the row, and names of agencies are everybody's.

-- The identity strip, on every page about a person.
create function page.strip(p uuid, known uuid[] default null) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare mine uuid := access.my_agency(); day date := access.today();
begin
  known := coalesce(known, access.known_givers(p));
  return jsonb_build_object(
    'id', p,
    'names', (select coalesce(jsonb_agg(jsonb_build_object('kind', n.kind, 'given', n.given, 'middle', n.middle,
        'family', n.family, 'agency', access.giver_name(known, a.id, a.name), 'own', n.agency_id = mine,
        'givenAt', n.given_at)
        order by (n.agency_id = mine) desc,
          array_position(array['known_as','legal','alias','previous'], n.kind), n.given_at desc), '[]')
      from person_name n join agency a on a.id = n.agency_id
      where n.person_id = p and (n.used_until is null or n.used_until >= day)),
    'births', (select coalesce(jsonb_agg(jsonb_build_object('year', b.year, 'month', b.month, 'day', b.day,
        'estimated', b.estimated, 'agency', access.giver_name(known, a.id, a.name), 'own', b.agency_id = mine,
        -- Which of them is shown says one rule for every page (lib/people/births.ts).
        'proof', b.source is not distinct from 'document', 'givenAt', b.given_at) order by b.id), '[]')
      from birth b join agency a on a.id = b.agency_id where b.person_id = p and b.ended_on is null),
    'pronouns', (select d.pronouns from identity_detail d where d.person_id = p and d.pronouns is not null
        and d.ended_on is null order by d.given_at desc limit 1),
    'living', (select jsonb_build_object('code', l.code, 'settled', l.settled,
        'area', (select x.area_name from living_area x where x.living_situation_id = l.id limit 1))
      from living_situation l where l.person_id = p and (l.until_on is null or l.until_on >= day)
      order by l.from_on desc nulls last, l.given_at desc limit 1),
    'protected', (select jsonb_build_object('reviewOn', w.review_on, 'named', access.may_locate(p))
      from protected_whereabouts w where w.person_id = p and (w.ended_at is null or now() < w.ended_at) limit 1),
    'limited', (select jsonb_build_object('reviewOn', l.review_on)
      from limited_access l where l.person_id = p and (l.ended_at is null or now() < l.ended_at) limit 1),
    'died', (select jsonb_build_object('on', d.died_on, 'saidOn', (d.given_at at time zone 'Europe/London')::date,
        'own', d.agency_id = mine, 'sure', people.death_is_ours(d.id))
      from death d where d.person_id = p and d.withdrawn_at is null
      order by people.death_is_ours(d.id) desc, d.given_at limit 1),
    'unnamed', (select jsonb_build_object('description', u.description, 'seenOn', u.seen_on) from unnamed u
      where u.person_id = p and u.named_at is null order by u.given_at desc limit 1),
    'warnings', (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'kind', w.kind, 'headline', w.headline,
        'lapsesOn', w.lapses_on, 'agency', access.giver_name(known, a.id, a.name)) order by w.lapses_on, w.id), '[]')
      from warning w join agency a on a.id = w.agency_id
      where w.person_id = p and w.ended_at is null and w.starts_on <= day and w.lapses_on >= day),
    'contactRules', (select coalesce(jsonb_agg(jsonb_build_object('channel', c.channel, 'allowed', c.allowed,
        'hours', c.hours, 'voicemail', c.voicemail, 'coverName', c.cover_name, 'note', c.note,
        'agency', access.giver_name(known, a.id, a.name), 'own', c.agency_id = mine)
        -- What one's own agency agreed first: another's stands beside it and never in its place.
        order by (c.agency_id = mine) desc, array_position(array['only','yes','no'], c.allowed), c.given_at desc), '[]')
      from safe_contact c join agency a on a.id = c.agency_id
      where c.person_id = p and (c.ended_on is null or c.ended_on > day)),
    'adjustments', (select coalesce(jsonb_agg(jsonb_build_object('kind', d.kind, 'detail', d.detail)
        order by (d.agency_id = mine) desc, d.given_at desc), '[]')
      from adjustment d where d.person_id = p and (d.ended_on is null or d.ended_on > day)),
    'lead', (select jsonb_build_object('name', w.worker_name, 'phone', w.worker_phone, 'agency', a.name,
        'userId', w.user_id)
      from involvement_worker w join agency a on a.id = w.agency_id
      where w.person_id = p and w.lead and w.team_id = any (known) and w.starts_on <= day
        and (w.ends_on is null or w.ends_on >= day) and access.still_works(w.user_id, w.agency_id)
      order by w.starts_on desc, w.given_at desc limit 1));
end $$;

-- When a contact was, as far as the reader may know it: before all that have a time of day where it has none, and so
-- for what is no contact.
create function page.moment_of(p uuid, contact uuid) returns timestamptz
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  return coalesce((select x.happened_at from contact_place x where x.contact_id = contact and x.person_id = p
    order by x.given_at desc limit 1), '-infinity');
end $$;

-- Contacts, newest first, those of a day by their time, as far as the reader may know it; a page at a time (keyset:
-- before this entry, of this day; what stands among them is in 75c-timeline.sql). A contact whose words are held
-- elsewhere comes with whom to ring, where that may be known. `only_kinds`, `only_agency`: filters, empty for all; by an
-- agency that may not be known nothing is found.
create function page.timeline(p uuid, before_day date, before_id uuid, only_kinds text[], only_agency uuid,
  only_major boolean, how_many int, known uuid[] default null) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  mine uuid := access.my_agency();
  last_day date := coalesce(before_day, 'infinity'); -- here: in the query it would keep the index from being used
  before_moment timestamptz;
begin
  perform access.look_once(array[p]);
  known := coalesce(known, access.known_givers(p));
  before_moment := page.moment_of(p, before_id);
  return (
    with chosen as materialized (select c.* from contact c
      where c.person_id = p and c.happened_on <= last_day
        and (only_kinds = '{}' or c.kind = any (only_kinds))
        and (only_agency is null or (c.agency_id = only_agency and only_agency = any (known)))
        and (not only_major or c.major)
      order by c.happened_on desc
      -- Of the day before which the page begins, all.
      fetch first (how_many + (select count(*) from contact x where x.person_id = p and x.happened_on = before_day))
        rows with ties),
    timed as materialized (select c.*, l.happened_at, l.place, coalesce(l.happened_at, '-infinity') as moment, l.id as placed
      from chosen c left join lateral (select x.id, x.happened_at, x.place from contact_place x where x.contact_id = c.id
        order by x.given_at desc limit 1) l on true)
    select coalesce(jsonb_agg(to_jsonb(item) - 'moment' order by item.day desc, item.moment desc, item.id desc), '[]')
    from (
      select c.id, c.happened_on as day, 'contact' as what, c.kind, c.outcome, c.major, c.source, c.audience, c.version,
        c.withdrawn_at as "withdrawnAt", case when c.withdrawn_at is not null then (select w.reason
          from contact_withdrawal w where w.contact_id = c.id limit 1) end as "withdrawnReason",
        access.giver_name(known, a.id, a.name) as agency, access.giver_name(known, t.id, t.name) as team,
        case when t.id = any (known) then t.phone end as "teamPhone", c.agency_id = mine as own,
        -- What a feed gave is signed by the worker it named, as far as the reader may see that they work there.
        case when c.source = 'feed' then (select w.worker_name from involvement_worker w
            where w.id = c.worker_id and c.team_id = any (known))
          when c.agency_id = mine then u.name end as author, c.categories,
        (select jsonb_build_object('text', w.words, 'edition', w.edition, 'why', w.why, 'at', w.given_at)
          from contact_words w where w.contact_id = c.id order by w.edition desc limit 1) as words,
        case when c.placed is not null then jsonb_build_object('at', c.happened_at, 'place', c.place) end as place, c.moment
      from timed c join agency a on a.id = c.agency_id join team t on t.id = c.team_id
      left join app_user u on u.id = c.given_by
      where before_day is null or c.happened_on < before_day or (c.moment, c.id) < (before_moment, before_id)
      order by c.happened_on desc, c.moment desc, c.id desc limit how_many) item);
end $$;

-- How each need stands now: the newest rating of each domain that the reader may see, by whom and when; the person's
-- own view apart from the workers', so that neither stands in the other's place.
create function page.needs_now(p uuid, known uuid[] default null) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  known := coalesce(known, access.known_givers(p));
  return (select coalesce(jsonb_agg(to_jsonb(n) || jsonb_build_object('severity', g.severity, 'trend', g.trend)), '[]')
    from (
    select distinct on (r.domain, r.direction, r.voice) r.id, r.domain, r.state, r.direction,
      r.voice = 'person' as "byPerson", r.rated_on as "ratedOn",
      access.giver_name(known, a.id, a.name) as agency, r.agency_id = access.my_agency() as own
    from need_rating r join agency a on a.id = r.agency_id
    where r.person_id = p and r.withdrawn_at is null
    order by r.domain, r.direction, r.voice, r.rated_on desc, r.id desc) n
    left join lateral (select x.severity, x.trend from need_grade x where x.need_rating_id = n.id limit 1) g on true);
end $$;

-- Who is involved, as far as the reader may know: team, named workers, how to reach them, when last seen by them.
create function page.team(p uuid, with_ended boolean) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare day date := access.today();
begin
  perform access.look_once(array[p]);
  return (select coalesce(jsonb_agg(to_jsonb(i) order by i."endsOn" desc nulls first, i."startsOn" desc), '[]') from (
    select v.id, v.starts_on as "startsOn", v.ends_on as "endsOn", v.end_reason as "endReason",
      v.came_from as "cameFrom", a.name as agency, a.kind as "agencyKind", v.agency_id = access.my_agency() as own, t.id as "teamId",
      t.name as team, t.phone, t.hours, t.function, v.version,
      'domestic_abuse' = any (v.categories) or t.implies_place as private,
      (select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'userId', w.user_id, 'name', w.worker_name,
          'phone', w.worker_phone, 'lead', w.lead and w.stays, 'from', w.starts_on, 'until', w.ends_on,
          'left', (w.ends_on is null or w.ends_on >= day) and not w.stays)
          order by w.lead desc, w.starts_on), '[]')
        from (select x.*, access.still_works(x.user_id, x.agency_id) as stays from involvement_worker x
          where x.involvement_id = v.id) w
        where with_ended or (w.ends_on is null or w.ends_on >= day) and w.stays) as workers,
      (select max(c.happened_on) from contact c where c.person_id = p and c.team_id = v.team_id
        and c.outcome = 'kept' and c.withdrawn_at is null) as "lastSeen"
    from involvement v join agency a on a.id = v.agency_id join team t on t.id = v.team_id
    where v.person_id = p and (with_ended or v.ends_on is null or v.ends_on >= day)) i);
end $$;

-- Dates to come, with clashes left to the reader's eyes: worked out from what this reader may see. The next one always,
-- however far ahead.
create function page.next_dates(p uuid, days int, known uuid[] default null) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  known := coalesce(known, access.known_givers(p));
  return (select coalesce(jsonb_agg(to_jsonb(d) order by d."startsAt", d.id), '[]') from (
    select x.id, x.starts_at as "startsAt", x.minutes, x.kind, x.version,
      (select l.place from appointment_place l where l.appointment_id = x.id limit 1) as place,
      case when x.team_id = any (known) then x.worker_name end as worker,
      access.giver_name(known, a.id, a.name) as agency, x.agency_id = access.my_agency() as own,
      row_number() over (order by x.starts_at, x.id) = 1 as first
    from appointment x join agency a on a.id = x.agency_id
    where x.person_id = p and x.outcome is null and x.starts_at >= now() - interval '1 hour'
    order by x.starts_at, x.id limit 20) d
    where d.first or d."startsAt" < now() + make_interval(days => days));
end $$;

create function page.actions(p uuid, known uuid[] default null) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  known := coalesce(known, access.known_givers(p));
  return (select coalesce(jsonb_agg(to_jsonb(d) order by d."dueOn" nulls last), '[]') from (
    select x.id, x.words, x.due_on as "dueOn", access.giver_name(known, a.id, a.name) as agency,
      -- Who does it may be a worker of theirs, or of somebody else.
      case when x.team_id = any (known) and access.may_name_worker(known, x.owner_user_id, x.owner_name)
        then x.owner_name end as owner
    from plan_action x join agency a on a.id = x.agency_id
    where x.person_id = p and x.done_on is null and x.not_done_on is null and x.withdrawn_on is null
    order by x.due_on nulls last limit 6) d);
end $$;

-- "You see this because": the reader's grounds, and the agreements that bring them other agencies' entries here.
create function page.because(p uuid) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  return jsonb_build_object(
    'grounds', (select coalesce(jsonb_agg(jsonb_build_object('ground', g.ground, 'since', g.starts_at,
        'until', g.ends_at, 'opens', g.opens)), '[]') from access.grounds(p) g),
    'agreements', (select coalesce(jsonb_agg(distinct jsonb_build_object('id', g.id, 'name', g.name,
        'purpose', g.purpose, 'forbidden', g.forbidden_uses, 'reviewOn', g.review_on, 'endsAt', g.ends_at)), '[]')
      from cohort_member m join agreement g on g.id = m.agreement_id and access.party_now(g.id, access.my_agency())
      where m.person_id = p and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
        and now() >= g.starts_at and access.level_now(4, g.ends_at, g.ended_now) > 0));
end $$;

-- One page, one call: the overview.
create function page.overview(p uuid) returns jsonb
language plpgsql stable security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare known uuid[] := access.known_givers(p);
begin
  return jsonb_build_object(
    'strip', page.strip(p, known),
    'ownWords', (select jsonb_build_object('words', o.words, 'askFirst', o.ask_first, 'saidOn', o.said_on)
      from own_words o where o.person_id = p and (o.ended_on is null or o.ended_on > access.today())
      order by o.said_on desc, o.given_at desc limit 1),
    'timeline', page.timeline(p, null, null, '{}', null, false, 6, known),
    'contacts', (select count(*) from contact c where c.person_id = p),
    'needs', page.needs_now(p, known),
    'dates', page.next_dates(p, 21, known),
    'actions', page.actions(p, known),
    'team', page.team(p, false),
    'because', page.because(p));
end $$;

-- A page about a person: the only way in. Answers question 1, writes the log, and returns what the page shows, in one
-- statement. Null ground: there is no such person to this reader.
create function page.open(p uuid, of_page text, of_request text)
returns table (ground text, strip jsonb)
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  ground := access.open_person(p, of_page, of_request);
  strip := case when ground is not null then page.strip(p) end;
  return next;
end $$;

create function page.open_overview(p uuid, of_request text)
returns table (ground text, overview jsonb)
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
begin
  ground := access.open_person(p, 'overview', of_request);
  overview := case when ground is not null then page.overview(p) end;
  return next;
end $$;
reset role;
