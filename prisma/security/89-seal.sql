-- Sealing the log: who opened what (access_log) and who changed what (audit_event) stand on one line of numbers. A job
-- of the worker closes a stretch of it every minute under a Merkle root, chained to the one before. Roots are copied
-- outside the database (lib/audit/seal.ts), since whoever owns it could make all of them anew.

-- One line of numbers for both.
alter table access_log alter column seq set default nextval('audit_event_seq_seq'::regclass);

set local role {{definer}};

-- A row of the log as a leaf: every column, in a form that no setting changes (RFC 9162, 2.1.1: leaves and nodes begin
-- with different bytes).
create function trail.leaves(after_seq bigint, upto bigint) returns table (seq bigint, leaf bytea)
language sql stable security definer set search_path = pg_catalog, public, pg_temp set timezone = 'UTC' as $$
  select x.seq, sha256('\x00'::bytea || convert_to(x.body::text, 'UTF8')) from (
    select e.seq, jsonb_build_array('audit_event', e.seq, e.kind, e.table_name, e.entry_id, e.person_id, e.actor_id,
      e.membership_id, e.session_id, e.outcome, e.detail, e.at, encode(e.row_hash, 'hex')) as body
    from audit_event e where e.seq > after_seq and e.seq <= upto
    union all
    select l.seq, jsonb_build_array('access_log', l.seq, l.id, l.person_id, l.user_id, l.membership_id, l.agency_id,
      l.session_id, l.page, l.ground, l.purpose, l.request, l.at, encode(l.row_hash, 'hex'))
    from access_log l where l.seq > after_seq and l.seq <= upto) x
$$;

-- The root of a tree over these leaves; an odd one goes up as it is. Null of none.
create function trail.merkle(leaves bytea[]) returns bytea language plpgsql immutable
set search_path = pg_catalog, pg_temp as $$
declare level bytea[] := leaves;
begin
  while cardinality(level) > 1 loop
    select array_agg(h order by k) into level from (
      select (o - 1) / 2 as k, case count(*) when 2 then sha256('\x01'::bytea || string_agg(x, ''::bytea order by o))
        else string_agg(x, ''::bytea) end as h
      from unnest(level) with ordinality u(x, o) group by 1) p;
  end loop;
  return level[1];
end $$;

-- What a stretch of the log is sealed with: its bounds, how many rows, their tree, and the seal before.
create function trail.root_of(after_seq bigint, upto bigint, previous bytea, out rows int, out root bytea)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare tree bytea;
begin
  select count(*), trail.merkle(array_agg(l.leaf order by l.seq, l.leaf)) into rows, tree
  from trail.leaves(after_seq, upto) l;
  root := sha256('\x02'::bytea || coalesce(previous, ''::bytea) || int8send(after_seq) || int8send(upto)
    || int4send(rows) || coalesce(tree, ''::bytea));
end $$;

-- Up to where the log has got, and the transactions that may still hold a number below: whoever writes a row has its
-- table locked from before it takes a number until it is over.
create function trail.seal_mark(out upto text, out busy text[])
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  upto := coalesce(pg_sequence_last_value('audit_event_seq_seq'), 0)::text;
  busy := trail.writers(); -- after the line above, or somebody could come in between
end $$;

create function trail.writers() returns text[] language sql volatile
set search_path = pg_catalog, public, pg_temp as $$
  select array(select distinct virtualtransaction from pg_locks where locktype = 'relation'
    and database = (select oid from pg_database where datname = current_database())
    and relation in ('audit_event'::regclass, 'access_log'::regclass) and mode = 'RowExclusiveLock'
    union all select 'prepared' from pg_prepared_xacts where database = current_database())
$$;

-- Seals what lies before a mark, at most so many rows, once every transaction that was writing then is over. No row
-- while one is not; a row without a root when there is nothing to seal.
create function trail.seal(upto text, busy text[], most int default 10000)
returns table (to_seq text, sealed int, root text)
language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare last seal; stop bigint; made record;
begin
  if trail.writers() && (busy || '{prepared}') then return; end if;
  perform pg_advisory_xact_lock(hashtext('seal'));
  select * into last from seal s order by s.to_seq desc limit 1;
  stop := least(upto::bigint, pg_sequence_last_value('audit_event_seq_seq'));
  stop := coalesce((select x.seq from (
      select e.seq from audit_event e where e.seq > coalesce(last.to_seq, 0) and e.seq <= stop
      union all select l.seq from access_log l where l.seq > coalesce(last.to_seq, 0) and l.seq <= stop) x
    order by x.seq offset most - 1 limit 1), stop);
  select * into made from trail.root_of(coalesce(last.to_seq, 0), stop, last.root);
  if made.rows = 0 then
    return query select null::text, 0, null::text;
    return;
  end if;
  insert into seal (id, from_seq, to_seq, rows, root, previous)
  values (access.uuid7(), coalesce(last.to_seq, 0) + 1, stop, made.rows, made.root, last.root);
  return query select stop::text, made.rows, encode(made.root, 'hex');
end $$;

-- Every seal against the log as it is now. `trouble`: fewer, more, other (as many rows and not the same), chain (the
-- seals themselves do not follow one another).
create function trail.check_seals()
returns table (from_seq text, to_seq text, sealed int, found int, root text, trouble text)
language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare s seal; was bytea; stop bigint := 0; now_is record;
begin
  for s in select * from seal x order by x.from_seq, x.to_seq loop
    select * into now_is from trail.root_of(s.from_seq - 1, s.to_seq, s.previous);
    return query select s.from_seq::text, s.to_seq::text, s.rows, now_is.rows, encode(s.root, 'hex'),
      case when s.from_seq <> stop + 1 or s.previous is distinct from was then 'chain'
        when now_is.rows < s.rows then 'fewer' when now_is.rows > s.rows then 'more'
        when now_is.root <> s.root then 'other' end;
    stop := s.to_seq; was := s.root;
  end loop;
end $$;

-- What no seal covers: rows since the last one, and rows put in before all numbers.
create function trail.not_sealed(out rows int, out oldest timestamptz, out before_all int)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  with last as (select coalesce(max(to_seq), 0) as seq from seal),
  loose as (select e.seq, e.at from audit_event e, last where e.seq > last.seq or e.seq < 1
    union all select l.seq, l.at from access_log l, last where l.seq > last.seq or l.seq < 1)
  select count(*) filter (where seq > 0)::int, min(at) filter (where seq > 0), count(*) filter (where seq < 1)::int
  from loose
$$;
reset role;

grant execute on function trail.seal_mark(), trail.seal(text, text[], int) to {{worker}};
grant execute on function trail.check_seals(), trail.not_sealed() to {{owner}};
