-- What the record steward and the custodian do: decide a pair, take the last decision back, confirm a link or undo it.
-- What a steward is shown afterwards is the same whether it was done or waits for the custodian: of a pair that waits
-- everything is worked out of both people, as it would be of the one that they would have become.
set local role {{definer}};

-- Of two people, the one with fewer records joins the other.
create function identity.who_moves(c link_candidate)
returns table (moves uuid, stays uuid, from_person uuid, onto uuid)
language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select case when x.turns then b.id else a.id end, case when x.turns then a.id else b.id end,
    case when x.turns then b.person_id else a.person_id end, case when x.turns then a.person_id else b.person_id end
  from public.record a, public.record b cross join lateral (select
    (select count(*) from public.record r where r.person_id = a.person_id)
      > (select count(*) from public.record r where r.person_id = b.person_id) as turns) x
  where a.id = c.record_a and b.id = c.record_b
$$;

-- Links two people as a finding of theirs: the one with fewer records joins the other. The two that were compared are
-- sure of one another now, with all that each was sure of; of nobody else beside them, where only a machine had joined
-- them.
create function identity.link_people(c link_candidate, me access.viewer, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare moves uuid; stays uuid; from_person uuid; onto uuid; r public.record; one public.record; proof jsonb;
begin
  select * into moves, stays, from_person, onto from identity.who_moves(c);
  proof := jsonb_build_object('with', stays, 'of', moves, 'pair', c.id, 'bits', c.bits, 'levels', c.levels,
    'first', case when c.decision = 'linked' and c.decided_by <> me.user_id then c.decided_by end, 'firstReason', c.first_reason);
  select * into one from public.record where id = moves;
  for r in select * from public.record where person_id = from_person order by id loop
    perform identity.link_record(r.id, onto, me.role, why, proof, false);
  end loop;
  perform identity.make_sure(onto, case when one.confirmed then from_person else coalesce(one.sure_of, one.id) end, stays);
  update link_event e set confirmed_at = now(), confirmed_by = me.user_id from public.record x
  where e.evidence ->> 'pair' = c.id::text and e.at = now()::timestamptz(3) and e.to_person = onto and x.id = e.record_id
    and (x.confirmed or x.sure_of = (select coalesce(s.sure_of, s.id) from public.record s where s.id = stays));
  perform identity.tell_joined(array[moves], array[stays]);
end $$;

-- All that are sure of one another by this mark are sure of this record too, and of all that it is sure of.
create function identity.make_sure(of_person uuid, mark uuid, beside uuid) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  update public.record r set confirmed = b.confirmed, sure_of = case when not b.confirmed then coalesce(b.sure_of, b.id) end
  from public.record b where b.id = beside and r.person_id = of_person and not r.confirmed
    and coalesce(r.sure_of, r.id) = mark
$$;

-- Same person, not the same (remembered), or later. Where numbers contradict each other, or whoever says "the same"
-- brought one of the two, the first to say so is not enough: it waits for somebody else. Answers which pair comes next.
create function identity.decide_pair(of_id uuid, said text, why text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); c link_candidate; goes_on uuid; two boolean;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  select * into c from link_candidate where id = of_id for update;
  if c.id is null or not identity.may_decide(c) then raise exception 'no such pair' using errcode = 'CT404'; end if;
  goes_on := coalesce((select x.id from identity.walk(of_id, false, 1) x),
    (select x.id from identity.walk(null, false, 2) x where x.id <> of_id limit 1));
  two := identity.brought(c.record_a, c.record_b, me.user_id)
    or identity.risky((select person_id from public.record where id = c.record_a),
      (select person_id from public.record where id = c.record_b));
  if said = 'same' and two and c.decision is distinct from 'linked' then
    update link_candidate set decision = 'linked', decided_by = me.user_id, first_reason = decide_pair.why
    where id = of_id;
    return goes_on;
  elsif said = 'same' and two and c.decided_by = me.user_id then
    raise exception 'You have said so already. Somebody else has to say so too.'
      using errcode = 'CT409';
  elsif said = 'same' and me.role = 'steward' and identity.needs_care(c.record_a, c.record_b) then
    -- Said, and to the one who said it like any other; the custodian does it, or does not.
    update link_candidate set decision = 'linked', decided_by = me.user_id, waits_as = access.uuid7(),
      first_reason = concat_ws(E'\n', c.first_reason, decide_pair.why) where id = of_id;
    return goes_on;
  elsif said = 'same' then
    perform identity.link_people(c, me, why);
  elsif said = 'not_same' then
    perform identity.remember_apart(c.record_a, c.record_b, me.user_id, why);
  elsif said <> 'later' then
    raise exception 'no such decision' using errcode = 'CT422';
  elsif c.decision = 'linked' and c.decided_by <> me.user_id then
    return goes_on; -- what somebody else said first stays said
  end if;
  update link_candidate set decision = case said when 'same' then 'linked' else said end, decided_by = me.user_id,
    decided_at = case when said <> 'later' then now() end, first_reason = null, waits_as = null where id = of_id;
  return goes_on;
end $$;

-- The links that a decision made and that still hold.
create function identity.links_of(c link_candidate) returns setof link_event
language sql stable security definer rows 3 set search_path = pg_catalog, public, pg_temp as $$
  select e.* from public.record r join link_event e on e.record_id = r.id and e.to_person = r.person_id
  where r.person_id = (select person_id from public.record where id = c.record_a)
    and e.evidence ->> 'pair' = c.id::text and e.at = c.decided_at and identity.holds(e.id)
$$;

-- Has anything been built since on what somebody said: did anybody open, get, or write about these people, or link
-- more to them?
create function identity.built_on(people uuid[], since timestamptz) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare t text; written boolean;
begin
  if exists (select 1 from access_log x where x.person_id = any (people) and x.at >= since)
    or exists (select 1 from disclosure x where x.person_id = any (people) and x.at >= since)
    or exists (select 1 from cohort_member x where x.person_id = any (people) and x.starts_at >= since)
    or exists (select 1 from urgent_access x where x.person_id = any (people) and x.starts_at >= since)
    or exists (select 1 from conflict x where x.person_id = any (people) and x.starts_at > since)
    or exists (select 1 from link_event x where x.at > since
      and (x.from_person = any (people) or x.to_person = any (people)))
  then return true; end if;
  for t in select event_object_table from information_schema.triggers where trigger_name = 'a_header'
    and event_object_schema = 'public' group by 1 loop
    execute format('select exists (select 1 from public.%I x where x.person_id = any ($1) and x.given_at >= $2)', t)
      into written using people, since;
    if written then return true; end if;
  end loop;
  return false;
end $$;

-- What I said of a pair, for the line that offers to take it back: null when it is not mine, or no longer can be.
create function identity.mine_to_take_back(of_id uuid) returns text
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); c link_candidate;
begin
  select * into c from link_candidate where id = of_id and decided_by = me.user_id;
  if c.id is null then return null; end if;
  if c.decision = 'later' then return 'later'; end if;
  if c.decided_at is null and c.waits_as is null then return 'first'; end if;
  if c.decided_at is null then
    return (select 'same' from identity.waiting_line(c) l, identity.who_moves(c) w
      where not identity.built_on(array[w.from_person, w.onto], l.at));
  end if;
  if c.decision = 'not_same' then
    return (select 'not_same' from not_same n where n.record_a = c.record_a and n.record_b = c.record_b
      and n.ended_at is null and n.said_by = me.user_id);
  end if;
  if exists (select 1 from identity.links_of(c)) and not exists (select 1 from identity.links_of(c) e
    where identity.built_on(array[e.to_person], e.at)) then return 'same'; end if;
  return null;
