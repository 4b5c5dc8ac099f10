-- The plan, as one reader may see it: one call. What was withdrawn is left out; what ended stays, for versions side by
-- side. Security invoker: every row comes through the reader's own policies.
set local role {{definer}};
create function page.plan(p uuid) returns jsonb
language plpgsql volatile security invoker set search_path = pg_catalog, public, pg_temp
set plan_cache_mode = force_generic_plan as $$
declare
  known uuid[];
  mine uuid := access.my_agency();
  me uuid := access.my_user();
begin
  perform access.look_once(array[p]);
  known := access.known_givers(p);
  return jsonb_build_object(
    'goals', (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'words', g.words, 'saidBy', g.said_by,
        'followsId', g.follows_id, 'givenOn', (g.given_at at time zone 'Europe/London')::date, 'endedOn', g.ended_on,
        'outcome', g.outcome, 'agency', access.giver_name(known, a.id, a.name), 'own', g.agency_id = mine,
        'version', g.version) order by g.given_at, g.id), '[]')
      from plan_goal g join agency a on a.id = g.agency_id
      where g.person_id = p and g.outcome is distinct from 'withdrawn'),
    'actions', (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'goalId', x.goal_id, 'words', x.words,
        'byPerson', x.owner_user_id is null, 'mine', x.owner_user_id = me,
        -- Who does it may be a worker of theirs, or of somebody else.
        'owner', case when x.owner_user_id is not null and x.team_id = any (known)
          and access.may_name_worker(known, x.owner_user_id, x.owner_name) then x.owner_name end,
        'ownerAgency', (select b.name from membership m join agency b on b.id = m.agency_id
          where m.user_id = x.owner_user_id and b.id = any (known) order by b.id = x.agency_id desc, b.name limit 1),
        'takenOn', (x.taken_on_at at time zone 'Europe/London')::date, 'dueOn', x.due_on, 'movedFrom', x.moved_from,
        'movedWhy', x.moved_why, 'doneOn', x.done_on, 'notDoneOn', x.not_done_on, 'notDoneWhy', x.not_done_why,
        'givenOn', (x.given_at at time zone 'Europe/London')::date, 'agency', access.giver_name(known, a.id, a.name),
        'own', x.agency_id = mine, 'version', x.version) order by x.due_on nulls last, x.given_at, x.id), '[]')
      from plan_action x join agency a on a.id = x.agency_id where x.person_id = p and x.withdrawn_on is null),
    'asked', (select coalesce(jsonb_agg(jsonb_build_object('goalId', k.goal_id, 'answer', k.answer, 'askedOn', k.asked_on,
        'how', k.how, 'present', k.present, 'seenAlone', k.seen_alone, 'freeToSay', k.free_to_say,
        'agency', access.giver_name(known, a.id, a.name)) order by k.asked_on, k.given_at, k.id), '[]')
      from plan_asked k join agency a on a.id = k.agency_id where k.person_id = p),
    'reviews', (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'plannedFor', r.planned_for, 'heldOn', r.held_on,
        'outcome', r.outcome, 'present', r.present, 'agency', access.giver_name(known, a.id, a.name),
        'own', r.agency_id = mine, 'version', r.version) order by coalesce(r.held_on, r.planned_for), r.id), '[]')
      from plan_review r join agency a on a.id = r.agency_id where r.person_id = p and r.dropped_on is null),
    'strengths', (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'words', s.words, 'saidOn', s.said_on,
        'own', s.agency_id = mine) order by s.said_on desc, s.id), '[]')
      from plan_strength s where s.person_id = p and s.ended_on is null),
    'held', (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'kind', h.kind, 'agreedOn', h.agreed_on,
        'reviewOn', h.review_on, 'agency', access.giver_name(known, a.id, a.name), 'own', h.agency_id = mine,
        'phone', case when t.id = any (known) then t.phone end) order by h.kind, h.agreed_on desc, h.id), '[]')
      from held_plan h join agency a on a.id = h.agency_id join team t on t.id = h.team_id
      where h.person_id = p and h.ended_on is null));
end $$;
reset role;
