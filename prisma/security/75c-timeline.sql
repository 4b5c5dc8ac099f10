-- Pictures of what has happened. Security invoker: every row comes through the reader's own policies.
set local role {{definer}};

-- How many contacts there were of each month, agency, kind and outcome, as the list shows them and no others: those
-- that the reader may see, but for withdrawn ones; a giver who may not be known is "another service", with nothing to
-- tell one from the next.
create function page.contact_months(p uuid, known uuid[] default null) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare mine uuid := access.my_agency();
begin
  perform access.look_once(array[p]);
  known := coalesce(known, access.known_givers(p));
  return (select coalesce(jsonb_agg(to_jsonb(m) order by m.month, m.agency, m.outcome, m.kind, m.major), '[]') from (
    select to_char(c.happened_on, 'YYYY-MM') as month, case when a.id = any (known) then a.id end as "agencyId",
      access.giver_name(known, a.id, a.name) as agency, a.id = mine as own, c.outcome, c.kind, c.major,
      count(*) as count
    from contact c join agency a on a.id = c.agency_id
    where c.person_id = p and c.withdrawn_at is null
    group by 1, 2, 3, 4, 5, 6, 7) m);
end $$;

-- What changed, newest first: where the person stays (`living`, `address`), warnings given, ended and lapsed, needs as
-- they were rated, assessments, work begun and ended. `ended`: the end of what the row tells of, a line of its own.
-- Each row comes through the policies of its own table, so that somebody who may read the warning and not the move is
-- told of the warning. Changes have a day and no time: of a day they come after the contacts that have one.
-- Ratings of one day and giver are one line; services that may not be known are one giver.
-- `since`: nothing before this day is asked for. What is out of the page's days is left out by columns first, since
-- asking a policy about a row is dear.
create function page.changes(p uuid, before_day date, before_id uuid, before_end boolean, since date,
  only_agency uuid, how_many int, known uuid[] default null) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  mine uuid := access.my_agency();
  day_now date := access.today();
  last_day date := least(before_day, access.today()); -- what is to come has not happened
  first_day date := coalesce(since, '-infinity');
  first_moment timestamptz := coalesce(since, '-infinity')::timestamp at time zone 'Europe/London';
  before_moment timestamptz;
