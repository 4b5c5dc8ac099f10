-- The record steward's queue, and the custodian's. All that their page shows comes through these, which ask the role
-- and mask: identity facts and no others, so no word of an address or a telephone number; of another agency's record no
-- numbers, nor whose it is.
--
-- A state of a person (protected, limited, harm, a bar) tells a steward nothing, by no change of what is shown: where
-- one held when a pair was found, the pair is a custodian's from the start; where it began since, the pair stays as it
-- was, with the facts it was found with, and what the steward says of it waits silently for the custodian.
set local role {{definer}};

-- Does one agency give identity to another at headline or more, by an agreement in force between both?
create function identity.gives_identity(giver uuid, receiver uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from agreement_term t
    join agreement a on a.id = t.agreement_id and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
    join receiver_group_team gt on gt.group_id = t.group_id join team tm on tm.id = gt.team_id and tm.agency_id = receiver
    where access.party_now(a.id, giver) and access.party_now(a.id, receiver) and t.giver_agency_id = giver and t.category = 'identity' and t.level >= 3 and now() >= t.starts_at
      and (t.ends_at is null or now() < t.ends_at))
$$;

-- Did a party say yes to its people being known to an agreement's host: does its own officer give identity under it?
-- Whom a host names as a party is the host's word alone, and a term is nobody's but its giver's.
create function identity.lets_host(of_agreement uuid, party uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select access.party_now(of_agreement, party) and exists (select 1 from agreement_term t
    where t.agreement_id = of_agreement and t.giver_agency_id = party and t.category = 'identity' and t.level >= 3
      and now() >= t.starts_at and (t.ends_at is null or now() < t.ends_at))
$$;

-- Does only a custodian decide of one of these two, now?
create function identity.needs_care(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(bool_or(people.custodian_decides(r.person_id)), false) from public.record r where r.id in (one, other)
$$;

-- Are these two mine to decide? A steward: two of the agency; one of it and one of another where each gives the other
-- identity; and, as the steward of an agreement's host, any two of its parties that let it. A custodian, of whatever
-- agency: where a state forbids.
create function identity.mine_to_decide(one uuid, other uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me(); a public.record; b public.record;
begin
  if me.role is null or not (me.role in ('steward', 'custodian')) then return false; end if;
  select * into a from public.record where id = one;
  select * into b from public.record where id = other;
  if a.id is null or b.id is null then return false; end if;
  if exists (select 1 from conflict c where c.user_id = me.user_id and c.person_id in (a.person_id, b.person_id)
    and (c.ends_at is null or now() < c.ends_at)) then return false; end if;
  if me.role = 'custodian' then return identity.needs_care(one, other); end if;
  if a.agency_id = me.agency_id and b.agency_id = me.agency_id then return true; end if;
  if me.agency_id in (a.agency_id, b.agency_id) and identity.gives_identity(a.agency_id, b.agency_id)
    and identity.gives_identity(b.agency_id, a.agency_id) then return true; end if;
  return exists (select 1 from agreement g
    where g.host_agency_id = me.agency_id and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at)
      and identity.lets_host(g.id, a.agency_id) and identity.lets_host(g.id, b.agency_id));
end $$;

create function identity.name_hidden(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from protected_name p where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at))
$$;

-- Did this user bring what one of the two says of who somebody is: the file that it came by, or a fact in it? Whoever
-- brought it is not by themselves who says that it is somebody known.
create function identity.brought(one uuid, other uuid, who uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from public.record r join import_batch b on b.id = r.batch_id
      where r.id in (one, other) and b.sent_by = who)
    or exists (select 1 from person_name n where n.record_id in (one, other) and n.given_by = who)
    or exists (select 1 from birth n where n.record_id in (one, other) and n.given_by = who)
    or exists (select 1 from identifier n where n.record_id in (one, other) and n.given_by = who)
$$;

-- One side, as its reviewer may see it: of another agency's record what it said when the two were found, so that a name
-- taken since, and protected, shows nowhere. A steward is told whose record it is where their own agency may know; a
-- custodian always, since they ring.
create function identity.side(of_record uuid, found_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('agency', access.giver_name(case when o.custodian or access.agency_knows_giver(
      access.my_agency(), r.person_id, a.id) then array[a.id] end, a.id, a.name), 'own', o.own, 'since', r.created_at,
    'ref', case when o.own then r.local_ref end, 'nameHidden', o.hidden,
    -- Of another's record only how it began, which never changes: that somebody typed since may be a state's doing.
    'typed', case when o.own or o.custodian then r.by_hand else r.origin = 'worker' end,
    'names', case when o.hidden then '[]' else (select coalesce(jsonb_agg(jsonb_build_object(
        'given', n.given, 'middle', n.middle, 'family', n.family, 'kind', n.kind) order by n.used_until is not null, n.id),
        '[]') from person_name n where n.record_id = r.id and (o.own or n.given_at <= found_at)) end,
    'births', (select coalesce(jsonb_agg(jsonb_build_object('year', x.year, 'month', x.month, 'day', x.day, 'estimated',
        x.estimated) order by x.given_at desc), '[]') from birth x where x.record_id = r.id and x.ended_on is null
        and (o.own or x.given_at <= found_at)),
    'numbers', case when o.own then (select coalesce(jsonb_agg(jsonb_build_object('type',
        i.type, 'value', i.value) order by i.id), '[]') from identifier i where i.record_id = r.id and i.type <> 'uprn'
        and i.ended_on is null)
      else '[]' end)
  from public.record r join agency a on a.id = r.agency_id
  cross join lateral (select r.agency_id = access.my_agency() as own, access.my_role() = 'custodian' as custodian,
    access.my_role() = 'custodian' and identity.name_hidden(r.person_id) as hidden) o where r.id = of_record
$$;

-- What the score found, field by field, as far as it was found in names, birth and numbers; to a custodian no name of
-- somebody whose name is protected.
create function identity.tellable_levels(levels jsonb, one uuid, other uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(l), '[]') from jsonb_array_elements(levels) l
  where not l ->> 'field' in ('postcode', 'phone', 'email', 'street', 'houseNumber', 'locality', 'town')
    and not (l ->> 'field' in ('given', 'middle', 'family', 'order', 'sex') and access.my_role() = 'custodian'
      and exists (select 1 from public.record r where r.id in (one, other) and identity.name_hidden(r.person_id)))
$$;

-- Do their numbers contradict each other? Of one kind both have one that checks, and none is shared.
create function identity.risky(one uuid, other uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from unnest(array['nhs', 'nino', 'crn', 'pnc', 'cro', 'prison']) t
    where exists (select 1 from identifier i where i.person_id = one and i.type = t and i.ended_on is null
        and i.check_state = 'ok')
      and exists (select 1 from identifier i where i.person_id = other and i.type = t and i.ended_on is null
        and i.check_state = 'ok')
      and not exists (select 1 from identifier i join identifier j on j.type = i.type and j.norm = i.norm
        and j.person_id = other and j.ended_on is null where i.person_id = one and i.type = t and i.ended_on is null))
$$;

-- As mine_to_decide, of a pair, a steward's or a custodian's as it was found; and where one steward has said "the same"
-- and a second must, any custodian may be that second.
create function identity.may_decide(c link_candidate) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if c.decided_at is not null or (select person_id from public.record where id = c.record_a)
    = (select person_id from public.record where id = c.record_b) then return false; end if;
  if (case me.role when 'steward' then c.for_role = 'steward' and c.waits_as is null
      else c.for_role = 'custodian' or c.waits_as is not null end)
    and identity.mine_to_decide(c.record_a, c.record_b) then return true; end if;
  return me.role = 'custodian' and c.decision = 'linked' and c.decided_by <> me.user_id
    and not exists (select 1 from conflict x join public.record r on r.person_id = x.person_id
      and r.id in (c.record_a, c.record_b) where x.user_id = me.user_id and (x.ends_at is null or now() < x.ends_at));
end $$;

-- Fresh pairs and those that wait for me as the second come first; then what was put off; then what I said first of.
create function identity.turn(c link_candidate, who uuid) returns int
language sql immutable set search_path = pg_catalog, public, pg_temp as $$
  select case when c.decision = 'later' then 1 when c.decision = 'linked' and c.decided_by = who then 2 else 0 end
$$;

-- Agencies between whose records I may decide, as far as agencies tell: my own, those that give and are given identity,
-- and the parties that let mine, of agreements it is host of. Null: a custodian, who has no agency for this.
create function identity.deciding() returns uuid[]
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me();
begin
  if me.role = 'custodian' then return null; end if;
  return array(select me.agency_id union select a.id from agency a where identity.gives_identity(a.id, me.agency_id)
      and identity.gives_identity(me.agency_id, a.id)
    union select p.agency_id from agreement g join agreement_party p on p.agreement_id = g.id
      and identity.lets_host(g.id, p.agency_id)
    where g.host_agency_id = me.agency_id and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at));
end $$;

-- Pairs of mine, likeliest first, from one of them on or back. Agencies tell most of the rest apart at little cost;
-- what is left is asked one by one, so that a long queue costs a page. An agency of few records begins at its records.
-- A custodian's are those found to be one, and those of which a steward has said "the same" and somebody else must.
create function identity.walk(from_id uuid, back boolean, most int) returns setof link_candidate
language plpgsql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp
set enable_sort = on set enable_hashjoin = on set enable_mergejoin = on as $$
declare
  me access.viewer := access.me(); mine uuid[] := identity.deciding(); at link_candidate; at_turn int; c link_candidate;
  n int := 0; t int; few boolean; source text;
  which constant text[] := array[$q$(x.decision is null or x.decision = 'linked' and x.decided_by <> $2)$q$,
    $q$x.decision = 'later'$q$, $q$x.decision = 'linked' and x.decided_by = $2$q$];
begin
  select * into at from link_candidate x where x.id = from_id;
  at_turn := case when at.id is not null then identity.turn(at, me.user_id) end;
  few := me.role = 'steward' and not exists (select 1 from agreement g where g.host_agency_id = me.agency_id)
    and (select count(*) from (select 1 from public.record r where r.agency_id = me.agency_id limit 10001) r) <= 10000;
  source := case when few then $q$(select y.* from (
      select i.id from public.record r join link_candidate i on i.record_a = r.id where r.agency_id = $5 union
      select i.id from public.record r join link_candidate i on i.record_b = r.id where r.agency_id = $5) i
    join link_candidate y on y.id = i.id)$q$ else 'link_candidate' end;
  if not few then -- in the order of the index, and no further than the page
    perform set_config(x, 'off', true) from unnest(array['enable_sort', 'enable_hashjoin', 'enable_mergejoin']) x;
  end if;
  for i in 0 .. 2 loop
    t := case when back then 2 - i else i end;
    continue when at_turn is not null and case when back then t > at_turn else t < at_turn end;
    for c in execute format($q$
      select x.* from %s x join public.record a on a.id = x.record_a join public.record b on b.id = x.record_b
      where x.decided_at is null and %s and a.person_id <> b.person_id and %s
        and ($3::float is null or x.bits %s $3 and (x.bits <> $3 or x.id %s $4))
      order by x.bits %s, x.id %s$q$, source, which[t + 1],
      case when me.role = 'steward' then $q$x.for_role = 'steward' and x.waits_as is null
          and a.agency_id = any ($1) and b.agency_id = any ($1)$q$
        else $q$(x.for_role = 'custodian' or x.decision = 'linked')$q$ end,
      case when back then '>=' else '<=' end, case when back then '<' else '>' end,
      case when back then 'asc' else 'desc' end, case when back then 'desc' else 'asc' end)
    using mine, me.user_id, case when t = at_turn then at.bits end, case when t = at_turn then at.id end, me.agency_id
    loop
      if identity.may_decide(c) then n := n + 1; return next c; end if;
      if n >= most then return; end if;
    end loop;
  end loop;
end $$;

-- How a pair stands: put off, brought by me, or said to be one person by me or by somebody else, with why.
create function identity.standing(c link_candidate) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('later', c.decision is not distinct from 'later', 'risky', identity.risky(
      (select person_id from public.record where id = c.record_a), (select person_id from public.record where id = c.record_b)),
    'mine', identity.brought(c.record_a, c.record_b, access.my_user()),
    'first', case when c.decision = 'linked' and c.decided_at is null then case when c.decided_by = access.my_user()
      then 'me' else 'other' end end, 'firstReason', c.first_reason)
$$;

create function identity.queue(after uuid, most int)
returns table (id uuid, bits float, stands jsonb, levels jsonb, one jsonb, other jsonb)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']);
begin
  return query select c.id, c.bits, identity.standing(c), identity.tellable_levels(c.levels, c.record_a, c.record_b),
    identity.side(c.record_a, c.found_at), identity.side(c.record_b, c.found_at) from identity.walk(after, false, most) c;
end $$;

-- Did a custodian join this record to its person, or another to it? What they join is for nobody else to look at.
create function identity.by_custodian(of_record uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from public.record r join public.record m on m.person_id = r.person_id
    join link_event e on e.record_id = m.id and e.to_person = m.person_id and e.made_how = 'custodian'
    where r.id = of_record and (m.id = r.id or e.evidence ->> 'with' = r.id::text or e.evidence ->> 'of' = r.id::text)
      and identity.holds(e.id))
$$;

-- The other records of the two people, as far as this reviewer may decide on them too; of the rest nothing is said.
-- [{"beside": "one" or "other", and a side}].
create function identity.beside(one uuid, other uuid, found_at timestamptz) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(identity.side(x.id, found_at) || jsonb_build_object('beside', x.which) order by x.which desc, x.id), '[]')
  from (select r.id, p.which from (values (one, other, 'one'), (other, one, 'other')) p(of_record, against, which)
    join public.record o on o.id = p.of_record
    join public.record r on r.person_id = o.person_id and r.id <> o.id and r.id <> p.against and r.closed_at is null
    where identity.mine_to_decide(r.id, p.against) and (access.my_role() = 'custodian'
      or r.agency_id = access.my_agency() or not identity.by_custodian(r.id)) order by r.id limit 8) x
