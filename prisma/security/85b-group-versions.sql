-- A group of teams stands as it was made (85-agreements.sql): what a change of it is, and who says yes to it.
set local role {{definer}};

-- The last version of a group, by any of them.
create function sharing.newest_version(of_group uuid) returns receiver_group
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select g from receiver_group g join receiver_group one on coalesce(g.version_of, g.id) = coalesce(one.version_of, one.id)
  where one.id = of_group order by g.number desc limit 1
$$;

-- A new version of a group, answered by a giver's own officer for its own terms. Accepted, each of them ends and is
-- given anew to the new version, and everything that a new term is asked is asked again; declined, nothing changes.
create function sharing.answer_version(of_group uuid, accepts boolean, meant boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  me access.viewer := access.require(array['officer']);
  g receiver_group := sharing.newest_version(of_group);
  t agreement_term;
  behind uuid[];
begin
  if g.id is not null and g.id <> of_group then
    raise exception 'There is a newer version of this group by now. Open the page again.' using errcode = 'CT409';
  end if;
  behind := array(select x.id from agreement_term x join receiver_group r on r.id = x.group_id
    where coalesce(r.version_of, r.id) = g.version_of and r.id <> g.id
      and x.giver_agency_id = me.agency_id and (x.ends_at is null or x.ends_at > now()));
  if behind = '{}' then raise exception 'no such version' using errcode = 'CT404'; end if;
  insert into group_answer (group_id, agency_id, answer, answered_by)
  values (g.id, me.agency_id, case when accepts then 'accepted' else 'declined' end, me.user_id)
  on conflict (group_id, agency_id) do update set answer = excluded.answer, answered_by = excluded.answered_by,
    answered_at = excluded.answered_at;
  if not accepts then return; end if;
  foreach t in array array(select x from agreement_term x where x.id = any (behind)) loop
    update agreement_term set ended_by = me.user_id, ended_now = true, ends_at = access.moment() where id = t.id;
    perform sharing.add_term(t.agreement_id, t.category, g.id, t.level, t.purpose, t.forbidden_uses, t.on_consent,
      t.counted_in_insight, greatest(access.today(), (t.starts_at at time zone 'Europe/London')::date),
      ((t.ends_at - interval '1 millisecond') at time zone 'Europe/London')::date, meant);
  end loop;
end $$;

reset role;
grant execute on function sharing.answer_version(uuid, boolean, boolean) to {{app}};