end $$;

-- Words of a decision taken back before anybody could have seen what it did: no incident is opened for it.
create function identity.taken_back() returns text language sql immutable
set search_path = pg_catalog, pg_temp as $$ select 'Taken back before anything was built on it' $$;

create function identity.take_back(of_id uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); c link_candidate; said text; e link_event;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  select * into c from link_candidate where id = of_id and decided_by = me.user_id for update;
  if c.id is null then raise exception 'no such pair' using errcode = 'CT404'; end if;
  said := identity.mine_to_take_back(of_id);
  if said is null then
    raise exception 'Somebody has looked at this person or written about them since. Undo the link instead, and say why.'
      using errcode = 'CT409';
  end if;
  if said = 'not_same' then
    update not_same set ended_at = now() where record_a = c.record_a and record_b = c.record_b and ended_at is null;
  end if;
  for e in select * from identity.links_of(c) x order by x.id desc loop
    perform identity.undo_link(e.id, me.role, identity.taken_back());
  end loop;
  update link_candidate set decision = null, decided_by = null, decided_at = null, first_reason = null, waits_as = null
  where id = of_id;
end $$;

-- The incident of a link that waits for the custodian and is no more: who opened one of the two among it. The custodian
-- is told that the two were never one.
create function identity.open_waited(c link_candidate, who uuid, in_agency uuid, why text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare opened uuid := access.uuid7(); since timestamptz := (select l.at from identity.waiting_line(c) l); w record;
begin
  select * into w from identity.who_moves(c);
  insert into incident (id, kind, person_id, agency_id, opened_by, opened_at, detail)
  values (opened, 'wrong-link', w.onto, in_agency, who, now(),
    identity.exposed(array[w.onto, w.from_person], since) || jsonb_build_object('links', '[]'::jsonb, 'records',
      jsonb_build_array(w.moves), 'apart', w.from_person, 'since', since, 'identityOnly', false, 'madeHow', 'steward',
      'why', why, 'waited', true, 'agencies', (select jsonb_agg(distinct r.agency_id) from public.record r
        where r.person_id in (w.onto, w.from_person))));
  perform identity.tell_apart(opened);
  return opened;
end $$;

-- A link that waits, undone by a steward: nothing was done, and what steward and officers are told of it is as of any
-- other.
create function identity.unsay(c link_candidate, me access.viewer, why text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform identity.remember_apart(c.record_a, c.record_b, me.user_id, why);
  update link_candidate set decision = 'not_same', decided_by = me.user_id, decided_at = now(), waits_as = null
  where id = c.id;
  return identity.open_waited(c, me.user_id, me.agency_id, why);
end $$;

-- The same when the file goes that one of the two came by: an incident where anybody saw either, as of a link that was.
create function identity.let_go(c link_candidate, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare seen jsonb;
begin
  select identity.exposed(array[w.onto, w.from_person], l.at) into seen from identity.who_moves(c) w, identity.waiting_line(c) l;
  if seen <> '{"read": [], "given": []}' then perform identity.open_waited(c, null, null, why); end if;
  delete from link_candidate where id = c.id;
end $$;

-- Confirm a machine's link, or undo one, whoever made it, with a reason that every later run respects. Answers the
-- incident that undoing opened. Where only a custodian decides by now, a steward's "right" waits for theirs; and that
-- of whoever brought one of the two, for anybody else's.
create function identity.review_link(of_id uuid, confirm boolean, why text) returns uuid
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); e link_event; x link_event; c link_candidate;
  one uuid; other uuid; mark uuid; another boolean;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  if identity.one_link(of_id) is null then raise exception 'no such link' using errcode = 'CT404'; end if;
  select * into e from link_event where id = of_id;
  select * into c from identity.waiting_links() w where w.waits_as = of_id;
  if confirm and (e.id is null or not identity.unlooked(e)) then
    raise exception 'no such link' using errcode = 'CT404';
  end if;
  if c.id is not null then return identity.unsay(c, me, why); end if;
  one := coalesce((e.evidence ->> 'of')::uuid, e.record_id);
  other := identity.counterpart(e);
  another := identity.needs_another(e);
  select case when r.confirmed then r.person_id else coalesce(r.sure_of, r.id) end into mark
  from public.record r where r.id = one;
  -- What moved by this one finding stands, or goes back, together.
  for x in select l.* from link_event l where l.to_person = e.to_person and l.from_person = e.from_person
    and l.evidence ->> 'with' is not distinct from e.evidence ->> 'with' and coalesce(l.evidence ->> 'of', l.record_id::text) = one::text
    and l.at = e.at and l.record_id in (select id from public.record where person_id = e.to_person) order by l.id desc
  loop
    if confirm and (another or me.role = 'steward' and identity.needs_care(x.record_id, other)) then
      update link_event set confirmed_by = me.user_id where id = x.id;
    elsif confirm then
      update link_event set confirmed_at = now(), confirmed_by = me.user_id where id = x.id;
    else
      perform identity.undo_link(x.id, me.role, why);
    end if;
  end loop;
  if confirm then
    if not (another or me.role = 'steward' and identity.needs_care(one, other)) then
      perform identity.make_sure(e.to_person, mark, other);
    end if;
    return null;
  end if;
  perform identity.remember_apart(one, other, me.user_id, why);
  update link_candidate set decision = 'not_same', decided_by = me.user_id, decided_at = now()
  where record_a = least(one, other) and record_b = greatest(one, other);
  return (select i.id from incident i where i.person_id = e.to_person and i.kind = 'wrong-link'
    and i.detail -> 'links' ? e.id::text order by i.id desc limit 1);
end $$;
reset role;
grant execute on function identity.decide_pair(uuid, text, text), identity.mine_to_take_back(uuid),
  identity.take_back(uuid), identity.review_link(uuid, boolean, text) to {{app}};
