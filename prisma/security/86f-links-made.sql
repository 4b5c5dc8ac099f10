-- Links that hold, for those who look at them again. What a steward has said of two of whom a custodian decides by now
-- is listed like any other, though nothing has been done yet: or what is missing would tell of a state.
set local role {{definer}};

-- The record that a link was made by, on the other side: the one it was compared with, or else the first there.
create function identity.counterpart(e link_event) returns uuid
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select coalesce((e.evidence ->> 'with')::uuid, (select r.id from public.record r where r.person_id = e.to_person
    and r.id <> e.record_id order by r.created_at, r.id limit 1))
$$;

-- Does a link of the machine wait for this reader? A steward's word stands for the steward; the custodian gives theirs.
-- The word of whoever brought one of the two records waits for somebody else's.
create function identity.unlooked(e link_event) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.made_how = 'machine' and e.confirmed_at is null and (e.confirmed_by is null or e.confirmed_by <> access.my_user()
    and (access.my_role() = 'custodian'
      or identity.brought(coalesce((e.evidence ->> 'of')::uuid, e.record_id), identity.counterpart(e), e.confirmed_by)))
$$;

-- Does my word on this link wait for somebody else's, since I brought one of the two?
create function identity.needs_another(e link_event) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.made_how = 'machine' and e.confirmed_at is null and coalesce(e.confirmed_by = access.my_user(), true)
    and identity.brought(coalesce((e.evidence ->> 'of')::uuid, e.record_id), identity.counterpart(e), access.my_user())
$$;

-- A steward's: any between agencies of theirs but what a custodian joined. A custodian's: where a state forbids now,
-- and what a steward has confirmed of such.
create function identity.link_mine(e link_event, beside uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select case access.my_role()
    when 'custodian' then identity.mine_to_decide(e.record_id, beside)
      or (e.confirmed_at is null and e.confirmed_by is not null and e.confirmed_by <> access.my_user())
    else e.made_how <> 'custodian' and identity.mine_to_decide(e.record_id, beside) end and identity.holds(e.id)
$$;

-- Pairs of which a steward has said "the same" and that wait for the custodian, by the id that stands for their link.
create function identity.waiting_links() returns setof link_candidate
language sql stable security definer rows 5 set search_path = pg_catalog, public, pg_temp as $$
  select c.* from link_candidate c where c.waits_as is not null and access.my_role() = 'steward'
    and identity.mine_to_decide(c.record_a, c.record_b)
$$;

-- Newest first: those of the machine that wait for the reader, or those that somebody stands for. One line for all that
-- moved by one finding. Asked one by one from the newest, so that a page costs a page.
create function identity.links(unconfirmed boolean, before uuid, most int)
returns table (id uuid, bits float, at timestamptz, levels jsonb, one jsonb, other jsonb)
language plpgsql stable security definer rows 20 set search_path = pg_catalog, public, pg_temp
set enable_sort = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
  me access.viewer := access.require(array['steward', 'custodian']); mine uuid[] := identity.deciding(); e link_event;
  careful uuid[] := case when mine is null then array(select identity.careful()) end; beside uuid; n int := 0;
  waits link_candidate[] := case when unconfirmed then '{}' else array(select w from identity.waiting_links() w
    where before is null or w.waits_as < before order by w.waits_as desc) end;
begin
  for e in select x.* from link_event x join public.record r on r.id = x.record_id and r.person_id = x.to_person
    left join public.record o on o.id = (x.evidence ->> 'with')::uuid
    where identity.unlooked(x) = unconfirmed
      and (mine is null or o.id is null or o.agency_id = any (mine))
      and coalesce(x.evidence ->> 'of', x.record_id::text) = x.record_id::text
      and (before is null or x.id < before) and (mine is null or r.agency_id = any (mine))
      and (mine is not null or x.to_person = any (careful) or x.confirmed_by is not null) order by x.id desc
  loop
    beside := identity.counterpart(e);
    continue when beside is null or not identity.link_mine(e, beside);
    while n < most and cardinality(waits) > 0 and waits[1].waits_as > e.id loop
      n := n + 1;
      return query select * from identity.waiting_line(waits[1]);
      waits := waits[2:];
    end loop;
    exit when n >= most;
    n := n + 1;
    return query select e.id, (e.evidence ->> 'bits')::float, e.at, identity.tellable_levels(e.evidence -> 'levels',
      e.record_id, beside), identity.side(e.record_id, e.at), identity.side(beside, e.at);
    exit when n >= most;
  end loop;
  return query select l.* from unnest(waits[1:most - n]) w cross join identity.waiting_line(w) l;
end $$;

create function identity.waiting_line(c link_candidate)
returns table (id uuid, bits float, at timestamptz, levels jsonb, one jsonb, other jsonb)
language sql stable security definer rows 1 set search_path = pg_catalog, public, pg_temp as $$
  select c.waits_as, c.bits, to_timestamp(('x' || translate(left(c.waits_as::text, 13), '-', ''))::bit(48)::bigint / 1000.0),
    identity.tellable_levels(c.levels, c.record_a, c.record_b), identity.side(c.record_a, c.found_at),
    identity.side(c.record_b, c.found_at)
$$;

create function identity.one_link(of_id uuid) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := access.require(array['steward', 'custodian']); e link_event; beside uuid; open boolean;
begin
  select * into e from link_event where id = of_id;
  if e.id is null then
    return (select to_jsonb(l) || jsonb_build_object('unconfirmed', false, 'mine', false, 'next', (select x.id
        from identity.links(false, of_id, 1) x)) from identity.waiting_links() c
      cross join identity.waiting_line(c) l where c.waits_as = of_id);
  end if;
  beside := identity.counterpart(e);
  if beside is null or not identity.link_mine(e, beside) then return null; end if;
  open := identity.unlooked(e);
  return jsonb_build_object('id', e.id, 'bits', e.evidence -> 'bits', 'levels', identity.tellable_levels(
      e.evidence -> 'levels', e.record_id, beside), 'one', identity.side(e.record_id, e.at), 'other',
    identity.side(beside, e.at), 'unconfirmed', open, 'mine', identity.needs_another(e), 'at', e.at,
    'next', (select x.id from identity.links(open, of_id, 1) x));
end $$;
reset role;
grant execute on function identity.links(boolean, uuid, int), identity.one_link(uuid) to {{app}};
