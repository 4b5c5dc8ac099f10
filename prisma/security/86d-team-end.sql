-- Ending a team. People are open to teams, so nothing of it may be left hanging: whoever it works with is handed over
-- or ended first, by those who know them.
set local role {{definer}};
-- What stands in the way and what ending would do, in numbers and colleagues' names: an administrator sees nobody the
-- team works with. `alone`: people whose protected whereabouts no other team is named on.
create function admin.team_end(the_team uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  return (select jsonb_build_object('name', t.name,
      'working', (select count(distinct i.person_id) from involvement i where i.team_id = t.id
        and (i.ends_on is null or i.ends_on >= access.today())),
      'referrals', (select count(*) from referral r where r.to_team_id = t.id
        and work.referral_status(r) in ('sent', 'waiting')),
      'alone', (select count(*) from protected_whereabouts w join protected_whereabouts_team n
          on n.protected_whereabouts_id = w.id and n.team_id = t.id
        where (w.ended_at is null or now() < w.ended_at) and not exists (select 1 from protected_whereabouts_team o
          join team x on x.id = o.team_id and x.ended_at is null
          where o.protected_whereabouts_id = w.id and o.team_id <> t.id)),
      'agreements', (select coalesce(jsonb_agg(distinct a.name), '[]') from receiver_group_team g
        join receiver_group k on k.id = g.group_id join agreement a on a.id = k.agreement_id
        where g.team_id = t.id),
      'managers', (select coalesce(jsonb_agg(distinct u.name), '[]') from membership_team x
        join membership m on m.id = x.membership_id and m.role = 'manager' and (m.ends_at is null or now() < m.ends_at)
        join app_user u on u.id = m.user_id where x.team_id = t.id),
      'leftWithout', (select coalesce(jsonb_agg(distinct u.name), '[]') from membership_team x
        join membership m on m.id = x.membership_id and (m.ends_at is null or now() < m.ends_at)
        join app_user u on u.id = m.user_id where x.team_id = t.id and not exists (select 1 from membership_team o
          join team y on y.id = o.team_id and y.ended_at is null
          where o.membership_id = m.id and o.team_id <> t.id)))
    from team t where t.id = the_team and t.agency_id = me.agency_id and t.ended_at is null);
end $$;

create function admin.end_team(the_team uuid, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  stands jsonb;
begin
  perform 1 from team where id = the_team and agency_id = me.agency_id and ended_at is null for update;
  stands := admin.team_end(the_team);
  if stands is null then raise exception 'no such team' using errcode = 'CT404'; end if;
  if (stands ->> 'working')::int + (stands ->> 'referrals')::int + (stands ->> 'alone')::int > 0 then
    raise exception 'The team still has work. It is ended when nothing is left open.' using errcode = 'CT409';
  end if;
  update team set ended_at = access.moment(), ended_reason = why where id = the_team;
  -- Nobody acts for it any more, from the next statement.
  delete from membership_team where team_id = the_team;
end $$;
reset role;
grant execute on function admin.team_end(uuid), admin.end_team(uuid, text) to {{app}};