$$;

-- How many pairs across the two people the matcher found at all: one alone, between groups, is a weak chain.
create function identity.pairs_across(one uuid, other uuid) returns int
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*)::int from public.record a join public.record b on b.person_id = (select person_id from public.record
    where id = other) join link_candidate c on c.record_a = least(a.id, b.id) and c.record_b = greatest(a.id, b.id)
  where a.person_id = (select person_id from public.record where id = one)
$$;

create function identity.candidate(of_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); c link_candidate;
begin
  select * into c from link_candidate where id = of_id;
  if c.id is null or not identity.may_decide(c) then return null; end if;
  return jsonb_build_object('id', c.id, 'bits', c.bits, 'levels', identity.tellable_levels(c.levels, c.record_a,
      c.record_b), 'one', identity.side(c.record_a, c.found_at), 'other', identity.side(c.record_b, c.found_at),
    'stands', identity.standing(c), 'beside', identity.beside(c.record_a, c.record_b, c.found_at), 'across', identity.pairs_across(c.record_a, c.record_b),
    'next', (select x.id from identity.walk(of_id, false, 1) x),
    'previous', (select x.id from identity.walk(of_id, true, 1) x));
end $$;

reset role;
grant execute on function identity.queue(uuid, int), identity.candidate(uuid) to {{app}};
