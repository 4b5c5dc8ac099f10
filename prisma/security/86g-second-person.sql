-- What the second person does: agrees to a role that opens people, or says whose a password set by a link is.
set local role {{definer}};
-- Somebody has said whose it is: the account is its user's alone again, and their roles here are open.
create function admin.known(the_user uuid, agencies uuid[], says uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select 1 from credential where user_id = the_user) then return; end if;
  update credential set known_by = says, known_at = access.moment() where user_id = the_user and known_at is null;
  update membership set waits_since = null where user_id = the_user and agency_id = any (agencies)
    and waits_since is not null;
  update notice set seen_at = now() where subject_id = the_user and user_id = says and seen_at is null;
end $$;

create function admin.agree_role(the_offer uuid, agrees boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator', 'officer', 'manager']);
  o role_offer;
begin
  perform 1 from role_offer where id = the_offer for update;
  o := admin.open_offer(the_offer);
  if o.id is null or o.agreed_at is not null or not exists (
      select 1 from admin.second_for(o) s where s.membership_id = me.membership_id) then
    raise exception 'no such offer' using errcode = 'CT404';
  end if;
  if not agrees then
    perform admin.end_offer(o, me.user_id, 'role-refused');
    return;
  end if;
  update role_offer set agreed_at = access.moment(), agreed_by = me.user_id where id = o.id;
  update notice set seen_at = now() where subject_id = o.id and kind = 'role-waits' and seen_at is null;
  -- Whose the password is, only where it was shown: not of an offer that its user has not taken.
  if not admin.needs_yes(o) then perform admin.known(o.user_id, array[o.agency_id], me.user_id); end if;
  perform admin.settle(o.id);
end $$;

-- For which agencies I may say whose a user's account is, of those where that is not known.
create function admin.may_say(the_user uuid) returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return array(select distinct m.agency_id from membership m join credential c on c.user_id = m.user_id
    where m.user_id = the_user and (m.ends_at is null or now() < m.ends_at)
      and (m.waits_since is not null or (c.known_at is null and c.hands <> '{}'))
      and exists (select 1 from admin.second_people(m.agency_id, null, admin.hands_of(m.user_id)) s
        where s.membership_id = me.membership_id));
end $$;

create function admin.say_known(the_user uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator', 'officer', 'manager']);
  places uuid[] := admin.may_say(the_user);
begin
  if places = '{}' then raise exception 'no such user' using errcode = 'CT404'; end if;
  perform admin.known(the_user, places, me.user_id);
  perform admin.note('user-known', 'app_user', the_user);
  perform admin.tell(array[the_user], 'user-known', the_user);
end $$;

-- After a password is set by a link: what opens people waits, and all that is other agencies'. Told to all of them.
-- A link from the command line is the server's owner's, who sees everything as it is.
create function admin.password_by_link(l one_time_link) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare a uuid; o uuid;
begin
  -- The invitation was the offer: whoever sets a password with it takes what that agency offers.
  for o in update role_offer r set accepted_at = access.moment() where r.user_id = l.user_id
      and r.agency_id = l.agency_id and r.membership_id is null and r.ended_at is null and r.accepted_at is null
      returning r.id loop
    begin
      perform admin.settle(o);
    exception when sqlstate 'CT409' then null; -- it has to be offered anew; the password stands
    end;
  end loop;
  if l.made_by is null then return; end if;
  for a in update membership m set waits_since = now() where m.user_id = l.user_id and m.waits_since is null
      and (m.ends_at is null or now() < m.ends_at)
      and (m.agency_id is distinct from l.agency_id or admin.opens_people(m.role)) returning m.agency_id loop
    perform admin.tell(array(select s.user_id from admin.second_people(a, null, admin.hands_of(l.user_id)) s
      where not exists (select 1 from notice n where n.user_id = s.user_id and n.kind = 'user-waits'
        and n.subject_id = l.user_id and n.seen_at is null)), 'user-waits', l.user_id);
  end loop;
  perform admin.tell(array[l.user_id], 'password-by-link', l.user_id);
  perform admin.tell(admin.administrators_beside(l.user_id, l.agency_id), 'password-elsewhere', l.user_id);
end $$;

-- What waits for me: roles offered, and accounts whose password came by a link. Names and roles of those at work.
create function admin.waiting() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['administrator', 'officer', 'manager']);
begin
  return jsonb_build_object(
    'roles', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'user', coalesce(o.called, u.name),
        'email', u.email, 'role', o.role, 'title', o.job_title, 'agency', a.name, 'by', b.name, 'at', o.offered_at,
        'teams', (select coalesce(jsonb_agg(t.name order by t.name), '[]') from team t where t.id = any (o.team_ids)),
        'passwordSet', case when not admin.needs_yes(o) then c.changed_at end,
        'known', not admin.needs_yes(o) and (c.hands = '{}' or c.known_at is not null)) order by o.offered_at), '[]')
      from role_offer o join app_user u on u.id = o.user_id join agency a on a.id = o.agency_id
      join app_user b on b.id = o.offered_by left join credential c on c.user_id = u.id
      where o.membership_id is null and o.ended_at is null and o.agreed_at is null and admin.opens_people(o.role)
        and (o.agency_id = me.agency_id or admin.is_host(me.agency_id))
        and exists (select 1 from admin.second_for(o) s where s.membership_id = me.membership_id)),
    'mine', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'user', coalesce(o.called, u.name), 'role', o.role,
        'title', o.job_title, 'agency', a.name, 'at', o.offered_at,
        'teams', (select coalesce(jsonb_agg(t.name order by t.name), '[]') from team t where t.id = any (o.team_ids)),
        'asksUser', admin.needs_yes(o), 'asksSecond', admin.opens_people(o.role) and o.agreed_at is null)
        order by o.offered_at), '[]')
      from role_offer o join app_user u on u.id = o.user_id join agency a on a.id = o.agency_id
      where me.role = 'administrator' and o.membership_id is null and o.ended_at is null
        and (o.agency_id = me.agency_id or (o.offered_by = me.user_id and admin.is_host(me.agency_id)))),
    'users', (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'user', u.name, 'at', c.changed_at,
        'by', (select g.name from agency g where g.id = c.agency_id),
        'roles', (select jsonb_agg(jsonb_build_object('role', m.role, 'agency', a.name,
            'waits', m.waits_since is not null))
          from membership m join agency a on a.id = m.agency_id where m.user_id = u.id
            and m.agency_id = any (admin.may_say(u.id)) and (m.ends_at is null or now() < m.ends_at)))
        order by c.changed_at), '[]')
      from app_user u join credential c on c.user_id = u.id
      where u.ended_at is null and u.id <> me.user_id
        and ((c.hands <> '{}' and c.known_at is null) or exists (select 1 from membership m
          where m.user_id = u.id and m.waits_since is not null))
        and admin.may_say(u.id) <> '{}'));
