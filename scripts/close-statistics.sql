-- What PostgreSQL counts by itself is not for the logins of the app: how many rows a table has, how large it is, what
-- other connections do. Row security does not reach these, and the number of records in a table of protected people, or
-- of somebody's sign-ins, is an answer too. Run in the database, by a superuser: what is closed belongs to them. The
-- database's owner keeps all of it, and so does the role that owns the functions: the seal looks at locks.
do $$
declare
  keeper text; name text;
  keepers text[] := array(select quote_ident(pg_get_userbyid(d.datdba)) from pg_database d
      where d.datname = current_database()
    union select quote_ident(pg_get_userbyid(m.roleid)) from pg_database d
      join pg_auth_members m on m.member = d.datdba where d.datname = current_database());
  counts constant text := '^(reltuples|relpages|relallvisible|relallfrozen)$';
begin
  for name in select p.oid::regprocedure::text from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace and (p.proname ~ '^pg_stat_(get|have)_'
      or p.proname in ('pg_relation_size', 'pg_table_size', 'pg_indexes_size', 'pg_total_relation_size',
        'pg_database_size', 'pg_tablespace_size', 'pg_lock_status', 'pg_prepared_xact', 'pg_blocking_pids',
        'pg_safe_snapshot_blocking_pids', 'pg_current_wal_lsn', 'pg_current_wal_insert_lsn',
        'pg_current_wal_flush_lsn', 'pg_last_committed_xact', 'pg_xact_commit_timestamp',
        -- Nor is what stops others, or keeps what no policy sees.
        'pg_terminate_backend', 'pg_cancel_backend', 'lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import')) loop
    execute format('revoke execute on function %s from public', name);
    foreach keeper in array keepers loop
      execute format('grant execute on function %s to %s', name, keeper);
    end loop;
  end loop;
  for name in select c.oid::regclass::text from pg_class c
    where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind = 'v'
      and c.relname ~ '^pg_(stat|statio|locks|prepared_xacts)' loop
    execute format('revoke select on %s from public', name);
    foreach keeper in array keepers loop execute format('grant select on %s to %s', name, keeper); end loop;
  end loop;
  -- Names and kinds of tables stay readable: drivers and tools ask for them.
  revoke select on pg_catalog.pg_class from public;
  execute (select format('grant select (%s) on pg_catalog.pg_class to public', string_agg(quote_ident(a.attname), ', '))
    from pg_attribute a where a.attrelid = 'pg_catalog.pg_class'::regclass and a.attnum > 0 and not a.attisdropped
      and a.attname !~ counts);
  foreach keeper in array keepers loop execute format('grant select on pg_catalog.pg_class to %s', keeper); end loop;
end $$;
