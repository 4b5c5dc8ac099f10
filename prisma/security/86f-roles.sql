-- Two people. A role that opens people is offered by an administrator and agreed to by somebody else; one elsewhere is
-- taken by its user too. A password set by a link closes again what opens people, until somebody else says whose it is.
set local role {{definer}};
-- Administrators and commissioners open nobody, nor what was done about them. Any role not named here does.
create function admin.opens_people(role text) returns boolean language sql immutable
return role not in ('administrator', 'commissioner');

-- In whose hands an account may be: its user's; and until somebody else has said that its password is theirs, also
-- those who made the account or its link, and in whose hands theirs were then. Who makes a user, takes the link and
-- acts as both is one person here, however many such users stand between.
create function admin.hands_of(the_user uuid) returns uuid[] language sql stable security definer
set search_path = pg_catalog, public, pg_temp as $$
  select array[the_user] || case when c.known_at is null then u.hands || coalesce(c.hands, '{}') else '{}' end
  from app_user u left join credential c on c.user_id = u.id where u.id = the_user
$$;

-- Memberships that are in no hands of `taken` and may speak for the agency: administrators, officers, a manager for
-- their own teams (`for_teams` null: for any). Where it has nobody else yet, the host's administrators: they gain
-- nothing.
create function admin.second_people(in_agency uuid, for_teams uuid[], taken uuid[])
returns table (membership_id uuid, user_id uuid)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select m.id, m.user_id from membership m join app_user u on u.id = m.user_id and u.ended_at is null
    where m.agency_id = in_agency and m.waits_since is null
      and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
      and (m.role in ('administrator', 'officer') or (m.role = 'manager' and (for_teams is null or (for_teams <> '{}'
        and for_teams <@ array(select t.team_id from membership_team t where t.membership_id = m.id)))))
      and not admin.hands_of(m.user_id) && taken;
  if found then return; end if;
  return query select m.id, m.user_id from membership m join app_user u on u.id = m.user_id and u.ended_at is null
    join agency a on a.id = m.agency_id and a.kind = 'partnership'
    where m.role = 'administrator' and m.waits_since is null
      and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)
      and not admin.hands_of(m.user_id) && taken;
end $$;

