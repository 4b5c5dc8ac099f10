-- Referrals: one team asks another, or a service that is not on the system, to take somebody on. What happened, and
-- when, stands on the referral; where it stands is worked out from that here and in lib/referrals/rules.ts, and a test
-- walks both. The sender's side sends, amends and withdraws; the receiver's answers, starts and ends. What a service
-- outside said and did the sender's side writes down.
set local role {{definer}};

create function work.referral_status(r referral) returns text language sql immutable
set search_path = pg_catalog, pg_temp as $$
  select case when r.withdrawn_at is not null then 'withdrawn' when r.answer = 'declined' then 'declined'
    when r.ended_at is not null then 'ended' when r.started_at is not null then 'started'
    when r.answer = 'accepted' then 'waiting' when r.sent_at is not null then 'sent' else 'draft' end
$$;

-- Which step may be taken from where, and by which side.
create view work.referral_rule with (security_invoker = true) as
  select * from (values ('sent', 'sender', array['draft']), ('amended', 'sender', array['sent', 'waiting', 'started']),
    ('withdrawn', 'sender', array['draft', 'sent', 'waiting']), ('accepted', 'receiver', array['sent']),
    ('declined', 'receiver', array['sent']), ('started', 'receiver', array['waiting']),
    ('ended', 'receiver', array['waiting', 'started'])) as v(kind, side, from_status);

-- Is this referral of my agency's one that I may change: its person mine by work that has begun, all of it mine to read?
create function work.sends_referral(r referral) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return r.agency_id = access.my_own(4) and access.works_for(r.person_id) and access.reads_whole('referral', r.id);
end $$;

-- Was it sent to a team of mine, about somebody who is not shut to me?
create function work.receives_referral(r referral) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return coalesce(r.sent_at is not null and access.my_own(4) is not null and r.to_team_id = any (access.my_teams())
    and not access.shut(r.person_id), false);
end $$;

-- Who takes the receiver's steps: the team it was sent to; of a service outside, whoever sent it writes them down.
create function work.acts_for(r referral, of_side text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return case when of_side = 'sender' or r.to_team_id is null then work.sends_referral(r)
    else work.receives_referral(r) end;
end $$;

-- What happened to it last, for who was second.
create function work.referral_news(of_id uuid) returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((select (case s.kind when 'sent' then 'It was sent' when 'amended' then 'It was amended'
      when 'withdrawn' then 'It was withdrawn' when 'accepted' then 'It was accepted' when 'declined' then 'It was declined'
      when 'started' then 'Work was started' else 'It was ended' end)
      || ' by ' || case when s.agency_id = access.my_agency() then u.name else a.name end
      || ' on ' || to_char(s.at at time zone 'Europe/London', 'FMDD FMMonth YYYY') || '.'
    from referral_step s join app_user u on u.id = s.user_id join agency a on a.id = s.agency_id
    where s.referral_id = of_id order by s.at desc, s.id desc limit 1), 'It has not been sent.')
$$;

-- The other side learns, by a line on Today: the author, or whoever answered; if they have left, their team's managers.
create function work.tell_of_referral(r referral, of_kind text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.me();
  at_sender boolean := of_kind not in ('sent', 'amended', 'withdrawn');
  one uuid := case when at_sender then r.given_by else (select s.user_id from referral_step s
    where s.referral_id = r.id and s.kind in ('accepted', 'started') order by s.at desc limit 1) end;
  agency uuid := case when at_sender then r.agency_id else (select t.agency_id from team t where t.id = r.to_team_id) end;
  of_team uuid := case when at_sender then r.team_id else r.to_team_id end;
begin
  if of_kind = 'sent' or of_team is null or (one is null and not at_sender) then return; end if;
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), x.id, 'referral-' || of_kind, r.person_id, r.id from (
    select one as id where access.still_works(one, agency)
    union
    select m.user_id from membership m join membership_team mt on mt.membership_id = m.id and mt.team_id = of_team
    where not access.still_works(one, agency) and m.role = 'manager' and m.agency_id = agency
      and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at)) x
  where x.id <> me.user_id and x.id is not null;
