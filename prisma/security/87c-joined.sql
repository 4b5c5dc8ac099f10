-- Whose record is joined by another's is told, and whose was joined by mistake. A notice names nobody, and is there
-- only while its reader may read something of the record that it tells of (30-policies).
set local role {{definer}};

-- To the workers on either side of links just made: pairs of records, one beside the other. Nobody is told of their own
-- record, nor twice before they have looked.
create function identity.tell_joined(ones uuid[], others uuid[]) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into notice (id, user_id, kind, person_id, subject_id)
  select access.uuid7(), t.user_id, 'record-joined', t.person_id, t.beside from (
    select distinct on (w.user_id, w.person_id) w.user_id, w.person_id,
      case when w.record_id = p.one then p.other when w.record_id = p.other then p.one
        -- Somebody who came or was there with one of them: sure of which, they are told of the other.
        when exists (select 1 from public.record x join public.record y on y.id = p.one where x.id = w.record_id
          and x.confirmed = y.confirmed and (x.confirmed or coalesce(x.sure_of, x.id) = coalesce(y.sure_of, y.id)))
        then p.other else p.one end as beside
    from unnest(ones, others) p(one, other) join public.record r on r.id = p.one
    join involvement_worker w on w.person_id = r.person_id and w.user_id is not null
      and (w.ends_on is null or w.ends_on >= access.today())
    order by w.user_id, w.person_id, w.record_id not in (p.one, p.other)) t
  where not exists (select 1 from notice n where n.user_id = t.user_id and n.kind = 'record-joined'
    and n.person_id = t.person_id and n.subject_id = t.beside and n.seen_at is null)
$$;

-- Could this user read of a record's names, before it is moved? Also in a role that is closed until somebody says whose
-- it is: they will act in it again.
create function identity.could_read(who uuid, of_record uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select 1 from membership m cross join access.viewer_in(m) v join person_name n on n.record_id = of_record
    where m.user_id = who and now() >= m.starts_at and (m.ends_at is null or now() < m.ends_at) and n.audience = 'agreed'
      and case when n.agency_id = v.agency_id then exists (select 1 from access.grounds_of(v, array[n.person_id]))
        else access.decide(v, n.person_id, n.record_id, n.class_id, 3) end)
$$;

-- Before a link is undone: those who were told of it, could read what it joined, and have looked since. Only they may
-- hold for this person's what was not.
create function identity.tell_parted(e link_event) returns void
language sql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
  insert into notice (id, user_id, kind, person_id)
  select distinct on (n.user_id) access.uuid7(), n.user_id, 'record-parted',
    case when exists (select 1 from involvement_worker w where w.record_id = e.record_id and w.user_id = n.user_id)
      then e.from_person else e.to_person end
  from notice n where n.kind = 'record-joined' and n.person_id = e.to_person and n.made_at >= e.at
    and identity.could_read(n.user_id, n.subject_id)
    and (n.seen_at is not null or exists (select 1 from access_log l where l.person_id = e.to_person
      and l.user_id = n.user_id and l.at >= e.at))
    and not exists (select 1 from notice o where o.user_id = n.user_id and o.kind = 'record-parted' and o.made_at = now())
  order by n.user_id, n.id;
  delete from notice n where n.kind = 'record-joined' and n.person_id = e.to_person and n.made_at >= e.at
    and e.record_id::text in (n.subject_id::text, e.evidence ->> 'of');
$$;

-- A page's address stays good when its records are joined to another person: where they are now, for whoever may open
-- that. Null: nobody to this reader, or they are where they were.
create function access.where_now(of_person uuid) returns uuid
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare whose uuid := of_person;
begin
  for i in 1 .. 10 loop
    exit when whose is null or exists (select 1 from record r where r.person_id = whose);
    whose := (select e.to_person from link_event e where e.from_person = whose order by e.at desc, e.id desc limit 1);
  end loop;
  if whose = of_person or not exists (select 1 from access.grounds_of(access.me(), array[whose])) then return null; end if;
  return whose;
end $$;
reset role;
grant execute on function access.where_now(uuid) to {{app}};