end $$;

-- What is offered to me, what of mine is closed, and how my password came to be.
create function admin.my_roles() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  return jsonb_build_object(
    'offers', (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'role', o.role, 'title', o.job_title,
        'agency', a.name, 'by', b.name, 'at', o.offered_at, 'asksMe', admin.needs_yes(o),
        'asksSecond', admin.opens_people(o.role) and o.agreed_at is null,
        'teams', (select coalesce(jsonb_agg(t.name order by t.name), '[]') from team t where t.id = any (o.team_ids)))
        order by o.offered_at), '[]')
      from role_offer o join agency a on a.id = o.agency_id join app_user b on b.id = o.offered_by
      where o.user_id = me.user_id and o.membership_id is null and o.ended_at is null),
    'closed', (select coalesce(jsonb_agg(jsonb_build_object('role', m.role, 'title', m.job_title, 'agency', a.name)
        order by m.starts_at), '[]')
      from membership m join agency a on a.id = m.agency_id
      where m.user_id = me.user_id and m.waits_since is not null and (m.ends_at is null or now() < m.ends_at)),
    'password', (select jsonb_build_object('at', c.changed_at, 'by', g.name)
      from credential c join agency g on g.id = c.agency_id where c.user_id = me.user_id));
end $$;

-- Whether a user has a role that waits: closed, or offered and not yet open.
create function admin.waits(the_user uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from membership m where m.user_id = the_user and m.waits_since is not null
      and (m.ends_at is null or now() < m.ends_at))
    or exists (select 1 from role_offer o where o.user_id = the_user and o.membership_id is null and o.ended_at is null)
$$;
reset role;
grant execute on function admin.agree_role(uuid, boolean), admin.say_known(uuid), admin.waiting(), admin.my_roles()
  to {{app}};