end $$;

-- Words of the sender's, a later edition beside the earlier; what a duty to refer asks for stands beside them.
create function work.word_referral(r referral, p jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into referral_detail (id, person_id, record_id, categories, audience, referral_id, edition, words, agreed_on,
    agreed_how, council, contact_by, home_until)
  select access.uuid7(), r.person_id, r.record_id, r.categories, r.audience, r.id,
    1 + coalesce((select max(d.edition) from referral_detail d where d.referral_id = r.id), 0), p ->> 'words',
    (p ->> 'agreedOn')::date, p ->> 'agreedHow', p ->> 'council', p ->> 'contactBy', (p ->> 'homeUntil')::date;
end $$;

-- Writes one; sends it where asked. It goes to a team of another name than one's own, or to a service by name.
create function work.write_referral(p jsonb) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  whom uuid := (p ->> 'personId')::uuid;
  to_team team;
  own text[];
  r referral;
begin
  if not access.works_for(whom) then raise exception 'no such person' using errcode = 'CT404'; end if;
  perform pg_advisory_xact_lock(hashtext('referral ' || whom));
  if p ->> 'toTeam' is not null then
    select t.* into to_team from team t join agency a on a.id = t.agency_id and not a.directory_only
    where t.id = (p ->> 'toTeam')::uuid and t.ended_at is null;
    if to_team.id is null then raise exception 'This team takes no referrals.' using errcode = 'CT422'; end if;
    if to_team.id = any (access.my_teams()) then
      raise exception 'This is your own team. Refer to another.' using errcode = 'CT422';
    end if;
    if access.limit_on(whom) is not null then
      raise exception 'Access to them is limited, so nobody else could open it. Ask their custodian.' using errcode = 'CT422';
    end if;
  end if;
  if exists (select 1 from referral o join access.reads_referral using (id)
      where o.person_id = whom and o.agency_id = me.agency_id and o.reason = p ->> 'reason'
        and work.referral_status(o) in ('draft', 'sent', 'waiting') and o.to_team_id is not distinct from to_team.id
        and o.to_name is not distinct from p ->> 'toName') then
    raise exception 'Your agency has a referral to them for this already. Amend that one.' using errcode = 'CT409';
  end if;
  -- What the team's entries are about, and what it is for: the strictest wins.
  select default_categories into own from team t join access.grounds_of(me, array[whom]) g on g.viewer = 't:' || t.id
  where t.id = any (access.my_teams()) order by t.id limit 1;
  insert into referral (id, person_id, categories, to_team_id, to_service_id, to_name, reason)
  values ((p ->> 'id')::uuid, whom, coalesce(own, '{}') || array(select jsonb_array_elements_text(p -> 'about')),
    to_team.id, (p ->> 'toService')::uuid, p ->> 'toName', p ->> 'reason')
  returning * into r;
  perform work.word_referral(r, p);
  if (p ->> 'send')::boolean then perform work.step_referral(r.id, 'sent', '{}'); end if;
  return r.id;
end $$;

-- One step of one referral. Who comes second is told what happened; who may not take it is told nothing of it.
create function work.step_referral(of_id uuid, step text, p jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['practitioner', 'manager']);
  rule record;
  r referral;
  begun uuid;
begin
  select * into rule from work.referral_rule v where v.kind = step;
  select * into r from referral x where x.id = of_id for update;
  if rule.kind is null or r.id is null or not work.acts_for(r, rule.side) then
    raise exception 'no such referral' using errcode = 'CT404';
  end if;
  if not work.referral_status(r) = any (rule.from_status) then
    raise exception 'This cannot be done now. %', work.referral_news(of_id) using errcode = 'CT409';
  end if;
  if r.to_team_id is not null and rule.side = 'receiver' and (r.given_by = me.user_id or exists (
      select 1 from referral_step s where s.referral_id = of_id and s.user_id = me.user_id
        and s.kind in ('sent', 'amended'))) then
    raise exception 'You sent this yourself. A colleague answers it.' using errcode = 'CT422';
  end if;
  if step = 'sent' and r.given_by <> me.user_id then
    raise exception 'Whoever wrote it sends it.' using errcode = 'CT422';
  end if;
  case step
    when 'sent' then
      if r.to_team_id is not null and access.limit_on(r.person_id) is not null then
        raise exception 'Access to them is limited, so nobody else could open it. Ask their custodian.' using errcode = 'CT422';
      end if;
      update referral set sent_at = access.moment() where id = of_id;
      -- The receiver reads what was written to them while it is open, whatever else the agreement lets through.
      insert into share_grant (id, person_id, agency_id, entry_id, viewer, level, why, reason, given_by)
      select access.uuid7(), r.person_id, r.agency_id, r.id, 't:' || r.to_team_id, 4, 'attached', r.id::text, me.user_id
      where r.to_team_id is not null;
    when 'amended' then
      if (p ->> 'edition')::int is distinct from (select max(d.edition) from referral_detail d
          where d.referral_id = of_id) then
        raise exception 'Somebody amended it since you opened it. %', work.referral_news(of_id) using errcode = 'CT409';
      end if;
      perform work.word_referral(r, p);
    when 'withdrawn' then update referral set withdrawn_at = access.moment() where id = of_id;
    when 'accepted' then update referral set answer = 'accepted', decided_at = access.moment(),
      starts_on = (p ->> 'startsOn')::date where id = of_id;
    when 'declined' then update referral set answer = 'declined', decided_at = access.moment(),
      refusal_reason = p ->> 'reason' where id = of_id;
    when 'started' then
      -- The work comes first: with it the referral has opened what it opens, and closes.
      if r.to_team_id is not null and not exists (select 1 from involvement i where i.person_id = r.person_id
          and i.team_id = r.to_team_id and (i.ends_on is null or i.ends_on >= access.today())) then
        begun := work.start_involvement(r.person_id, r.to_team_id, 'referral', (p ->> 'worker')::uuid, false);
      end if;
      update referral set started_at = access.moment() where id = of_id;
    when 'ended' then update referral set ended_at = access.moment(), outcome = p ->> 'outcome' where id = of_id;
  end case;
  insert into referral_step (id, referral_id, kind, at, user_id, agency_id, words)
  values (access.uuid7(), of_id, step, clock_timestamp(), me.user_id, me.agency_id, p ->> 'line');
  perform work.tell_of_referral(r, step);
end $$;

-- What each side did and said to the other: for both of them. Workers of the other side are an agency.
create function work.referral_log(of_id uuid)
returns table (kind text, at timestamptz, agency text, worker text, own boolean, words text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare r referral;
begin
  select x.* into r from referral x join access.reads_referral using (id) where x.id = of_id;
  if r.id is null or access.my_own(4) is null
    or not (r.agency_id = access.my_agency() or work.receives_referral(r)) then return; end if;
  return query select s.kind, s.at, a.name, case when s.agency_id = access.my_agency() then u.name end,
    s.agency_id = access.my_agency(), s.words
  from referral_step s join agency a on a.id = s.agency_id join app_user u on u.id = s.user_id
  where s.referral_id = of_id order by s.at, s.id;
end $$;

-- What I may do with these now, by kind of step: for buttons. The command asks again.
create function work.referral_steps(of_ids uuid[]) returns table (id uuid, kind text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if access.my_own(4) is null then return; end if;
  return query select r.id, v.kind from referral r
  join work.referral_rule v on work.referral_status(r) = any (v.from_status)
  where r.id = any (of_ids) and work.acts_for(r, v.side) and (v.kind <> 'sent' or r.given_by = me.user_id)
    and not (r.to_team_id is not null and v.side = 'receiver' and (r.given_by = me.user_id or exists (
      select 1 from referral_step s where s.referral_id = r.id and s.user_id = me.user_id
        and s.kind in ('sent', 'amended'))));
end $$;
reset role;