begin
  perform access.look_once(array[p]);
  known := coalesce(known, access.known_givers(p));
  before_moment := page.moment_of(p, before_id);
  return (
    with event as materialized (
      select l.id, e.ended, 'living' as what, e.day, l.agency_id, null::uuid as team_id, null::uuid as author,
        null::uuid as follows, jsonb_build_object('code', l.code, 'undated', l.from_on is null) as said
      from living_situation l cross join lateral (values
        -- Nobody knows since when: the day on which it was written down.
        (false, coalesce(l.from_on, (l.given_at at time zone 'Europe/London')::date)),
        (true, l.until_on)) e (ended, day)
      where l.person_id = p and (l.from_on is null or l.from_on >= first_day or l.until_on >= first_day)
        and (l.from_on is null or l.from_on <= last_day or l.until_on <= last_day)
      union all
      select x.id, e.ended, 'address', e.day, x.agency_id, null, null, null,
        jsonb_build_object('lines', x.lines, 'postcode', x.postcode, 'undated', x.from_on is null)
      from address x cross join lateral (values
        (false, coalesce(x.from_on, (x.given_at at time zone 'Europe/London')::date)),
        (true, x.until_on)) e (ended, day)
      where x.person_id = p and (x.from_on is null or x.from_on >= first_day or x.until_on >= first_day)
        and (x.from_on is null or x.from_on <= last_day or x.until_on <= last_day)
      union all
      select w.id, e.ended, 'warning', e.day, w.agency_id, null, case when not e.ended then w.given_by end,
        w.renewed_from, jsonb_build_object('headline', w.headline, 'renewed', w.renewed_from is not null,
          'lapsed', w.ended_at is null)
      from warning w cross join lateral (values (false, w.starts_on), (true, case
        when w.ended_at is not null then (w.ended_at at time zone 'Europe/London')::date
        when w.lapses_on < day_now then w.lapses_on end)) e (ended, day)
      where w.person_id = p
        and (w.starts_on >= first_day or w.lapses_on >= first_day or w.ended_at >= first_moment)
      union all
      select (array_agg(r.id order by r.id desc))[1], false, 'needs', r.rated_on, (array_agg(r.agency_id))[1], null,
        (array_agg(r.given_by))[1], null, jsonb_build_object(
          'withdrawnAt', r.withdrawn_at, 'withdrawnWhy', r.withdrawn_why,
          'needs', jsonb_agg(jsonb_build_object('id', r.id, 'domain', r.domain, 'state', r.state,
            'direction', r.direction) order by r.domain, r.id))
      from need_rating r where r.person_id = p and r.rated_on between first_day and last_day
      group by r.rated_on, r.withdrawn_at, r.withdrawn_why, case when r.agency_id = any (known) then r.agency_id end,
        case when r.agency_id = mine then r.given_by end
      union all
      select s.id, false, 'assessment', s.assessed_on, s.agency_id, null, s.given_by, null, jsonb_build_object(
        'tool', s.tool, 'total', s.total, 'withdrawnAt', s.withdrawn_at, 'withdrawnWhy', s.withdrawn_why)
      from assessment s where s.person_id = p and s.assessed_on between first_day and last_day
      union all
      select v.id, e.ended, 'work', e.day, v.agency_id, v.team_id, null, null,
        jsonb_build_object('reason', case when e.ended then v.end_reason end)
      from involvement v cross join lateral (values (false, v.starts_on), (true, v.ends_on)) e (ended, day)
      where v.person_id = p and (v.starts_on >= first_day or v.ends_on >= first_day)),
    chosen as materialized (
      select e.* from event e
      where e.day between first_day and last_day
        and (only_agency is null or (e.agency_id = only_agency and only_agency = any (known)))
        and (before_day is null or e.day < before_day or before_moment > '-infinity'
          or (e.id, e.ended) < (before_id, before_end))
        -- The end of what was renewed, or left for another on the same day, is told by what came after it; but of
        -- services that may not be known it would tell one from the next.
        and not (e.ended and exists (select 1 from event n where not n.ended and (n.follows = e.id
          or (e.what in ('living', 'address') and n.what = e.what and n.day = e.day and n.agency_id = e.agency_id
            and e.agency_id = any (known)))))
      order by e.day desc, e.id desc, e.ended desc limit how_many)
    select coalesce(jsonb_agg(to_jsonb(item) - 'said' || item.said order by item.day desc, item.id desc,
      item.ended desc), '[]')
    from (
      select c.id, c.day, c.what, c.ended, access.giver_name(known, a.id, a.name) as agency, c.agency_id = mine as own,
        case when t.id = any (known) then t.name end as team,
        case when c.agency_id = mine then u.name end as author,
        c.said || case
          when c.what = 'living' and not c.ended then jsonb_build_object('area',
            (select x.area_name from living_area x where x.living_situation_id = c.id limit 1))
          when c.what = 'warning' and c.ended then jsonb_build_object('reason',
            (select x.reason from warning_end x where x.warning_id = c.id limit 1))
          when c.what = 'needs' then jsonb_build_object('needs', (select jsonb_agg(n.need - 'id' || jsonb_build_object(
              'severity', g.severity, 'trend', g.trend,
              -- Whether how bad it is can be read at all: no grade and none to be read are not the same.
              'graded', g.id is not null) order by n.nr)
            from jsonb_array_elements(c.said -> 'needs') with ordinality n (need, nr)
            left join lateral (select x.id, x.severity, x.trend from need_grade x
              where x.need_rating_id = (n.need ->> 'id')::uuid limit 1) g on true))
          else '{}' end as said
      from chosen c join agency a on a.id = c.agency_id left join team t on t.id = c.team_id
      left join app_user u on u.id = c.author) item);
end $$;

-- The timeline: contacts and what changed among them, in order of happening, newest first, a page at a time (keyset:
-- before this entry, or before its end, of this day). `of_what`: `all`, `contacts` or `changes`; the filters of kind
-- and of turning points are of contacts.
create function page.happened(p uuid, of_what text, before_day date, before_id uuid, before_end boolean,
  only_kinds text[], only_agency uuid, only_major boolean, how_many int) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  known uuid[];
  contacts jsonb := '[]';
  changes jsonb := '[]';
  first_day date; -- of a page that contacts alone would fill: what changed before it is for a later page
begin
  perform access.look_once(array[p]);
  known := access.known_givers(p);
  if of_what <> 'changes' then
    contacts := page.timeline(p, before_day, before_id, only_kinds, only_agency, only_major, how_many, known);
    if jsonb_array_length(contacts) = how_many then first_day := contacts -> -1 ->> 'day'; end if;
  end if;
  if of_what <> 'contacts' then
    changes := page.changes(p, before_day, before_id, before_end, first_day, only_agency, how_many, known);
  end if;
  return (select coalesce(jsonb_agg(i.item order by i.nr), '[]') from (
    select x.item, row_number() over (order by x.item ->> 'day' desc,
      coalesce((x.item #>> '{place,at}')::timestamptz, '-infinity') desc, (x.item ->> 'id')::uuid desc,
      coalesce((x.item ->> 'ended')::boolean, false) desc) as nr
    from jsonb_array_elements(contacts || changes) x (item)) i
    where i.nr <= how_many);
end $$;
reset role;
