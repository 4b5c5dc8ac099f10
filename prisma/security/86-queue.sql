-- The record steward's queue, and the custodian's. All that their page shows comes through these, which ask the role and
-- mask: identity facts and no others; of another agency's record no numbers; no name of a person whose name is
-- protected; no word that tells of an address or a number where whereabouts are.
set local role {{definer}};

-- Does one agency give identity to another at headline or more, by an agreement in force between both?
create function identity.gives_identity(giver uuid, receiver uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from agreement_term t
    join agreement a on a.id = t.agreement_id and now() >= a.starts_at and (a.ends_at is null or now() < a.ends_at)
    join receiver_group_team gt on gt.group_id = t.group_id join team tm on tm.id = gt.team_id and tm.agency_id = receiver
    join agreement_party g on g.agreement_id = a.id and g.agency_id = giver and now() >= g.joined_at
      and (g.left_at is null or now() < g.left_at)
    join agreement_party r on r.agreement_id = a.id and r.agency_id = receiver and now() >= r.joined_at
      and (r.left_at is null or now() < r.left_at)
    where t.giver_agency_id = giver and t.category = 'identity' and t.level >= 3 and now() >= t.starts_at
      and (t.ends_at is null or now() < t.ends_at))
$$;

-- Is this pair mine to decide? A steward: pairs within the agency; pairs with another where each gives the other
-- identity; and, as the steward of an agreement's host, pairs between its parties. Never where a state forbids: those
-- are any custodian's, and nobody else's.
create function identity.mine_to_decide(one uuid, other uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.me(); a public.record; b public.record; careful boolean;
begin
  if me.role is null or not (me.role in ('steward', 'custodian')) then return false; end if;
  select * into a from public.record where id = one;
  select * into b from public.record where id = other;
  if a.id is null or b.id is null then return false; end if;
  if exists (select 1 from conflict c where c.user_id = me.user_id and c.person_id in (a.person_id, b.person_id)
    and (c.ends_at is null or now() < c.ends_at)) then return false; end if;
  careful := people.custodian_decides(a.person_id) or people.custodian_decides(b.person_id);
  if me.role = 'custodian' then return careful; end if;
  if careful then return false; end if;
  if a.agency_id = me.agency_id and b.agency_id = me.agency_id then return true; end if;
  if me.agency_id in (a.agency_id, b.agency_id) and identity.gives_identity(a.agency_id, b.agency_id)
    and identity.gives_identity(b.agency_id, a.agency_id) then return true; end if;
  return exists (select 1 from agreement g
    join agreement_party x on x.agreement_id = g.id and x.agency_id = a.agency_id and (x.left_at is null or now() < x.left_at)
    join agreement_party y on y.agreement_id = g.id and y.agency_id = b.agency_id and (y.left_at is null or now() < y.left_at)
    where g.host_agency_id = me.agency_id and now() >= g.starts_at and (g.ends_at is null or now() < g.ends_at));
end $$;

create function identity.name_hidden(of_person uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from protected_name p where p.person_id = of_person and (p.ended_at is null or now() < p.ended_at))
$$;

-- One side, as its reviewer may see it.
create function identity.side(of_record uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select jsonb_build_object('agency', a.name, 'own', r.agency_id = access.my_agency(), 'since', r.created_at,
    'ref', case when r.agency_id = access.my_agency() then r.local_ref end,
    'nameHidden', identity.name_hidden(r.person_id),
    'names', case when identity.name_hidden(r.person_id) then '[]' else (select coalesce(jsonb_agg(jsonb_build_object(
        'given', n.given, 'middle', n.middle, 'family', n.family, 'kind', n.kind) order by n.used_until is not null, n.id),
        '[]') from person_name n where n.record_id = r.id) end,
    'births', (select coalesce(jsonb_agg(jsonb_build_object('year', x.year, 'month', x.month, 'day', x.day, 'estimated',
        x.estimated) order by x.given_at desc), '[]') from birth x where x.record_id = r.id and x.ended_on is null),
    'numbers', case when r.agency_id = access.my_agency() then (select coalesce(jsonb_agg(jsonb_build_object('type',
        i.type, 'value', i.value) order by i.id), '[]') from identifier i where i.record_id = r.id and i.type <> 'uprn'
        and i.ended_on is null)
      else '[]' end)
  from public.record r join agency a on a.id = r.agency_id where r.id = of_record
$$;

-- What the score found, field by field, without what may not be told of either.
create function identity.tellable_levels(levels jsonb, one uuid, other uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce(jsonb_agg(l), '[]') from jsonb_array_elements(levels) l
  where not (l ->> 'field' in ('postcode', 'phone', 'email', 'street', 'houseNumber', 'locality', 'town')
      and exists (select 1 from protected_whereabouts w join public.record r on r.person_id = w.person_id
        where r.id in (one, other) and (w.ended_at is null or now() < w.ended_at)))
    and not (l ->> 'field' in ('given', 'middle', 'family', 'order', 'sex') and exists (select 1 from public.record r
      where r.id in (one, other) and identity.name_hidden(r.person_id)))
$$;

-- Pairs waiting, likeliest first, put-off ones last; keyset by (later, bits, id) of the one before.
create function identity.queue(after uuid, most int)
returns table (id uuid, bits float, later boolean, levels jsonb, one jsonb, other jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); from_row link_candidate;
begin
  select * into from_row from link_candidate c where c.id = after;
  return query
  select c.id, c.bits, c.decision is not null, identity.tellable_levels(c.levels, c.record_a, c.record_b),
    identity.side(c.record_a), identity.side(c.record_b)
  from link_candidate c
  where c.decided_at is null and (from_row.id is null
      or (c.decision is not null, -c.bits, c.id) > (from_row.decision is not null, -from_row.bits, from_row.id))
    and identity.mine_to_decide(c.record_a, c.record_b)
    and (select r.person_id from public.record r where r.id = c.record_a)
      <> (select r.person_id from public.record r where r.id = c.record_b)
  order by c.decision is not null, -c.bits, c.id limit most;
end $$;

create function identity.candidate(of_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); c link_candidate;
begin
  select * into c from link_candidate where id = of_id and decided_at is null;
  if c.id is null or not identity.mine_to_decide(c.record_a, c.record_b) then return null; end if;
  return jsonb_build_object('id', c.id, 'bits', c.bits, 'levels', identity.tellable_levels(c.levels, c.record_a,
    c.record_b), 'one', identity.side(c.record_a), 'other', identity.side(c.record_b));
end $$;

-- Links made by the machine that nobody has confirmed yet, newest first.
create function identity.machine_links(before uuid, most int)
returns table (id uuid, bits float, at timestamptz, levels jsonb, one jsonb, other jsonb)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']);
begin
  return query
  select e.id, (e.evidence ->> 'bits')::float, e.at, identity.tellable_levels(e.evidence -> 'levels', e.record_id,
    (e.evidence ->> 'with')::uuid), identity.side(e.record_id), identity.side((e.evidence ->> 'with')::uuid)
  from link_event e
  where e.made_how = 'machine' and e.confirmed_at is null and e.evidence ? 'with' and (before is null or e.id < before)
    and identity.mine_to_decide(e.record_id, (e.evidence ->> 'with')::uuid) and identity.holds(e.id)
  order by e.id desc limit most;
end $$;

create function identity.machine_link(of_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); e link_event;
begin
  select * into e from link_event where id = of_id and made_how = 'machine' and confirmed_at is null and evidence ? 'with';
  if e.id is null or not identity.holds(e.id)
    or not identity.mine_to_decide(e.record_id, (e.evidence ->> 'with')::uuid) then return null; end if;
  return jsonb_build_object('id', e.id, 'bits', e.evidence -> 'bits', 'levels', identity.tellable_levels(
    e.evidence -> 'levels', e.record_id, (e.evidence ->> 'with')::uuid), 'one', identity.side(e.record_id),
    'other', identity.side((e.evidence ->> 'with')::uuid));
end $$;

-- Same person, not the same (remembered), or later. Same: the person with fewer records joins the other; what a record
-- was sure of before it stays sure of, and the two that were compared are sure now.
create function identity.decide_pair(of_id uuid, said text, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); c link_candidate; a uuid; b uuid; r public.record;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  select * into c from link_candidate where id = of_id and decided_at is null for update;
  if c.id is null or not identity.mine_to_decide(c.record_a, c.record_b) then
    raise exception 'no such pair' using errcode = 'CT404';
  end if;
  select person_id into a from public.record where id = c.record_a;
  select person_id into b from public.record where id = c.record_b;
  if said = 'same' then
    if (select count(*) from public.record where person_id = a) > (select count(*) from public.record where person_id = b)
    then select b, a into a, b; end if;
    for r in select * from public.record where person_id = a order by id loop
      perform identity.link_record(r.id, b, me.role, why, jsonb_build_object('with', c.record_a, 'pair', c.id,
        'bits', c.bits, 'levels', c.levels), r.confirmed or r.id in (c.record_a, c.record_b));
    end loop;
    update public.record set confirmed = true where id in (c.record_a, c.record_b) and not confirmed;
  elsif said = 'not_same' then
    perform identity.remember_apart(c.record_a, c.record_b, me.user_id, why);
  elsif said <> 'later' then raise exception 'no such decision' using errcode = 'CT422'; end if;
  update link_candidate set decision = case said when 'same' then 'linked' else said end, decided_by = me.user_id,
    decided_at = case when said <> 'later' then now() end where id = c.id;
end $$;

-- Confirm a machine's link, or undo it with a reason that every later run respects.
create function identity.review_link(of_id uuid, confirm boolean, why text) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); e link_event; r record;
begin
  perform pg_advisory_xact_lock(hashtext('link'));
  if identity.machine_link(of_id) is null then raise exception 'no such link' using errcode = 'CT404'; end if;
  select * into e from link_event where id = of_id;
  if confirm then
    update link_event set confirmed_at = now(), confirmed_by = me.user_id where id = e.id;
    update public.record set confirmed = true where id = e.record_id;
    return;
  end if;
  -- What moved by this one finding goes back together.
  for r in select l.id, l.record_id from link_event l where l.to_person = e.to_person and l.from_person = e.from_person
    and l.evidence ->> 'of' = e.evidence ->> 'of' and l.evidence ->> 'with' = e.evidence ->> 'with' and l.at = e.at
    order by l.id desc
  loop perform identity.undo_link(r.id, me.role, why); end loop;
  perform identity.remember_apart((e.evidence ->> 'of')::uuid, (e.evidence ->> 'with')::uuid, me.user_id, why);
end $$;
reset role;
grant execute on function identity.queue(uuid, int), identity.candidate(uuid), identity.machine_links(uuid, int),
  identity.machine_link(uuid), identity.decide_pair(uuid, text, text), identity.review_link(uuid, boolean, text) to {{app}};
