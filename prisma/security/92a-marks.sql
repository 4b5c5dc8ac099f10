-- What else is so of people in an extract, as they stood at the end of the quarter (lib/insight/marks.ts): each
-- function gives a line a person with the keys that hold. Counted is only what a term in force lets be counted; where somebody
-- lives and that they died, of any agency that lets anything be. What an objection covers is not counted.
set local role {{definer}};

-- What is not counted: objections to sharing all or some of it, and the word of those who asked not to be counted.
create view insight.objecting with (security_invoker = true) as
  select person_id, kind, about_categories from choice
  where (kind = 'objection' and upheld or kind = 'not_counted') and withdrawn_at is null and starts_at <= now()
    and (ends_at is null or ends_at > now());

-- Inlined where it is asked: no settings of its own, every name in full.
create function insight.holds_back(of_person uuid, about text[]) returns boolean language sql stable
return exists (select 1 from insight.objecting o where o.person_id = of_person and o.about_categories && about);

-- What came of the first referral of everybody referred in twelve months that ended 56 days before the quarter did, so
-- that each has had 56 days to be seen in. Seen is a contact that was kept, by the team that was asked.
create function insight.flow_marks(p published.publication) returns table (person_id uuid, marks text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with k as materialized (select * from insight.counting),
  first as materialized (
    select distinct on (r.person_id) r.person_id, r.to_team_id,
      (r.sent_at at time zone 'Europe/London')::date as sent_on,
      case when r.started_at < p.to_on + 1 then 'started'
        when r.decided_at < p.to_on + 1 and r.answer = 'declined' then 'declined'
        when r.withdrawn_at < p.to_on + 1 or r.ended_at < p.to_on + 1 then 'dropped'
        when r.decided_at < p.to_on + 1 and r.answer = 'accepted' then 'accepted' else 'sent' end as state
    from referral r join k on k.agency_id = r.agency_id and r.categories <@ k.categories
    where r.sent_at >= p.from_on - 56 and r.sent_at < p.to_on - 55
      and not insight.holds_back(r.person_id, r.categories)
    order by r.person_id, r.sent_at, r.id),
  seen as materialized (
    select f.person_id, min(c.happened_on - f.sent_on) as days
    from first f join contact c on c.person_id = f.person_id and c.team_id = f.to_team_id and c.outcome = 'kept'
        and c.withdrawn_at is null and c.happened_on between f.sent_on and p.to_on
        and not insight.holds_back(c.person_id, c.categories)
      join k on k.agency_id = c.agency_id and c.categories <@ k.categories
    group by 1),
  begun as materialized (
    select distinct f.person_id from first f join involvement i on i.person_id = f.person_id
        and i.team_id = f.to_team_id and i.starts_on between f.sent_on and p.to_on
        and i.end_reason is distinct from 'mistake' and not insight.holds_back(i.person_id, i.categories)
      join k on k.agency_id = i.agency_id and i.categories <@ k.categories
    where f.state in ('sent', 'accepted')
    union select person_id from first where state = 'started')
  select f.person_id, array_remove(array['referred',
      case when b.person_id is not null or f.state = 'accepted' then 'accepted' end,
      case when b.person_id is not null then 'started'
        when f.state = 'declined' then 'refused'
        when f.state = 'dropped' then 'dropped'
        when f.state = 'sent' then 'waits' end,
      case when s.days <= 7 then 'seen_7' end, case when s.days <= 28 then 'seen_28' end,
      case when s.days <= 56 then 'seen_56' end], null)
  from first f left join seen s using (person_id) left join begun b using (person_id)
$$;

-- Whether anybody of theirs was declined in the twelve months, and for which reasons.
create function insight.refusal_marks(p published.publication) returns table (person_id uuid, marks text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with k as materialized (select * from insight.counting)
  select r.person_id, array['declined'] || array_remove(array_agg(distinct 'declined_' || r.refusal_reason), null)
  from referral r join k on k.agency_id = r.agency_id and r.categories <@ k.categories
  where r.answer = 'declined' and r.decided_at >= p.from_on and r.decided_at < p.to_on + 1
    and not insight.holds_back(r.person_id, r.categories)
  group by 1
$$;

-- Contacts kept and not, and plans that are open on the last day.
create function insight.activity_marks(p published.publication) returns table (person_id uuid, marks text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with k as materialized (select * from insight.counting)
  select t.person_id, array_agg(distinct t.mark) from (
    select c.person_id, case when c.outcome = 'kept' then 'kept'
        when c.outcome in ('not_seen', 'no_reply') then 'not_kept'
      when c.outcome = 'cancelled_by_us' then 'cancelled_by_us' end as mark
    from contact c join k on k.agency_id = c.agency_id and c.categories <@ k.categories
    where c.withdrawn_at is null and c.happened_on between p.from_on and p.to_on
      and not insight.holds_back(c.person_id, c.categories)
    union
    select g.person_id, 'plan_open' from plan_goal g
      join k on k.agency_id = g.agency_id and g.categories <@ k.categories
    where g.given_at < p.to_on + 1 and (g.ended_on is null or g.ended_on > p.to_on)
      and not insight.holds_back(g.person_id, g.categories)
    union
    select a.person_id, 'plan_open' from plan_action a
      join k on k.agency_id = a.agency_id and a.categories <@ k.categories
    where a.given_at < p.to_on + 1 and (a.done_on is null or a.done_on > p.to_on)
      and (a.withdrawn_on is null or a.withdrawn_on > p.to_on)
      and not insight.holds_back(a.person_id, a.categories)) t
  where t.mark is not null group by 1
$$;

-- What became of people. An outcome that takes time is of those for whom it began early enough:
--   treatment   a team's work about substance use that began in twelve months that ended 84 days before the quarter
--   housed      moved from no settled address into a settled one in twelve months that ended a year before
create function insight.outcome_marks(p published.publication) returns table (person_id uuid, marks text[])
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with k as materialized (select * from insight.counting),
  homes as materialized (
    select l.person_id, l.settled, coalesce(l.from_on, l.given_at::date) as from_on,
      lag(l.settled) over (partition by l.person_id order by coalesce(l.from_on, l.given_at::date), l.id) as before
    from living_situation l join k on k.agency_id = l.agency_id
    where coalesce(l.from_on, l.given_at::date) <= p.to_on and l.settled is not null
      and not insight.holds_back(l.person_id, l.categories)),
  moved as materialized (
    select distinct on (h.person_id) h.person_id, h.from_on from homes h
    where h.settled and not h.before and h.from_on between p.from_on - 365 and p.to_on - 365
    order by h.person_id, h.from_on),
  lost as materialized (
    select m.person_id, min(h.from_on - m.from_on) as days
    from moved m join homes h on h.person_id = m.person_id and not h.settled and h.from_on > m.from_on group by 1)
  select t.person_id, array_agg(distinct t.mark) from (
    select i.person_id, u.mark from involvement i
      join k on k.agency_id = i.agency_id and i.categories <@ k.categories
      cross join lateral (values ('work_ended'),
        (case when i.end_reason in ('finished', 'order_ended', 'moved_team') then 'work_finished' end),
        (case when i.end_reason = 'lost_touch' then 'lost_touch' end)) u (mark)
    where i.ends_on between p.from_on and p.to_on
      and coalesce(i.end_reason, '') not in ('mistake', 'feed', 'feed_absent', 'died')
      and not insight.holds_back(i.person_id, i.categories)
    union
    select i.person_id, u.mark from involvement i
      join k on k.agency_id = i.agency_id and i.categories <@ k.categories
      cross join lateral (values ('treatment'),
        (case when i.ends_on is null or i.ends_on >= i.starts_on + 84 then 'treatment_kept' end)) u (mark)
    where 'substance_use' = any (i.categories) and i.starts_on between p.from_on - 84 and p.to_on - 84
      and i.end_reason is distinct from 'mistake' and not insight.holds_back(i.person_id, i.categories)
    union
    select g.person_id, u.mark from plan_goal g
      join k on k.agency_id = g.agency_id and g.categories <@ k.categories
      cross join lateral (values ('goal_ended'), (case when g.outcome = 'met' then 'goal_met' end)) u (mark)
    where g.ended_on between p.from_on and p.to_on and not insight.holds_back(g.person_id, g.categories)
    union
    select m.person_id, u.mark from moved m left join lost l using (person_id)
      cross join lateral (values ('housed'), (case when coalesce(l.days, 999) > 182 then 'housed_6' end),
        (case when coalesce(l.days, 999) > 365 then 'housed_12' end)) u (mark)
    union
    select d.person_id, 'died' from death d join k on k.agency_id = d.agency_id
    where d.withdrawn_at is null and d.died_on between p.from_on and p.to_on) t
  where t.mark is not null group by 1
$$;

-- Who would be one person, were every pair that waits for a decision one: each of a cluster of two or more with the
-- one whose record is the oldest, whose number that person would keep. Of these people alone.
create function insight.clusters(people uuid[]) returns table (person_id uuid, head uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with recursive pair as (
    select distinct a.person_id as x, b.person_id as y
    from link_candidate c join record a on a.id = c.record_a join record b on b.id = c.record_b
    where c.decided_at is null and a.person_id <> b.person_id
      and a.person_id = any (people) and b.person_id = any (people)),
  edge as (select x, y from pair union select y, x from pair),
  reach (person, other) as (
    select x, y from edge union select r.person, e.y from reach r join edge e on e.x = r.other)
  select r.person, (array_agg(r.other order by o.created_at, o.id))[1]
  from (select person, other from reach union select x, x from edge) r
    cross join lateral (select created_at, id from record where record.person_id = r.other
      order by created_at, id limit 1) o
  group by 1
$$;
reset role;
