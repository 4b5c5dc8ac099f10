-- Users of an agency, as its administrators see them.
set local role {{definer}};
-- What waits of a user here, and for whom. Those who may agree by name, a few.
create function admin.offers_of(the_user uuid, in_agency uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'title', o.job_title, 'at', o.offered_at,
    'by', (select b.name from app_user b where b.id = o.offered_by),
    'teams', (select coalesce(jsonb_agg(t.name order by t.name), '[]') from team t where t.id = any (o.team_ids)),
    'asksUser', admin.needs_yes(o), 'asksSecond', admin.opens_people(o.role) and o.agreed_at is null,
    'mayAgree', (select coalesce(jsonb_agg(distinct x.name), '[]') from (select u.name from admin.second_for(o) s
      join app_user u on u.id = s.user_id order by u.name limit 6) x)) order by o.offered_at), '[]')
  from role_offer o where o.user_id = the_user and o.agency_id = in_agency and o.membership_id is null
    and o.ended_at is null
$$;

-- Users of my agency, with what each may do; and those offered a role in it, whom it knows by what was typed, until
-- they have taken it. Addresses are for administrators alone, and for whoever is asked to agree to that very role.
create function admin.users(only_user uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator']);
begin
  return (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', coalesce(w.called, u.name), 'email', u.email,
      'phone', case when w.called is null then u.phone end,
      'left', w.called is null and u.ended_at is not null,
      'signsIn', w.called is null and exists (select 1 from credential c where c.user_id = u.id),
      'taken', w.called is null,
      'mayLink', only_user is not null and (w.called is not null or admin.may_link(u.id)),
      'linkUntil', (select max(l.expires_at) from one_time_link l where l.user_id = u.id and l.used_at is null
        and now() < l.expires_at and (w.called is null and l.purpose <> 'offer' or l.agency_id = me.agency_id)),
      'offers', admin.offers_of(u.id, me.agency_id),
      'memberships', (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'role', m.role, 'title', m.job_title,
          'from', m.starts_at, 'until', m.ends_at, 'ended', m.ends_at is not null and m.ends_at <= now(),
          'waits', m.waits_since is not null,
          'teams', (select coalesce(jsonb_agg(t.name order by t.name), '[]') from membership_team x
            join team t on t.id = x.team_id where x.membership_id = m.id)) order by m.ends_at nulls first,
            m.starts_at), '[]')
        from membership m where m.user_id = u.id and m.agency_id = me.agency_id))
      order by case when w.called is null then u.ended_at end nulls first, coalesce(w.called, u.name)), '[]')
    from app_user u cross join lateral (select admin.typed_name(u.id, me.agency_id) as called) w
    where (only_user is null or u.id = only_user)
      and (exists (select 1 from membership m where m.user_id = u.id and m.agency_id = me.agency_id)
        or exists (select 1 from role_offer o where o.user_id = u.id and o.agency_id = me.agency_id
          and o.membership_id is null and o.ended_at is null)));
end $$;
-- First administrators who have not begun, one an agency: for the host, who may hand them a link again. Offered the
-- role, by the name that was typed; or with it, from before it was offered, and without a password.
create function admin.not_begun() returns table (agency_id uuid, user_id uuid, name text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform admin.require_host();
  return query select distinct on (o.agency_id) o.agency_id, o.user_id, o.called from role_offer o
    where o.role = 'administrator' and admin.untaken(o) and not admin.is_host(o.agency_id)
      and not admin.has_administrator(o.agency_id) and exists (select 1 from membership b
        where b.user_id = o.offered_by and b.agency_id = (access.me()).agency_id)
    order by o.agency_id, o.offered_at;
  return query select distinct on (m.agency_id) m.agency_id, u.id, u.name from membership m
    join app_user u on u.id = m.user_id
    where m.role = 'administrator' and not admin.is_host(m.agency_id) and (m.ends_at is null or now() < m.ends_at)
      and not exists (select 1 from credential c where c.user_id = u.id) and admin.may_link(u.id)
      and not exists (select 1 from membership o join credential c on c.user_id = o.user_id
        where o.agency_id = m.agency_id and o.role = 'administrator')
      and exists (select 1 from role_offer r where r.membership_id = m.id)
    order by m.agency_id, m.starts_at;
end $$;
-- Agencies that nobody runs, with whom the role waits for, if anybody: who was asked first may have declined.
create function admin.without_administrator() returns table (agency_id uuid, offer uuid, called text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform admin.require_host();
  return query select distinct on (a.id) a.id, o.id, coalesce(o.called, u.name) from agency a
    left join role_offer o on o.agency_id = a.id and o.role = 'administrator' and o.membership_id is null
      and o.ended_at is null
    left join app_user u on u.id = o.user_id
    where a.ended_at is null and not a.directory_only and not admin.has_administrator(a.id)
    order by a.id, o.offered_at desc;
end $$;

-- The host asks somebody else to run an agency that nobody runs. @returns the user
create function admin.invite_administrator(in_agency uuid, its_name text, its_email text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare the_user uuid;
begin
  perform admin.require_host();
  perform 1 from agency where id = in_agency for update;
  if not exists (select 1 from admin.without_administrator() w where w.agency_id = in_agency) then
    raise exception 'no such agency' using errcode = 'CT404';
  end if;
  if exists (select 1 from admin.without_administrator() w where w.agency_id = in_agency and w.offer is not null) then
    raise exception 'Somebody has been asked already. Take that offer back first.' using errcode = 'CT409';
  end if;
  the_user := admin.user_for(its_name, its_email, null, in_agency);
  perform admin.offer_role(the_user, in_agency, 'administrator', null, '{}', its_name);
  return the_user;
end $$;
reset role;
grant execute on function admin.users(uuid), admin.not_begun(), admin.without_administrator(),
  admin.invite_administrator(uuid, text, text) to {{app}};