create function admin.second_for(o role_offer) returns table (membership_id uuid, user_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select s.membership_id, s.user_id from admin.second_people(o.agency_id, o.team_ids,
    admin.hands_of(o.user_id) || admin.hands_of(o.offered_by) || o.hands) s
$$;

create function admin.tell(whom uuid[], of_kind text, about uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into notice (id, user_id, kind, subject_id)
  select access.uuid7(), x.id, of_kind, about from (select distinct unnest(whom) as id) x where x.id is not null
$$;

-- Whoever runs the other agencies that somebody works for.
create function admin.administrators_beside(the_user uuid, but_agency uuid) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(array_agg(distinct o.user_id), '{}') from membership m join membership o on o.agency_id = m.agency_id
    and o.role = 'administrator' and (o.ends_at is null or now() < o.ends_at)
  where m.user_id = the_user and m.agency_id is distinct from but_agency and (m.ends_at is null or now() < m.ends_at)
$$;

-- The agency that answers for an account: where its user worked first, else where they were offered work first.
create function admin.home_of(the_user uuid) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(
    (select m.agency_id from membership m where m.user_id = the_user and now() >= m.starts_at
      and (m.ends_at is null or now() < m.ends_at) order by m.starts_at, m.id limit 1),
    (select o.agency_id from role_offer o where o.user_id = the_user and o.membership_id is null and o.ended_at is null
      order by o.offered_at, o.id limit 1))
$$;

-- Does it need its user's own yes? Wherever they do not work for this agency yet: by signing in, or by setting a
-- password with its invitation. Of whoever has an account elsewhere the same as of anybody new, or it would tell which
-- they are.
create function admin.needs_yes(o role_offer) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.accepted_at is null and not exists (select 1 from membership m where m.user_id = o.user_id
    and m.agency_id = o.agency_id and (m.ends_at is null or now() < m.ends_at))
$$;

-- Offered, and its user has said nothing yet: all that the offering agency knows of them is what it typed.
create function admin.untaken(o role_offer) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.membership_id is null and o.ended_at is null and admin.needs_yes(o)
$$;

create function admin.typed_name(the_user uuid, in_agency uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.called from role_offer o where o.user_id = the_user and o.agency_id = in_agency and admin.untaken(o)
    and not exists (select 1 from membership m where m.user_id = the_user and m.agency_id = in_agency)
  order by o.offered_at, o.id limit 1
$$;

-- Opens an offered role if all that it needs is there. It is in force from the next statement.
create function admin.settle(the_offer uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  o role_offer;
  new_id uuid := access.uuid7();
  joins boolean;
  closed boolean;
begin
  select * into o from role_offer where id = the_offer and membership_id is null and ended_at is null for update;
  if o.id is null or (admin.opens_people(o.role) and o.agreed_at is null) or admin.needs_yes(o) then
    return false;
  end if;
  if exists (select 1 from app_user where id = o.user_id and ended_at is not null) then
    raise exception 'They have left.' using errcode = 'CT409';
  end if;
  if o.team_ids <> '{}' and not exists (select 1 from team where id = any (o.team_ids) and ended_at is null) then
    raise exception 'The team has ended. The role has to be offered anew.' using errcode = 'CT409';
  end if;
  joins := not exists (select 1 from membership m where m.user_id = o.user_id and m.agency_id = o.agency_id
    and (m.ends_at is null or now() < m.ends_at));
  -- Agreed to before its user took it, with a password of which nobody has said whose it is: closed until somebody
  -- does.
  closed := admin.opens_people(o.role) and exists (select 1 from credential c where c.user_id = o.user_id
    and c.hands <> '{}' and c.known_at is null);
  insert into membership (id, user_id, agency_id, role, job_title, starts_at, waits_since)
  values (new_id, o.user_id, o.agency_id, o.role, o.job_title, access.moment(), case when closed then now() end);
  insert into membership_team (membership_id, team_id) select new_id, t.id from team t
    where t.id = any (o.team_ids) and t.ended_at is null;
  update role_offer set membership_id = new_id where id = o.id;
  update notice set seen_at = now() where subject_id = o.id and seen_at is null;
  perform admin.tell(array[o.user_id], 'role-opened', o.id);
  if closed then
    perform admin.tell(array(select s.user_id from admin.second_people(o.agency_id, null, admin.hands_of(o.user_id)) s),
      'user-waits', o.user_id);
  end if;
  perform admin.tell(array_remove(array[o.offered_by], (access.me()).user_id), 'role-agreed', o.id);
  if joins then
    perform admin.tell(admin.administrators_beside(o.user_id, o.agency_id), 'role-elsewhere', o.id);
  end if;
  return true;
end $$;

-- Offers a role. @returns the offer; the role is open already where nobody else has to be asked.
create function admin.offer_role(to_user uuid, in_agency uuid, as_role text, with_title text, teams uuid[],
  its_name text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  o role_offer;
begin
  if as_role in ('custodian', 'commissioner') and not admin.is_host(in_agency) then
    raise exception 'Custodians and commissioners belong to the partnership desk.' using errcode = 'CT422';
  end if;
  if in_agency <> me.agency_id and (as_role <> 'administrator' or not admin.is_host(me.agency_id)) then
    raise exception 'not mine' using errcode = 'CT403';
  end if;
  if exists (select 1 from unnest(teams) x(id) where not exists (select 1 from team t
      where t.id = x.id and t.agency_id = in_agency and t.ended_at is null)) then
    raise exception 'Choose teams of your own agency.' using errcode = 'CT422';
  end if;
  if as_role in ('practitioner', 'manager', 'limited') and coalesce(array_length(teams, 1), 0) = 0 then
    raise exception 'Choose at least one team: people are open to teams.' using errcode = 'CT422';
  end if;
  if to_user = me.user_id and admin.opens_people(as_role) then
    raise exception 'Nobody gives themselves a role that opens people. Ask another administrator to offer it.'
      using errcode = 'CT422';
  end if;
  if exists (select 1 from membership m where m.user_id = to_user and m.agency_id = in_agency and m.role = as_role
      and (m.ends_at is null or now() < m.ends_at)) then
    raise exception 'They have this role here already.' using errcode = 'CT409';
  end if;
  if exists (select 1 from role_offer r where r.user_id = to_user and r.agency_id = in_agency and r.role = as_role
      and r.membership_id is null and r.ended_at is null) then
    raise exception 'They have been offered this role here already.' using errcode = 'CT409';
  end if;
  insert into role_offer (id, user_id, agency_id, role, job_title, team_ids, called, offered_by, hands)
  values (access.uuid7(), to_user, in_agency, as_role, with_title, array(select distinct unnest(teams)), its_name,
    me.user_id, admin.hands_of(me.user_id)) returning * into o;
  if not admin.settle(o.id) then
    perform admin.tell(array[to_user], 'role-offered', o.id);
    if admin.needs_yes(o) then
      perform admin.tell(admin.administrators_beside(to_user, in_agency), 'role-offered-elsewhere', o.id);
    end if;
    if admin.opens_people(as_role) then
      perform admin.tell(array(select s.user_id from admin.second_for(o) s), 'role-waits', o.id);
    end if;
  end if;
  return o.id;
end $$;

create function admin.open_offer(the_offer uuid) returns role_offer
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select * from role_offer where id = the_offer and membership_id is null and ended_at is null
$$;

create function admin.end_offer(o role_offer, by_user uuid, tells text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update role_offer set ended_at = access.moment(), ended_by = by_user where id = o.id;
  update notice set seen_at = now() where subject_id = o.id and seen_at is null;
  perform admin.tell(array_remove(array[o.user_id, o.offered_by], by_user), tells, o.id);
end $$;

-- Does anybody run this agency?
create function admin.has_administrator(the_agency uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from membership m join app_user u on u.id = m.user_id and u.ended_at is null
    where m.agency_id = the_agency and m.role = 'administrator' and (m.ends_at is null or now() < m.ends_at))
$$;

-- The user's own answer.
create function admin.answer_role(the_offer uuid, takes_it boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  o role_offer;
begin
  perform 1 from role_offer where id = the_offer for update;
  o := admin.open_offer(the_offer);
  if o.id is null or o.user_id is distinct from me.user_id then
    raise exception 'no such offer' using errcode = 'CT404';
  end if;
  if takes_it then
    update role_offer set accepted_at = access.moment() where id = o.id;
    perform admin.settle(o.id);
  else
    perform admin.end_offer(o, me.user_id, case when o.role = 'administrator' and not admin.has_administrator(o.agency_id)
      then 'first-declined' else 'role-declined' end);
  end if;
end $$;

-- The offering agency takes its offer back; so does whoever made it for an agency that nobody runs yet.
create function admin.withdraw_role(the_offer uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['administrator']);
  o role_offer := admin.open_offer(the_offer);
begin
  if o.id is null or (o.agency_id <> me.agency_id and o.offered_by <> me.user_id) then
    raise exception 'no such offer' using errcode = 'CT404';
  end if;
  perform admin.end_offer(o, me.user_id, 'role-withdrawn');
end $$;
reset role;
grant execute on function admin.answer_role(uuid, boolean), admin.withdraw_role(uuid) to {{app}};
