-- Versions of the values that scores are made with. The job proposes one with its effect; nothing uses it until an
-- administrator of the host accepts it, and every acceptance is a sealed line.
set local role {{definer}};

-- Links of the machine that hold and nobody has confirmed: the two records each was made for.
create function identity.standing_links() returns table (one uuid, other uuid)
language sql stable security definer rows 1000 set search_path = pg_catalog, public, pg_temp as $$
  select distinct (e.evidence ->> 'of')::uuid, (e.evidence ->> 'with')::uuid from link_event e
  join record r on r.id = e.record_id and r.person_id = e.to_person
  where e.made_how = 'machine' and e.confirmed_at is null and e.evidence ? 'of' and e.evidence ? 'with'
    and not exists (select 1 from link_event u where u.record_id = e.record_id and u.evidence ->> 'undoes' = e.id::text)
$$;

create function identity.version_names() returns setof text
language sql stable security definer rows 10 set search_path = pg_catalog, public, pg_temp as $$
  select name from match_version
$$;

-- A proposal, in place of one that nobody has decided.
create function identity.propose_version(called text, proposed jsonb, records int, its_effect jsonb) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update match_version set state = 'refused', decided_at = now() where state = 'proposed';
  insert into match_version (id, name, parameters, state, made_from, effect)
  values (access.uuid7(), called, proposed, 'proposed', records, its_effect);
end $$;

create function identity.versions()
returns table (id uuid, name text, state text, made_from int, effect jsonb, made_at timestamptz, decided_at timestamptz,
  decided_by text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform admin.require_host();
  return query select v.id, v.name, v.state, v.made_from, v.effect, v.made_at, v.decided_at, u.name
  from match_version v left join app_user u on u.id = v.decided_by order by v.made_at desc, v.id desc limit 50;
end $$;

create function identity.decide_version(of_id uuid, accept boolean) returns void
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare me access.viewer := admin.require_host();
begin
  perform 1 from match_version v where v.id = of_id and v.state = 'proposed' for update;
  if not found then raise exception 'no such version' using errcode = 'CT404'; end if;
  if accept then update match_version set state = 'replaced' where state = 'used'; end if;
  update match_version set state = case when accept then 'used' else 'refused' end, decided_at = now(),
    decided_by = me.user_id where id = of_id;
end $$;
reset role;
create or replace trigger z_audit after insert or update or delete on match_version for each row
  execute function entry.write_audit();
grant execute on function identity.standing_links(), identity.version_names(),
  identity.propose_version(text, jsonb, int, jsonb) to {{worker}};
grant execute on function identity.versions(), identity.decide_version(uuid, boolean) to {{app}};
